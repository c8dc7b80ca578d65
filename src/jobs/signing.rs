//! The links of letters: signed for the address that the letter goes to, with the key of the forum.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::email::EmailAddress;
use crate::domain::signed_link::{LinkPurpose, SignedLink, SigningKey};
use crate::store::signed_links;
use crate::urls::Urls;

/// Signs the links of one letter.
pub(super) struct Signing<'a> {
    key: SigningKey,
    urls: &'a Urls,
}

impl Signing<'_> {
    /// Where a link of this purpose leads; `None` when it cannot be signed for such an address.
    pub(super) fn way(&self, link: &SignedLink, purpose: LinkPurpose, address: &EmailAddress) -> Option<String> {
        let signed = link.sign(&self.key, purpose, address)?;
        Some(self.urls.in_letter(purpose, &signed))
    }
}

impl Workshop {
    /// What signs the links of a letter.
    pub(super) fn signing(&self, now: DateTime<Utc>) -> Result<Signing<'_>, JobError> {
        Ok(Signing {
            key: self.signing_key(now)?,
            urls: &self.urls,
        })
    }

    /// The key with which letters and their links are signed, made with the first of them.
    pub(super) fn signing_key(&self, now: DateTime<Utc>) -> Result<SigningKey, JobError> {
        match self.store.read_now(signed_links::key)? {
            Some(key) => Ok(key),
            None => Ok(self.store.write_now(|tx| signed_links::key_or_new(tx, now))?),
        }
    }
}
