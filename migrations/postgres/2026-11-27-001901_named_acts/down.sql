delete from moderations where about is not null;
alter table moderations drop column is_for_admins;
alter table moderations drop column about;
