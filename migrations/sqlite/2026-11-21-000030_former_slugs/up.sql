-- An address that a category had before still leads to it.
create table former_slugs (
    slug text primary key not null,
    category_id bigint not null references categories (id) on delete cascade,
    left_at timestamp not null
);
create index former_slugs_by_category on former_slugs (category_id);
