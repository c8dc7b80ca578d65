-- Each visit to the ask form, without anything about the person: whether help while asking helps is computed from these.
create table ask_sessions (
    id integer primary key not null,
    form text not null unique,
    visitor text not null,
    is_signed_in boolean not null,
    is_held_out boolean not null,
    category_id bigint references categories (id) on delete set null,
    title text not null,
    began_at timestamp not null,
    differed_at timestamp,
    ending text check (ending in ('solved', 'joined', 'posted')),
    ended_at timestamp,
    thread_id bigint references threads (id) on delete set null,
    check ((ending is null) = (ended_at is null))
);
create index ask_sessions_by_beginning on ask_sessions (began_at);
create index ask_sessions_by_visitor on ask_sessions (visitor, began_at);
create index ask_sessions_by_category on ask_sessions (category_id);
create index ask_sessions_by_thread on ask_sessions (thread_id);
create table ask_suggestions (
    ask_session_id bigint not null references ask_sessions (id) on delete cascade,
    thread_id bigint not null references threads (id) on delete cascade,
    position bigint not null check (position > 0),
    shown_at timestamp not null,
    opened_at timestamp,
    primary key (ask_session_id, thread_id)
);
create index ask_suggestions_by_thread on ask_suggestions (thread_id);
