drop index ask_sessions_by_article;
alter table ask_sessions drop column article_id;
drop table ask_article_suggestions;
