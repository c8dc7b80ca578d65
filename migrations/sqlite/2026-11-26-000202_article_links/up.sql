-- Which article answers which thread, or has to do with it: a row for each time that somebody says so; one that is taken back gets its end.
create table article_links (
    id integer primary key not null,
    thread_id bigint not null references threads (id) on delete cascade,
    article_id bigint not null references articles (id),
    kind text not null check (kind in ('answers', 'related')),
    linked_by_id bigint references users (id),
    linked_at timestamp not null,
    confirmed_at timestamp,
    ended_at timestamp,
    ended_by_id bigint references users (id)
);
create unique index article_links_in_force on article_links (thread_id, article_id) where ended_at is null;
create index article_links_by_article on article_links (article_id, kind, id) where ended_at is null;
alter table reopenings add column article_link_id bigint references article_links (id);
