//! Watched words: the list that administrators keep, and the same made ready to be looked for.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use parking_lot::Mutex;

use super::schema::watched_words;
use super::time::row_time;
use super::{Db, StoreError};
use crate::domain::id::{UserId, WatchedWordId};
use crate::domain::spam::Watch;
use crate::domain::watched_word::{MOST_PATTERNS, MOST_WATCHED, WatchedDeed, WatchedDraft, WatchedForm};

/// The words that were made ready last: patterns take long to make ready, and change rarely.
static READY: Mutex<Option<Arc<Watch>>> = Mutex::new(None);

/// A watched word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchedWord {
    /// Its number.
    pub id: WatchedWordId,
    /// What is looked for, and what happens.
    pub draft: WatchedDraft,
}

/// How keeping a watched word ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watching {
    /// It is kept.
    Kept,
    /// There are as many as there may be.
    TooMany,
    /// There are as many patterns as there may be.
    TooManyPatterns,
}

type Row = (i64, String, String, String, String);

fn watched_word((id, form, text, deed, with): Row) -> Result<WatchedWord, StoreError> {
    let strange = || StoreError::Unexpected(format!("watched word {id}"));
    Ok(WatchedWord {
        id: WatchedWordId::stored(id),
        draft: WatchedDraft {
            text,
            form: WatchedForm::parse(&form).ok_or_else(strange)?,
            deed: WatchedDeed::parse(&deed).ok_or_else(strange)?,
            with,
        },
    })
}

#[diesel::dsl::auto_type]
fn rows() -> _ {
    watched_words::table.select((
        watched_words::id,
        watched_words::form,
        watched_words::words,
        watched_words::deed,
        watched_words::substitute,
    ))
}

/// All of them, by the alphabet.
pub fn list(db: &mut Db) -> Result<Vec<WatchedWord>, StoreError> {
    let rows: Vec<Row> = rows()
        .order((watched_words::words, watched_words::id))
        .limit(MOST_WATCHED)
        .load(db)?;
    rows.into_iter().map(watched_word).collect()
}

/// One of them.
pub fn find(db: &mut Db, id: WatchedWordId) -> Result<WatchedWord, StoreError> {
    watched_word(rows().filter(watched_words::id.eq(id.get())).first(db)?)
}

/// All of them, ready to be looked for.
pub(super) fn watch(db: &mut Db) -> Result<Arc<Watch>, StoreError> {
    let drafts: Vec<WatchedDraft> = list(db)?.into_iter().map(|word| word.draft).collect();
    let known = READY.lock().clone().filter(|ready| ready.is_of(&drafts));
    Ok(known.unwrap_or_else(|| {
        let ready = Arc::new(Watch::new(drafts));
        *READY.lock() = Some(Arc::clone(&ready));
        ready
    }))
}

/// Keeps another one.
pub fn make(tx: &mut Db, by: UserId, draft: &WatchedDraft, now: DateTime<Utc>) -> Result<Watching, StoreError> {
    let all = list(tx)?;
    if all.len() as i64 >= MOST_WATCHED {
        return Ok(Watching::TooMany);
    }
    if has_too_many_patterns(&all, draft, None) {
        return Ok(Watching::TooManyPatterns);
    }
    diesel::insert_into(watched_words::table)
        .values((
            watched_words::form.eq(draft.form.as_str()),
            watched_words::words.eq(&draft.text),
            watched_words::deed.eq(draft.deed.as_str()),
            watched_words::substitute.eq(&draft.with),
            watched_words::made_by_id.eq(Some(by.get())),
            watched_words::changed_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    Ok(Watching::Kept)
}

fn has_too_many_patterns(all: &[WatchedWord], draft: &WatchedDraft, id: Option<WatchedWordId>) -> bool {
    let others = all.iter().filter(|word| Some(word.id) != id);
    let patterns = others.filter(|word| word.draft.form == WatchedForm::Pattern).count();
    draft.form == WatchedForm::Pattern && patterns as i64 >= MOST_PATTERNS
}

/// Changes one.
pub fn change(
    tx: &mut Db,
    id: WatchedWordId,
    draft: &WatchedDraft,
    now: DateTime<Utc>,
) -> Result<Watching, StoreError> {
    find(tx, id)?;
    if has_too_many_patterns(&list(tx)?, draft, Some(id)) {
        return Ok(Watching::TooManyPatterns);
    }
    diesel::update(watched_words::table.find(id.get()))
        .set((
            watched_words::form.eq(draft.form.as_str()),
            watched_words::words.eq(&draft.text),
            watched_words::deed.eq(draft.deed.as_str()),
            watched_words::substitute.eq(&draft.with),
            watched_words::changed_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    Ok(Watching::Kept)
}

/// Takes one off the list.
pub fn delete(tx: &mut Db, id: WatchedWordId) -> Result<(), StoreError> {
    find(tx, id)?;
    diesel::delete(watched_words::table.find(id.get())).execute(tx)?;
    Ok(())
}
