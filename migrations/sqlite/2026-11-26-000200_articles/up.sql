-- What is worth keeping is written once, in sections; every saved version of it stays. The long columns stand last, so that a list need not read past them.
create table sections (
    id integer primary key not null,
    parent_id bigint references sections (id),
    name text not null,
    description text not null default '',
    position bigint not null,
    created_at timestamp not null,
    article_count bigint not null default 0,
    signed_in_count bigint not null default 0,
    public_count bigint not null default 0,
    check (parent_id <> id)
);
create table articles (
    id integer primary key not null,
    section_id bigint not null references sections (id),
    state text not null check (state in ('draft', 'review', 'published', 'retired')),
    audience text not null check (audience in ('public', 'signed_in', 'staff')),
    language text not null,
    original_id bigint references articles (id),
    author_id bigint references users (id),
    reviewer_id bigint references users (id),
    owner_id bigint references users (id),
    created_at timestamp not null,
    edited_at timestamp not null,
    published_at timestamp,
    reviewed_at timestamp,
    review_at timestamp,
    version bigint not null default 1,
    view_count bigint not null default 0,
    helpful_count bigint not null default 0,
    unhelpful_count bigint not null default 0,
    answer_count bigint not null default 0,
    renderer smallint not null,
    title text not null,
    short_answer text not null,
    body_markdown text not null,
    body_html text not null,
    check (original_id <> id),
    check (state <> 'published' or published_at is not null)
);
create unique index articles_in_languages on articles (original_id, language) where original_id is not null;
create index articles_by_state on articles (state, id);
create index articles_by_section_views on articles (section_id, state, view_count, id);
create index articles_by_views on articles (state, view_count, id);
create index articles_by_help on articles (state, helpful_count, id);
create index articles_by_lack_of_help on articles (state, unhelpful_count, id);
create index articles_by_answers on articles (state, answer_count, view_count, id);
create index articles_by_edit on articles (state, edited_at, id);
create index articles_by_review on articles (state, review_at, id);
create index articles_by_renderer on articles (renderer, id);
create index articles_by_author on articles (author_id, id);
create table article_revisions (
    article_id bigint not null references articles (id) on delete cascade,
    number bigint not null check (number >= 1),
    editor_id bigint references users (id),
    created_at timestamp not null,
    reason text not null default '',
    title text not null,
    short_answer text not null,
    tags text not null,
    body_markdown text not null,
    primary key (article_id, number)
);
create table article_tags (
    article_id bigint not null references articles (id) on delete cascade,
    tag_id bigint not null references tags (id),
    primary key (article_id, tag_id)
);
create index article_tags_by_tag on article_tags (tag_id, article_id);
create table article_words (
    word text not null,
    article_id bigint not null references articles (id) on delete cascade,
    primary key (word, article_id)
);
create index article_words_by_article on article_words (article_id);
create table see_alsos (
    article_id bigint not null references articles (id) on delete cascade,
    other_id bigint not null references articles (id) on delete cascade,
    place bigint not null,
    primary key (article_id, other_id),
    check (article_id <> other_id)
);
create index see_alsos_by_other on see_alsos (other_id);
