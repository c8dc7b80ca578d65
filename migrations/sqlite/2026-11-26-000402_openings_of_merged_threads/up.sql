-- The own text of a merged thread stands as a reply of the other one, and is known by its thread: it answers nothing.
alter table replies add column opens_id bigint;
create index moderations_by_reply on moderations (reply_id) where reply_id is not null;
