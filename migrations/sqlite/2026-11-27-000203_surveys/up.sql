-- How satisfied askers were, and how easy it was, asked once for each question that was resolved.
create table surveys (
    id integer primary key not null,
    thread_id bigint not null references threads (id) on delete cascade,
    user_id bigint not null references users (id),
    invited_at timestamp not null,
    posted_at timestamp,
    answered_at timestamp,
    rating bigint check (rating between 1 and 5),
    effort bigint check (effort between 1 and 5),
    comment text check (comment <> ''),
    check ((answered_at is null) = (rating is null)),
    check ((answered_at is null) = (effort is null)),
    check (comment is null or answered_at is not null),
    check (answered_at >= invited_at)
);
create unique index surveys_by_thread on surveys (thread_id);
create index surveys_by_invitation on surveys (invited_at, id);
create index surveys_by_person on surveys (user_id, id);
create index surveys_with_comment on surveys (invited_at, id) where comment is not null;
-- Whoever is due is found among the questions that were resolved lately.
create index question_outcomes_by_resolution on question_outcomes (resolved_at, thread_id) where resolved_at is not null;
