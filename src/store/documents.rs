//! Terms, privacy and imprint: every version that was ever published stays, and stays readable.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::documents;
use super::time::{row_time, utc};
use super::written::{Written, shown_body};
use super::{Db, StoreError, changes};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::document::{Document, DocumentText, Documents, InForce};
use crate::domain::id::UserId;
use crate::text::SafeHtml;

/// One version of a document.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its number, from 1.
    pub version: i64,
    /// Its Markdown; empty where the document was taken away.
    pub markdown: String,
    /// What it is rendered to.
    pub html: SafeHtml,
    /// Whether people with an account were asked to agree to it.
    pub asks_consent: bool,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// When the next one took its place, if one did.
    pub replaced_at: Option<DateTime<Utc>>,
}

/// The documents that have a text now.
pub fn in_force(db: &mut Db) -> Result<Documents, StoreError> {
    let rows: Vec<(String, i64, bool, bool)> = documents::table
        .order((documents::document, documents::version))
        .select((
            documents::document,
            documents::version,
            documents::markdown.ne(""),
            documents::asks_consent,
        ))
        .load(db)?;
    let mut all = Vec::new();
    for document in Document::ALL {
        let versions = || rows.iter().filter(|(name, ..)| name == document.as_str());
        let Some((_, version, true, _)) = versions().next_back() else {
            continue;
        };
        let asking = versions().rfind(|(_, _, has_text, asks)| *has_text && *asks);
        all.push(InForce {
            document: *document,
            version: *version,
            asked: asking.map(|(_, version, ..)| *version),
        });
    }
    Ok(Documents::new(all))
}

/// A version of a document, or its newest.
pub fn find(db: &mut Db, document: Document, version: Option<i64>) -> Result<Version, StoreError> {
    let of_document = documents::table.filter(documents::document.eq(document.as_str()));
    let newest: Option<i64> = of_document
        .select(documents::version)
        .order(documents::version.desc())
        .first(db)
        .optional()?;
    let version = version.or(newest).ok_or(StoreError::NotFound)?;
    let (markdown, html, renderer, asks_consent, published_at): (String, String, i16, bool, chrono::NaiveDateTime) =
        of_document
            .filter(documents::version.eq(version))
            .select((
                documents::markdown,
                documents::html,
                documents::renderer,
                documents::asks_consent,
                documents::published_at,
            ))
            .first(db)?;
    let replaced_at: Option<chrono::NaiveDateTime> = of_document
        .filter(documents::version.eq(version + 1))
        .select(documents::published_at)
        .first(db)
        .optional()?;
    Ok(Version {
        version,
        html: shown_body(html, renderer, || markdown.clone()),
        markdown,
        asks_consent,
        published_at: utc(published_at),
        replaced_at: replaced_at.map(utc),
    })
}

/// How publishing ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publishing {
    /// This is the newest version now.
    Published(i64),
    /// The text is what it was, and nobody is to be asked again: there is no new version.
    Unchanged,
    /// Somebody published another version meanwhile.
    Outrun,
}

/// A text that is to be published.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Which document.
    pub document: Document,
    /// The version that the writer saw; 0 when there was none.
    pub after: i64,
    /// The text; empty takes the document away.
    pub text: DocumentText,
    /// What it is rendered to.
    pub written: Written,
    /// Whether people with an account are asked to agree to it.
    pub asks_consent: bool,
}

/// Publishes a text as the next version; every node shows it within a second.
pub fn publish(tx: &mut Db, draft: &Draft, by: UserId, now: DateTime<Utc>) -> Result<Publishing, StoreError> {
    let newest: Option<(i64, String)> = documents::table
        .filter(documents::document.eq(draft.document.as_str()))
        .select((documents::version, documents::markdown))
        .order(documents::version.desc())
        .first(tx)
        .optional()?;
    let (version, markdown) = newest.unwrap_or_default();
    if version != draft.after {
        return Ok(Publishing::Outrun);
    }
    let text = draft.text.as_str();
    if markdown == text && (text.is_empty() || !draft.asks_consent) {
        return Ok(Publishing::Unchanged);
    }
    let row = (
        documents::document.eq(draft.document.as_str()),
        documents::version.eq(version + 1),
        documents::markdown.eq(text),
        documents::html.eq(&draft.written.html),
        documents::renderer.eq(draft.written.renderer),
        documents::asks_consent.eq(draft.asks_consent && !text.is_empty()),
        documents::published_by_id.eq(by.get()),
        documents::published_at.eq(row_time(now)),
    );
    diesel::insert_into(documents::table).values(row).execute(tx)?;
    changes::record(tx, Noun::Settings, ChangeVerb::Changed, now)?;
    Ok(Publishing::Published(version + 1))
}
