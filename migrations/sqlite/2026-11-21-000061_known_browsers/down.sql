alter table sessions drop column network;
alter table users drop column told_sign_in_at;
drop table known_browsers;
