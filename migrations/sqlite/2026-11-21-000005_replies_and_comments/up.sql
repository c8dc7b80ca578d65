-- What is said under a thread: replies, and short notes under either.
create table replies (
    id integer primary key not null,
    thread_id bigint not null references threads (id) on delete cascade,
    author_id bigint references users (id),
    author_name text,
    created_at timestamp not null,
    edited_at timestamp,
    up_count bigint not null default 0,
    down_count bigint not null default 0,
    score bigint not null default 0,
    comment_count bigint not null default 0,
    deleted_at timestamp,
    deleted_by_id bigint references users (id),
    renderer smallint not null,
    body_markdown text not null,
    body_html text not null,
    body_source text,
    check (score = up_count - down_count)
);
create index replies_by_score on replies (thread_id, score, id);
create index replies_by_newness on replies (thread_id, created_at, id);
create index replies_by_author on replies (author_id, created_at, id);
create index replies_by_renderer on replies (renderer, id);
create table comments (
    id integer primary key not null,
    thread_id bigint not null references threads (id) on delete cascade,
    reply_id bigint references replies (id) on delete cascade,
    position bigint not null,
    author_id bigint references users (id),
    author_name text,
    created_at timestamp not null,
    edited_at timestamp,
    up_count bigint not null default 0,
    deleted_at timestamp,
    deleted_by_id bigint references users (id),
    renderer smallint not null,
    body_markdown text not null,
    body_html text not null
);
create unique index comments_of_thread on comments (thread_id, position) where reply_id is null;
create unique index comments_of_reply on comments (reply_id, position) where reply_id is not null;
create index comments_by_author on comments (author_id, created_at, id);
create index comments_by_renderer on comments (renderer, id);
