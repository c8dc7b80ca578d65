-- Every saved version of a thread or a reply, so that an edit can be read and undone.
create table revisions (
    id integer primary key not null,
    thread_id bigint not null references threads (id) on delete cascade,
    reply_id bigint references replies (id) on delete cascade,
    number bigint not null check (number >= 1),
    editor_id bigint references users (id),
    created_at timestamp not null,
    reason text not null default '',
    title text,
    tags text,
    body_markdown text not null
);
create unique index revisions_of_thread on revisions (thread_id, number) where reply_id is null;
create unique index revisions_of_reply on revisions (reply_id, number) where reply_id is not null;
