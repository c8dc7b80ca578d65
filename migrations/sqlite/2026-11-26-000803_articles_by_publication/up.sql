-- A feed tells the articles that were published last.
create index articles_by_publication on articles (state, published_at, id);
