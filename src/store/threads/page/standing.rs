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
use crate::domain::thread::{Standing, ThreadKind};
use crate::store::authors::Authors;
use crate::store::categories::{self, Category};
use crate::store::finding::SimilarThread;
use crate::store::schema::categories as categories_table;
use crate::store::schema::{acceptances, closures, reopenings, replies, threads};
use crate::store::time::utc;
use crate::store::{Db, StoreError, duplicates};

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
    original_row: OriginalRow,
}

/// Title, kind, standing, who sees it, and when it was deleted.
type OriginalRow = (
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<NaiveDateTime>,
);

impl ClosureRow {
    /// The original, when it is in sight and leads no further itself.
    fn plain_original(&self, sight: Sight) -> Option<SimilarThread> {
        let (title, kind, standing, audience, deleted_at) = &self.original_row;
        let original = SimilarThread {
            id: ThreadId::stored(self.original?),
            title: title.clone()?,
            kind: ThreadKind::parse(kind.as_deref()?)?,
            standing: Standing::parse(standing.as_deref()?)?,
        };
        let is_in_sight = sight.includes(Audience::parse(audience.as_deref()?)?) && deleted_at.is_none();
        (is_in_sight && original.standing != Standing::Closed).then_some(original)
    }

    pub(super) fn view(self, authors: &Authors, original: Option<SimilarThread>) -> ClosureView {
        ClosureView {
            reason: CloseReason::parse(&self.reason).unwrap_or(CloseReason::Other),
            note: self.note,
            original,
            by: authors.of(self.by, None),
            at: utc(self.at),
        }
    }
}

/// The closure in force, with the last original that is in sight.
pub(super) fn closure_row(
    db: &mut Db,
    sight: Sight,
    id: ThreadId,
) -> Result<Option<(ClosureRow, Option<SimilarThread>)>, StoreError> {
    let home = categories_table::id.nullable();
    let row: Option<ClosureRow> = closures::table
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
                threads::kind.nullable(),
                threads::standing.nullable(),
                categories_table::audience.nullable(),
                threads::deleted_at.nullable(),
            ),
        ))
        .first(db)
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    let original = match (row.plain_original(sight), row.original) {
        (None, Some(original)) => duplicates::last_original(db, sight, ThreadId::stored(original))?,
        (plain, _) => plain,
    };
    Ok(Some((row, original)))
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

/// Where an announcement may tell of a problem, for those who may: wherever questions are asked.
pub(super) fn problem_categories(
    db: &mut Db,
    viewer: &Viewer,
    sight: Sight,
    kind: ThreadKind,
) -> Result<Vec<(String, String)>, StoreError> {
    let may_tell = viewer.user().is_some_and(|user| may(user, Verb::TellProblem, None));
    if kind != ThreadKind::Announcement || !may_tell {
        return Ok(Vec::new());
    }
    let all = categories::list(db, sight)?.into_iter();
    let asked = all.filter(|category| category.archived_at.is_none() && category.kinds.questions);
    Ok(asked.map(|category| (category.slug, category.name)).collect())
}
