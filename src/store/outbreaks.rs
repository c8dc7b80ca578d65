//! Outbreaks: a question that is suddenly asked far more often than usual, as when something broke down.
//!
//! One is told once: it is in force, and grows, until nobody has asked for some hours.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::{exists, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::native::among;
use super::schema::{categories, outbreaks, threads, users};
use super::time::{row_time, utc};
use super::users::staff_membership;
use super::{Db, StoreError, jobs, settings};
use crate::domain::category::Audience;
use crate::domain::id::{OutbreakId, ThreadId, UserId};
use crate::domain::job::Job;
use crate::domain::proposal::{OUTBREAK_QUIET, OUTBREAK_SPAN, USUAL_SPAN, is_outbreak};
use crate::domain::role::Role;
use crate::domain::sight::Sight;

/// How many outbreaks are shown, and how many moderators are told.
const MOST: i64 = 100;

/// A question of a group: who asked it, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) thread: ThreadId,
    pub(super) by: (Option<i64>, Option<String>),
    pub(super) at: DateTime<Utc>,
}

/// An outbreak, as moderators read of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outbreak {
    /// Its id.
    pub id: OutbreakId,
    /// The question with which it was noticed.
    pub thread: ThreadId,
    /// Its title.
    pub title: String,
    /// How many people have asked so far.
    pub asker_count: i64,
    /// When it was noticed.
    pub began_at: DateTime<Utc>,
}

/// Looks whether a group grows unusually fast; moderators are told of a new outbreak, and one that is in force grows.
pub(super) fn notice(tx: &mut Db, asked: &[Asked], audience: Audience, now: DateTime<Utc>) -> Result<(), StoreError> {
    let Some(newest) = asked.iter().max_by_key(|asked| (asked.at, asked.thread)) else {
        return Ok(());
    };
    if newest.at <= now - OUTBREAK_SPAN {
        return Ok(());
    }
    if let Some((id, began_at)) = in_force(tx, asked)? {
        let grown = (
            outbreaks::asker_count.eq(askers(asked, began_at - OUTBREAK_SPAN)),
            outbreaks::grew_at.eq(row_time(newest.at)),
        );
        diesel::update(outbreaks::table.find(id)).set(grown).execute(tx)?;
        return Ok(());
    }
    let before = |asked: &&Asked| asked.at > now - USUAL_SPAN && asked.at <= now - OUTBREAK_SPAN;
    let usual = i64::try_from(asked.iter().filter(before).count()).unwrap_or(i64::MAX);
    let count = askers(asked, now - OUTBREAK_SPAN);
    if is_outbreak(count, usual) {
        begin(tx, newest, audience, count, now)?;
    }
    Ok(())
}

/// How many different people asked after a time; all of whom nobody knows anything are one.
fn askers(asked: &[Asked], since: DateTime<Utc>) -> i64 {
    let people: BTreeSet<_> = asked
        .iter()
        .filter(|asked| asked.at > since)
        .map(|asked| &asked.by)
        .collect();
    i64::try_from(people.len()).unwrap_or(i64::MAX)
}

/// The outbreak in force of a group, wherever its threads went since.
fn in_force(db: &mut Db, asked: &[Asked]) -> Result<Option<(i64, DateTime<Utc>)>, StoreError> {
    let rows: Vec<(i64, NaiveDateTime)> = outbreaks::table
        .filter(among(
            outbreaks::thread_id,
            asked.iter().map(|asked| asked.thread.get()),
        ))
        .filter(outbreaks::ended_at.is_null())
        .limit(MOST)
        .select((outbreaks::id, outbreaks::began_at))
        .load(db)?;
    Ok(rows.into_iter().min().map(|(id, at)| (id, utc(at))))
}

fn begin(tx: &mut Db, newest: &Asked, audience: Audience, count: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    let id: i64 = diesel::insert_into(outbreaks::table)
        .values((
            outbreaks::thread_id.eq(newest.thread.get()),
            outbreaks::audience.eq(audience.to_string()),
            outbreaks::asker_count.eq(count),
            outbreaks::began_at.eq(row_time(now)),
            outbreaks::grew_at.eq(row_time(newest.at)),
        ))
        .returning(outbreaks::id)
        .get_result(tx)?;
    if !settings::load(tx)?.tells_outbreaks {
        return Ok(());
    }
    for moderator in moderators(tx, audience)? {
        let job = Job::OutbreakNoticed {
            outbreak: OutbreakId::stored(id),
            user: moderator,
        };
        jobs::enqueue(tx, &job, now)?;
    }
    Ok(())
}

/// Moderators and administrators with an address, as far as they see such questions.
fn moderators(db: &mut Db, audience: Audience) -> Result<Vec<UserId>, StoreError> {
    let rows: Vec<(i64, String, bool)> = users::table
        .filter(sql::<Bool>("users.role <> 'member'"))
        .filter(among(users::role, [Role::Moderator.as_str(), Role::Admin.as_str()]))
        .filter(users::email.is_not_null())
        .filter(users::suspended_at.is_null())
        .filter(users::closed_at.is_null())
        .order(users::id)
        .limit(MOST)
        .select((users::id, users::role, exists(staff_membership())))
        .load(db)?;
    let sees = |(_, role, is_staff): &(i64, String, bool)| {
        audience != Audience::Staff || *is_staff || role == Role::Admin.as_str()
    };
    Ok(rows.into_iter().filter(sees).map(|row| UserId::stored(row.0)).collect())
}

/// Ends what has been quiet for some hours.
pub fn end_quiet(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let quiet = outbreaks::table
        .filter(outbreaks::ended_at.is_null())
        .filter(outbreaks::grew_at.lt(row_time(now - OUTBREAK_QUIET)));
    Ok(diesel::update(quiet)
        .set(outbreaks::ended_at.eq(Some(row_time(now))))
        .execute(tx)?)
}

/// The outbreaks in force, what was asked last first.
pub fn all_in_force(db: &mut Db, sight: Sight) -> Result<Vec<Outbreak>, StoreError> {
    let rows: Vec<Row> = rows()
        .filter(outbreaks::ended_at.is_null())
        .filter(threads::deleted_at.is_null())
        .filter(among(outbreaks::audience, sight.audience_names()))
        // It may have been noticed before its question went where fewer see it.
        .filter(among(categories::audience, sight.audience_names()))
        .order((
            outbreaks::ended_at.desc(),
            outbreaks::grew_at.desc(),
            outbreaks::id.desc(),
        ))
        .limit(MOST)
        .load(db)?;
    Ok(rows.into_iter().map(outbreak).collect())
}

/// One outbreak; `None` when its question is gone, or out of sight.
pub fn find(db: &mut Db, sight: Sight, id: OutbreakId) -> Result<Option<Outbreak>, StoreError> {
    let row: Option<Row> = rows()
        .filter(outbreaks::id.eq(id.get()))
        .filter(threads::deleted_at.is_null())
        .filter(among(categories::audience, sight.audience_names()))
        .first(db)
        .optional()?;
    Ok(row.map(outbreak))
}

type Row = (i64, i64, String, i64, NaiveDateTime);

#[diesel::dsl::auto_type]
fn rows() -> _ {
    outbreaks::table
        .inner_join(threads::table.inner_join(categories::table))
        .select((
            outbreaks::id,
            outbreaks::thread_id,
            threads::title,
            outbreaks::asker_count,
            outbreaks::began_at,
        ))
}

fn outbreak((id, thread, title, asker_count, began_at): Row) -> Outbreak {
    Outbreak {
        id: OutbreakId::stored(id),
        thread: ThreadId::stored(thread),
        title,
        asker_count,
        began_at: utc(began_at),
    }
}
