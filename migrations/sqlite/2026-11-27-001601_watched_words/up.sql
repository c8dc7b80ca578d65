-- Words and patterns that are looked for in what is posted, each with what happens when it stands there.
create table watched_words (
    id integer primary key autoincrement not null,
    form text not null,
    words text not null,
    deed text not null,
    substitute text not null default '',
    made_by_id bigint references users (id),
    changed_at timestamp not null
);
create index watched_words_in_order on watched_words (words, id);
