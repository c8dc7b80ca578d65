-- What each person has read of a thread, so that a list can say what is new to them.
create table readings (
    user_id bigint not null references users (id) on delete cascade,
    thread_id bigint not null references threads (id) on delete cascade,
    read_at timestamp not null,
    seen_count bigint not null check (seen_count >= 0),
    primary key (user_id, thread_id)
);
create index readings_by_thread on readings (thread_id);
