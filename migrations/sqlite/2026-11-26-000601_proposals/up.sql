-- What a group of repeated questions proposes, which threads it was about when somebody decided, and what they decided; the figures are those of its rank.
create table proposals (
    id integer primary key not null,
    kind text not null check (kind in ('answer', 'article', 'linking', 'revision')),
    state text not null check (state in ('open', 'adopted', 'done', 'declined', 'merged', 'lapsed')),
    group_id bigint references repeat_groups (id) on delete set null,
    article_id bigint references articles (id),
    into_id bigint references proposals (id),
    audience text not null check (audience in ('public', 'signed_in', 'staff')),
    version bigint not null default 1,
    people_count bigint not null,
    member_count bigint not null,
    asker_count bigint not null,
    me_too_count bigint not null,
    view_count bigint not null,
    open_count bigint not null,
    recent_count bigint not null,
    unhelpful_count bigint not null default 0,
    made_at timestamp not null,
    changed_at timestamp not null,
    weighed_at timestamp not null,
    decided_at timestamp,
    decided_by_id bigint references users (id),
    title text not null,
    reason text not null default '',
    check ((state in ('open', 'lapsed')) = (decided_at is null)),
    check (kind in ('answer', 'article') or article_id is not null)
);
create unique index proposals_open_of_group on proposals (group_id, kind) where state = 'open';
create unique index proposals_open_of_article on proposals (article_id) where state = 'open' and kind = 'revision';
create index proposals_by_people on proposals (state, people_count, id);
create index proposals_by_kind on proposals (state, kind, people_count, id);
create index proposals_by_group on proposals (group_id, state);
create index proposals_by_article on proposals (article_id, state);
create index proposals_by_age on proposals (state, weighed_at, id);
create index proposals_by_outcome on proposals (state, kind, decided_at, id) where decided_at is not null;
create index proposals_by_decision on proposals (decided_at, id) where decided_at is not null;
create table proposal_members (
    proposal_id bigint not null references proposals (id) on delete cascade,
    thread_id bigint not null references threads (id) on delete cascade,
    is_ticked boolean,
    primary key (proposal_id, thread_id)
);
create index proposal_members_by_thread on proposal_members (thread_id, proposal_id);
alter table repeat_groups add column weighed_at timestamp;
create index repeat_groups_by_weighing on repeat_groups (weighed_at, id);
create index article_links_ended on article_links (article_id, ended_at) where ended_at is not null;
create index acceptances_ended on acceptances (thread_id, ended_at) where ended_at is not null;
