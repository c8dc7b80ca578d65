-- What decisions taught about advertising: how often each word stood in either kind of text, the empty one counting the lessons, and
-- what each decision added, so that it can be taken back.
create table spam_tokens (
    token text primary key not null,
    spam_count bigint not null default 0 check (spam_count >= 0),
    ham_count bigint not null default 0 check (ham_count >= 0),
    seen_count bigint not null default 0,
    touched_at timestamp not null
);
create index spam_tokens_by_seen on spam_tokens (seen_count desc, touched_at desc);
insert into spam_tokens (token, touched_at) values ('', '2026-01-01 00:00:00');
create table spam_lessons (
    id integer primary key autoincrement not null,
    case_id bigint references cases (id) on delete cascade,
    removal_id bigint references removals (id) on delete cascade,
    lesson text not null,
    tokens text not null,
    learnt_at timestamp not null,
    check ((case_id is null) != (removal_id is null))
);
create unique index spam_lessons_of_case on spam_lessons (case_id) where case_id is not null;
create unique index spam_lessons_of_removal on spam_lessons (removal_id) where removal_id is not null;
create index spam_lessons_by_time on spam_lessons (learnt_at);
