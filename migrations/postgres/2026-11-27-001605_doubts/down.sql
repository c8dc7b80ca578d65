drop table doubts;
alter table sign_ups drop column doubt;
