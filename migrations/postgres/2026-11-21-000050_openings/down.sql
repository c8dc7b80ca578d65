delete from origins where noun = 'opening';
alter table origins drop constraint origins_noun_check;
alter table origins add constraint origins_noun_check check (
    noun in ('user', 'category', 'tag', 'thread', 'reply', 'comment', 'moderation')
);
