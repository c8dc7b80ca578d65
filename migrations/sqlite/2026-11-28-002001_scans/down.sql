alter table cases drop column found_for;
drop table scans;
