-- How often the same words were searched for within each period, and how it ended: kept with each search, so that the report
-- reads a page of rows, however many searches there were.
create table search_periods (
    days bigint primary key not null,
    search_count bigint not null default 0 check (search_count >= 0),
    none_count bigint not null default 0 check (none_count >= 0),
    unopened_count bigint not null default 0 check (unopened_count >= 0),
    check (none_count + unopened_count <= search_count)
);
insert into search_periods (days) values (7), (30), (90);
create table searched_words (
    id integer primary key not null,
    days bigint not null references search_periods (days),
    words text not null check (words <> ''),
    search_count bigint not null check (search_count >= 0),
    none_count bigint not null check (none_count >= 0),
    unopened_count bigint not null check (unopened_count >= 0),
    unanswered_count bigint not null check (unanswered_count = none_count + unopened_count),
    searched_at timestamp not null,
    check (unanswered_count <= search_count),
    unique (days, words)
);
create index searched_words_by_need on searched_words (days, unanswered_count, id);
