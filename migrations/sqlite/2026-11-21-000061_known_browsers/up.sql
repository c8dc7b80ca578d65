-- Where an account was signed in before, in a few words, so that a new place is told by letter; sessions keep no more than that.
create table known_browsers (
    id integer primary key not null,
    user_id bigint not null references users (id) on delete cascade,
    browser text not null,
    network text not null,
    first_seen_at timestamp not null,
    seen_at timestamp not null,
    unique (user_id, browser, network)
);
create index known_browsers_by_time on known_browsers (seen_at);
alter table users add column told_sign_in_at timestamp;
alter table sessions add column network text not null default '';
update sessions set agent = '?/?';
