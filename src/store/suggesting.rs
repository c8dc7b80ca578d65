//! Threads that may answer a question before it is asked, as whoever asks is shown them.

use diesel::prelude::*;

use super::indexing::accepted_of;
use super::native::among;
use super::schema::threads;
use super::threads::hidden_categories;
use super::written::shown_body;
use super::{Db, StoreError};
use crate::domain::id::ThreadId;
use crate::domain::sight::Sight;
use crate::domain::thread::{Standing, ThreadKind};
use crate::text::SafeHtml;

/// A thread that may be the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likely {
    /// Its id.
    pub id: ThreadId,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: ThreadKind,
    /// Where it stands.
    pub standing: Standing,
    /// Whether nobody may join it.
    pub is_locked: bool,
    /// How many replies it has.
    pub reply_count: i64,
    /// How many people have this problem too, the asker not counted.
    pub me_too_count: i64,
    /// What it says.
    pub body: SafeHtml,
    /// The accepted answer.
    pub accepted: Option<SafeHtml>,
}

type Text = (String, i16, String);
type Row = (i64, String, String, String, (bool, i64, i64), Text);

/// These threads in their order, without those that are deleted or not in sight: three queries, however many there are.
pub fn likely(db: &mut Db, sight: Sight, ids: &[ThreadId]) -> Result<Vec<Likely>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let hidden = hidden_categories(db, sight)?;
    let rows: Vec<Row> = threads::table
        .filter(among(threads::id, ids.iter().map(|id| id.get())))
        .filter(threads::deleted_at.is_null())
        .filter(threads::category_id.ne_all(hidden))
        .select((
            threads::id,
            threads::title,
            threads::kind,
            threads::standing,
            (
                threads::locked_at.is_not_null(),
                threads::reply_count,
                threads::me_too_count,
            ),
            (threads::body_html, threads::renderer, threads::body_markdown),
        ))
        .load(db)?;
    let mut accepted = accepted_of(db, rows.iter().map(|row| row.0))?;
    let likely = rows.into_iter().map(|(id, title, kind, standing, counts, body)| {
        let strange = || StoreError::Unexpected(format!("thread {id}"));
        Ok(Likely {
            id: ThreadId::stored(id),
            title,
            kind: ThreadKind::parse(&kind).ok_or_else(strange)?,
            standing: Standing::parse(&standing).ok_or_else(strange)?,
            is_locked: counts.0,
            reply_count: counts.1,
            me_too_count: counts.2,
            body: shown_body(body.0, body.1, || body.2),
            accepted: accepted.remove(&id),
        })
    });
    let mut likely = likely.collect::<Result<Vec<_>, StoreError>>()?;
    likely.sort_by_key(|thread| ids.iter().position(|id| *id == thread.id));
    Ok(likely)
}
