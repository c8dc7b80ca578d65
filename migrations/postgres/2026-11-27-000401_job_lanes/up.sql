-- Letters wait in a lane of their own: neither a mail server that is away nor ten thousand letters keep other work waiting.
alter table jobs add column lane text not null default 'ordinary';
update jobs set lane = 'letters' where kind in (
    'confirm_sign_up', 'already_registered', 'forgotten_password', 'password_changed', 'confirm_address',
    'address_change_asked', 'address_changed', 'new_sign_in', 'account_closed', 'article_answers', 'outbreak_noticed',
    'remind_asker', 'invite_to_survey'
);
create index jobs_in_lanes on jobs (lane, run_at, id) where dead_at is null;
create index jobs_dead_in_lanes on jobs (lane, dead_at, id) where dead_at is not null;
