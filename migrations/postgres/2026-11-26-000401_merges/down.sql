drop table merged_me_toos;
drop table merged_replies;
drop table merges;
