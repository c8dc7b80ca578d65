-- What moderators said to people about their conduct, with its reason and its end. That somebody is suspended stays a column of
-- theirs, which every request asks; its end stands beside it.
create table restraints (
    id integer primary key autoincrement not null,
    user_id bigint not null references users (id) on delete cascade,
    kind text not null check (kind in ('warning', 'silence', 'suspension')),
    reason text not null,
    begun_at timestamp not null,
    begun_by_id bigint references users (id),
    ends_at timestamp,
    ended_at timestamp,
    ended_by_id bigint references users (id),
    read_at timestamp,
    thread_id bigint references threads (id) on delete set null,
    reply_id bigint references replies (id) on delete set null,
    comment_id bigint references comments (id) on delete set null
);
create index restraints_by_user on restraints (user_id, id);
create index restraints_unread on restraints (user_id, id) where kind = 'warning' and ended_at is null and read_at is null;
create index restraints_silencing on restraints (user_id, id) where kind = 'silence' and ended_at is null;
create index restraints_suspending on restraints (user_id, id) where kind = 'suspension' and ended_at is null;
alter table users add column suspended_until timestamp;
create index users_suspended_until on users (suspended_until) where suspended_until is not null;
insert into restraints (user_id, kind, reason, begun_at)
select users.id, 'suspension', coalesce((
    select moderations.reason from moderations
    where moderations.user_id = users.id and moderations.act = 'suspend' order by moderations.id desc limit 1
), ''), users.suspended_at
from users where users.suspended_at is not null;
create index restraints_by_thread on restraints (thread_id) where thread_id is not null;
create index restraints_by_reply on restraints (reply_id) where reply_id is not null;
create index restraints_by_comment on restraints (comment_id) where comment_id is not null;
