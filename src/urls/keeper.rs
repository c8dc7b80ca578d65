//! Addresses of what the forum's keeper decides: its documents, its look, its categories.

use super::{Urls, encode};
use crate::domain::document::Document;
use crate::domain::id::JobId;
use crate::domain::language::Language;

impl Urls {
    /// A document such as the terms, in its newest version or in a given one.
    pub fn document(&self, document: Document, version: Option<i64>) -> String {
        version.map_or_else(
            || format!("/about/{document}"),
            |version| format!("/about/{document}/{version}"),
        )
    }

    /// What is decided about reports.
    pub fn admin_reports(&self) -> String {
        "/admin/reports".to_owned()
    }

    /// Letters that wait.
    pub fn admin_letters(&self) -> String {
        "/admin/letters".to_owned()
    }

    /// Letters that were given up.
    pub fn admin_dead_letters(&self) -> String {
        "/admin/letters?state=dead".to_owned()
    }

    /// Gives every dead letter another round.
    pub fn admin_letters_retry(&self) -> String {
        "/admin/letters/retry".to_owned()
    }

    /// Something of a letter: `retry`, `discard`.
    pub fn admin_letter_part(&self, id: JobId, part: &str) -> String {
        format!("/admin/letters/{id}/{part}")
    }

    /// Addresses to which nothing is sent.
    pub fn admin_paused_addresses(&self) -> String {
        "/admin/letters/paused".to_owned()
    }

    /// Sends to such an address again.
    pub fn admin_lift_pause(&self) -> String {
        "/admin/letters/paused/lift".to_owned()
    }

    /// Every kind of letter.
    pub fn admin_specimens(&self) -> String {
        "/admin/letters/specimens".to_owned()
    }

    /// A kind of letter, in a language if one is given.
    pub fn admin_specimen(&self, kind: &str, language: Option<Language>) -> String {
        let within = language.map(|language| format!("?in={}", language.code()));
        format!("/admin/letters/specimens/{kind}{}", within.unwrap_or_default())
    }

    /// The same as a mail program shows it.
    pub fn admin_specimen_html(&self, kind: &str, language: Language) -> String {
        format!("/admin/letters/specimens/{kind}/html?in={}", language.code())
    }

    /// Sends one of this kind to oneself.
    pub fn admin_specimen_send(&self, kind: &str) -> String {
        format!("/admin/letters/specimens/{kind}/send")
    }

    /// The form that changes a document.
    pub fn admin_document(&self, document: Document) -> String {
        format!("/admin/documents/{document}")
    }

    /// How a changed document would look.
    pub fn admin_document_preview(&self, document: Document) -> String {
        format!("/admin/documents/{document}/preview")
    }

    /// Something of a category: `move`, `archive` …
    pub fn admin_category_part(&self, slug: &str, part: &str) -> String {
        format!("/admin/categories/{}/{part}", encode(slug))
    }

    /// Every component in the light look or in the dark one.
    pub fn design_in(&self, look: &str) -> String {
        format!("/design?in={look}")
    }

    /// The picture of the header, by the hash of its bytes.
    pub fn logo(&self, hash: &str) -> String {
        format!("/assets/logo.{hash}.png")
    }
}
