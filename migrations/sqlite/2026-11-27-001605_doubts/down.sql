drop table doubts;
drop index sign_ups_by_network;
alter table sign_ups drop column network;
alter table sign_ups drop column doubt;
