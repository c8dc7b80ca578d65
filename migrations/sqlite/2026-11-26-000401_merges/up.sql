-- A thread that was merged into another: its posts stand there and its addresses lead there, until that is undone.
create table merges (
    id integer primary key not null,
    thread_id bigint not null references threads (id) on delete cascade,
    target_id bigint not null references threads (id) on delete cascade,
    opening_id bigint not null,
    acceptance_id bigint references acceptances (id) on delete set null,
    active_before timestamp not null,
    active_after timestamp not null,
    merged_by_id bigint references users (id),
    merged_at timestamp not null,
    undone_at timestamp,
    undone_by_id bigint references users (id),
    check (thread_id <> target_id)
);
create unique index merges_in_force on merges (thread_id) where undone_at is null;
create index merges_by_target on merges (target_id) where undone_at is null;
create index merges_by_opening on merges (opening_id, id);
create table merged_replies (
    merge_id bigint not null references merges (id) on delete cascade,
    reply_id bigint not null references replies (id) on delete cascade,
    primary key (merge_id, reply_id)
);
create index merged_replies_by_reply on merged_replies (reply_id, merge_id);
create table merged_me_toos (
    merge_id bigint not null references merges (id) on delete cascade,
    user_id bigint not null references users (id) on delete cascade,
    joined_at timestamp not null,
    primary key (merge_id, user_id)
);
create index merged_me_toos_by_user on merged_me_toos (user_id);
