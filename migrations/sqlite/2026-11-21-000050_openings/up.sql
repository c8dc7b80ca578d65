-- Old addresses may name a thread by the post that it starts with.
create table new_origins (
    source text not null,
    noun text not null check (
        noun in ('user', 'category', 'tag', 'thread', 'opening', 'reply', 'comment', 'moderation')
    ),
    source_id bigint not null,
    family text not null check (family in ('stackexchange', 'discourse', 'demo')),
    noun_id bigint not null,
    number bigint,
    primary key (source, noun, source_id)
);
insert into new_origins (source, noun, source_id, family, noun_id, number)
select source, noun, source_id, family, noun_id, number from origins;
drop table origins;
alter table new_origins rename to origins;
create index origins_by_family on origins (family, noun, source_id);
create index origins_by_noun on origins (noun, noun_id);
