-- Who signed up in a way that programs do: why, and how a moderator decided; a sign-up keeps why, and from where, until it runs out.
alter table sign_ups add column doubt text;
alter table sign_ups add column network text;
create index sign_ups_by_network on sign_ups (network, created_at) where network is not null;
create table doubts (
    user_id bigint primary key not null references users (id) on delete cascade,
    reason text not null,
    opened_at timestamp not null,
    decided_at timestamp,
    decided_by_id bigint references users (id),
    decision text,
    check ((decided_at is null) = (decision is null))
);
create index doubts_waiting on doubts (opened_at, user_id) where decided_at is null;
create index doubts_by_decider on doubts (decided_by_id, decided_at, user_id) where decided_by_id is not null;
