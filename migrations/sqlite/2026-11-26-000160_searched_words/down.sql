drop table searched_words;
drop table search_periods;
