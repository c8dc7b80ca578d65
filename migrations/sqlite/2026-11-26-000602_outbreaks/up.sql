-- A question that is suddenly asked far more often than usual, as when something broke down: told to moderators once, until it is over.
create table outbreaks (
    id integer primary key not null,
    thread_id bigint not null references threads (id) on delete cascade,
    audience text not null check (audience in ('public', 'signed_in', 'staff')),
    asker_count bigint not null,
    began_at timestamp not null,
    grew_at timestamp not null,
    ended_at timestamp
);
create unique index outbreaks_in_force on outbreaks (thread_id) where ended_at is null;
create index outbreaks_by_growth on outbreaks (ended_at, grew_at, id);
