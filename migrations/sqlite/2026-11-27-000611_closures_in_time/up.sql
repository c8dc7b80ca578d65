-- Digests tell which questions were closed as duplicates within a time.
create index closures_in_time on closures (reason, closed_at, id) where ended_at is null;
