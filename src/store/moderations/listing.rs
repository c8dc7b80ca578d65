//! The page of the moderation log: its rows with the names of what they are about.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::selected::{self, Selected};
use crate::domain::case::HoldReason;
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::{ModerationId, ReplyId, ThreadId};
use crate::domain::moderation::Act;
use crate::domain::sight::Sight;
use crate::store::authors::{Author, Authors};
use crate::store::native::among;
use crate::store::schema::{categories, moderations, restraints, threads};
use crate::store::threads::{hidden_categories, seen_categories};
use crate::store::time::utc;
use crate::store::{Db, StoreError};

/// A row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moderation {
    /// Its number.
    pub id: ModerationId,
    /// Who acted.
    pub moderator: Author,
    /// What they did.
    pub act: Act,
    /// The thread that it was about, with its title.
    pub thread: Option<(ThreadId, String)>,
    /// The reply that it was about.
    pub reply: Option<ReplyId>,
    /// The person whom it was about.
    pub person: Option<Author>,
    /// Why, in the moderator's words.
    pub reason: String,
    /// The group or the invitation that it was about, in words.
    pub about: Option<String>,
    /// What was so before: the name of a category or a group, or a grant.
    pub was: Option<String>,
    /// What is so since, of a group.
    pub became: Option<String>,
    /// Until when it holds, where it ends by itself.
    pub until: Option<DateTime<Utc>>,
    /// When.
    pub acted_at: DateTime<Utc>,
    /// Whether it is in force still, so that it can be taken back.
    pub is_in_force: bool,
    /// The act on several pieces that it is part of.
    pub selection: Option<Selected>,
    /// Why something is held, which nobody in particular does.
    pub held_for: Option<HoldReason>,
}

#[derive(Queryable)]
struct Row {
    id: i64,
    moderator_id: Option<i64>,
    act: String,
    thread: (Option<i64>, Option<String>),
    reply_id: Option<i64>,
    user_id: Option<i64>,
    reason: String,
    times: (chrono::NaiveDateTime, bool),
    was: Option<String>,
    became: Option<String>,
    selection_id: Option<i64>,
    about: Option<String>,
}

/// The log from the newest; what was done in categories out of sight is left out, and for whoever looks after a few, what was done to
/// people.
pub fn page(db: &mut Db, sight: Sight, after: Option<Cursor>, size: i64) -> Result<PageOf<Moderation>, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    let mut query = moderations::table
        .left_join(threads::table)
        .order((moderations::acted_at.desc(), moderations::id.desc()))
        .limit(size + 1)
        .select((
            moderations::id,
            moderations::moderator_id,
            moderations::act,
            (moderations::thread_id, threads::title.nullable()),
            moderations::reply_id,
            moderations::user_id,
            moderations::reason,
            (moderations::acted_at, moderations::ended_at.is_null()),
            moderations::was,
            moderations::became,
            moderations::selection_id,
            moderations::about,
        ))
        .into_boxed();
    if !sight.is_whole() {
        query = query.filter(moderations::is_for_admins.eq(false));
    }
    if sight.is_of_groups() {
        let looked_after = seen_categories(db, sight)?;
        query = query.filter(threads::category_id.nullable().eq_any(looked_after));
    } else if !hidden.is_empty() {
        let in_sight = threads::category_id.nullable().ne_all(hidden);
        query = query.filter(moderations::thread_id.is_null().or(in_sight.assume_not_null()));
    }
    if let Some(after) = after {
        let (at, id) = (after.moment().unwrap_or_default().naive_utc(), after.id);
        query = query
            .filter(moderations::acted_at.le(at))
            .filter(moderations::acted_at.lt(at).or(moderations::id.lt(id)));
    }
    let rows = query.load(db)?;
    let rows = told(db, sight, rows)?;
    let position = |row: &Moderation| Cursor::at(row.acted_at, row.id.get());
    Ok(PageOf::cut(rows, usize::try_from(size).unwrap_or_default(), position))
}

/// The rows with the names of what they are about.
fn told(db: &mut Db, sight: Sight, rows: Vec<Row>) -> Result<Vec<Moderation>, StoreError> {
    let people = rows.iter().flat_map(|row| [row.moderator_id, row.user_id]);
    let authors = Authors::load_with_removed(db, people.collect::<Vec<_>>())?;
    let (names, ends) = (category_names(db, sight, &rows)?, ends_of_restraints(db, &rows)?);
    let selections = selected::named(db, rows.iter().filter_map(|row| row.selection_id).collect())?;
    let told = rows.into_iter().map(|row| Moderation {
        was: was_named(&row, &names),
        until: row
            .became
            .as_ref()
            .and_then(|id| ends.get(id).copied())
            .or(end_of_pin(&row)),
        became: became_named(&row),
        held_for: held_for(&row),
        about: row.about,
        is_in_force: row.times.1,
        selection: row.selection_id.and_then(|id| selections.get(&id).cloned()),
        id: ModerationId::stored(row.id),
        moderator: authors.of(row.moderator_id, None),
        act: Act::parse(&row.act).unwrap_or(Act::Other),
        thread: row.thread.0.map(ThreadId::stored).zip(row.thread.1),
        reply: row.reply_id.map(ReplyId::stored),
        person: row.user_id.map(|id| authors.of(Some(id), None)),
        reason: row.reason,
        acted_at: utc(row.times.0),
    });
    Ok(told.collect())
}

/// The names of the categories out of which threads were moved.
fn category_names(db: &mut Db, sight: Sight, rows: &[Row]) -> Result<HashMap<i64, String>, StoreError> {
    let moves = rows.iter().filter(|row| row.act == Act::Move.as_str());
    let ids: Vec<i64> = moves.filter_map(|row| row.was.as_deref()?.parse().ok()).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let named: Vec<(i64, String)> = categories::table
        .filter(among(categories::id, ids))
        .filter(among(categories::audience, sight.audience_names()))
        .select((categories::id, categories::name))
        .load(db)?;
    Ok(named.into_iter().collect())
}

/// When the restraints end by themselves that began by these acts, by their numbers as rows name them.
fn ends_of_restraints(db: &mut Db, rows: &[Row]) -> Result<HashMap<String, DateTime<Utc>>, StoreError> {
    let began = rows
        .iter()
        .filter(|row| Act::parse(&row.act).is_some_and(Act::restrains));
    let ids: Vec<i64> = began.filter_map(|row| row.became.as_deref()?.parse().ok()).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let ends: Vec<(i64, Option<chrono::NaiveDateTime>)> = restraints::table
        .filter(among(restraints::id, ids))
        .select((restraints::id, restraints::ends_at))
        .load(db)?;
    let ends = ends.into_iter().filter_map(|(id, at)| Some((id.to_string(), utc(at?))));
    Ok(ends.collect())
}

/// Until when a thread was to be kept on top.
fn end_of_pin(row: &Row) -> Option<DateTime<Utc>> {
    let until = row.became.as_deref().filter(|_| row.act == Act::Pin.as_str())?;
    Some(DateTime::parse_from_rfc3339(until).ok()?.to_utc())
}

/// Why something is held; what was held before rows said so, the flags of members hid.
fn held_for(row: &Row) -> Option<HoldReason> {
    let is_hold = row.act == Act::Hold.as_str();
    let why = row.became.as_deref().and_then(HoldReason::parse);
    is_hold.then(|| why.unwrap_or(HoldReason::Flagged))
}

/// What was so before, where a reader of the log can make something of it.
fn was_named(row: &Row, categories: &HashMap<i64, String>) -> Option<String> {
    let was = row.was.as_deref()?;
    match Act::parse(&row.act)? {
        Act::Move => categories.get(&was.parse().ok()?).cloned(),
        act if act.is_named() => Some(was.to_owned()),
        _ => None,
    }
}

/// What is so since, of a group.
fn became_named(row: &Row) -> Option<String> {
    row.became
        .clone()
        .filter(|_| Act::parse(&row.act).is_some_and(Act::is_named))
}
