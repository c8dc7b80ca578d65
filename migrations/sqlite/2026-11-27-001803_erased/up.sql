-- What was deleted thirty days ago loses its text for good; what is left of it says since when, and is never brought back.
alter table threads add column erased_at timestamp;
alter table replies add column erased_at timestamp;
alter table comments add column erased_at timestamp;
create index threads_to_erase on threads (deleted_at, id) where deleted_at is not null and erased_at is null;
create index replies_to_erase on replies (deleted_at, id) where deleted_at is not null and erased_at is null and opens_id is null;
create index comments_to_erase on comments (deleted_at, id) where deleted_at is not null and erased_at is null;
