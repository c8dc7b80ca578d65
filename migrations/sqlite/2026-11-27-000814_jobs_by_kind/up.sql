-- Whether a job of a kind waits is asked all the time, also while a hundred thousand letters do.
create index jobs_by_kind on jobs (kind) where dead_at is null;
