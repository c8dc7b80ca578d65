-- What happened to each question: rows are added as it happens and never changed, so that each figure can show what it is made of.
create table question_facts (
    id integer primary key not null,
    thread_id bigint not null references threads (id) on delete cascade,
    kind text not null,
    happened_at timestamp,
    precision text not null check (precision in ('exact', 'day', 'unknown')),
    by_id bigint references users (id),
    on_behalf_of_id bigint references users (id),
    reply_id bigint references replies (id) on delete cascade,
    article_id bigint references articles (id),
    other_id bigint references threads (id) on delete cascade,
    detail text,
    check ((precision = 'unknown') = (happened_at is null)),
    check ((kind in ('answered', 'withdrawn', 'reinstated', 'parted', 'accepted', 'carried', 'unaccepted', 'carried_back')) = (reply_id is not null)),
    check ((kind in ('linked', 'unlinked', 'confirmed')) = (article_id is not null)),
    check (kind in ('closed', 'merged') or other_id is null),
    check ((kind in ('answered', 'closed', 'deleted')) = (detail is not null)),
    check (kind in ('asked', 'answered', 'withdrawn', 'reinstated', 'parted', 'accepted', 'carried', 'unaccepted', 'carried_back',
        'linked', 'unlinked', 'confirmed', 'reopened', 'closed', 'opened', 'deleted', 'restored', 'merged', 'unmerged'))
);
create index question_facts_by_thread on question_facts (thread_id, id);
create index question_facts_by_reply on question_facts (reply_id, id) where reply_id is not null;
create index question_facts_by_other on question_facts (other_id) where other_id is not null;
