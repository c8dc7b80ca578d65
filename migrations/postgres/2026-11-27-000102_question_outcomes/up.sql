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
    accepted_author_id bigint references users (id),
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
    is_open boolean not null,
    anomaly text,
    check ((answer_precision is null) = (answer_id is null)),
    check ((staff_answer_precision is null) = (staff_answer_id is null)),
    check ((resolution_precision is null) = (resolved_how is null)),
    check (answered_at >= asked_at),
    check (resolved_at >= asked_at)
);
create index question_outcomes_by_original on question_outcomes (original_id) where original_id is not null;
create index question_outcomes_strange on question_outcomes (anomaly, thread_id) where anomaly is not null;
-- The same in the few numbers that figures read, a million of them at a time; times in whole seconds of the Unix clock.
create table question_figures (
    thread_id bigint primary key not null references threads (id) on delete cascade,
    category_id bigint not null references categories (id),
    asker_id bigint references users (id),
    asked_second bigint not null,
    people bigint not null check (people > 0),
    answered_by text check (answered_by in ('asker', 'staff', 'moderator', 'helper', 'member')),
    answer_second bigint,
    answer_is_of_day boolean not null,
    answerer_id bigint references users (id),
    has_staff_answer boolean not null,
    staff_answer_second bigint,
    resolved_how text check (resolved_how in ('confirmed', 'declared', 'own', 'accepted', 'article', 'duplicate')),
    resolution_second bigint,
    resolution_is_of_day boolean not null,
    accepted_author_id bigint references users (id),
    accepts_first_answer boolean,
    was_reopened boolean not null,
    removal_second bigint,
    is_open boolean not null,
    turn text not null check (turn in ('asker', 'helpers')),
    left_out text check (left_out in ('spam', 'off_topic', 'merged', 'undatable')),
    is_strange boolean not null,
    check (left_out is null or not is_open),
    check (answer_second >= asked_second and staff_answer_second >= asked_second and resolution_second >= asked_second)
);
create index question_figures_by_time on question_figures (asked_second, thread_id);
create index question_figures_by_category_time on question_figures (category_id, asked_second, thread_id);
create index question_figures_left_out on question_figures (left_out, asked_second, category_id) where left_out is not null;
create index question_figures_open on question_figures (turn, asked_second, category_id) where is_open;
create index question_figures_strange on question_figures (thread_id) where is_strange;
create index question_figures_waiting on question_figures (asked_second, category_id) where is_open and answered_by is null;
create table question_fills (
    follower text primary key not null,
    derivation bigint not null,
    filled_to bigint,
    began_at timestamp not null,
    ended_at timestamp
);
