-- Reports count what articles answered, solved and were thought of within a period.
create index article_links_in_time on article_links (kind, linked_at, article_id, thread_id) where ended_at is null;
create index article_links_of_article_in_time on article_links (article_id, kind, linked_at, thread_id) where ended_at is null;
create index article_opinions_in_time on article_opinions (given_at, article_id, has_helped);
drop index ask_sessions_by_article;
create index ask_sessions_by_article on ask_sessions (article_id, ending, began_at, category_id);
create index ask_sessions_solved on ask_sessions (began_at, article_id, category_id) where ending = 'solved' and article_id is not null;
