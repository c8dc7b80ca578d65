-- Looking through what is here already for what looks like advertising: how far that is, and which cases came of it, which hide nothing.
create table scans (
    id integer primary key autoincrement not null,
    asked_by_id bigint references users (id),
    asked_at timestamp not null,
    noun text,
    after_id bigint not null default 0 check (after_id >= 0),
    piece_count bigint not null default 0 check (piece_count >= 0),
    case_count bigint not null default 0 check (case_count >= 0),
    ended_at timestamp,
    check (noun is not null or ended_at is not null)
);
create unique index scans_going on scans ((ended_at is null)) where ended_at is null;
alter table cases add column found_for text;
