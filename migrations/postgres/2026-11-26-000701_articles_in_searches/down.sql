drop index searched_words_by_lack_of_article;
alter table searched_words drop column no_article_count;
alter table searches drop column article_count;
drop table search_article_openings;
