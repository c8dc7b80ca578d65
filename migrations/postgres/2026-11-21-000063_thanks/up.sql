-- Who thanked for a reply; counted on the reply, and over the replies of a person together with their votes.
create table thanks (
    reply_id bigint not null references replies (id) on delete cascade,
    user_id bigint not null references users (id) on delete cascade,
    thanked_at timestamp not null,
    primary key (reply_id, user_id)
);
create index thanks_by_user on thanks (user_id, reply_id);
alter table replies add column thanks_count bigint not null default 0;
create index replies_received on replies (author_id, up_count, thanks_count) where deleted_at is null;
