//! Addresses of what the forum's keeper decides: its documents, its look, its categories.

use super::{Urls, encode};
use crate::domain::document::Document;

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
