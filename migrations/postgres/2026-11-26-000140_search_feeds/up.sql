-- A search server is shared by all nodes and fed by one at a time: whose turn it is, and which of its indexes hold what.
create table search_feeds (
    follower text primary key not null,
    serving text,
    filling text,
    filled_to bigint,
    is_wanted_anew boolean not null default false,
    held_by text,
    held_until timestamp,
    check ((filling is null) = (filled_to is null)),
    check ((held_by is null) = (held_until is null))
);
