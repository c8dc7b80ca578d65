drop table awaitings;
