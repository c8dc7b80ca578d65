-- A fact commits together with its consequences: what followers read, and what is done later.
create table changes (
    id integer primary key autoincrement not null,
    noun text not null,
    noun_id bigint not null,
    verb text not null,
    recorded_at timestamp not null,
    transaction_id bigint not null default 0
);
create index changes_in_order on changes (transaction_id, id);
create index changes_by_time on changes (recorded_at);
create table followers (
    name text primary key not null,
    transaction_id bigint not null,
    change_id bigint not null,
    moved_at timestamp not null
);
create table jobs (
    id integer primary key autoincrement not null,
    kind text not null,
    payload text not null,
    created_at timestamp not null,
    run_at timestamp not null,
    attempt_count bigint not null default 0,
    claimed_at timestamp,
    claimed_by text,
    dead_at timestamp,
    last_error text
);
create index jobs_in_order on jobs (run_at, id) where dead_at is null;
create index jobs_dead on jobs (dead_at, id) where dead_at is not null;
