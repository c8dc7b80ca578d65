drop table readings;
