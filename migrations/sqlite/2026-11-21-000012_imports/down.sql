drop table import_runs;
drop table origins;
