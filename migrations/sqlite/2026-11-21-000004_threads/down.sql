drop table thread_tags;
drop table threads;
