//! Messages that come in: what somebody wrote, who it is from, and what else their mail says, read from its raw bytes.
//!
//! What belongs here: reading a message, with bounds on everything that its sender decides. What does not: who may post what, which
//! the job asks the database. `entity` takes a message apart, `decode` makes text of bytes, `plain` and `markup` make Markdown of
//! text, `cutting` says what of it is the sender's own, `nature` whether a person wrote it, `authenticity` whether it is from them.

mod authenticity;
mod cutting;
mod decode;
mod entity;
mod markup;
mod nature;
mod parts;
mod plain;

use mail_parser::{Address, HeaderName, HeaderValue};

pub use authenticity::Authenticity;
pub use entity::without_envelope;
pub use nature::{Automatic, Nature, Report};
pub use parts::{AttachedFile, Attachments};

use crate::domain::email::EmailAddress;
pub use crate::domain::incoming::LARGEST;
use entity::Head;

/// The most addresses of a field that are read.
const MOST_ADDRESSES: usize = 100;
/// The longest Message-ID, subject or name that is kept, in characters.
const LONGEST_WORDS: usize = 300;

/// A message as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Who it says that it is from; nobody, when it names none or several.
    pub from: Option<EmailAddress>,
    /// The name beside that address.
    pub from_name: String,
    /// Every address that it went to, in lower case, those that the mail server noted first.
    pub recipients: Vec<String>,
    /// Its id, without brackets.
    pub message_id: Option<String>,
    /// Its subject.
    pub subject: String,
    /// The sender's own words, as Markdown; empty when there are none.
    pub own: String,
    /// What was attached to it.
    pub attachments: Attachments,
    /// Whether a person wrote it.
    pub nature: Nature,
    /// What mail servers found about who it is from, from the top.
    results: Vec<String>,
}

/// Why a message is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is larger than [`LARGEST`].
    #[error("the message is larger than 25 MB")]
    TooLarge,
    /// It has no head, or none that tells whom it is from.
    #[error("this is no message")]
    NoMessage,
}

/// Reads a message; whatever bytes these are, it takes bounded time and memory.
pub fn read(raw: &[u8]) -> Result<Incoming, Refusal> {
    if raw.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    let entity = entity::read(raw);
    let head = &entity.head;
    let is_message = ["From", "Subject", "Message-ID", "Received"]
        .iter()
        .any(|name| head.line(name).is_some());
    if !is_message {
        return Err(Refusal::NoMessage);
    }
    let (from, from_name) = sender(head);
    let subject = words(
        head.values(HeaderName::Subject)
            .next()
            .and_then(HeaderValue::as_text)
            .unwrap_or_default(),
    );
    let address = from.as_ref().map(EmailAddress::folded).unwrap_or_default();
    let nature = nature::of(head, &subject, &address);
    let (own, attachments) = match nature {
        Nature::Personal => parts::read(&entity),
        // What nobody will post need not be read.
        Nature::Automatic(_) | Nature::Report(_) => (String::new(), Attachments::default()),
    };
    Ok(Incoming {
        from,
        from_name,
        recipients: recipients(head),
        message_id: message_id(head),
        subject,
        own,
        attachments,
        nature,
        results: head.lines("Authentication-Results"),
    })
}

impl Incoming {
    /// Whether the domain that it is from stands behind it, by the word of our mail server.
    pub fn authenticity(&self, server: &str) -> Authenticity {
        let address = self.from.as_ref().map(EmailAddress::folded).unwrap_or_default();
        let domain = address.rsplit('@').next().unwrap_or_default();
        authenticity::of(&self.results, server, domain)
    }
}

/// The one address in the one From field, and the name beside it.
fn sender(head: &Head) -> (Option<EmailAddress>, String) {
    let fields: Vec<&HeaderValue> = head.values(HeaderName::From).collect();
    let [field] = fields.as_slice() else {
        return (None, String::new());
    };
    let addresses = addresses(field);
    let [(name, address)] = addresses.as_slice() else {
        return (None, String::new());
    };
    (EmailAddress::parse(address).ok(), words(name))
}

/// The names and addresses of a field.
fn addresses(field: &HeaderValue) -> Vec<(String, String)> {
    let Some(address) = field.as_address() else {
        return Vec::new();
    };
    let list: Vec<&mail_parser::Addr> = match address {
        Address::List(list) => list.iter().take(MOST_ADDRESSES).collect(),
        Address::Group(groups) => groups
            .iter()
            .flat_map(|group| &group.addresses)
            .take(MOST_ADDRESSES)
            .collect(),
    };
    let both = |one: &mail_parser::Addr| {
        let address = one.address.as_deref()?.trim().to_owned();
        Some((one.name.as_deref().unwrap_or_default().to_owned(), address))
    };
    list.into_iter().filter_map(both).collect()
}

/// Where a message went, by what the mail server noted and by its own fields.
fn recipients(head: &Head) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in [
        "Delivered-To",
        "X-Original-To",
        "Envelope-To",
        "X-Envelope-To",
        "X-Delivered-To",
        "X-Forwarded-To",
    ] {
        for line in head.lines(name).into_iter().take(MOST_ADDRESSES) {
            found.push(line.trim_matches(['<', '>', ' ']).to_lowercase());
        }
    }
    for name in [HeaderName::To, HeaderName::Cc, HeaderName::ResentTo, HeaderName::Bcc] {
        for field in head.values(name) {
            found.extend(addresses(field).into_iter().map(|(_, address)| address.to_lowercase()));
        }
    }
    found.retain(|address| address.contains('@') && address.len() <= LONGEST_WORDS);
    let mut seen = std::collections::HashSet::new();
    found.retain(|address| seen.insert(address.clone()));
    found.truncate(MOST_ADDRESSES);
    found
}

fn message_id(head: &Head) -> Option<String> {
    let line = head.line("Message-ID")?;
    let id: String = line.trim_matches(['<', '>', ' ']).chars().take(LONGEST_WORDS).collect();
    (!id.is_empty()).then_some(id)
}

/// Words of a head on one line, without control characters, and not too long.
fn words(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.chars().take(LONGEST_WORDS).collect()
}

#[cfg(test)]
mod tests;
