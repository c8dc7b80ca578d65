drop index tags_by_use_of_members;
drop index tags_by_public_use;
alter table tags drop column signed_in_count;
alter table tags drop column public_count;
