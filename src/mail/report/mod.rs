//! Reports of mail servers about letters: what did not arrive (RFC 3464), and what its reader called junk (RFC 5965).
//!
//! What belongs here: reading them. Whether the letter was ours only its id tells, which the store asks
//! (`store::bounces::note_reported`); so nobody can have the letters of others stopped.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::domain::bounce::{Bounce, Reported};
use crate::domain::email::EmailAddress;

/// The most words that may announce a message within a message.
const MOST_MESSAGES: usize = 60;
/// The most readers that one report is read for; ours are about one.
const MOST_READERS: usize = 20;

/// Reads a raw message as a report; `None` when it is none, or reports nothing that concerns us, such as a delay.
pub fn read(raw: &[u8]) -> Option<Reported> {
    if is_deep(raw) {
        return None;
    }
    let message = MessageParser::default().parse(raw)?;
    let returned = message.parts.iter().find_map(returned)?;
    let part = |subtype: &str| message.parts.iter().find(|part| is_message(part, subtype));
    let (bounce, said, mut readers) = match (part("delivery-status"), part("feedback-report")) {
        (Some(status), _) => of_delivery(&fields(status))?,
        (None, Some(feedback)) => of_feedback(&fields(feedback))?,
        (None, None) => return None,
    };
    readers.extend(returned.reader);
    readers.truncate(MOST_READERS);
    Some(Reported {
        letter: returned.letter,
        readers,
        bounce,
        said,
    })
}

/// Whether messages may stand in messages so often that reading them would need a deep stack: each of them says what it is.
fn is_deep(raw: &[u8]) -> bool {
    let lower = raw.to_ascii_lowercase();
    let named = |name: &[u8]| lower.windows(name.len()).filter(|window| *window == name).count();
    [b"rfc822".as_slice(), b"global", b"digest"]
        .iter()
        .map(|name| named(name))
        .sum::<usize>()
        > MOST_MESSAGES
}

/// What a report gives back of a letter.
struct Returned {
    letter: String,
    reader: Option<EmailAddress>,
}

/// The letter that a part gives back, whole or only its head.
fn returned(part: &MessagePart<'_>) -> Option<Returned> {
    match &part.body {
        PartType::Message(letter) => known(letter),
        _ if is_text(part, "rfc822-headers") => known(&MessageParser::default().parse_headers(part.contents())?),
        _ if is_message(part, "rfc822") || is_message(part, "global") => {
            known(&MessageParser::default().parse_headers(part.contents())?)
        }
        _ => None,
    }
}

fn known(letter: &Message<'_>) -> Option<Returned> {
    let (local, _) = letter.message_id()?.rsplit_once('@')?;
    let to = letter.to().and_then(|to| to.first()).and_then(|to| to.address());
    Some(Returned {
        letter: local.to_owned(),
        reader: to.and_then(|to| EmailAddress::parse(to).ok()),
    })
}

fn is_message(part: &MessagePart<'_>, subtype: &str) -> bool {
    is_kind(part, "message", subtype)
}

fn is_text(part: &MessagePart<'_>, subtype: &str) -> bool {
    is_kind(part, "text", subtype)
}

fn is_kind(part: &MessagePart<'_>, kind: &str, subtype: &str) -> bool {
    part.content_type().is_some_and(|found| {
        let is_sub = found.subtype().is_some_and(|known| known.eq_ignore_ascii_case(subtype));
        found.ctype().eq_ignore_ascii_case(kind) && is_sub
    })
}

/// A field of a report: its name in lower case, and its value on one line.
type Field = (String, String);

/// The groups of fields, which empty lines part.
fn fields(part: &MessagePart<'_>) -> Vec<Vec<Field>> {
    let text = String::from_utf8_lossy(part.contents()).replace("\r\n", "\n");
    let unfolded = text.replace("\n ", " ").replace("\n\t", " ");
    let field = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.trim().to_lowercase(), value.trim().to_owned()))
    };
    let group = |group: &str| -> Vec<Field> { group.lines().filter_map(field).collect() };
    unfolded
        .split("\n\n")
        .map(group)
        .filter(|group| !group.is_empty())
        .collect()
}

fn value<'a>(group: &'a [Field], name: &str) -> Option<&'a str> {
    let found = group.iter().find(|(known, _)| known == name);
    found.map(|(_, value)| value.as_str())
}

/// An address behind its kind, as in `rfc822; ada@example.com`.
fn reader(text: &str) -> Option<EmailAddress> {
    let address = text.rsplit(';').next().unwrap_or(text);
    EmailAddress::parse(address.trim().trim_matches(['<', '>'])).ok()
}

/// The worst that a delivery report says of anybody.
fn of_delivery(groups: &[Vec<Field>]) -> Option<(Bounce, String, Vec<EmailAddress>)> {
    let failed =
        |group: &&Vec<Field>| value(group, "action").is_some_and(|action| action.eq_ignore_ascii_case("failed"));
    let mut worst = None;
    let mut readers = Vec::new();
    for group in groups.iter().filter(failed) {
        let status = value(group, "status").unwrap_or_default();
        let status = status.split_whitespace().next().unwrap_or_default();
        // It says that it failed: an unknown status is a failure that may pass.
        let bounce = Bounce::of_status(status).unwrap_or(Bounce::Soft);
        let said = value(group, "diagnostic-code").unwrap_or(status).to_owned();
        if worst
            .as_ref()
            .is_none_or(|(known, _): &(Bounce, String)| bounce.weight() > known.weight())
        {
            worst = Some((bounce, said));
        }
        let named = ["original-recipient", "final-recipient"];
        readers.extend(named.iter().filter_map(|name| reader(value(group, name)?)));
    }
    worst.map(|(bounce, said)| (bounce, said, readers))
}

/// A complaint, or nothing: some report that a letter is no junk, or that it was not signed as it should be.
fn of_feedback(groups: &[Vec<Field>]) -> Option<(Bounce, String, Vec<EmailAddress>)> {
    let all = groups.concat();
    let kind = value(&all, "feedback-type")?.to_lowercase();
    if !matches!(
        kind.as_str(),
        "abuse" | "fraud" | "virus" | "opt-out" | "opt-out-list" | "other"
    ) {
        return None;
    }
    let readers = all.iter().filter(|(name, _)| name == "original-rcpt-to");
    let readers = readers.filter_map(|(_, text)| reader(text)).collect();
    Some((Bounce::Complaint, kind, readers))
}

#[cfg(test)]
mod tests;
