-- Searches find articles too: which of them were opened, and which words find none, so that writers see what is missing.
create table search_article_openings (
    search_key bigint not null references searches (key) on delete cascade,
    article_id bigint not null references articles (id) on delete cascade,
    position bigint not null check (position > 0),
    opened_at timestamp not null,
    primary key (search_key, article_id)
);
create index search_article_openings_by_article on search_article_openings (article_id);
alter table searches add column article_count bigint check (article_count >= 0);
alter table searched_words add column no_article_count bigint not null default 0 check (no_article_count between 0 and search_count);
create index searched_words_by_lack_of_article on searched_words (days, no_article_count, id);
