//! Finds or makes the category of imported threads.

use super::super::record::Category;
use super::super::report::Noun;
use super::assembly::Assembly;
use crate::domain::category::is_reserved_slug;
use crate::domain::slug::{fold, slug};
use crate::store::StoreError;
use crate::store::imports::{self, CategoryRow, Numbered, OriginNoun};
use crate::store::time::row_time;

/// Adds the categories of a batch: one of the same name is taken as it is, and widened if it must be.
pub(super) fn add_all(assembly: &mut Assembly<'_>, categories: &[Category]) -> Result<(), StoreError> {
    if categories.is_empty() {
        return Ok(());
    }
    let mut position = imports::next_category_position(assembly.tx)?;
    for category in categories {
        let id = match free_slug(assembly, category)? {
            Place::Taken(id) => {
                imports::widen_category(assembly.tx, id, category.takes_questions)?;
                id
            }
            Place::Free(slug) => {
                let id = make(assembly, category, slug, position)?;
                position += 1;
                id
            }
        };
        assembly.origin(OriginNoun::Category, category.id, id, None);
        assembly.done.made.categories.insert(category.id, id);
    }
    Ok(())
}

enum Place {
    /// The category is there already.
    Taken(i64),
    /// There is none yet, and this address is free.
    Free(String),
}

fn free_slug(assembly: &mut Assembly<'_>, category: &Category) -> Result<Place, StoreError> {
    let wanted = match slug(category.slug.as_deref().unwrap_or(&category.name)) {
        nothing if nothing == "-" => format!("category-{}", category.id),
        slug => slug,
    };
    let mut candidate = wanted.clone();
    for number in 2.. {
        match imports::category_at(assembly.tx, &candidate)? {
            None if !is_reserved_slug(&candidate) => break,
            Some((id, name)) if fold(&name) == fold(&category.name) => return Ok(Place::Taken(id)),
            _ => candidate = format!("{wanted}-{number}"),
        }
    }
    Ok(Place::Free(candidate))
}

fn make(assembly: &mut Assembly<'_>, category: &Category, slug: String, position: i64) -> Result<i64, StoreError> {
    let ids = imports::take_ids(assembly.tx, Numbered::Categories, 1)?;
    let id = ids.first().copied().ok_or(StoreError::NotFound)?;
    assembly.rows.categories.push(CategoryRow {
        id,
        slug,
        name: category.name.clone(),
        position,
        audience: "public",
        takes_questions: category.takes_questions,
        takes_discussions: !category.takes_questions,
        takes_announcements: false,
        created_at: row_time(assembly.writer.now),
    });
    assembly.wrote(Noun::Categories, 1);
    // The next category of the batch must see this one: its address, its id.
    std::mem::take(&mut assembly.rows).write(assembly.tx)?;
    Ok(id)
}
