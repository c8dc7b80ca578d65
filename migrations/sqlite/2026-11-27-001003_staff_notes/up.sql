-- What moderators and the staff tell each other about a member, who never reads it.
create table staff_notes (
    id integer primary key autoincrement not null,
    user_id bigint not null references users (id) on delete cascade,
    author_id bigint not null references users (id),
    body text not null,
    noted_at timestamp not null
);
create index staff_notes_by_user on staff_notes (user_id, id);
