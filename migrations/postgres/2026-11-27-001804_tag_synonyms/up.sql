-- People type several names for one thing: each of these leads to its tag.
create table tag_synonyms (
    name text primary key not null,
    tag_id bigint not null references tags (id) on delete cascade,
    made_at timestamp not null
);
create index tag_synonyms_by_tag on tag_synonyms (tag_id, name);
