drop index searches_by_time;
create index searches_by_time on searches (searched_at);
alter table searches drop column answer_opened_at;
alter table ask_sessions drop column answer_opened_at;
alter table ask_sessions drop column opened_at;
