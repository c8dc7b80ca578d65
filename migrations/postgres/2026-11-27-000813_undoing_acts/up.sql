-- What an act changed, and when it was no longer in force, so that the log can take it back.
alter table moderations add column was text;
alter table moderations add column became text;
alter table moderations add column ended_at timestamp;
create index moderations_by_person on moderations (user_id, id) where user_id is not null;
create index moderations_by_comment on moderations (comment_id, id) where comment_id is not null;
