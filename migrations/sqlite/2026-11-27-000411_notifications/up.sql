-- What happened that people are told of is one row, written with the fact, and what each of them is told another: a fact that is
-- undone ends one row, however many people were told.
create table tidings (
    id integer primary key not null,
    kind text not null check (kind in ('asked', 'replied', 'commented', 'accepted', 'linked', 'solved', 'moderated')),
    thread_id bigint not null references threads (id) on delete cascade,
    reply_id bigint references replies (id) on delete set null,
    comment_id bigint references comments (id) on delete cascade,
    article_id bigint references articles (id) on delete cascade,
    act text,
    reason text not null default '',
    by_id bigint references users (id),
    happened_at timestamp not null,
    ended_at timestamp,
    check ((act is not null) = (kind = 'moderated'))
);
create index tidings_by_thread on tidings (thread_id, kind);
create index tidings_by_reply on tidings (reply_id, kind) where reply_id is not null;
create index tidings_by_comment on tidings (comment_id, kind) where comment_id is not null;
create index tidings_by_time on tidings (happened_at, id);
create table notifications (
    tiding_id bigint not null references tidings (id) on delete cascade,
    user_id bigint not null references users (id) on delete cascade,
    thread_id bigint not null references threads (id) on delete cascade,
    kind text not null check (kind in ('answered', 'watched', 'around', 'accepted', 'mentioned', 'commented', 'solved', 'article', 'moderated')),
    happened_at timestamp not null,
    read_at timestamp,
    primary key (tiding_id, user_id)
);
create index notifications_by_person on notifications (user_id, tiding_id);
create index notifications_unread on notifications (user_id, tiding_id) where read_at is null;
create index notifications_unread_by_thread on notifications (user_id, thread_id) where read_at is null;
-- The texts of merged threads are replies of another one: whoever watches a merged thread watches where it stands.
create index replies_that_open on replies (thread_id) where opens_id is not null;
