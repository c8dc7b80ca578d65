-- A thread may be kept on top until a day; the sweep takes it off the top then.
alter table threads add column pinned_until timestamp;
create index threads_pinned_until on threads (pinned_until, id) where pinned_until is not null;
