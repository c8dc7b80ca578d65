-- What was told to whom about which span of time: a row with each window, so that nothing is told twice and nothing left out.
create table digests (
    id integer primary key autoincrement not null,
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    began_at timestamp not null,
    ended_at timestamp not null,
    state text not null check (state in ('empty', 'composed', 'sent')),
    composed_at timestamp not null,
    sent_at timestamp,
    items text not null,
    check (began_at < ended_at),
    check (ended_at <= composed_at),
    check ((state = 'sent') = (sent_at is not null)),
    check ((state = 'composed') = (items <> ''))
);
create unique index digests_by_beginning on digests (subscriber_id, began_at);
create unique index digests_by_end on digests (subscriber_id, ended_at);
create index digests_by_time on digests (composed_at, id);
