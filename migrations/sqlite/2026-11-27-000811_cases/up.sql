-- What waits for a moderator, one row for each piece of writing: its flags taken together, and whether it is held meanwhile.
create table cases (
    id integer primary key autoincrement not null,
    thread_id bigint references threads (id) on delete cascade,
    reply_id bigint references replies (id) on delete cascade,
    comment_id bigint references comments (id) on delete cascade,
    author_id bigint references users (id),
    opened_at timestamp not null,
    harm bigint not null check (harm between 1 and 4),
    worst text,
    weight bigint not null default 0 check (weight >= 0),
    flag_count bigint not null default 0 check (flag_count >= 0),
    held_at timestamp,
    held_for text,
    claimed_at timestamp,
    claimed_by_id bigint references users (id),
    decided_at timestamp,
    decided_by_id bigint references users (id),
    decision text,
    note text not null default '',
    check (case when thread_id is null then 0 else 1 end + case when reply_id is null then 0 else 1 end
        + case when comment_id is null then 0 else 1 end = 1),
    check ((held_at is null) = (held_for is null)),
    check ((claimed_at is null) = (claimed_by_id is null)),
    check ((decided_at is null) = (decision is null))
);
create unique index cases_open_thread on cases (thread_id) where thread_id is not null and decided_at is null;
create unique index cases_open_reply on cases (reply_id) where reply_id is not null and decided_at is null;
create unique index cases_open_comment on cases (comment_id) where comment_id is not null and decided_at is null;
create index cases_by_thread on cases (thread_id, id) where thread_id is not null;
create index cases_by_reply on cases (reply_id, id) where reply_id is not null;
create index cases_by_comment on cases (comment_id, id) where comment_id is not null;
create index cases_waiting on cases (harm desc, opened_at, id) where decided_at is null;
create index cases_held on cases (author_id, id) where held_at is not null and decided_at is null;
create index cases_by_decider on cases (decided_by_id, decided_at, id) where decided_by_id is not null;
