alter table sign_ups drop column language;
alter table users drop column language;
