-- A session is a row, so that it can be revoked; every token is stored hashed.
create table sessions (
    id integer primary key not null,
    user_id bigint not null references users (id) on delete cascade,
    token_hash text not null unique,
    agent text not null,
    created_at timestamp not null,
    seen_at timestamp not null,
    expires_at timestamp not null
);
create index sessions_by_user on sessions (user_id);
create index sessions_by_expiry on sessions (expires_at);
create table sign_ups (
    id integer primary key not null,
    name text not null,
    email text not null,
    email_folded text not null,
    password_hash text not null,
    question text,
    created_at timestamp not null,
    expires_at timestamp not null
);
create index sign_ups_by_email on sign_ups (email_folded);
create index sign_ups_by_expiry on sign_ups (expires_at);
create table tokens (
    id integer primary key not null,
    purpose text not null check (purpose in ('confirm_sign_up', 'reset_password', 'claim_account')),
    sign_up_id bigint references sign_ups (id) on delete cascade,
    user_id bigint references users (id) on delete cascade,
    token_hash text not null unique,
    created_at timestamp not null,
    expires_at timestamp not null,
    used_at timestamp,
    check ((purpose = 'confirm_sign_up') = (sign_up_id is not null)),
    check ((purpose = 'confirm_sign_up') = (user_id is null))
);
create index tokens_by_sign_up on tokens (sign_up_id);
create index tokens_by_user on tokens (user_id);
create index tokens_by_expiry on tokens (expires_at);
create table sign_in_failures (
    subject text primary key not null,
    failure_count bigint not null,
    failed_at timestamp not null
);
create index sign_in_failures_by_time on sign_in_failures (failed_at);
