-- Where a thread lives (one category), and what it is about (some tags).
create table categories (
    id integer primary key not null,
    slug text not null unique,
    name text not null,
    description text not null default '',
    position bigint not null,
    audience text not null check (audience in ('public', 'signed_in', 'staff')),
    takes_questions boolean not null,
    takes_discussions boolean not null,
    takes_announcements boolean not null,
    created_at timestamp not null,
    archived_at timestamp,
    thread_count bigint not null default 0,
    open_count bigint not null default 0,
    resolved_count bigint not null default 0,
    template text not null default '[]'
);
create index categories_in_order on categories (position, id);
create table tags (
    id integer primary key not null,
    name text not null unique,
    description text not null default '',
    created_at timestamp not null,
    thread_count bigint not null default 0
);
create index tags_by_use on tags (thread_count, name);
