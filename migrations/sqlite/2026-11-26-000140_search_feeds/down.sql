drop table search_feeds;
