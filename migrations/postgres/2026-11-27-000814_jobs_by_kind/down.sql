drop index jobs_by_kind;
