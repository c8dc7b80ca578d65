-- Texts that those who help put into their answers: of their own, or, without an owner, everybody's who helps.
create table canned_replies (
    id integer primary key autoincrement not null,
    owner_id bigint references users (id) on delete cascade,
    title text not null,
    body text not null,
    made_by_id bigint references users (id),
    changed_at timestamp not null
);
create index canned_replies_by_owner on canned_replies (owner_id, title, id);
