-- Each search of a year and what was opened from it, without who searched; counted_days is the shortest period that still counts it.
create table searches (
    key bigint primary key not null check (key > 0),
    words text not null check (words <> ''),
    searched_at timestamp not null,
    result_count bigint not null check (result_count >= 0),
    is_signed_in boolean not null,
    opened_at timestamp,
    counted_days bigint references search_periods (days)
);
create index searches_by_time on searches (searched_at);
create index searches_by_period on searches (counted_days, searched_at);
create table search_openings (
    search_key bigint not null references searches (key) on delete cascade,
    thread_id bigint not null references threads (id) on delete cascade,
    position bigint not null check (position > 0),
    opened_at timestamp not null,
    primary key (search_key, thread_id)
);
create index search_openings_by_thread on search_openings (thread_id);
