-- Articles are suggested to askers too, and may be what ended a visit to the ask form.
create table ask_article_suggestions (
    ask_session_id bigint not null references ask_sessions (id) on delete cascade,
    article_id bigint not null references articles (id) on delete cascade,
    position bigint not null check (position > 0),
    shown_at timestamp not null,
    opened_at timestamp,
    primary key (ask_session_id, article_id)
);
create index ask_article_suggestions_by_article on ask_article_suggestions (article_id);
alter table ask_sessions add column article_id bigint references articles (id) on delete set null check (article_id is null or thread_id is null);
create index ask_sessions_by_article on ask_sessions (article_id);
