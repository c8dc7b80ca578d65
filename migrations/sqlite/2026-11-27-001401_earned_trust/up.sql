-- Trust is earned by conduct: days with a visit are counted, and whoever did something since waits to be weighed.
alter table users add column visited_day_count bigint not null default 0;
alter table users add column unweighed_at timestamp;
alter table users add column fell_at timestamp;
create index users_to_weigh on users (unweighed_at, id) where unweighed_at is not null;
create index cases_of_author on cases (author_id, decided_at) where decided_at is not null;
create index helpers_by_user on helpers (user_id);
update users set visited_day_count = 1 where seen_at is not null;
update users set trust = 'member' where trust = 'newcomer' and thread_count + reply_count > 0;
