-- Which answers the newest text of an article leads to, so that it can say when one of them is deleted.
create table article_citations (
    article_id bigint not null references articles (id) on delete cascade,
    reply_id bigint not null references replies (id) on delete cascade,
    primary key (article_id, reply_id)
);
create index article_citations_by_reply on article_citations (reply_id, article_id);
