-- When a person last took another name, closed their account, and sent the hints for beginners away; and the few who are
-- more than members.
alter table users add column renamed_at timestamp;
alter table users add column closed_at timestamp;
alter table users add column dismissed_hints_at timestamp;
create index users_with_role on users (role, id) where role <> 'member';
