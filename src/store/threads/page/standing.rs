//! Where a thread stands on its page: what was accepted, why it is closed, who opened it again, what asks the same.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::replies::{ReplyRow, reply_columns};
use super::{AcceptanceView, ClosureView, ReopeningView};
use crate::domain::account::Viewer;
use crate::domain::category::Audience;
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::permission::{Verb, may};
use crate::domain::resolution::{CloseReason, Precision, When};
use crate::domain::sight::Sight;
use crate::domain::thread::ThreadKind;
use crate::store::authors::Authors;
use crate::store::categories::{self, Category};
use crate::store::schema::categories as categories_table;
use crate::store::schema::{acceptances, closures, duplicate_links, reopenings, replies, threads};
use crate::store::time::utc;
use crate::store::{Db, StoreError};

/// How many duplicates of a thread are named.
const MOST_DUPLICATES: i64 = 10;

#[derive(Queryable)]
pub(super) struct AcceptedRow {
    pub(super) reply_id: i64,
    pub(super) by: Option<i64>,
    on_behalf: bool,
    at: Option<NaiveDateTime>,
    precision: String,
}

impl AcceptedRow {
    pub(super) fn view(self, authors: &Authors) -> AcceptanceView {
        let precision = Precision::parse(&self.precision).unwrap_or(Precision::Unknown);
        AcceptanceView {
            reply: ReplyId::stored(self.reply_id),
            by: authors.of(self.by, None),
            on_behalf: self.on_behalf,
            at: When::from_parts(self.at.map(utc), precision),
        }
    }
}

/// The acceptance in force, with the reply that it names.
pub(super) fn accepted_row(db: &mut Db, id: ThreadId) -> Result<Option<(AcceptedRow, ReplyRow)>, StoreError> {
    let columns = (
        acceptances::reply_id,
        acceptances::accepted_by_id,
        acceptances::on_behalf,
        acceptances::accepted_at,
        acceptances::precision,
    );
    Ok(acceptances::table
        .inner_join(replies::table)
        .filter(acceptances::thread_id.eq(id.get()))
        .filter(acceptances::ended_at.is_null())
        .select((columns, reply_columns!()))
        .first(db)
        .optional()?)
}

#[derive(Queryable)]
pub(super) struct ClosureRow {
    reason: String,
    note: String,
    original: Option<i64>,
    pub(super) by: Option<i64>,
    at: NaiveDateTime,
    original_row: (Option<String>, Option<String>, Option<NaiveDateTime>),
}

impl ClosureRow {
    pub(super) fn view(self, authors: &Authors, sight: Sight) -> ClosureView {
        let (title, audience, deleted_at) = self.original_row;
        let audience = audience.as_deref().and_then(Audience::parse);
        let is_in_sight =
            audience.is_some_and(|audience| sight.includes(audience)) && (deleted_at.is_none() || sight.sees_deleted());
        let original = self.original.map(ThreadId::stored).zip(title);
        ClosureView {
            reason: CloseReason::parse(&self.reason).unwrap_or(CloseReason::Other),
            note: self.note,
            original: original.filter(|_| is_in_sight),
            by: authors.of(self.by, None),
            at: utc(self.at),
        }
    }
}

pub(super) fn closure_row(db: &mut Db, id: ThreadId) -> Result<Option<ClosureRow>, StoreError> {
    let home = categories_table::id.nullable();
    Ok(closures::table
        .left_join(threads::table.on(closures::original_id.eq(threads::id.nullable())))
        .left_join(categories_table::table.on(home.eq(threads::category_id.nullable())))
        .filter(closures::thread_id.eq(id.get()))
        .filter(closures::ended_at.is_null())
        .select((
            closures::reason,
            closures::note,
            closures::original_id,
            closures::closed_by_id,
            closures::closed_at,
            (
                threads::title.nullable(),
                categories_table::audience.nullable(),
                threads::deleted_at.nullable(),
            ),
        ))
        .first(db)
        .optional()?)
}

#[derive(Queryable)]
pub(super) struct ReopeningRow {
    pub(super) by: Option<i64>,
    at: NaiveDateTime,
    reason: String,
}

impl ReopeningRow {
    pub(super) fn view(self, authors: &Authors) -> ReopeningView {
        ReopeningView {
            by: authors.of(self.by, None),
            at: utc(self.at),
            reason: self.reason,
        }
    }
}

pub(super) fn reopening_row(db: &mut Db, id: ThreadId) -> Result<Option<ReopeningRow>, StoreError> {
    Ok(reopenings::table
        .filter(reopenings::thread_id.eq(id.get()))
        .filter(reopenings::closure_id.is_null())
        .order(reopenings::id.desc())
        .select((reopenings::reopened_by_id, reopenings::reopened_at, reopenings::reason))
        .first(db)
        .optional()?)
}

pub(super) fn other_categories(
    db: &mut Db,
    viewer: &Viewer,
    sight: Sight,
    home: &Category,
    kind: ThreadKind,
) -> Result<Vec<(String, String)>, StoreError> {
    if !viewer.user().is_some_and(|user| may(user, Verb::Move, None)) {
        return Ok(Vec::new());
    }
    let others = categories::list(db, sight)?.into_iter();
    let others = others.filter(|other| other.id != home.id && other.archived_at.is_none() && other.kinds.take(kind));
    Ok(others.map(|other| (other.slug, other.name)).collect())
}

/// The threads in sight that ask the same, the newest first: no more of them than their address and title.
pub(super) fn duplicates(db: &mut Db, sight: Sight, id: ThreadId) -> Result<Vec<(ThreadId, String)>, StoreError> {
    let rows: Vec<(i64, String)> = duplicate_links::table
        .inner_join(threads::table.on(threads::id.eq(duplicate_links::thread_id)))
        .inner_join(categories_table::table.on(categories_table::id.eq(threads::category_id)))
        .filter(duplicate_links::original_id.eq(id.get()))
        .filter(threads::deleted_at.is_null())
        .filter(categories_table::audience.eq_any(sight.audience_names()))
        .order(duplicate_links::thread_id.desc())
        .limit(MOST_DUPLICATES)
        .select((threads::id, threads::title))
        .load(db)?;
    let titled = rows.into_iter().map(|(id, title)| (ThreadId::stored(id), title));
    Ok(titled.collect())
}
