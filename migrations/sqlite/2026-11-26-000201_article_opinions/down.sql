drop table article_opinions;
