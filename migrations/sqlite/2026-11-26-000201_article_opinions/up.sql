-- Whether an article helped, once for each visitor, who is known by a hash of a random cookie and needs no account.
create table article_opinions (
    article_id bigint not null references articles (id) on delete cascade,
    visitor text not null,
    has_helped boolean not null,
    reason text not null default '',
    given_at timestamp not null,
    primary key (article_id, visitor)
);
create index article_opinions_by_time on article_opinions (article_id, given_at);
