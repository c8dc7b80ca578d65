drop table jobs;
drop table followers;
drop table changes;
