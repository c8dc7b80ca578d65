drop index threads_pinned_until;
alter table threads drop column pinned_until;
