alter table sign_ups drop column agreed;
drop table consents;
drop table documents;
drop table logos;
