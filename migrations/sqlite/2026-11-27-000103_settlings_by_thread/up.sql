-- All that ever settled a question or closed it is read when its outcome is derived, also what has ended.
create index acceptances_by_thread on acceptances (thread_id, id);
create index article_links_by_thread on article_links (thread_id, id);
create index closures_by_thread on closures (thread_id, id);
