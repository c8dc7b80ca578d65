-- How many threads of a tag passers-by and members see, so that a tag of hidden categories shows nowhere else.
alter table tags add column public_count bigint not null default 0;
alter table tags add column signed_in_count bigint not null default 0;
update tags set
    public_count = (select count(*) from thread_tags inner join threads on threads.id = thread_tags.thread_id
        inner join categories on categories.id = threads.category_id where thread_tags.tag_id = tags.id
        and threads.deleted_at is null and categories.audience = 'public'),
    signed_in_count = (select count(*) from thread_tags inner join threads on threads.id = thread_tags.thread_id
        inner join categories on categories.id = threads.category_id where thread_tags.tag_id = tags.id
        and threads.deleted_at is null and categories.audience <> 'staff');
create index tags_by_public_use on tags (public_count, name);
create index tags_by_use_of_members on tags (signed_in_count, name);
