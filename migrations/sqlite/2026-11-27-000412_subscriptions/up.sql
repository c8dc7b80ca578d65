-- How much somebody wants to hear of a thread, a category or a tag; without a row they hear what concerns them.
create table subscriptions (
    id integer primary key not null,
    user_id bigint not null references users (id) on delete cascade,
    thread_id bigint references threads (id) on delete cascade,
    category_id bigint references categories (id) on delete cascade,
    tag_id bigint references tags (id) on delete cascade,
    level text not null check (level in ('watching', 'normal', 'muted')),
    subscribed_at timestamp not null,
    check (
        (thread_id is not null and category_id is null and tag_id is null)
        or (thread_id is null and category_id is not null and tag_id is null)
        or (thread_id is null and category_id is null and tag_id is not null)
    )
);
create unique index subscriptions_to_thread on subscriptions (thread_id, user_id) where thread_id is not null;
create unique index subscriptions_to_category on subscriptions (category_id, user_id) where category_id is not null;
create unique index subscriptions_to_tag on subscriptions (tag_id, user_id) where tag_id is not null;
create index subscriptions_by_person on subscriptions (user_id, id);
