drop table splits;
