-- Each visit to the ask form says when its visitor's visit before it began, and whether they posted within seven days of it, so that
-- the effect of suggestions is counted by visitors without gathering the visits of each.
alter table ask_sessions add column earlier_at timestamp;
alter table ask_sessions add column has_posted boolean not null default false;
update ask_sessions set earlier_at = (
    select max(other.began_at) from ask_sessions other where other.visitor = ask_sessions.visitor
        and (other.began_at < ask_sessions.began_at or (other.began_at = ask_sessions.began_at and other.id < ask_sessions.id))
);
update ask_sessions set has_posted = true where exists (
    select 1 from ask_sessions other where other.visitor = ask_sessions.visitor and other.ending = 'posted'
        and (other.began_at >= ask_sessions.began_at or other.ended_at >= ask_sessions.began_at)
        and other.began_at <= strftime('%Y-%m-%d %H:%M:%f', ask_sessions.began_at, '+7 days') and other.ended_at <= strftime('%Y-%m-%d %H:%M:%f', ask_sessions.began_at, '+7 days')
);
create index ask_sessions_by_ending on ask_sessions (is_held_out, ending, began_at, category_id, opened_at, answer_opened_at);
create index ask_sessions_by_effect on ask_sessions (is_held_out, has_posted, began_at, earlier_at, category_id);
drop index ask_sessions_by_category;
create index ask_sessions_by_category on ask_sessions (category_id, began_at);
