//! Sections of articles: their order, one within another, and how many published articles each reader finds in them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::{articles, sections};
use super::time::row_time;
use super::{Db, StoreError, changes};
use crate::domain::category::Audience;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::SectionId;
use crate::domain::section::{SectionDraft, SectionInput};
use crate::domain::sight::{Shared, Sight};

/// A section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// The section that it stands in.
    pub parent: Option<SectionId>,
    /// Its name.
    pub name: String,
    /// What belongs there; may be empty.
    pub description: String,
    /// How many published articles in sight stand right in it.
    pub article_count: i64,
}

impl From<&Section> for SectionInput {
    fn from(section: &Section) -> Self {
        Self {
            name: section.name.clone(),
            description: section.description.clone(),
            parent: section.parent.map_or_else(String::new, |parent| parent.to_string()),
        }
    }
}

/// How making or changing a section ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arranging {
    /// It is so now.
    Done(SectionId),
    /// It would stand in a section of a section, or in itself; or the section it was to stand in is gone.
    TooDeep,
    /// Something stands in it still.
    NotEmpty,
}

type Row = (i64, Option<i64>, String, String, (i64, i64, i64));

fn section(row: Row, sight: Sight) -> Section {
    let (for_all, for_members, whole) = row.4;
    Section {
        id: SectionId::stored(row.0),
        parent: row.1.map(SectionId::stored),
        name: row.2,
        description: row.3,
        article_count: match sight.widest() {
            Shared::Staff => whole,
            Shared::SignedIn => for_members,
            _ => for_all,
        },
    }
}

#[diesel::dsl::auto_type]
fn rows() -> _ {
    sections::table.select((
        sections::id,
        sections::parent_id,
        sections::name,
        sections::description,
        (
            sections::public_count,
            sections::signed_in_count,
            sections::article_count,
        ),
    ))
}

/// The sections in their order, each followed by those within it; there are few.
///
/// A section in which a reader finds nothing is not in sight, but for those who write.
pub fn list(db: &mut Db, sight: Sight) -> Result<Vec<Section>, StoreError> {
    let rows: Vec<Row> = rows().order((sections::position, sections::id)).load(db)?;
    let all: Vec<Section> = rows.into_iter().map(|row| section(row, sight)).collect();
    let is_in_sight = |one: &Section| sight.sees_drafts() || one.article_count > 0;
    let mut ordered = Vec::with_capacity(all.len());
    for top in all.iter().filter(|one| one.parent.is_none()) {
        let within = all.iter().filter(|one| one.parent == Some(top.id) && is_in_sight(one));
        let within: Vec<Section> = within.cloned().collect();
        if is_in_sight(top) || !within.is_empty() {
            ordered.push(top.clone());
            ordered.extend(within);
        }
    }
    Ok(ordered)
}

/// The section with this id; absent when it is not in sight.
pub fn find(db: &mut Db, sight: Sight, id: SectionId) -> Result<Section, StoreError> {
    let found = list(db, sight)?.into_iter().find(|section| section.id == id);
    found.ok_or(StoreError::NotFound)
}

/// Makes a section; it stands last.
pub fn make(tx: &mut Db, draft: &SectionDraft, now: DateTime<Utc>) -> Result<Arranging, StoreError> {
    if !may_stand_in(tx, draft.parent, None)? {
        return Ok(Arranging::TooDeep);
    }
    let last: Option<i64> = sections::table.select(diesel::dsl::max(sections::position)).first(tx)?;
    let id: i64 = diesel::insert_into(sections::table)
        .values((
            sections::parent_id.eq(draft.parent.map(SectionId::get)),
            sections::name.eq(&draft.name),
            sections::description.eq(&draft.description),
            sections::position.eq(last.unwrap_or(0) + 1),
            sections::created_at.eq(row_time(now)),
        ))
        .returning(sections::id)
        .get_result(tx)?;
    done(tx, SectionId::stored(id), ChangeVerb::Made, now)
}

/// Changes a section.
pub fn change(tx: &mut Db, id: SectionId, draft: &SectionDraft, now: DateTime<Utc>) -> Result<Arranging, StoreError> {
    if !may_stand_in(tx, draft.parent, Some(id))? {
        return Ok(Arranging::TooDeep);
    }
    let row = (
        sections::parent_id.eq(draft.parent.map(SectionId::get)),
        sections::name.eq(&draft.name),
        sections::description.eq(&draft.description),
    );
    if diesel::update(sections::table.find(id.get())).set(row).execute(tx)? == 0 {
        return Err(StoreError::NotFound);
    }
    done(tx, id, ChangeVerb::Changed, now)
}

/// Whether a section, perhaps a new one, may stand there: at the top, or in a top section other than itself, if nothing
/// stands in it.
///
/// Both are held, in the order of their ids, so that of two who put each other's sections into one another at once the
/// second finds what the first has done.
fn may_stand_in(tx: &mut Db, parent: Option<SectionId>, own: Option<SectionId>) -> Result<bool, StoreError> {
    let Some(parent) = parent else { return Ok(true) };
    let mut both: Vec<SectionId> = own.into_iter().chain([parent]).collect();
    both.sort_unstable();
    for one in both {
        hold(tx, one.get())?;
    }
    let above: Option<Option<i64>> = sections::table
        .find(parent.get())
        .select(sections::parent_id)
        .first(tx)
        .optional()?;
    let within = match own {
        Some(own) => is_above_others(tx, own)?,
        None => false,
    };
    Ok(above == Some(None) && own != Some(parent) && !within)
}

fn is_above_others(tx: &mut Db, id: SectionId) -> Result<bool, StoreError> {
    let within = sections::table.filter(sections::parent_id.eq(id.get()));
    Ok(diesel::select(diesel::dsl::exists(within)).get_result(tx)?)
}

/// Moves a section one place up or down among those beside it; at the end it stays.
pub fn shift(tx: &mut Db, id: SectionId, up: bool, now: DateTime<Utc>) -> Result<(), StoreError> {
    let all: Vec<(i64, Option<i64>)> = sections::table
        .order((sections::position, sections::id))
        .select((sections::id, sections::parent_id))
        .load(tx)?;
    let own = all.iter().position(|(other, _)| *other == id.get());
    let own = own.ok_or(StoreError::NotFound)?;
    let parent = all.get(own).and_then(|(_, parent)| *parent);
    let mut order: Vec<i64> = all.iter().map(|(id, _)| *id).collect();
    let beside = |place: &usize| all.get(*place).is_some_and(|(_, other)| *other == parent);
    let target = if up {
        (0..own).rev().find(beside)
    } else {
        (own + 1..all.len()).find(beside)
    };
    if let Some(target) = target {
        order.swap(own, target);
    }
    for (section, position) in order.into_iter().zip(1_i64..) {
        diesel::update(sections::table.find(section))
            .set(sections::position.eq(position))
            .execute(tx)?;
    }
    changes::record(tx, Noun::Section(id), ChangeVerb::Changed, now)
}

/// Deletes a section in which nothing stands, in no state.
pub fn delete(tx: &mut Db, id: SectionId, now: DateTime<Utc>) -> Result<Arranging, StoreError> {
    hold(tx, id.get())?;
    let articles = articles::table.filter(articles::section_id.eq(id.get()));
    let has_articles: bool = diesel::select(diesel::dsl::exists(articles)).get_result(tx)?;
    if has_articles || is_above_others(tx, id)? {
        return Ok(Arranging::NotEmpty);
    }
    if diesel::delete(sections::table.find(id.get())).execute(tx)? == 0 {
        return Err(StoreError::NotFound);
    }
    done(tx, id, ChangeVerb::Deleted, now)
}

/// Keeps others from putting something into a section until the transaction ends.
fn hold(tx: &mut Db, id: i64) -> Result<(), StoreError> {
    if let Db::Postgres(db) = tx {
        sections::table
            .find(id)
            .select(sections::id)
            .for_update()
            .first::<i64>(db)
            .optional()?;
    }
    Ok(())
}

fn done(tx: &mut Db, id: SectionId, verb: ChangeVerb, now: DateTime<Utc>) -> Result<Arranging, StoreError> {
    changes::record(tx, Noun::Section(id), verb, now)?;
    Ok(Arranging::Done(id))
}

/// Counts a published article for its readers into a section (1) or out of it (−1).
pub(super) fn count(tx: &mut Db, id: i64, audience: Audience, more: i64) -> Result<(), StoreError> {
    let for_all = if audience == Audience::Public { more } else { 0 };
    let for_members = if audience == Audience::Staff { 0 } else { more };
    diesel::update(sections::table.find(id))
        .set((
            sections::article_count.eq(sections::article_count + more),
            sections::public_count.eq(sections::public_count + for_all),
            sections::signed_in_count.eq(sections::signed_in_count + for_members),
        ))
        .execute(tx)?;
    Ok(())
}
