-- What came of each question, derived from its facts: one row, so that figures about many questions read nothing else.
create table question_outcomes (
    thread_id bigint primary key not null references threads (id) on delete cascade,
    category_id bigint not null references categories (id),
    asker_id bigint references users (id),
    asked_at timestamp not null,
    answered_at timestamp,
    answer_precision text check (answer_precision in ('exact', 'day', 'unknown')),
    answered_by text check (answered_by in ('asker', 'staff', 'moderator', 'helper', 'member')),
    answer_id bigint,
    answerer_id bigint references users (id),
    staff_answered_at timestamp,
    staff_answer_precision text check (staff_answer_precision in ('exact', 'day', 'unknown')),
    staff_answer_id bigint,
    staff_answerer_id bigint references users (id),
    resolved_at timestamp,
    resolution_precision text check (resolution_precision in ('exact', 'day', 'unknown')),
    resolved_how text check (resolved_how in ('confirmed', 'declared', 'own', 'accepted', 'article', 'duplicate')),
    resolution_undone_at timestamp,
    accepted_reply_id bigint,
    settling_article_id bigint,
    reopened_count bigint not null,
    closed_at timestamp,
    close_reason text check (close_reason in ('duplicate', 'off_topic', 'unclear', 'outdated', 'other')),
    original_id bigint,
    removed_at timestamp,
    removal text check (removal in ('asker', 'spam', 'off_topic', 'other')),
    merged_into_id bigint,
    me_too_count bigint not null,
    turn text not null check (turn in ('asker', 'helpers')),
    turn_since timestamp not null,
    anomaly text,
    derived_at timestamp not null,
    check ((answer_precision is null) = (answer_id is null)),
    check ((staff_answer_precision is null) = (staff_answer_id is null)),
    check ((resolution_precision is null) = (resolved_how is null)),
    check (answered_at >= asked_at),
    check (resolved_at >= asked_at)
);
create index question_outcomes_by_time on question_outcomes (asked_at, thread_id);
create index question_outcomes_by_category_time on question_outcomes (category_id, asked_at, thread_id);
create index question_outcomes_by_original on question_outcomes (original_id) where original_id is not null;
create index question_outcomes_strange on question_outcomes (anomaly, thread_id) where anomaly is not null;
create table question_fills (
    follower text primary key not null,
    derivation bigint not null,
    filled_to bigint,
    began_at timestamp not null,
    ended_at timestamp
);
