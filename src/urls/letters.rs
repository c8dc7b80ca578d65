//! The addresses of links that letters carry, good without a session.

use super::Urls;
use crate::domain::signed_link::LinkPurpose;

/// What all of them begin with.
const BEGINNING: &str = "/letters/";

/// Whether a path is one of a letter's link: whoever comes there proves themselves by the address, never by a session.
pub fn is_of_letter(path: &str) -> bool {
    path.starts_with(BEGINNING)
}

impl Urls {
    /// A link of a letter, by its last part; whole.
    pub fn in_letter(&self, purpose: LinkPurpose, signed: &str) -> String {
        self.absolute(&format!("{BEGINNING}{purpose}/{signed}"))
    }
}
