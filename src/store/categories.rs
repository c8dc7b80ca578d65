//! Where threads live: their order, who may see them, what they take.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::{NativeDsl, among};
use super::schema::{categories, former_slugs};
use super::time::{row_time, utc};
use super::{Db, StoreError, changes, repeats, tags};
use crate::domain::category::{Audience, CategoryDraft, CategoryInput, Kinds, Readers, TemplateField, template_text};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::draft::AskRules;
use crate::domain::id::CategoryId;
use crate::domain::sight::Sight;
use crate::domain::thread::Standing;

/// A category with its counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// Its readable address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What belongs there, in a sentence.
    pub description: String,
    /// Who may see it.
    pub audience: Audience,
    /// What it takes.
    pub kinds: Kinds,
    /// When it stopped taking threads.
    pub archived_at: Option<DateTime<Utc>>,
    /// How many threads live there.
    pub thread_count: i64,
    /// How many of them are questions that still wait.
    pub open_count: i64,
    /// How many of them are resolved questions.
    pub resolved_count: i64,
    /// What is asked of an asker.
    pub template: Vec<TemplateField>,
}

impl Category {
    /// What it asks of a thread.
    pub fn ask_rules(&self) -> AskRules {
        AskRules {
            category: self.id,
            kinds: self.kinds,
            template: self.template.clone(),
        }
    }
}

impl From<&Category> for CategoryInput {
    fn from(category: &Category) -> Self {
        Self {
            name: category.name.clone(),
            slug: category.slug.clone(),
            description: category.description.clone(),
            audience: Readers::from(category.audience).name(),
            questions: category.kinds.questions,
            discussions: category.kinds.discussions,
            announcements: category.kinds.announcements,
            template: template_text(&category.template),
        }
    }
}

/// How making or changing a category ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// It is saved.
    Saved(CategoryId),
    /// Another category has this slug.
    SlugTaken,
}

/// The columns of a category, for a query that joins them.
#[derive(Queryable)]
pub(super) struct Row {
    id: i64,
    slug: String,
    name: String,
    description: String,
    audience: String,
    takes: (bool, bool, bool),
    archived_at: Option<chrono::NaiveDateTime>,
    counts: (i64, i64, i64),
    template: String,
}

macro_rules! columns {
    () => {
        (
            $crate::store::schema::categories::id,
            $crate::store::schema::categories::slug,
            $crate::store::schema::categories::name,
            $crate::store::schema::categories::description,
            $crate::store::schema::categories::audience,
            (
                $crate::store::schema::categories::takes_questions,
                $crate::store::schema::categories::takes_discussions,
                $crate::store::schema::categories::takes_announcements,
            ),
            $crate::store::schema::categories::archived_at,
            (
                $crate::store::schema::categories::thread_count,
                $crate::store::schema::categories::open_count,
                $crate::store::schema::categories::resolved_count,
            ),
            $crate::store::schema::categories::template,
        )
    };
}

pub(super) use columns;

/// All categories in sight, in their order; there are few.
pub fn list(db: &mut Db, sight: Sight) -> Result<Vec<Category>, StoreError> {
    let rows: Vec<Row> = categories::table
        .filter(among(categories::audience, sight.audience_names()))
        .order((categories::position, categories::id))
        .select(columns!())
        .load(db)?;
    rows.into_iter().map(category).collect()
}

/// The category that has this slug, or had it before, if it is in sight.
pub fn by_slug(db: &mut Db, sight: Sight, slug: &str) -> Result<Category, StoreError> {
    let row: Option<Row> = categories::table
        .filter(categories::slug.eq(slug))
        .select(columns!())
        .first(db)
        .optional()?;
    match row {
        Some(row) => in_sight(row, sight),
        None => in_sight(by_former_slug(db, slug)?, sight),
    }
}

fn by_former_slug(db: &mut Db, slug: &str) -> Result<Row, StoreError> {
    Ok(former_slugs::table
        .inner_join(categories::table)
        .filter(former_slugs::slug.eq(slug))
        .select(columns!())
        .first(db)?)
}

/// The category with this id, if it is in sight.
pub fn find(db: &mut Db, sight: Sight, id: CategoryId) -> Result<Category, StoreError> {
    let row: Row = categories::table.find(id.get()).select(columns!()).first(db)?;
    in_sight(row, sight)
}

/// Makes a category; it stands last.
pub fn make(tx: &mut Db, draft: &CategoryDraft, now: DateTime<Utc>) -> Result<Saving, StoreError> {
    if slug_is_taken(tx, &draft.slug, None)? {
        return Ok(Saving::SlugTaken);
    }
    let last: Option<i64> = categories::table
        .select(diesel::dsl::max(categories::position))
        .first(tx)?;
    let id: i64 = diesel::insert_into(categories::table)
        .values((
            categories::slug.eq(&draft.slug),
            categories::name.eq(&draft.name),
            categories::description.eq(&draft.description),
            categories::position.eq(last.unwrap_or(0) + 1),
            // Nobody sees it before it has the number that its audience may be named by.
            categories::audience.eq(Audience::Staff.to_string()),
            categories::takes_questions.eq(draft.kinds.questions),
            categories::takes_discussions.eq(draft.kinds.discussions),
            categories::takes_announcements.eq(draft.kinds.announcements),
            categories::created_at.eq(row_time(now)),
            categories::template.eq(template_json(&draft.template)?),
        ))
        .returning(categories::id)
        .get_result(tx)?;
    let id = CategoryId::stored(id);
    diesel::update(categories::table.find(id.get()))
        .set(categories::audience.eq(draft.audience.of(id).to_string()))
        .execute(tx)?;
    occupy(tx, &draft.slug)?;
    changes::record(tx, Noun::Category(id), ChangeVerb::Made, now)?;
    Ok(Saving::Saved(id))
}

/// Changes a category; an address that it leaves still leads to it.
pub fn change(tx: &mut Db, id: CategoryId, draft: &CategoryDraft, now: DateTime<Utc>) -> Result<Saving, StoreError> {
    if slug_is_taken(tx, &draft.slug, Some(id))? {
        return Ok(Saving::SlugTaken);
    }
    // Whoever changes what groups propose waits for this before any row.
    repeats::take_turn(tx)?;
    let audience = tags::audience_of(tx, id.get())?;
    let before: String = categories::table.find(id.get()).select(categories::slug).first(tx)?;
    diesel::update(categories::table.find(id.get()))
        .set((
            categories::slug.eq(&draft.slug),
            categories::name.eq(&draft.name),
            categories::description.eq(&draft.description),
            categories::audience.eq(draft.audience.of(id).to_string()),
            categories::takes_questions.eq(draft.kinds.questions),
            categories::takes_discussions.eq(draft.kinds.discussions),
            categories::takes_announcements.eq(draft.kinds.announcements),
            categories::template.eq(template_json(&draft.template)?),
        ))
        .execute(tx)?;
    tags::count_shown(tx, id.get(), audience, draft.audience.of(id))?;
    if audience != draft.audience.of(id) {
        repeats::weigh_category(tx, id.get())?;
    }
    if before != draft.slug {
        leave(tx, id, &before, now)?;
        occupy(tx, &draft.slug)?;
    }
    changes::record(tx, Noun::Category(id), ChangeVerb::Changed, now)?;
    Ok(Saving::Saved(id))
}

/// Keeps an address that a category had, so that links to it go on working.
fn leave(tx: &mut Db, id: CategoryId, slug: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = (
        former_slugs::category_id.eq(id.get()),
        former_slugs::left_at.eq(row_time(now)),
    );
    diesel::insert_into(former_slugs::table)
        .values((former_slugs::slug.eq(slug), row))
        .on_conflict(former_slugs::slug)
        .do_update()
        .set(row)
        .native()
        .execute(tx)?;
    Ok(())
}

/// An address that is in use leads to whoever has it now.
fn occupy(tx: &mut Db, slug: &str) -> Result<(), StoreError> {
    diesel::delete(former_slugs::table.find(slug)).execute(tx)?;
    Ok(())
}

/// Moves a category one place up or down; at the end it stays.
pub fn shift(tx: &mut Db, id: CategoryId, up: bool, now: DateTime<Utc>) -> Result<(), StoreError> {
    let order: Vec<i64> = categories::table
        .order((categories::position, categories::id))
        .select(categories::id)
        .load(tx)?;
    let place = order
        .iter()
        .position(|other| *other == id.get())
        .ok_or(StoreError::NotFound)?;
    let target = if up {
        place.saturating_sub(1)
    } else {
        (place + 1).min(order.len() - 1)
    };
    let mut order = order;
    order.swap(place, target);
    for (category, position) in order.into_iter().zip(1_i64..) {
        diesel::update(categories::table.find(category))
            .set(categories::position.eq(position))
            .execute(tx)?;
    }
    changes::record(tx, Noun::Category(id), ChangeVerb::Changed, now)
}

/// Stops a category from taking threads, or lets it take them again.
pub fn archive(tx: &mut Db, id: CategoryId, archived: bool, now: DateTime<Utc>) -> Result<(), StoreError> {
    let count = diesel::update(categories::table.find(id.get()))
        .set(categories::archived_at.eq(archived.then(|| row_time(now))))
        .execute(tx)?;
    if count == 0 {
        return Err(StoreError::NotFound);
    }
    changes::record(tx, Noun::Category(id), ChangeVerb::Changed, now)
}

/// Counts one thread that stands so into a category (1) or out of it (−1).
pub(super) fn count(tx: &mut Db, id: i64, standing: Standing, more: i64) -> Result<(), StoreError> {
    let open = if standing.is_open() { more } else { 0 };
    let resolved = if standing == Standing::Resolved { more } else { 0 };
    diesel::update(categories::table.find(id))
        .set((
            categories::thread_count.eq(categories::thread_count + more),
            categories::open_count.eq(categories::open_count + open),
            categories::resolved_count.eq(categories::resolved_count + resolved),
        ))
        .execute(tx)?;
    Ok(())
}

fn slug_is_taken(db: &mut Db, slug: &str, by_other_than: Option<CategoryId>) -> Result<bool, StoreError> {
    let other = by_other_than.map_or(0, CategoryId::get);
    let taken = categories::table
        .filter(categories::slug.eq(slug))
        .filter(categories::id.ne(other));
    Ok(diesel::select(diesel::dsl::exists(taken)).get_result(db)?)
}

pub(super) fn in_sight(row: Row, sight: Sight) -> Result<Category, StoreError> {
    let category = category(row)?;
    if sight.includes(category.audience) {
        Ok(category)
    } else {
        Err(StoreError::NotFound)
    }
}

fn category(row: Row) -> Result<Category, StoreError> {
    let strange = |what: &str| StoreError::Unexpected(format!("category {}: {what}", row.id));
    Ok(Category {
        id: CategoryId::stored(row.id),
        audience: Audience::parse(&row.audience).ok_or_else(|| strange("audience"))?,
        template: serde_json::from_str(&row.template).map_err(|_| strange("template"))?,
        slug: row.slug,
        name: row.name,
        description: row.description,
        kinds: Kinds {
            questions: row.takes.0,
            discussions: row.takes.1,
            announcements: row.takes.2,
        },
        archived_at: row.archived_at.map(utc),
        thread_count: row.counts.0,
        open_count: row.counts.1,
        resolved_count: row.counts.2,
    })
}

fn template_json(template: &[TemplateField]) -> Result<String, StoreError> {
    serde_json::to_string(template).map_err(|error| StoreError::Unexpected(error.to_string()))
}
