-- A file that was uploaded is a row that names its bytes, so that whoever may see its post may see it, and nobody else.
create table uploads (
    id integer primary key not null,
    owner_id bigint references users (id),
    thread_id bigint references threads (id),
    reply_id bigint references replies (id),
    name text not null,
    kind text not null,
    byte_count bigint not null,
    width bigint,
    height bigint,
    alt text not null,
    source_url text,
    hash text not null,
    depot_key text not null,
    made_at timestamp not null,
    kept_at timestamp,
    removed_at timestamp,
    expires_at timestamp,
    check (thread_id is null or reply_id is null),
    check (thread_id is not null or reply_id is not null or expires_at is not null),
    check ((removed_at is null) or expires_at is not null),
    check ((width is null) = (height is null))
);
create index uploads_of_owners on uploads (owner_id, made_at, id);
create index uploads_by_thread on uploads (thread_id);
create index uploads_by_reply on uploads (reply_id);
create index uploads_by_hash on uploads (hash);
create index uploads_in_depot on uploads (depot_key);
create index uploads_to_sweep on uploads (expires_at) where expires_at is not null;
