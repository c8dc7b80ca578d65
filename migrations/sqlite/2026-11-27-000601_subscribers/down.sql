drop table subscriber_tags;
drop table subscriber_categories;
drop table subscribers;
