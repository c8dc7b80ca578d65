drop table watched_words;
