-- Removing a spammer with everything that they wrote, so that exactly what was taken can be brought back.
create table removals (
    id integer primary key autoincrement not null,
    user_id bigint not null references users (id) on delete cascade,
    reason text not null,
    removed_at timestamp not null,
    removed_by_id bigint references users (id),
    undone_at timestamp,
    undone_by_id bigint references users (id),
    restraint_id bigint references restraints (id) on delete set null,
    former_end timestamp,
    touched_at timestamp not null
);
create index removals_by_user on removals (user_id, id);
create table removed_pieces (
    id integer primary key autoincrement not null,
    removal_id bigint not null references removals (id) on delete cascade,
    thread_id bigint references threads (id) on delete cascade,
    reply_id bigint references replies (id) on delete cascade,
    comment_id bigint references comments (id) on delete cascade,
    case_id bigint references cases (id) on delete set null,
    acceptance_id bigint references acceptances (id) on delete set null,
    was_held boolean not null,
    restored_at timestamp,
    check (case when thread_id is null then 0 else 1 end + case when reply_id is null then 0 else 1 end
        + case when comment_id is null then 0 else 1 end = 1)
);
create index removed_pieces_by_removal on removed_pieces (removal_id, id);
create index removed_pieces_to_restore on removed_pieces (removal_id, id) where restored_at is null;
create index removed_pieces_by_thread on removed_pieces (thread_id) where thread_id is not null;
create index removed_pieces_by_reply on removed_pieces (reply_id) where reply_id is not null;
create index removed_pieces_by_comment on removed_pieces (comment_id) where comment_id is not null;
alter table users add column removed_at timestamp;
