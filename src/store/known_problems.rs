//! Known problems: announcements that a moderator ties to a category, so that whoever is about to ask there reads them first.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::moderations::log_change;
use super::native::{NativeDsl, among};
use super::outcome::Deed;
use super::schema::{categories as categories_table, known_problems, me_toos, threads};
use super::threads::{Held, done, hold};
use super::time::{row_time, utc};
use super::{Db, StoreError, categories, changes, notifications};
use crate::domain::account::User;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{CategoryId, ThreadId, UserId};
use crate::domain::moderation::{Act, Changed};
use crate::domain::permission::{Verb, may_in};
use crate::domain::sight::Sight;
use crate::domain::thread::ThreadKind;

/// How many known problems of a category are shown, the newest.
const MOST_SHOWN: i64 = 5;

/// A known problem, for whoever is about to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownProblem {
    /// The announcement.
    pub thread: ThreadId,
    /// Its title.
    pub title: String,
    /// Since when it is known.
    pub since: DateTime<Utc>,
    /// How many people have it.
    pub me_too_count: i64,
    /// Whether nobody may join it.
    pub is_locked: bool,
    /// Whether this reader announced it.
    pub is_own: bool,
    /// Whether this reader has it too.
    pub has_me_too: bool,
}

/// The known problems of a category that this reader sees, the newest first.
pub fn of_category(
    db: &mut Db,
    reader: Option<UserId>,
    sight: Sight,
    category: CategoryId,
) -> Result<Vec<KnownProblem>, StoreError> {
    let reader = reader.map_or(0, UserId::get);
    let joined = me_toos::table
        .filter(me_toos::thread_id.eq(threads::id))
        .filter(me_toos::user_id.eq(reader));
    type Row = (i64, String, NaiveDateTime, i64, bool, Option<i64>, bool);
    let rows: Vec<Row> = known_problems::table
        .inner_join(threads::table.on(threads::id.eq(known_problems::thread_id)))
        .inner_join(categories_table::table.on(categories_table::id.eq(threads::category_id)))
        .filter(known_problems::category_id.eq(category.get()))
        .filter(known_problems::ended_at.is_null())
        .filter(threads::deleted_at.is_null())
        .filter(among(categories_table::audience, sight.audience_names()))
        .order((known_problems::began_at.desc(), known_problems::thread_id.desc()))
        .limit(MOST_SHOWN)
        .select((
            threads::id,
            threads::title,
            known_problems::began_at,
            threads::me_too_count,
            threads::locked_at.is_not_null(),
            threads::author_id,
            exists(joined),
        ))
        .load(db)?;
    let problem = |(id, title, since, me_too_count, is_locked, author, has_me_too): Row| KnownProblem {
        thread: ThreadId::stored(id),
        title,
        since: utc(since),
        me_too_count,
        is_locked,
        is_own: author == Some(reader),
        has_me_too,
    };
    Ok(rows.into_iter().map(problem).collect())
}

/// What an announcement says of itself when it is, or was, a known problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemView {
    /// The slug and the name of the category in which it shows, when that is in sight.
    pub category: Option<(String, String)>,
    /// Since when it is known.
    pub since: DateTime<Utc>,
    /// When it was solved.
    pub ended_at: Option<DateTime<Utc>>,
}

/// What this thread says of itself as a known problem; the caller has seen to its sight.
pub fn of_thread(db: &mut Db, sight: Sight, thread: ThreadId) -> Result<Option<ProblemView>, StoreError> {
    type Row = (i64, NaiveDateTime, Option<NaiveDateTime>);
    let row: Option<Row> = known_problems::table
        .find(thread.get())
        .select((
            known_problems::category_id,
            known_problems::began_at,
            known_problems::ended_at,
        ))
        .first(db)
        .optional()?;
    let Some((category, began_at, ended_at)) = row else {
        return Ok(None);
    };
    let category = match categories::find(db, sight, CategoryId::stored(category)) {
        Ok(category) => Some((category.slug, category.name)),
        Err(StoreError::NotFound) => None,
        Err(error) => return Err(error),
    };
    Ok(Some(ProblemView {
        category,
        since: utc(began_at),
        ended_at: ended_at.map(utc),
    }))
}

/// Ties an announcement to a category as a known problem; one that was tied to another, or was solved, is tied anew.
pub fn begin(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    category: CategoryId,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let category = categories::find(tx, sight, category)?;
    let held = hold(tx, sight, id)?;
    let is_announcement = held.kind == ThreadKind::Announcement && !held.is_deleted;
    let may_tell = may_in(by, held.audience, Verb::TellProblem, held.author)
        && may_in(by, category.audience, Verb::TellProblem, None);
    if !may_tell || !is_announcement {
        return Ok(Deed::NotYours);
    }
    let before = in_force(tx, &held)?;
    if before == Some(category.id.get()) {
        return Ok(Deed::Unchanged);
    }
    let row = (
        known_problems::category_id.eq(category.id.get()),
        known_problems::began_by_id.eq(Some(by.id.get())),
        known_problems::began_at.eq(row_time(now)),
        known_problems::ended_by_id.eq(None::<i64>),
        known_problems::ended_at.eq(None::<NaiveDateTime>),
    );
    diesel::insert_into(known_problems::table)
        .values((known_problems::thread_id.eq(held.id), row))
        .on_conflict(known_problems::thread_id)
        .do_update()
        .set(row)
        .native()
        .execute(tx)?;
    notifications::unsolved(tx, held.id, now)?;
    let changed = Changed::of(before, Some(category.id));
    log_change(tx, by, &held, Act::TellProblem, &changed, &category.name, now)?;
    changes::record(tx, Noun::Category(category.id), ChangeVerb::Changed, now)?;
    done(tx, id, now)
}

/// Says that a known problem is solved.
pub fn end(tx: &mut Db, by: &User, sight: Sight, id: ThreadId, now: DateTime<Utc>) -> Result<Deed, StoreError> {
    let held = hold(tx, sight, id)?;
    if !may_in(by, held.audience, Verb::TellProblem, held.author) {
        return Ok(Deed::NotYours);
    }
    let Some(category) = in_force(tx, &held)? else {
        return Ok(Deed::Unchanged);
    };
    diesel::update(known_problems::table.find(held.id))
        .set((
            known_problems::ended_by_id.eq(Some(by.id.get())),
            known_problems::ended_at.eq(Some(row_time(now))),
        ))
        .execute(tx)?;
    notifications::solved(tx, by, &held, now)?;
    let changed = Changed::of(Some(category), None::<i64>);
    log_change(tx, by, &held, Act::SolveProblem, &changed, "", now)?;
    changes::record(
        tx,
        Noun::Category(CategoryId::stored(category)),
        ChangeVerb::Changed,
        now,
    )?;
    done(tx, id, now)
}

/// The category in which a thread is a known problem now.
fn in_force(db: &mut Db, held: &Held) -> Result<Option<i64>, StoreError> {
    Ok(known_problems::table
        .find(held.id)
        .filter(known_problems::ended_at.is_null())
        .select(known_problems::category_id)
        .first(db)
        .optional()?)
}

/// Whether people may say of an announcement that they have it too: while it is a known problem. Taking that back is always
/// possible.
pub(super) fn takes_me_toos(db: &mut Db, held: &Held, joins: bool) -> Result<bool, StoreError> {
    if held.kind != ThreadKind::Announcement {
        return Ok(false);
    }
    let row = known_problems::table.find(held.id);
    Ok(match joins {
        true => in_force(db, held)?.is_some(),
        false => diesel::select(exists(row)).get_result(db)?,
    })
}
