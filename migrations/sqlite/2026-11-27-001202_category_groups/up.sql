-- What the people of a group may do in a private category; whoever is in several groups has the most of it.
alter table groups add column description text not null default '';
create table category_groups (
    category_id bigint not null references categories (id) on delete cascade,
    group_id bigint not null references groups (id) on delete cascade,
    level text not null check (level in ('see', 'ask', 'answer', 'moderate')),
    primary key (category_id, group_id)
);
create index category_groups_by_group on category_groups (group_id);
create index groups_in_order on groups (built_in desc, name);
