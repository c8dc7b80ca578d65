-- A way in for whom it was given to: by a link that several may use, or by a letter to one address.
create table invitations (
    id integer primary key not null,
    token_hash text unique,
    email text,
    most_uses bigint not null check (most_uses between 1 and 1000),
    use_count bigint not null default 0 check (use_count between 0 and most_uses),
    invited_by_id bigint references users (id) on delete set null,
    invited_at timestamp not null,
    expires_at timestamp not null,
    ended_at timestamp,
    check (email is null or most_uses = 1)
);
create index invitations_in_time on invitations (invited_at, id);
create index invitations_by_inviter on invitations (invited_by_id);
create table invitation_groups (
    invitation_id bigint not null references invitations (id) on delete cascade,
    group_id bigint not null references groups (id) on delete cascade,
    primary key (invitation_id, group_id)
);
create index invitation_groups_by_group on invitation_groups (group_id);
create table invited_sign_ups (
    sign_up_id bigint primary key not null references sign_ups (id) on delete cascade,
    invitation_id bigint not null references invitations (id) on delete cascade
);
create index invited_sign_ups_by_invitation on invited_sign_ups (invitation_id);
