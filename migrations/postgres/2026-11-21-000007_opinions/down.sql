drop table me_toos;
drop table reply_votes;
drop table thread_votes;
