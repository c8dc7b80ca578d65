-- Where imported things came from: a second run changes nothing, and old addresses redirect.
create table origins (
    source text not null,
    noun text not null check (noun in ('user', 'category', 'tag', 'thread', 'reply', 'comment', 'moderation')),
    source_id bigint not null,
    family text not null check (family in ('stackexchange', 'discourse', 'demo')),
    noun_id bigint not null,
    primary key (source, noun, source_id)
);
create index origins_by_family on origins (family, noun, source_id);
create index origins_by_noun on origins (noun, noun_id);
create table import_runs (
    id integer primary key not null,
    source text not null,
    family text not null,
    started_at timestamp not null,
    finished_at timestamp,
    report text
);
