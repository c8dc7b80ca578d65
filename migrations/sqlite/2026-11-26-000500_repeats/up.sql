-- Groups of threads that ask the same, as they are recognised; what people decided about two of them stays, whatever is recognised.
create table repeat_groups (
    id integer primary key not null,
    made_at timestamp not null,
    changed_at timestamp not null
);
create table repeat_members (
    thread_id bigint primary key not null references threads (id) on delete cascade,
    group_id bigint not null references repeat_groups (id) on delete cascade,
    thousandths bigint not null,
    joined_at timestamp not null
);
create index repeat_members_by_group on repeat_members (group_id, thread_id);
create table repeat_decisions (
    one_id bigint not null references threads (id) on delete cascade,
    other_id bigint not null references threads (id) on delete cascade,
    is_same boolean not null,
    decided_by_id bigint references users (id) on delete set null,
    decided_at timestamp not null,
    primary key (one_id, other_id),
    check (one_id < other_id)
);
create index repeat_decisions_by_other on repeat_decisions (other_id, one_id);
create index repeat_decisions_by_user on repeat_decisions (decided_by_id);
create table repeat_scans (
    follower text primary key not null,
    scanned_to bigint,
    began_at timestamp not null,
    ended_at timestamp
);
