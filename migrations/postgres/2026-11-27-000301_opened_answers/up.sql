-- When a visit to the ask form, or a search, first led to an opened suggestion or result, and first to one that held an answer: an
-- article, or a thread that was resolved. For what is here already, threads count that are resolved now.
alter table ask_sessions add column opened_at timestamp;
alter table ask_sessions add column answer_opened_at timestamp;
alter table searches add column answer_opened_at timestamp;
create temporary table opened_suggestions as
    select ask_session_id, min(opened_at) as opened_at, min(answer_opened_at) as answer_opened_at from (
        select s.ask_session_id, s.opened_at, case when t.standing = 'resolved' then s.opened_at end as answer_opened_at
        from ask_suggestions s inner join threads t on t.id = s.thread_id where s.opened_at is not null
        union all
        select ask_session_id, opened_at, opened_at from ask_article_suggestions where opened_at is not null
    ) as opened group by ask_session_id;
create temporary table opened_results as
    select search_key, min(opened_at) as opened_at from (
        select o.search_key, o.opened_at from search_openings o inner join threads t on t.id = o.thread_id where t.standing = 'resolved'
        union all
        select search_key, opened_at from search_article_openings
    ) as opened group by search_key;
update ask_sessions set opened_at = o.opened_at, answer_opened_at = o.answer_opened_at from opened_suggestions o where o.ask_session_id = ask_sessions.id;
update searches set answer_opened_at = o.opened_at from opened_results o where o.search_key = searches.key;
drop table opened_suggestions;
drop table opened_results;
drop index searches_by_time;
create index searches_by_time on searches (searched_at, key, result_count, opened_at, article_count, answer_opened_at);
