-- Another address of an account waits here until its letter is answered; the letter's secret has a purpose of its own.
create table address_changes (
    user_id bigint primary key not null references users (id) on delete cascade,
    email text not null,
    asked_at timestamp not null,
    expires_at timestamp not null
);
create index address_changes_by_expiry on address_changes (expires_at);
create table tokens_anew (
    id integer primary key not null,
    purpose text not null check (purpose in ('confirm_sign_up', 'reset_password', 'claim_account', 'change_address')),
    sign_up_id bigint references sign_ups (id) on delete cascade,
    user_id bigint references users (id) on delete cascade,
    token_hash text not null unique,
    created_at timestamp not null,
    expires_at timestamp not null,
    used_at timestamp,
    check ((purpose = 'confirm_sign_up') = (sign_up_id is not null)),
    check ((purpose = 'confirm_sign_up') = (user_id is null))
);
insert into tokens_anew select * from tokens;
drop table tokens;
alter table tokens_anew rename to tokens;
create index tokens_by_sign_up on tokens (sign_up_id);
create index tokens_by_user on tokens (user_id);
create index tokens_by_expiry on tokens (expires_at);
