drop index closures_by_thread;
drop index article_links_by_thread;
drop index acceptances_by_thread;
