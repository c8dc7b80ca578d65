//! Warnings, silences and suspensions of people, with their reasons and ends.
//!
//! That somebody is suspended stands in their own row, which every request asks; the row here says why. Nothing has to happen when one
//! ends: whoever asks compares with the time. What the sweep takes away is only what others ask of a person's row.

mod imposing;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::{exists, sql};
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::authors::{Author, Authors};
use super::schema::{restraints, users};
use super::time::{row_time, utc};
use super::{Db, StoreError};
use crate::domain::case::Piece;
use crate::domain::id::{RestraintId, UserId};
use crate::domain::restraint::{RestraintKind, Span};

pub(super) use imposing::{Imposing, begin, end_quietly, is_theirs, lift_newest, log, put, undo};
pub use imposing::{Restraining, impose, lift, notice, notice_all, read};

/// How many of a person's restraints a page shows.
const SHOWN: i64 = 50;
/// How many warnings stand on a page at once.
const AT_ONCE: i64 = 5;

/// A warning, a silence or a suspension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restraint {
    /// Its number.
    pub id: RestraintId,
    /// Whose conduct it is about.
    pub user: UserId,
    /// What it is.
    pub kind: RestraintKind,
    /// Why, in the moderator's words.
    pub reason: String,
    /// From when to when it holds by itself.
    pub span: Span,
    /// When a moderator took it back.
    pub ended_at: Option<DateTime<Utc>>,
    /// When the person said that they have read it.
    pub read_at: Option<DateTime<Utc>>,
    /// What they wrote that led to it.
    pub about: Option<Piece>,
}

impl Restraint {
    /// Whether it holds at a moment; a warning until it is read.
    pub fn holds(&self, now: DateTime<Utc>) -> bool {
        self.ended_at.is_none() && self.span.holds(now) && (self.kind.lasts() || self.read_at.is_none())
    }
}

type Row = (
    (i64, i64, String, String),
    (
        NaiveDateTime,
        Option<NaiveDateTime>,
        Option<NaiveDateTime>,
        Option<NaiveDateTime>,
    ),
    (Option<i64>, Option<i64>, Option<i64>),
);

macro_rules! columns {
    () => {
        (
            (
                restraints::id,
                restraints::user_id,
                restraints::kind,
                restraints::reason,
            ),
            (
                restraints::begun_at,
                restraints::ends_at,
                restraints::ended_at,
                restraints::read_at,
            ),
            (restraints::thread_id, restraints::reply_id, restraints::comment_id),
        )
    };
}

fn restraint(row: Row) -> Result<Restraint, StoreError> {
    let ((id, user, kind, reason), (begun_at, ends_at, ended_at, read_at), about) = row;
    let kind = RestraintKind::parse(&kind).ok_or_else(|| StoreError::Unexpected(format!("restraint {id}")))?;
    Ok(Restraint {
        id: RestraintId::stored(id),
        user: UserId::stored(user),
        kind,
        reason,
        span: Span {
            begun_at: utc(begun_at),
            ends_at: ends_at.map(utc),
        },
        ended_at: ended_at.map(utc),
        read_at: read_at.map(utc),
        about: Piece::of_columns(about),
    })
}

/// One of them.
pub fn find(db: &mut Db, id: RestraintId) -> Result<Restraint, StoreError> {
    let row: Row = restraints::table.find(id.get()).select(columns!()).first(db)?;
    restraint(row)
}

/// All that was said to a person, the newest first, each with whose act it was.
pub fn of(db: &mut Db, user: UserId) -> Result<Vec<(Restraint, Author)>, StoreError> {
    let rows: Vec<(Row, Option<i64>)> = restraints::table
        .filter(restraints::user_id.eq(user.get()))
        .order(restraints::id.desc())
        .limit(SHOWN)
        .select((columns!(), restraints::begun_by_id))
        .load(db)?;
    let people = Authors::load(db, rows.iter().map(|row| row.1))?;
    let shown = |(row, by): (Row, Option<i64>)| Ok((restraint(row)?, people.of(by, None)));
    rows.into_iter().map(shown).collect()
}

/// Something that a moderator said to a person, or took back, as it stands under that person's bell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What was said.
    pub restraint: Restraint,
    /// Whether this tells that it was taken back.
    pub is_lifted: bool,
    /// When it was said, or taken back.
    pub happened_at: DateTime<Utc>,
    /// Whether they have read it.
    pub is_read: bool,
}

/// What moderators said to a person, and took back, the newest first.
pub fn notices(db: &mut Db, user: UserId) -> Result<Vec<Notice>, StoreError> {
    let rows: Vec<(Row, Option<NaiveDateTime>)> = restraints::table
        .filter(restraints::user_id.eq(user.get()))
        .order(restraints::id.desc())
        .limit(SHOWN)
        .select((columns!(), restraints::noticed_at))
        .load(db)?;
    let mut notices = Vec::new();
    for (row, noticed_at) in rows {
        let said = restraint(row)?;
        let noticed_at = noticed_at.map(utc);
        let notice = |is_lifted: bool, happened_at: DateTime<Utc>| Notice {
            restraint: said.clone(),
            is_lifted,
            happened_at,
            is_read: noticed_at.is_some_and(|at| at >= happened_at),
        };
        notices.extend(said.ended_at.map(|at| notice(true, at)));
        notices.push(notice(false, said.span.begun_at));
    }
    notices.sort_by_key(|notice| std::cmp::Reverse(notice.happened_at));
    Ok(notices)
}

/// How much of it they have not read.
pub(super) fn untold_count(db: &mut Db, user: UserId) -> Result<i64, StoreError> {
    let rows: Vec<(Option<NaiveDateTime>, Option<NaiveDateTime>)> = restraints::table
        .filter(restraints::user_id.eq(user.get()))
        .filter(is_untold())
        .limit(SHOWN)
        .select((restraints::ended_at, restraints::noticed_at))
        .load(db)?;
    // What was said and taken back since is two things to read.
    let count = |times: &(Option<NaiveDateTime>, Option<NaiveDateTime>)| match times {
        (Some(_), None) => 2_i64,
        _ => 1,
    };
    Ok(rows.iter().map(count).sum())
}

/// What a person is to be told on every page: warnings that they have not read, and what keeps them from writing.
pub fn pressing(db: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<Vec<Restraint>, StoreError> {
    let warnings: Vec<Row> = restraints::table
        .filter(restraints::user_id.eq(user.get()))
        .filter(is_unread())
        .order(restraints::id)
        .limit(AT_ONCE)
        .select(columns!())
        .load(db)?;
    let silence = in_force(db, user, RestraintKind::Silence, now)?;
    let warnings = warnings.into_iter().map(restraint);
    warnings.chain(silence.map(Ok)).collect()
}

/// The silence or suspension of a person that holds at a moment.
pub fn in_force(
    db: &mut Db,
    user: UserId,
    kind: RestraintKind,
    now: DateTime<Utc>,
) -> Result<Option<Restraint>, StoreError> {
    let query = restraints::table
        .filter(restraints::user_id.eq(user.get()))
        .order(restraints::id.desc())
        .limit(1)
        .select(columns!());
    let now = row_time(now);
    let row: Option<Row> = match kind {
        RestraintKind::Silence => query.filter(is_silence()).filter(goes_on(now)).first(db),
        RestraintKind::Suspension => query.filter(is_suspension()).filter(goes_on(now)).first(db),
        RestraintKind::Warning => return Ok(None),
    }
    .optional()?;
    row.map(restraint).transpose()
}

/// Whether somebody may read and not write at a moment.
pub fn is_silenced(db: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let of_user = restraints::table
        .filter(restraints::user_id.eq(user.get()))
        .filter(is_silence())
        .filter(goes_on(row_time(now)));
    Ok(diesel::select(exists(of_user)).get_result(db)?)
}

// Each in the words of its index.

fn is_unread() -> SqlLiteral<Bool> {
    sql("restraints.kind = 'warning' and restraints.ended_at is null and restraints.read_at is null")
}

fn is_untold() -> SqlLiteral<Bool> {
    sql("(restraints.noticed_at is null or restraints.ended_at > restraints.noticed_at)")
}

fn is_silence() -> SqlLiteral<Bool> {
    sql("restraints.kind = 'silence' and restraints.ended_at is null")
}

fn is_suspension() -> SqlLiteral<Bool> {
    sql("restraints.kind = 'suspension' and restraints.ended_at is null")
}

#[diesel::dsl::auto_type]
fn goes_on(now: NaiveDateTime) -> _ {
    restraints::ends_at
        .is_null()
        .or(restraints::ends_at.assume_not_null().gt(now))
}

/// A warning that the user of the outer query has not read.
#[diesel::dsl::auto_type]
pub(super) fn unread_warnings() -> _ {
    let unread: SqlLiteral<Bool> = is_unread();
    restraints::table
        .filter(restraints::user_id.eq(users::id))
        .filter(unread)
}

/// What moderators said to the user of the outer query, or took back, that they have not read.
#[diesel::dsl::auto_type]
pub(super) fn untold() -> _ {
    let unread: SqlLiteral<Bool> = is_untold();
    restraints::table
        .filter(restraints::user_id.eq(users::id))
        .filter(unread)
}

/// What keeps the user of the outer query from writing at a moment.
#[diesel::dsl::auto_type]
pub(super) fn silencing(now: NaiveDateTime) -> _ {
    let silence: SqlLiteral<Bool> = is_silence();
    let going_on: goes_on = goes_on(now);
    restraints::table
        .filter(restraints::user_id.eq(users::id))
        .filter(silence)
        .filter(going_on)
}

/// Takes suspensions that have ended out of people's rows; answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let ended = users::table.filter(users::suspended_until.le(row_time(now)));
    Ok(diesel::update(ended)
        .set((
            users::suspended_at.eq(None::<NaiveDateTime>),
            users::suspended_until.eq(None::<NaiveDateTime>),
        ))
        .execute(tx)?)
}

/// Forgets what was said to somebody whose account is closed.
pub(super) fn forget(tx: &mut Db, user: UserId) -> Result<(), StoreError> {
    diesel::delete(restraints::table.filter(restraints::user_id.eq(user.get()))).execute(tx)?;
    Ok(())
}
