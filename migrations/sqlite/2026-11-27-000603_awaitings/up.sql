-- Addresses without an account that wait to be told, once, that a question is resolved; a row goes with its letter.
create table awaitings (
    id integer primary key autoincrement not null,
    thread_id bigint not null references threads (id) on delete cascade,
    email text not null,
    email_folded text not null,
    language text,
    asked_at timestamp not null,
    confirmed_at timestamp,
    check (confirmed_at >= asked_at)
);
create unique index awaitings_by_thread on awaitings (thread_id, email_folded);
create index awaitings_unconfirmed on awaitings (asked_at, id) where confirmed_at is null;
