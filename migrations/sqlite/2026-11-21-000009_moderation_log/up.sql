-- Each act of a moderator is a row that others can read.
create table moderations (
    id integer primary key not null,
    moderator_id bigint references users (id),
    act text not null,
    thread_id bigint references threads (id) on delete cascade,
    reply_id bigint references replies (id) on delete cascade,
    comment_id bigint references comments (id) on delete cascade,
    user_id bigint references users (id) on delete cascade,
    reason text not null default '',
    acted_at timestamp not null
);
create index moderations_by_time on moderations (acted_at, id);
create index moderations_by_thread on moderations (thread_id, id);
