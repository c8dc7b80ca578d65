alter table users drop column removed_at;
drop table removed_pieces;
drop table removals;
