-- Who has written keeps the trust of a member: nothing tells who had it before.
drop index helpers_by_user;
drop index cases_of_author;
drop index users_to_weigh;
alter table users drop column fell_at;
alter table users drop column unweighed_at;
alter table users drop column visited_day_count;
