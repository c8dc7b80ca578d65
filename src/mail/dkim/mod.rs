//! DKIM (RFC 6376): letters are signed, so that their receivers know that they come from the forum's domain, unchanged.
//!
//! What belongs here: the signature over a finished message. The key and its record in the DNS are `key`'s.

mod canonical;
mod key;

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::MailError;
use key::Key;

/// What is signed, where it is there. `From` stands twice, so that none can be added.
const SIGNED: &[&str] = &[
    "from",
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "reply-to",
    "in-reply-to",
    "references",
    "list-id",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "auto-submitted",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
];

/// Signs messages for a domain.
pub struct Dkim {
    domain: String,
    selector: String,
    key: Key,
}

impl Dkim {
    /// Reads the key in a PEM file: RSA of at least 2048 bits, or Ed25519.
    pub fn load(file: &Path, domain: &str, selector: &str) -> Result<Self, MailError> {
        let strange = |reason: String| MailError::Key {
            file: file.to_owned(),
            reason,
        };
        let pem = std::fs::read_to_string(file).map_err(|error| strange(error.to_string()))?;
        Ok(Self {
            domain: domain.to_owned(),
            selector: selector.to_owned(),
            key: Key::of_pem(&pem).map_err(|reason| strange(reason.to_owned()))?,
        })
    }

    /// The name and the text of the record that the domain must publish.
    pub fn record(&self) -> (String, String) {
        let name = format!("{}._domainkey.{}", self.selector, self.domain);
        let text = format!(
            "v=DKIM1; k={}; p={}",
            self.key.kind(),
            STANDARD.encode(self.key.public())
        );
        (name, text)
    }

    /// The message with its signature on top.
    pub(super) fn sign(&self, message: &[u8], at: DateTime<Utc>) -> Result<Vec<u8>, MailError> {
        let (head, body) = canonical::split(message);
        let headers = canonical::headers(head);
        let is_there = |name: &&&str| headers.iter().any(|(known, _)| known == **name);
        let names: Vec<&str> = SIGNED.iter().filter(is_there).copied().collect();
        let hash = STANDARD.encode(Sha256::digest(canonical::body(body)));
        let unsigned = format!(
            "v=1; a={}-sha256; c=relaxed/relaxed; d={};\r\n s={}; t={};\r\n h={};\r\n bh={hash};\r\n b=",
            self.key.kind(),
            self.domain,
            self.selector,
            at.timestamp(),
            names.join(":\r\n "),
        );
        let mut said = canonical::chosen(&headers, &names);
        said.push_str("dkim-signature:");
        said.push_str(&canonical::value(&unsigned));
        let code = self.key.sign(said.as_bytes());
        let code = STANDARD.encode(code.ok_or_else(|| MailError::Message("DKIM cannot sign it".to_owned()))?);
        let mut signed = format!("DKIM-Signature: {unsigned}{}\r\n", folded(&code)).into_bytes();
        signed.extend_from_slice(message);
        Ok(signed)
    }
}

/// In lines of 70 characters: blanks within a signature do not count.
fn folded(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    let lines: Vec<String> = letters.chunks(70).map(|line| line.iter().collect()).collect();
    lines.join("\r\n ")
}

#[cfg(test)]
mod tests;
