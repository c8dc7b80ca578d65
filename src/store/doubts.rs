//! Who signed up in a way that programs do: a moderator looks at them, and their posts wait until one has.
//!
//! A sign-up keeps why until its address is confirmed; then it is a row here, which is decided by letting them in or removing them.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::authors::names_of;
use super::cases::Deciding;
use super::restraints::{Restraining, log};
use super::schema::{doubts, users};
use super::time::{row_time, utc};
use super::{Db, StoreError, manners, proofs, removals, settings, sign_ups};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::id::UserId;
use crate::domain::moderation::{Act, Changed};
use crate::domain::permission::{Verb, may};
use crate::domain::spam::{Admission, Doubt, Manner};

/// How many of those who wait are shown.
pub const QUEUE: i64 = 50;
/// The most of them that are counted.
pub const MOST_COUNTED: i64 = 100;

/// Why a sign-up is doubted, if it is; whatever it proves is used up. Somebody `wrote` a question with it.
pub fn of_sign_up(
    tx: &mut Db,
    manner: &Manner,
    wrote: bool,
    network: &str,
    now: DateTime<Utc>,
) -> Result<Option<Doubt>, StoreError> {
    let rules = settings::load(tx)?.spam;
    if !rules.proof.asks() {
        return Ok(None);
    }
    let question = rules.question.as_ref();
    let is_answered = question.is_some_and(|plain| plain.is_answered(&manner.plain_answer));
    if !proofs::spend(tx, &manner.proof, now)? && !is_answered {
        return Ok(Some(Doubt::Unproven));
    }
    if wrote && manners::is_hasty(tx, manner, now)? {
        return Ok(Some(Doubt::Hasty));
    }
    Ok(sign_ups::is_burst(tx, network, now)?.then_some(Doubt::Burst))
}

/// Has a moderator look at somebody whose account was just made.
pub fn open(tx: &mut Db, user: UserId, why: Doubt, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::insert_into(doubts::table)
        .values((
            doubts::user_id.eq(user.get()),
            doubts::reason.eq(why.as_str()),
            doubts::opened_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    Ok(())
}

/// Whether a moderator has yet to look at somebody.
pub(super) fn is_open(db: &mut Db, user: UserId) -> Result<bool, StoreError> {
    let row = doubts::table.find(user.get()).filter(doubts::decided_at.is_null());
    Ok(diesel::select(exists(row)).get_result(db)?)
}

/// Somebody who waits, as the desk lists them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoubtRow {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Why.
    pub why: Doubt,
    /// Since when.
    pub opened_at: DateTime<Utc>,
    /// How it was decided, and when, if it was.
    pub decided: Option<(Admission, DateTime<Utc>)>,
}

type Row = (
    i64,
    String,
    String,
    NaiveDateTime,
    Option<String>,
    Option<NaiveDateTime>,
);

fn dressed((user, name, reason, opened_at, decision, decided_at): Row) -> Result<DoubtRow, StoreError> {
    let strange = || StoreError::Unexpected(format!("why {user} is doubted"));
    Ok(DoubtRow {
        user: UserId::stored(user),
        name,
        why: Doubt::parse(&reason).ok_or_else(strange)?,
        opened_at: utc(opened_at),
        decided: decision.as_deref().and_then(Admission::parse).zip(decided_at.map(utc)),
    })
}

/// Those who wait, the longest first, as many as a page shows.
pub fn queue(db: &mut Db) -> Result<Vec<DoubtRow>, StoreError> {
    let rows: Vec<(i64, String, NaiveDateTime)> = doubts::table
        .filter(doubts::decided_at.is_null())
        .order((doubts::opened_at, doubts::user_id))
        .limit(QUEUE)
        .select((doubts::user_id, doubts::reason, doubts::opened_at))
        .load(db)?;
    let ids: Vec<UserId> = rows.iter().map(|row| UserId::stored(row.0)).collect();
    let mut names = names_of(db, &ids)?;
    let waiting = |(user, reason, opened_at): (i64, String, NaiveDateTime)| {
        let name = names.remove(&UserId::stored(user)).unwrap_or_default();
        dressed((user, name, reason, opened_at, None, None))
    };
    rows.into_iter().map(waiting).collect()
}

/// One of them, decided or not.
pub fn find(db: &mut Db, user: UserId) -> Result<DoubtRow, StoreError> {
    let row: Row = doubts::table
        .inner_join(users::table.on(users::id.eq(doubts::user_id)))
        .filter(doubts::user_id.eq(user.get()))
        .select((
            doubts::user_id,
            users::name,
            doubts::reason,
            doubts::opened_at,
            doubts::decision,
            doubts::decided_at,
        ))
        .first(db)?;
    dressed(row)
}

/// The next one to look at: the first behind the one that was had, else the first of all.
pub fn next<'q>(queue: &'q [DoubtRow], had: Option<&DoubtRow>) -> Option<&'q DoubtRow> {
    let position = had.map(|row| (row.opened_at, row.user));
    let is_other = |row: &&DoubtRow| position.is_none_or(|had| had.1 != row.user);
    let is_later = |row: &&DoubtRow| position.is_some_and(|had| (row.opened_at, row.user) > had);
    let later = queue.iter().find(is_later);
    later.or_else(|| queue.iter().find(is_other))
}

/// How many wait, up to [`MOST_COUNTED`].
pub fn waiting_count(db: &mut Db) -> Result<i64, StoreError> {
    let waiting: Vec<i64> = doubts::table
        .filter(doubts::decided_at.is_null())
        .order((doubts::opened_at, doubts::user_id))
        .limit(MOST_COUNTED)
        .select(doubts::user_id)
        .load(db)?;
    Ok(i64::try_from(waiting.len()).unwrap_or(MOST_COUNTED))
}

/// Lets somebody in: what they write stands at once from then on.
pub fn let_in(tx: &mut Db, by: &User, user: UserId, now: DateTime<Utc>) -> Result<Deciding, StoreError> {
    if !may(by, Verb::Decide, None) {
        return Ok(Deciding::NotYours);
    }
    if !settle(tx, by.id, user, Admission::LetIn, now)? {
        return Ok(Deciding::DecidedBefore);
    }
    let changed = Changed::of(None::<Admission>, Some(Admission::LetIn));
    log(tx, Some(by.id), user, Act::LetIn, &changed, "", now)?;
    Ok(Deciding::Done)
}

/// Removes somebody with everything that they wrote, as one act.
pub fn remove(tx: &mut Db, by: &User, user: UserId, now: DateTime<Utc>) -> Result<Deciding, StoreError> {
    if !may(by, Verb::Decide, None) {
        return Ok(Deciding::NotYours);
    }
    if !is_open(tx, user)? {
        return Ok(Deciding::DecidedBefore);
    }
    Ok(removals::remove(tx, by, user, &Reason::default(), now)?.into())
}

/// Takes a decision back: they wait again.
pub fn put_back(tx: &mut Db, by: &User, user: UserId, now: DateTime<Utc>) -> Result<Deciding, StoreError> {
    if !may(by, Verb::Decide, None) {
        return Ok(Deciding::NotYours);
    }
    match find(tx, user)?.decided.map(|decided| decided.0) {
        Some(Admission::LetIn) => {
            if !reopen(tx, user, Admission::LetIn)? {
                return Ok(Deciding::DecidedBefore);
            }
            let changed = Changed::of(Some(Admission::LetIn), None::<Admission>);
            log(tx, Some(by.id), user, Act::Doubt, &changed, "", now)?;
            Ok(Deciding::Done)
        }
        Some(Admission::Removed) => match removals::in_force(tx, user)? {
            Some(removal) => Ok(removals::bring_back(tx, by, removal.id, now)?.into()),
            None => Ok(Deciding::DecidedBefore),
        },
        None => Ok(Deciding::DecidedBefore),
    }
}

impl From<Restraining> for Deciding {
    fn from(restraining: Restraining) -> Self {
        match restraining {
            Restraining::Done => Self::Done,
            Restraining::NotYours => Self::NotYours,
            Restraining::Unchanged | Restraining::LastAdmin => Self::DecidedBefore,
        }
    }
}

/// Decides on somebody who waits; answers whether they did. Of two at once one decides.
pub(super) fn settle(
    tx: &mut Db,
    by: UserId,
    user: UserId,
    decision: Admission,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let waiting = doubts::table.find(user.get()).filter(doubts::decided_at.is_null());
    let settled = diesel::update(waiting)
        .set((
            doubts::decided_at.eq(Some(row_time(now))),
            doubts::decided_by_id.eq(Some(by.get())),
            doubts::decision.eq(Some(decision.as_str())),
        ))
        .execute(tx)?;
    Ok(settled > 0)
}

/// Has somebody wait again who was decided on like this; answers whether they were.
pub(super) fn reopen(tx: &mut Db, user: UserId, decision: Admission) -> Result<bool, StoreError> {
    let decided = doubts::table
        .find(user.get())
        .filter(doubts::decision.eq(decision.as_str()));
    let reopened = diesel::update(decided)
        .set((
            doubts::decided_at.eq(None::<NaiveDateTime>),
            doubts::decided_by_id.eq(None::<i64>),
            doubts::decision.eq(None::<String>),
        ))
        .execute(tx)?;
    Ok(reopened > 0)
}

/// Whom somebody decided on last since a moment, and how.
pub fn last_decision(db: &mut Db, by: UserId, since: DateTime<Utc>) -> Result<Option<DoubtRow>, StoreError> {
    let last: Option<i64> = doubts::table
        .filter(doubts::decided_by_id.eq(by.get()))
        .filter(doubts::decided_at.ge(row_time(since)))
        .order((doubts::decided_at.desc(), doubts::user_id.desc()))
        .select(doubts::user_id)
        .first(db)
        .optional()?;
    last.map(|user| find(db, UserId::stored(user))).transpose()
}

/// Forgets that somebody was doubted.
pub(super) fn forget(tx: &mut Db, user: UserId) -> Result<(), StoreError> {
    diesel::delete(doubts::table.find(user.get())).execute(tx)?;
    Ok(())
}
