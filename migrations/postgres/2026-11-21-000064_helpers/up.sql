-- Whose answers were accepted: asked for by person, and counted for each category's helpers of the month.
alter table acceptances add column answerer_id bigint;
update acceptances set answerer_id = (select author_id from replies where replies.id = acceptances.reply_id);
create index acceptances_by_answerer on acceptances (answerer_id, id) where ended_at is null;
create index acceptances_by_accepter on acceptances (accepted_by_id, id);
create table helpers (
    category_id bigint not null references categories (id) on delete cascade,
    place bigint not null,
    user_id bigint not null references users (id) on delete cascade,
    accepted_count bigint not null,
    primary key (category_id, place)
);
