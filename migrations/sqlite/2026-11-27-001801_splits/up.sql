-- A thread that was split off another one: that one says where its replies went on.
create table splits (
    thread_id bigint primary key not null references threads (id) on delete cascade,
    origin_id bigint not null references threads (id) on delete cascade,
    reply_count bigint not null,
    split_by_id bigint references users (id),
    split_at timestamp not null,
    check (thread_id <> origin_id)
);
create index splits_by_origin on splits (origin_id, thread_id);
