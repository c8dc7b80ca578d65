-- Whoever answers hears what else is said there, unless they would rather not.
alter table users add column watches_answered boolean not null default true;
