drop table see_alsos;
drop table article_words;
drop table article_tags;
drop table article_revisions;
drop table articles;
drop table sections;
