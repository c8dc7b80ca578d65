-- By which embedding model threads were compared, or by their words only: with another model all are compared anew.
alter table repeat_scans add column model text;
