-- What a running community changes; and the form keys that were already used, so that no post is made twice.
create table settings (
    name text primary key not null,
    value text not null,
    changed_at timestamp not null
);
create table submissions (
    user_id bigint not null references users (id) on delete cascade,
    form_key text not null,
    post_id bigint,
    submitted_at timestamp not null,
    primary key (user_id, form_key)
);
create index submissions_by_time on submissions (submitted_at);
