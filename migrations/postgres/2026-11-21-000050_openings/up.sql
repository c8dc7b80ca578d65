-- Old addresses may name a thread by the post that it starts with.
alter table origins drop constraint origins_noun_check;
alter table origins add constraint origins_noun_check check (
    noun in ('user', 'category', 'tag', 'thread', 'opening', 'reply', 'comment', 'moderation')
);
