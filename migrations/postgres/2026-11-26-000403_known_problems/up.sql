-- An announcement of what does not work in a category, shown to whoever is about to ask there until it is solved.
create table known_problems (
    thread_id bigint primary key not null references threads (id) on delete cascade,
    category_id bigint not null references categories (id) on delete cascade,
    began_by_id bigint references users (id),
    began_at timestamp not null,
    ended_by_id bigint references users (id),
    ended_at timestamp
);
create index known_problems_in_force on known_problems (category_id, began_at, thread_id) where ended_at is null;
