drop table article_citations;
