-- Every verb that settles a question, or unsettles it, leaves a row.
create table acceptances (
    id integer primary key not null,
    thread_id bigint not null references threads (id) on delete cascade,
    reply_id bigint not null references replies (id) on delete cascade,
    accepted_by_id bigint references users (id),
    on_behalf boolean not null default false,
    accepted_at timestamp,
    precision text not null check (precision in ('exact', 'day', 'unknown')),
    ended_at timestamp,
    ended_by_id bigint references users (id),
    check ((precision = 'unknown') = (accepted_at is null))
);
create unique index acceptances_in_force on acceptances (thread_id) where ended_at is null;
create index acceptances_by_reply on acceptances (reply_id);
create index acceptances_by_time on acceptances (accepted_at, id) where ended_at is null and accepted_at is not null;
create table closures (
    id integer primary key not null,
    thread_id bigint not null references threads (id) on delete cascade,
    reason text not null check (reason in ('duplicate', 'off_topic', 'unclear', 'outdated', 'other')),
    note text not null default '',
    original_id bigint references threads (id),
    closed_by_id bigint references users (id),
    closed_at timestamp not null,
    ended_at timestamp,
    ended_by_id bigint references users (id)
);
create unique index closures_in_force on closures (thread_id) where ended_at is null;
create table reopenings (
    id integer primary key not null,
    thread_id bigint not null references threads (id) on delete cascade,
    acceptance_id bigint references acceptances (id),
    closure_id bigint references closures (id),
    reopened_by_id bigint references users (id),
    reopened_at timestamp not null,
    reason text not null
);
create index reopenings_by_thread on reopenings (thread_id, id);
create table duplicate_links (
    thread_id bigint not null references threads (id) on delete cascade,
    original_id bigint not null references threads (id) on delete cascade,
    linked_by_id bigint references users (id),
    linked_at timestamp not null,
    primary key (thread_id, original_id),
    check (thread_id <> original_id)
);
create index duplicate_links_by_original on duplicate_links (original_id, thread_id);
