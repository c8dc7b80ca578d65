//! The addresses of links that letters carry, good without a session.

use super::{Urls, with_query};
use crate::domain::incoming::Outcome;
use crate::domain::signed_link::LinkPurpose;

/// What all of them begin with.
const BEGINNING: &str = "/letters/";

/// Whether a path is one of a letter's link: whoever comes there proves themselves by the address, never by a session.
pub fn is_of_letter(path: &str) -> bool {
    path.starts_with(BEGINNING)
}

impl Urls {
    /// The messages that came in by mail, or those of them that ended so.
    pub fn admin_incoming_of(&self, outcome: Option<Outcome>) -> String {
        let pairs: Vec<String> = outcome.iter().map(|outcome| format!("outcome={outcome}")).collect();
        with_query(self.admin_incoming(), &pairs)
    }

    /// The messages that came in by mail.
    pub fn admin_incoming(&self) -> String {
        "/admin/incoming".to_owned()
    }

    /// The forum's name on the network, such as `forum.example.com`.
    pub fn host(&self) -> String {
        let url = url::Url::parse(&self.base).ok();
        let host = url.as_ref().and_then(url::Url::host_str);
        host.unwrap_or("localhost").to_owned()
    }

    /// What the links of letters begin with; whole.
    pub fn in_letters(&self) -> String {
        self.absolute(BEGINNING)
    }

    /// A link of a letter, by its last part; whole.
    pub fn in_letter(&self, purpose: LinkPurpose, signed: &str) -> String {
        self.absolute(&format!("{BEGINNING}{purpose}/{signed}"))
    }
}
