-- A second factor beside the password. The secret has a table of its own, which no page, list or export reads, since it must be there
-- as it is to work out codes; recovery codes and the step between password and code are kept as hashes.
create table second_factors (
    user_id bigint primary key not null references users (id) on delete cascade,
    secret text not null,
    used_step bigint not null default 0,
    begun_at timestamp not null,
    confirmed_at timestamp
);
create table recovery_codes (
    code_hash text primary key not null,
    user_id bigint not null references second_factors (user_id) on delete cascade
);
create index recovery_codes_by_user on recovery_codes (user_id);
create table second_steps (
    token_hash text primary key not null,
    user_id bigint not null references users (id) on delete cascade,
    expires_at timestamp not null
);
create index second_steps_by_user on second_steps (user_id);
create index second_steps_by_expiry on second_steps (expires_at);
