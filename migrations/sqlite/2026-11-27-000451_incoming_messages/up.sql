-- A message that comes in by mail is a row before it is acknowledged, so that nothing is lost and nothing posted twice.
create table incoming_messages (
    id integer primary key not null,
    source text not null,
    raw blob,
    byte_count bigint not null,
    received_at timestamp not null,
    read_at timestamp,
    outcome text,
    reason text,
    sender text,
    subject text,
    identity text,
    user_id bigint references users (id),
    thread_id bigint references threads (id),
    reply_id bigint references replies (id),
    check ((read_at is null) = (outcome is null)),
    check (read_at is not null or raw is not null)
);
create unique index incoming_messages_by_identity on incoming_messages (identity);
create index incoming_messages_waiting on incoming_messages (id) where read_at is null;
create index incoming_messages_by_outcome on incoming_messages (outcome, received_at desc, id desc);
create index incoming_messages_in_time on incoming_messages (received_at desc, id desc);
create index incoming_messages_with_bytes on incoming_messages (read_at) where raw is not null;
create index incoming_messages_by_user on incoming_messages (user_id);
create index incoming_messages_by_thread on incoming_messages (thread_id);
create index incoming_messages_by_reply on incoming_messages (reply_id);
