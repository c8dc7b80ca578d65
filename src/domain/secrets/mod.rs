//! What in a text looks as if it should not stand in public: addresses, numbers and keys of people.
//!
//! Pure rules, each of which walks over the text once. They would rather miss something than cry wolf at every version number:
//! what is found is pointed out, and its writer decides.

mod email;
mod keys;
mod numbers;
mod values;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// How many findings of one text are told; whoever has more than that to mend begins with these.
const MOST_FOUND: usize = 20;

crate::named! {
    /// What something looks like.
    pub enum SecretKind {
        /// An address of e-mail.
        EmailAddress = "email-address",
        /// A number to call.
        PhoneNumber = "phone-number",
        /// The number of a credit card.
        CardNumber = "card-number",
        /// The number of a bank account.
        Iban = "iban",
        /// A password, a token, a private key.
        Key = "key",
    }
}

/// Where something stands in a text, and what it looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// What it looks like.
    pub kind: SecretKind,
    /// Its first byte.
    pub from: usize,
    /// The byte behind its last one.
    pub to: usize,
}

/// What was found, as its writer is shown it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    /// What it looks like.
    pub kind: SecretKind,
    /// Its first and last characters: enough to know it by, too little to tell it.
    pub masked: String,
    /// By which a form remembers that it was pointed out; tells nothing of the text.
    pub mark: String,
}

/// What of a text should be pointed out, in its order; at most 20.
pub fn secrets(text: &str) -> Vec<Secret> {
    let found = find(text).into_iter().take(MOST_FOUND);
    let secrets = found.filter_map(|finding| Some((finding.kind, text.get(finding.from..finding.to)?)));
    secrets.map(|(kind, found)| secret(kind, found)).collect()
}

/// The text with `…` in place of everything that was found.
pub fn redacted(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    for finding in find(text) {
        kept.push_str(text.get(at..finding.from).unwrap_or_default());
        kept.push('…');
        at = finding.to;
    }
    kept.push_str(text.get(at..).unwrap_or_default());
    kept
}

/// Everything that was found, in order; of what laps over each other, what begins first, then what is longest.
pub fn find(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    keys::find(text, &mut found);
    values::find(text, &mut found);
    email::find(text, &mut found);
    numbers::find(text, &mut found);
    found.sort_by_key(|finding: &Finding| (finding.from, std::cmp::Reverse(finding.to)));
    let mut end = 0;
    found.retain(|finding| {
        let is_first = finding.from >= end;
        if is_first {
            end = finding.to;
        }
        is_first
    });
    found
}

fn secret(kind: SecretKind, found: &str) -> Secret {
    let hash = Sha256::digest(format!("{kind} {found}"));
    let mark = URL_SAFE_NO_PAD.encode(hash).chars().take(10).collect();
    Secret {
        kind,
        masked: masked(found),
        mark,
    }
}

/// The first and last two characters, of something short only the first.
fn masked(found: &str) -> String {
    let count = found.chars().count();
    let shown = if count >= 10 { 2 } else { 1 };
    let first: String = found.chars().take(shown).collect();
    let last: String = found.chars().skip(count.saturating_sub(shown)).collect();
    match count {
        0..6 => format!("{first}•••"),
        _ => format!("{first}•••{last}"),
    }
}

/// Whether something may stand before a number, an address or a key: they are no part of a longer word.
fn begins_freely(before: Option<char>) -> bool {
    before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '_' | '-' | '.' | '/' | '#' | '@' | '$' | '%' | '\\'))
}

/// Whether this stands in an address of the web, whose names and numbers are its own.
fn is_in_address(text: &str, at: usize) -> bool {
    let near = text
        .get(text.floor_char_boundary(at.saturating_sub(300))..at)
        .unwrap_or_default();
    let word = near.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.contains("://")
}

/// Words of a text: what stands between blanks, with where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split_whitespace()
        .map(move |word| (word.as_ptr() as usize - start, word))
}

#[cfg(test)]
mod tests;
