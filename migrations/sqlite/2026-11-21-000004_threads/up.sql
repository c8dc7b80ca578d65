-- What a member starts. The long columns stand last, so that a list need not read past them.
create table threads (
    id integer primary key not null,
    category_id bigint not null references categories (id),
    kind text not null check (kind in ('question', 'discussion', 'announcement')),
    standing text not null check (standing in ('talk', 'unanswered', 'answered', 'resolved', 'closed')),
    author_id bigint references users (id),
    author_name text,
    created_at timestamp not null,
    edited_at timestamp,
    active_at timestamp not null,
    reply_count bigint not null default 0,
    comment_count bigint not null default 0,
    up_count bigint not null default 0,
    down_count bigint not null default 0,
    score bigint not null default 0,
    me_too_count bigint not null default 0,
    view_count bigint not null default 0,
    pinned_at timestamp,
    locked_at timestamp,
    deleted_at timestamp,
    deleted_by_id bigint references users (id),
    renderer smallint not null,
    title text not null,
    template_answers text not null default '[]',
    body_markdown text not null,
    body_html text not null,
    body_source text,
    check (score = up_count - down_count),
    check (kind = 'question' or standing in ('talk', 'closed')),
    check (kind <> 'question' or standing <> 'talk')
);
create index threads_by_activity on threads (active_at, id) where deleted_at is null;
create index threads_by_category_activity on threads (category_id, active_at, id) where deleted_at is null;
create index threads_by_standing_activity on threads (standing, active_at, id) where deleted_at is null;
create index threads_by_category_standing_activity on threads (category_id, standing, active_at, id) where deleted_at is null;
create index threads_open_by_activity on threads (active_at, id) where deleted_at is null and standing in ('unanswered', 'answered');
create index threads_open_by_category_activity on threads (category_id, active_at, id) where deleted_at is null and standing in ('unanswered', 'answered');
create index threads_by_newness on threads (created_at, id) where deleted_at is null;
create index threads_by_category_newness on threads (category_id, created_at, id) where deleted_at is null;
create index threads_by_standing_newness on threads (standing, created_at, id) where deleted_at is null;
create index threads_by_category_standing_newness on threads (category_id, standing, created_at, id) where deleted_at is null;
create index threads_open_by_newness on threads (created_at, id) where deleted_at is null and standing in ('unanswered', 'answered');
create index threads_open_by_category_newness on threads (category_id, created_at, id) where deleted_at is null and standing in ('unanswered', 'answered');
create index threads_by_score on threads (score, id) where deleted_at is null;
create index threads_by_category_score on threads (category_id, score, id) where deleted_at is null;
create index threads_by_standing_score on threads (standing, score, id) where deleted_at is null;
create index threads_by_category_standing_score on threads (category_id, standing, score, id) where deleted_at is null;
create index threads_open_by_score on threads (score, id) where deleted_at is null and standing in ('unanswered', 'answered');
create index threads_open_by_category_score on threads (category_id, score, id) where deleted_at is null and standing in ('unanswered', 'answered');
create index threads_pinned on threads (category_id, pinned_at, id) where deleted_at is null and pinned_at is not null;
create index threads_by_author on threads (author_id, created_at, id);
create index threads_by_renderer on threads (renderer, id);
create table thread_tags (
    thread_id bigint not null references threads (id) on delete cascade,
    tag_id bigint not null references tags (id),
    primary key (thread_id, tag_id)
);
create index thread_tags_by_tag on thread_tags (tag_id, thread_id);
