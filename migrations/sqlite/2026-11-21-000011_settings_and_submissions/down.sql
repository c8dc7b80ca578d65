drop table submissions;
drop table settings;
