drop index replies_that_open;
drop table notifications;
drop table tidings;
