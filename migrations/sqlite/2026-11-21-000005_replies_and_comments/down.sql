drop table comments;
drop table replies;
