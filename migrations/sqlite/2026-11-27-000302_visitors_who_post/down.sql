drop index ask_sessions_by_category;
create index ask_sessions_by_category on ask_sessions (category_id);
drop index ask_sessions_by_effect;
drop index ask_sessions_by_ending;
alter table ask_sessions drop column has_posted;
alter table ask_sessions drop column earlier_at;
