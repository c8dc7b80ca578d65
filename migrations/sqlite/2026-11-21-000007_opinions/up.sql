-- Votes on posts, and the people who have the same problem.
create table thread_votes (
    thread_id bigint not null references threads (id) on delete cascade,
    user_id bigint not null references users (id) on delete cascade,
    direction text not null check (direction in ('up', 'down')),
    voted_at timestamp not null,
    primary key (thread_id, user_id)
);
create index thread_votes_by_user on thread_votes (user_id, thread_id);
create table reply_votes (
    reply_id bigint not null references replies (id) on delete cascade,
    user_id bigint not null references users (id) on delete cascade,
    direction text not null check (direction in ('up', 'down')),
    voted_at timestamp not null,
    primary key (reply_id, user_id)
);
create index reply_votes_by_user on reply_votes (user_id, reply_id);
create table me_toos (
    thread_id bigint not null references threads (id) on delete cascade,
    user_id bigint not null references users (id) on delete cascade,
    joined_at timestamp not null,
    primary key (thread_id, user_id)
);
create index me_toos_by_user on me_toos (user_id, thread_id);
