-- An act on several pieces of writing at once ties its rows of the log together, so that one press takes all of it back.
create table selections (
    id integer primary key not null,
    moderator_id bigint references users (id),
    reason text not null,
    piece_count bigint not null default 0,
    acted_at timestamp not null
);
alter table moderations add column selection_id bigint references selections (id) on delete set null;
create index moderations_of_selection on moderations (selection_id, id) where selection_id is not null;
