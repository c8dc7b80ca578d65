drop table moderations;
