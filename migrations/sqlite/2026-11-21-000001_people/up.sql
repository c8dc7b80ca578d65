-- People, and the groups that they are taken together in.
create table users (
    id integer primary key not null,
    name text not null check (length(name) between 1 and 255),
    name_folded text not null,
    email text,
    email_folded text unique,
    password_hash text,
    role text not null check (role in ('member', 'helper', 'moderator', 'admin')),
    trust text not null check (trust in ('newcomer', 'member', 'regular')),
    created_at timestamp not null,
    seen_at timestamp,
    suspended_at timestamp,
    thread_count bigint not null default 0,
    reply_count bigint not null default 0,
    accepted_count bigint not null default 0,
    renderer smallint not null default 0,
    about_markdown text not null default '',
    about_html text not null default '',
    check ((email is null) = (email_folded is null))
);
create index users_by_name on users (name_folded);
create table groups (
    id integer primary key not null,
    name text not null unique,
    built_in boolean not null default false,
    created_at timestamp not null
);
create table group_members (
    group_id bigint not null references groups (id) on delete cascade,
    user_id bigint not null references users (id) on delete cascade,
    joined_at timestamp not null,
    primary key (group_id, user_id)
);
create index group_members_by_user on group_members (user_id);
insert into groups (name, built_in, created_at) values ('staff', true, '2026-01-01 00:00:00');
