alter table reopenings drop column article_link_id;
drop table article_links;
