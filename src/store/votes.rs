//! Opinions: votes on posts, and the people who have the same problem.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::merges::hold_followed;
use super::native::NativeDsl;
use super::outcome::Deed;
use super::replies::hold_reply;
use super::schema::{me_toos, replies, reply_votes, thread_votes, threads};
use super::threads::hold;
use super::time::row_time;
use super::{Db, StoreError, changes, known_problems};
use crate::domain::account::User;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::permission::{Verb, may_in};
use crate::domain::sight::Sight;
use crate::domain::thread::ThreadKind;
use crate::domain::vote::Vote;

/// Votes on a thread, or with `None` takes the vote back.
pub fn on_thread(
    tx: &mut Db,
    voter: &User,
    sight: Sight,
    id: ThreadId,
    vote: Option<Vote>,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold(tx, sight, id)?;
    if !may_in(voter, held.audience, Verb::Vote, held.author) {
        return Ok(Deed::NotYours);
    }
    if held.is_deleted || held.is_locked {
        return Ok(Deed::Locked);
    }
    let row = thread_votes::table.find((held.id, voter.id.get()));
    let before: Option<String> = row.select(thread_votes::direction).first(tx).optional()?;
    let before = before.as_deref().and_then(Vote::parse);
    if before == vote {
        return Ok(Deed::Unchanged);
    }
    diesel::delete(row).execute(tx)?;
    if let Some(vote) = vote {
        let key = (
            thread_votes::thread_id.eq(held.id),
            thread_votes::user_id.eq(voter.id.get()),
        );
        let value = (
            thread_votes::direction.eq(vote.as_str()),
            thread_votes::voted_at.eq(row_time(now)),
        );
        diesel::insert_into(thread_votes::table)
            .values((key, value))
            .execute(tx)?;
    }
    let (up, down) = difference(before, vote);
    diesel::update(threads::table.find(held.id))
        .set((
            threads::up_count.eq(threads::up_count + up),
            threads::down_count.eq(threads::down_count + down),
            threads::score.eq(threads::score + up - down),
        ))
        .execute(tx)?;
    changes::record(tx, Noun::Thread(id), ChangeVerb::Changed, now)?;
    Ok(Deed::Done(()))
}

/// Votes on a reply, or with `None` takes the vote back.
pub fn on_reply(
    tx: &mut Db,
    voter: &User,
    sight: Sight,
    id: ReplyId,
    vote: Option<Vote>,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold_reply(tx, sight, id)?;
    if !may_in(voter, held.thread.audience, Verb::Vote, held.author) {
        return Ok(Deed::NotYours);
    }
    if held.is_deleted || held.thread.is_deleted || held.thread.is_locked {
        return Ok(Deed::Locked);
    }
    let row = reply_votes::table.find((held.id, voter.id.get()));
    let before: Option<String> = row.select(reply_votes::direction).first(tx).optional()?;
    let before = before.as_deref().and_then(Vote::parse);
    if before == vote {
        return Ok(Deed::Unchanged);
    }
    diesel::delete(row).execute(tx)?;
    if let Some(vote) = vote {
        let key = (
            reply_votes::reply_id.eq(held.id),
            reply_votes::user_id.eq(voter.id.get()),
        );
        let value = (
            reply_votes::direction.eq(vote.as_str()),
            reply_votes::voted_at.eq(row_time(now)),
        );
        diesel::insert_into(reply_votes::table)
            .values((key, value))
            .execute(tx)?;
    }
    let (up, down) = difference(before, vote);
    diesel::update(replies::table.find(held.id))
        .set((
            replies::up_count.eq(replies::up_count + up),
            replies::down_count.eq(replies::down_count + down),
            replies::score.eq(replies::score + up - down),
        ))
        .execute(tx)?;
    changes::record(
        tx,
        Noun::Thread(ThreadId::stored(held.thread.id)),
        ChangeVerb::Changed,
        now,
    )?;
    Ok(Deed::Done(()))
}

/// Says "I have this too", or no longer, of a question or a known problem; not of one's own question, where it is said
/// already.
pub fn me_too(
    tx: &mut Db,
    user: &User,
    sight: Sight,
    id: ThreadId,
    joins: bool,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold_followed(tx, sight, id)?;
    let id = ThreadId::stored(held.id);
    let is_problem = held.kind == ThreadKind::Question || known_problems::takes_me_toos(tx, &held, joins)?;
    if !is_problem || !may_in(user, held.audience, Verb::MeToo, held.author) {
        return Ok(Deed::NotYours);
    }
    if held.is_deleted || held.is_locked {
        return Ok(Deed::Locked);
    }
    let changed = if joins {
        let row = (
            me_toos::thread_id.eq(held.id),
            me_toos::user_id.eq(user.id.get()),
            me_toos::joined_at.eq(row_time(now)),
        );
        diesel::insert_into(me_toos::table)
            .values(row)
            .on_conflict_do_nothing()
            .native()
            .execute(tx)?
    } else {
        diesel::delete(me_toos::table.find((held.id, user.id.get()))).execute(tx)?
    };
    if changed == 0 {
        return Ok(Deed::Unchanged);
    }
    let more = if joins { 1 } else { -1 };
    diesel::update(threads::table.find(held.id))
        .set(threads::me_too_count.eq(threads::me_too_count + more))
        .execute(tx)?;
    changes::record(tx, Noun::Thread(id), ChangeVerb::Changed, now)?;
    Ok(Deed::Done(()))
}

fn difference(before: Option<Vote>, after: Option<Vote>) -> (i64, i64) {
    let counts = |vote, direction| i64::from(vote == Some(direction));
    let more = |direction| counts(after, direction) - counts(before, direction);
    (more(Vote::Up), more(Vote::Down))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_mind_counts_on_both_sides() {
        assert_eq!(difference(None, Some(Vote::Up)), (1, 0));
        assert_eq!(difference(Some(Vote::Up), Some(Vote::Down)), (-1, 1));
        assert_eq!(difference(Some(Vote::Down), None), (0, -1));
    }
}
