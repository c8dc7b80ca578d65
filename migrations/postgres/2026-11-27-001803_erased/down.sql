drop index comments_to_erase;
drop index replies_to_erase;
drop index threads_to_erase;
alter table comments drop column erased_at;
alter table replies drop column erased_at;
alter table threads drop column erased_at;
