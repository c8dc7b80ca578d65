-- Who gets digests, with an account or without one, and what they chose; nobody does who did not ask for it and confirm it.
create table subscribers (
    id integer primary key autoincrement not null,
    user_id bigint references users (id),
    email text,
    email_folded text,
    language text,
    frequency text not null check (frequency in ('daily', 'weekly')),
    weekday bigint not null check (weekday between 1 and 7),
    hour bigint not null check (hour between 0 and 23),
    zone text not null,
    is_about_all boolean not null,
    left_out text not null,
    asked_at timestamp not null,
    confirmed_at timestamp,
    ended_at timestamp,
    covered_at timestamp,
    due_at timestamp,
    check ((user_id is null) <> (email is null)),
    check ((email is null) = (email_folded is null)),
    check ((due_at is null) = (confirmed_at is null or ended_at is not null)),
    check (covered_at is not null or confirmed_at is null),
    check (ended_at is null or confirmed_at is not null),
    check (ended_at >= confirmed_at)
);
create unique index subscribers_by_user on subscribers (user_id) where user_id is not null;
create unique index subscribers_by_address on subscribers (email_folded) where email_folded is not null;
create index subscribers_due on subscribers (due_at, id) where due_at is not null;
create index subscribers_ended on subscribers (ended_at, id) where ended_at is not null;
create index subscribers_unconfirmed on subscribers (asked_at, id) where confirmed_at is null;
create table subscriber_categories (
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    category_id bigint not null references categories (id),
    primary key (subscriber_id, category_id)
);
create table subscriber_tags (
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    tag_id bigint not null references tags (id),
    primary key (subscriber_id, tag_id)
);
create index subscriber_tags_by_tag on subscriber_tags (tag_id, subscriber_id);
