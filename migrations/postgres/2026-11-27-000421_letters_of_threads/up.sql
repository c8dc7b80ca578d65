-- What people are told goes by mail too, as they chose: one letter for each thread until they visit it, which waits a few minutes
-- for what else is said, and no more than so many a day; what is beyond that waits for the digest.
create table thread_letters (
    user_id bigint not null references users (id) on delete cascade,
    thread_id bigint not null references threads (id) on delete cascade,
    first_at timestamp not null,
    latest_at timestamp not null,
    due_at timestamp,
    posted_at timestamp,
    primary key (user_id, thread_id),
    check ((due_at is null) = (posted_at is not null))
);
create index thread_letters_due on thread_letters (due_at) where due_at is not null;
create table letter_choices (
    user_id bigint not null references users (id) on delete cascade,
    kind text not null,
    is_by_mail boolean not null,
    primary key (user_id, kind)
);
create table letter_days (
    user_id bigint primary key not null references users (id) on delete cascade,
    began_at timestamp not null,
    letter_count bigint not null check (letter_count > 0)
);
alter table notifications add column is_by_mail boolean not null default false;
alter table notifications add column deferred_at timestamp;
create index notifications_deferred on notifications (user_id, deferred_at) where deferred_at is not null and read_at is null;
