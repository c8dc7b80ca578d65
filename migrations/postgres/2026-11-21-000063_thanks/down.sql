drop index replies_received;
alter table replies drop column thanks_count;
drop table thanks;
