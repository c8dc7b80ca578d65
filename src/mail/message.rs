//! A letter as a message of RFC 5322, with a part of plain text and one of HTML.

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

use super::MailError;
use crate::letters::Letter;

/// How the parts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parts {
    /// So that every mail server passes them on unchanged.
    ForServers,
    /// So that a person can read the file and copy addresses out of it.
    ForReaders,
}

/// Writes the message; `Auto-Submitted` keeps holiday notices from answering it.
pub(super) fn write(letter: &Letter, from: &Mailbox, now: DateTime<Utc>, parts: Parts) -> Result<Message, MailError> {
    let failed = |error: &dyn std::fmt::Display| MailError::Message(error.to_string());
    let to: Address = letter.to.as_str().parse().map_err(|error| failed(&error))?;
    let automatic = HeaderValue::new(
        HeaderName::new_from_ascii_str("Auto-Submitted"),
        "auto-generated".to_owned(),
    );
    // An id of the sender's domain: the machine's own name is nobody's business.
    let id = format!("<{:032x}@{}>", rand::random::<u128>(), from.email.domain());
    let body = MultiPart::alternative()
        .singlepart(part(ContentType::TEXT_PLAIN, &letter.text, parts))
        .singlepart(part(ContentType::TEXT_HTML, &letter.html, parts));
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(letter.subject.as_str())
        .date(now.into())
        .message_id(Some(id))
        .raw_header(automatic)
        .multipart(body)
        .map_err(|error| failed(&error))
}

fn part(kind: ContentType, text: &str, parts: Parts) -> SinglePart {
    let builder = SinglePart::builder().header(kind);
    match parts {
        Parts::ForServers => builder.body(text.to_owned()),
        Parts::ForReaders => builder.body(Body::dangerous_pre_encoded(
            text.as_bytes().to_vec(),
            ContentTransferEncoding::EightBit,
        )),
    }
}
