//! What threads mean by an embedding model: a vector for each, and how far the model has read.
//!
//! What belongs here: rows. What does not: how a text becomes a vector (`meaning/`), and which words of it are read
//! (`search/meant.rs`).

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::changes::{self, Position};
use super::native::{NativeDsl, among};
use super::schema::{embedding_models, followers, thread_vectors, threads};
use super::time::{row_time, utc};
use super::written::shown_body;
use super::{Db, StoreError};
use crate::domain::id::ThreadId;
use crate::domain::vector::Vector;
use crate::text::SafeHtml;

/// The change log forgets after ninety days; a model that was not used for longer than this reads everything anew.
const LONGEST_REST: Duration = Duration::days(80);

/// How many vectors are removed by one statement: others want to write too.
const REMOVED_AT_ONCE: i64 = 5_000;

/// How far a model has read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The model's number in this database.
    pub model: i64,
    /// All threads up to this id were read.
    pub filled_to: i64,
    /// Whether all threads were read that were there when it began, and those that came until it ended.
    pub is_filled: bool,
    /// Where it stands in the change log.
    pub position: Position,
}

/// What a model reads of a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadText {
    /// The thread.
    pub id: ThreadId,
    /// Its title.
    pub title: String,
    /// What it says.
    pub body: SafeHtml,
}

/// A thread's vector, and of which text it was made.
#[derive(Debug, Clone, PartialEq)]
pub struct ThreadVector {
    /// The thread.
    pub id: ThreadId,
    /// A number that another text does not have.
    pub text_hash: i64,
    /// What it means.
    pub vector: Vector,
}

/// The name under which a model's place in the change log is kept.
fn follower(model: i64) -> String {
    format!("meaning {model}")
}

/// How far a model has read; `None` when it has not begun.
pub fn progress(db: &mut Db, fingerprint: &str) -> Result<Option<Progress>, StoreError> {
    let row: Option<(i64, i64, bool)> = embedding_models::table
        .filter(embedding_models::fingerprint.eq(fingerprint))
        .select((
            embedding_models::id,
            embedding_models::filled_to,
            embedding_models::is_filled,
        ))
        .first(db)
        .optional()?;
    let Some((model, filled_to, is_filled)) = row else {
        return Ok(None);
    };
    Ok(Some(Progress {
        model,
        filled_to,
        is_filled,
        position: changes::position(db, &follower(model))?,
    }))
}

/// Has a model begin, or go on where it stood. One that rested for so long that the change log may have forgotten what it
/// missed begins anew.
pub fn begin(tx: &mut Db, fingerprint: &str, now: DateTime<Utc>) -> Result<Progress, StoreError> {
    if let Some(progress) = progress(tx, fingerprint)? {
        if now - moved_at(tx, progress.model)?.unwrap_or(now) < LONGEST_REST {
            return Ok(progress);
        }
        while remove_some(tx, progress.model)? > 0 {}
        remove_model(tx, progress.model)?;
    }
    diesel::insert_into(embedding_models::table)
        .values((
            embedding_models::fingerprint.eq(fingerprint),
            embedding_models::begun_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    let begun = progress(tx, fingerprint)?.ok_or(StoreError::NotFound)?;
    let end = changes::end(tx)?;
    changes::advance(tx, &follower(begun.model), end, now)?;
    Ok(Progress { position: end, ..begun })
}

fn moved_at(db: &mut Db, model: i64) -> Result<Option<DateTime<Utc>>, StoreError> {
    let moved: Option<NaiveDateTime> = followers::table
        .find(follower(model))
        .select(followers::moved_at)
        .first(db)
        .optional()?;
    Ok(moved.map(utc))
}

/// Writes down where a model stands in the change log.
pub fn advance(tx: &mut Db, model: i64, to: Position, now: DateTime<Utc>) -> Result<(), StoreError> {
    changes::advance(tx, &follower(model), to, now)
}

/// Writes down that a model has read all threads up to an id, or, without one, all that there are.
pub fn fill(tx: &mut Db, model: i64, to: Option<ThreadId>) -> Result<(), StoreError> {
    let row = embedding_models::table.find(model);
    match to {
        Some(id) => diesel::update(row)
            .set(embedding_models::filled_to.eq(id.get()))
            .execute(tx)?,
        None => diesel::update(row)
            .set(embedding_models::is_filled.eq(true))
            .execute(tx)?,
    };
    Ok(())
}

/// What there is to read of these threads; deleted ones are left out. The Markdown is read beside the HTML only for what an
/// older renderer made.
pub fn texts(db: &mut Db, ids: &[ThreadId]) -> Result<Vec<ThreadText>, StoreError> {
    let rows: Vec<(i64, String, String, i16, String)> = threads::table
        .filter(among(threads::id, ids.iter().map(|id| id.get())))
        .filter(threads::deleted_at.is_null())
        .order(threads::id)
        .select((
            threads::id,
            threads::title,
            threads::body_html,
            threads::renderer,
            threads::body_markdown,
        ))
        .load(db)?;
    let text = |(id, title, html, renderer, markdown)| ThreadText {
        id: ThreadId::stored(id),
        title,
        body: shown_body(html, renderer, || markdown),
    };
    Ok(rows.into_iter().map(text).collect())
}

/// Of which texts a model has the vectors of these threads.
pub fn hashes(db: &mut Db, model: i64, ids: &[ThreadId]) -> Result<HashMap<ThreadId, i64>, StoreError> {
    let rows: Vec<(i64, i64)> = thread_vectors::table
        .filter(among(thread_vectors::thread_id, ids.iter().map(|id| id.get())))
        .filter(thread_vectors::model_id.eq(model))
        .select((thread_vectors::thread_id, thread_vectors::text_hash))
        .load(db)?;
    Ok(rows
        .into_iter()
        .map(|(id, hash)| (ThreadId::stored(id), hash))
        .collect())
}

/// Keeps vectors, in the place of those that these threads had.
pub fn keep(tx: &mut Db, model: i64, vectors: &[ThreadVector]) -> Result<(), StoreError> {
    // A thread that is gone for good meanwhile would break the whole batch.
    let there: Vec<i64> = threads::table
        .filter(among(threads::id, vectors.iter().map(|vector| vector.id.get())))
        .select(threads::id)
        .load(tx)?;
    for vector in vectors.iter().filter(|vector| there.contains(&vector.id.get())) {
        let bytes = vector.vector.bytes();
        let row = (
            thread_vectors::model_id.eq(model),
            thread_vectors::text_hash.eq(vector.text_hash),
            thread_vectors::vector.eq(bytes.as_slice()),
        );
        diesel::insert_into(thread_vectors::table)
            .values((thread_vectors::thread_id.eq(vector.id.get()), row))
            .on_conflict(thread_vectors::thread_id)
            .do_update()
            .set(row)
            .native()
            .execute(tx)?;
    }
    Ok(())
}

/// Forgets what these threads meant.
pub fn forget(tx: &mut Db, ids: &[ThreadId]) -> Result<(), StoreError> {
    let gone = among(thread_vectors::thread_id, ids.iter().map(|id| id.get()));
    diesel::delete(thread_vectors::table.filter(gone)).execute(tx)?;
    Ok(())
}

/// A model's next vectors behind a thread, up to another, in the order of the threads' ids.
pub fn between(
    db: &mut Db,
    model: i64,
    after: i64,
    up_to: i64,
    size: i64,
) -> Result<Vec<(ThreadId, Vector)>, StoreError> {
    let rows: Vec<(i64, Vec<u8>)> = thread_vectors::table
        .filter(thread_vectors::model_id.eq(model))
        .filter(thread_vectors::thread_id.gt(after))
        .filter(thread_vectors::thread_id.le(up_to))
        .order(thread_vectors::thread_id)
        .limit(size)
        .select((thread_vectors::thread_id, thread_vectors::vector))
        .load(db)?;
    rows.into_iter().map(vector).collect()
}

/// A model's vectors of these threads.
pub fn of(db: &mut Db, model: i64, ids: &[ThreadId]) -> Result<Vec<(ThreadId, Vector)>, StoreError> {
    let rows: Vec<(i64, Vec<u8>)> = thread_vectors::table
        .filter(among(thread_vectors::thread_id, ids.iter().map(|id| id.get())))
        .filter(thread_vectors::model_id.eq(model))
        .select((thread_vectors::thread_id, thread_vectors::vector))
        .load(db)?;
    rows.into_iter().map(vector).collect()
}

fn vector((id, bytes): (i64, Vec<u8>)) -> Result<(ThreadId, Vector), StoreError> {
    let vector = Vector::read(&bytes).ok_or_else(|| StoreError::Unexpected(format!("the vector of thread {id}")))?;
    Ok((ThreadId::stored(id), vector))
}

/// How many vectors a model has.
pub fn count(db: &mut Db, model: i64) -> Result<i64, StoreError> {
    let of_model = thread_vectors::table.filter(thread_vectors::model_id.eq(model));
    Ok(of_model.count().get_result(db)?)
}

/// Removes some vectors of the models besides one, or of all of them, and what is known of a model that has none left. Answers
/// how many rows went, so that it is called until there are none.
pub fn remove(tx: &mut Db, besides: Option<i64>) -> Result<usize, StoreError> {
    let models: Vec<i64> = embedding_models::table.select(embedding_models::id).load(tx)?;
    for model in models.into_iter().filter(|model| Some(*model) != besides) {
        let removed = remove_some(tx, model)?;
        if removed > 0 {
            return Ok(removed);
        }
        remove_model(tx, model)?;
    }
    Ok(0)
}

fn remove_some(tx: &mut Db, model: i64) -> Result<usize, StoreError> {
    let ids: Vec<i64> = thread_vectors::table
        .filter(thread_vectors::model_id.eq(model))
        .order(thread_vectors::thread_id)
        .limit(REMOVED_AT_ONCE)
        .select(thread_vectors::thread_id)
        .load(tx)?;
    let rows = thread_vectors::table.filter(among(thread_vectors::thread_id, ids));
    Ok(diesel::delete(rows.filter(thread_vectors::model_id.eq(model))).execute(tx)?)
}

fn remove_model(tx: &mut Db, model: i64) -> Result<(), StoreError> {
    diesel::delete(followers::table.find(follower(model))).execute(tx)?;
    diesel::delete(embedding_models::table.find(model)).execute(tx)?;
    Ok(())
}
