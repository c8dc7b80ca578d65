-- What moderators said to somebody about their conduct, or took back, stands under their bell until they have read it.
alter table restraints add column noticed_at timestamp;
update restraints set noticed_at = coalesce(ended_at, begun_at);
create index restraints_untold on restraints (user_id, id) where noticed_at is null or ended_at > noticed_at;
