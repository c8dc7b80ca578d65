-- Who said of what that it needs a moderator, why, how much that weighs, and what became of it.
create table flags (
    id integer primary key autoincrement not null,
    case_id bigint not null references cases (id) on delete cascade,
    user_id bigint not null references users (id),
    reason text not null,
    words text not null default '',
    weight bigint not null check (weight >= 0),
    flagged_at timestamp not null,
    withdrawn_at timestamp,
    outcome text check (outcome in ('upheld', 'dismissed')),
    decided_at timestamp,
    check ((outcome is null) = (decided_at is null)),
    check (withdrawn_at is null or outcome is null)
);
create unique index flags_by_case on flags (case_id, user_id);
create index flags_by_user on flags (user_id, flagged_at);
create index flags_own on flags (user_id, id);
create index flags_decided on flags (user_id, decided_at, id) where decided_at is not null;
