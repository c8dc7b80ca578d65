//! What the post adds to a letter: when it goes, and by which id it is known.

use chrono::{DateTime, Utc};

use super::MailError;
use crate::domain::letter_id::LetterId;
use crate::domain::signed_link::SigningKey;
use crate::letters::Letter;

/// When a letter goes, and by which ids mail programs know it and what it follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postmark {
    /// When it goes.
    pub at: DateTime<Utc>,
    /// Its own id: the same however often it goes.
    pub id: LetterId,
    /// The ids of what it follows, from the oldest.
    pub follows: Vec<LetterId>,
    /// The forum's name on the network, below which its lists have theirs.
    pub host: String,
}

impl Postmark {
    /// Marks a letter; one that has no name of its own takes `otherwise`.
    pub fn on(
        letter: &Letter,
        otherwise: &str,
        key: &SigningKey,
        host: String,
        at: DateTime<Utc>,
    ) -> Result<Self, MailError> {
        let id = |name: &str| {
            let strange = || MailError::Message(format!("{name} is no name of a letter"));
            LetterId::sign(key, name, &letter.to).ok_or_else(strange)
        };
        let follows = letter.heading.follows.iter();
        Ok(Self {
            at,
            id: id(letter.heading.id.as_deref().unwrap_or(otherwise))?,
            follows: follows.map(|name| id(name)).collect::<Result<_, _>>()?,
            host,
        })
    }

    #[cfg(test)]
    pub(super) fn specimen(letter: &Letter) -> Self {
        let key = SigningKey::stored(1, &"A".repeat(43)).unwrap();
        let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        Self::on(letter, "job-1", &key, "forum.example.com".to_owned(), at).unwrap()
    }
}
