-- Each asker is asked once by letter whether an answer solved their question; the row comes with the job of its letter.
create table reminders (
    thread_id bigint primary key not null references threads (id) on delete cascade,
    asker_id bigint not null references users (id),
    answer_id bigint not null,
    reminded_at timestamp not null,
    posted_at timestamp,
    response text check (response in ('solved', 'not_working')),
    responded_at timestamp,
    check ((response is null) = (responded_at is null))
);
create index reminders_by_asker on reminders (asker_id, reminded_at);
-- Whoever is due is found among the questions that nothing settled yet.
create index question_outcomes_unsettled on question_outcomes (answered_at, thread_id)
    where resolved_how is null and close_reason is null and removal is null and merged_into_id is null;
