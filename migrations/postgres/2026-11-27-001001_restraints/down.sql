drop index users_suspended_until;
alter table users drop column suspended_until;
drop table restraints;
