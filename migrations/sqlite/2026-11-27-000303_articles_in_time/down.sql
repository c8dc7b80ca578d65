drop index ask_sessions_solved;
drop index ask_sessions_by_article;
create index ask_sessions_by_article on ask_sessions (article_id);
drop index article_opinions_in_time;
drop index article_links_of_article_in_time;
drop index article_links_in_time;
