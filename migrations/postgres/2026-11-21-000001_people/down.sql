drop table group_members;
drop table groups;
drop table users;
