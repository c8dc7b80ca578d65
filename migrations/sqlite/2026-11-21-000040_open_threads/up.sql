-- Said as what it is not, "open" fits no other index, so that SQLite takes these even before it has statistics.
drop index threads_open_by_activity;
drop index threads_open_by_category_activity;
drop index threads_open_by_newness;
drop index threads_open_by_category_newness;
drop index threads_open_by_score;
drop index threads_open_by_category_score;
create index threads_open_by_activity on threads (active_at, id) where deleted_at is null and standing not in ('talk', 'resolved', 'closed');
create index threads_open_by_category_activity on threads (category_id, active_at, id) where deleted_at is null and standing not in ('talk', 'resolved', 'closed');
create index threads_open_by_newness on threads (created_at, id) where deleted_at is null and standing not in ('talk', 'resolved', 'closed');
create index threads_open_by_category_newness on threads (category_id, created_at, id) where deleted_at is null and standing not in ('talk', 'resolved', 'closed');
create index threads_open_by_score on threads (score, id) where deleted_at is null and standing not in ('talk', 'resolved', 'closed');
create index threads_open_by_category_score on threads (category_id, score, id) where deleted_at is null and standing not in ('talk', 'resolved', 'closed');
