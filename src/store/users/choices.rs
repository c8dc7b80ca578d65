//! What somebody chose for themselves: their language, and whether they watch what they answer.

use diesel::prelude::*;

use crate::domain::id::UserId;
use crate::domain::language::Language;
use crate::store::schema::users;
use crate::store::{Db, StoreError};

/// Whether somebody watches what they answer.
pub fn watches_answered(db: &mut Db, id: UserId) -> Result<bool, StoreError> {
    Ok(users::table.find(id.get()).select(users::watches_answered).first(db)?)
}

/// Keeps whether somebody watches what they answer; nobody else sees it, so it is no change of the forum.
pub fn watch_answered(tx: &mut Db, id: UserId, watches: bool) -> Result<(), StoreError> {
    diesel::update(users::table.find(id.get()))
        .set(users::watches_answered.eq(watches))
        .execute(tx)?;
    Ok(())
}

/// The language that a person chose; `None` when they chose none, or are not there.
pub fn chosen_language(db: &mut Db, id: UserId) -> Result<Option<Language>, StoreError> {
    let code: Option<Option<String>> = users::table
        .find(id.get())
        .select(users::language)
        .first(db)
        .optional()?;
    Ok(code.flatten().as_deref().and_then(Language::parse))
}

/// Keeps the language that a person chose, or forgets it; nobody else sees it, so it is no change of the forum.
pub fn choose_language(tx: &mut Db, id: UserId, language: Option<Language>) -> Result<(), StoreError> {
    diesel::update(users::table.find(id.get()))
        .set(users::language.eq(language.map(Language::code)))
        .execute(tx)?;
    Ok(())
}
