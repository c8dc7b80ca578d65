-- Another address of an account waits here until its letter is answered; the letter's secret has a purpose of its own.
create table address_changes (
    user_id bigint primary key not null references users (id) on delete cascade,
    email text not null,
    asked_at timestamp not null,
    expires_at timestamp not null
);
create index address_changes_by_expiry on address_changes (expires_at);
alter table tokens drop constraint tokens_purpose_check;
alter table tokens add constraint tokens_purpose_check check (purpose in ('confirm_sign_up', 'reset_password', 'claim_account', 'change_address'));
