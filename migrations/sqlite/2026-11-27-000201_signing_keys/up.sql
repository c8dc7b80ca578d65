-- What signs the links of letters: one key at a time; what it signed is void once it has ended.
create table signing_keys (
    id integer primary key not null,
    secret text not null,
    made_at timestamp not null,
    ended_at timestamp,
    check (ended_at >= made_at)
);
create unique index signing_keys_in_force on signing_keys ((ended_at is null)) where ended_at is null;
