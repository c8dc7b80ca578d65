drop table repeat_scans;
drop table repeat_decisions;
drop table repeat_members;
drop table repeat_groups;
