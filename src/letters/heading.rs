//! What stands above a letter for mail programs rather than for its reader: which letters it follows, which list it is of, how
//! it is stopped.

use crate::domain::email::EmailAddress;

/// What a letter says to mail programs. The default is an ordinary letter that somebody waits for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    /// The letter's name (`a-z`, `0-9` and `-`, at most 40), of which its Message-ID is made; without one it is named after the
    /// job that sends it. Letters that others follow need one that can be told again.
    pub id: Option<String>,
    /// The list that it is of, by which mail programs sort.
    pub list: Option<List>,
    /// The whole address that stops such letters by one POST, without a cookie (RFC 8058).
    pub stop: Option<String>,
    /// Whether somebody asked for just this letter, and waits for it: it goes also where nothing else is sent any more.
    pub is_asked_for: bool,
    /// Where an answer goes.
    pub reply_to: Option<EmailAddress>,
    /// The names of letters to the same reader that it follows, from the oldest.
    pub follows: Vec<String>,
}

/// A list of letters (RFC 2919).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// What it is called, in the reader's words.
    pub name: String,
    /// Its label, such as `thread-12`, which stands before the forum's own name.
    pub id: String,
}

impl Heading {
    /// Of a letter that somebody asked for.
    pub fn asked_for() -> Self {
        Self {
            is_asked_for: true,
            ..Self::default()
        }
    }
}
