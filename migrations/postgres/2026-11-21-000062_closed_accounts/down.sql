drop index users_with_role;
alter table users drop column dismissed_hints_at;
alter table users drop column closed_at;
alter table users drop column renamed_at;
