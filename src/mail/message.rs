//! A letter as a message of RFC 5322, with a part of plain text and one of HTML.

use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MessageBuilder, MultiPart, SinglePart};
use lettre::{Address, Message};

use super::headers;
use super::{MailError, Postmark};
use crate::domain::email::EmailAddress;
use crate::domain::letter_id::LetterId;
use crate::letters::{Heading, Letter};

/// How the parts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parts {
    /// So that every mail server passes them on unchanged.
    ForServers,
    /// So that a person can read the file and copy addresses out of it.
    ForReaders,
}

/// Writes the message. Whatever names and titles hold, it stays within its header.
pub(super) fn write(letter: &Letter, postmark: &Postmark, from: &Mailbox, parts: Parts) -> Result<Message, MailError> {
    // Ids of the sender's domain: the machine's own name is nobody's business.
    let id = |id: &LetterId| format!("<{}@{}>", id.as_str(), from.email.domain());
    let follows: Vec<String> = postmark.follows.iter().map(id).collect();
    let mut builder = Message::builder()
        .from(from.clone())
        .to(mailbox(&letter.to)?)
        .raw_header(headers::subject(&letter.subject))
        .date(postmark.at.into())
        .message_id(Some(id(&postmark.id)));
    if let Some(last) = follows.last() {
        builder = builder.in_reply_to(last.clone()).references(follows.join(" "));
    }
    let body = MultiPart::alternative()
        .singlepart(part(ContentType::TEXT_PLAIN, &letter.text, parts))
        .singlepart(part(ContentType::TEXT_HTML, &letter.html, parts));
    headed(builder, &letter.heading, &postmark.host)?
        .multipart(body)
        .map_err(failed)
}

/// Adds what the letter says to mail programs. `Auto-Submitted`, and its like for Exchange, keep holiday notices from answering.
fn headed(mut builder: MessageBuilder, heading: &Heading, host: &str) -> Result<MessageBuilder, MailError> {
    if let Some(to) = &heading.reply_to {
        builder = builder.reply_to(mailbox(to)?);
    }
    if let Some(list) = &heading.list {
        builder = builder.raw_header(headers::list_id(list, host));
    }
    if let Some(stop) = &heading.stop {
        builder = builder
            .raw_header(headers::list_unsubscribe(stop)?)
            .raw_header(plain("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    Ok(builder
        .raw_header(plain("Auto-Submitted", "auto-generated"))
        .raw_header(plain("X-Auto-Response-Suppress", "OOF, AutoReply")))
}

fn plain(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn mailbox(address: &EmailAddress) -> Result<Mailbox, MailError> {
    let address: Address = address.as_str().parse().map_err(failed)?;
    Ok(Mailbox::new(None, address))
}

fn failed(error: impl std::fmt::Display) -> MailError {
    MailError::Message(error.to_string())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::List;

    fn letter() -> Letter {
        Letter {
            to: EmailAddress::parse("ada@example.com").unwrap(),
            subject: "Grüße".to_owned(),
            text: "Hello\n".to_owned(),
            html: "<p>Hello</p>".to_owned(),
            heading: Heading::default(),
        }
    }

    fn written(letter: &Letter) -> String {
        let from: Mailbox = "Forum <forum@example.com>".parse().unwrap();
        let message = write(letter, &Postmark::specimen(letter), &from, Parts::ForServers).unwrap();
        String::from_utf8(message.formatted()).unwrap()
    }

    /// The headers, unfolded, in their order.
    fn headers_of(message: &str) -> Vec<(String, String)> {
        let head = message.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ");
        let pair = |line: &str| {
            line.split_once(": ")
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        head.split("\r\n").map(|line| pair(line).unwrap()).collect()
    }

    #[test]
    fn a_letter_of_a_list_says_so_and_how_to_stop_it() {
        let mut letter = letter();
        letter.heading = Heading {
            id: Some("reply-9-to-3".to_owned()),
            list: Some(List {
                name: "Lamps, \"and\" more".to_owned(),
                id: "thread-12".to_owned(),
            }),
            stop: Some("https://forum.example.com/letters/stop/abc".to_owned()),
            reply_to: Some(EmailAddress::parse("reply+x@example.com").unwrap()),
            follows: vec!["thread-12-to-3".to_owned(), "reply-8-to-3".to_owned()],
            is_asked_for: false,
        };
        let message = written(&letter);
        let headers = headers_of(&message);
        let value = |name: &str| {
            let mut found = headers.iter().filter(|(known, _)| known == name);
            let value = found.next().map(|(_, value)| value.as_str());
            assert!(found.next().is_none(), "{name} is there twice");
            value.unwrap_or_else(|| panic!("{name} is not in {message}"))
        };
        assert_eq!(
            value("List-Id"),
            "\"Lamps, \\\"and\\\" more\" <thread-12.forum.example.com>"
        );
        assert_eq!(
            value("List-Unsubscribe"),
            "<https://forum.example.com/letters/stop/abc>"
        );
        assert_eq!(value("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
        assert_eq!(value("Reply-To"), "reply+x@example.com");
        assert_eq!(value("Auto-Submitted"), "auto-generated");
        assert_eq!(value("Date"), "Fri, 15 Jan 2027 08:00:00 +0000");
        let ids: Vec<&str> = value("References").split(' ').collect();
        assert!(
            ids[0].starts_with("<thread-12-to-3.1.") && ids[1].starts_with("<reply-8-to-3.1."),
            "{ids:?}"
        );
        assert_eq!(value("In-Reply-To"), ids[1]);
        assert!(value("Message-ID").starts_with("<reply-9-to-3.1.") && value("Message-ID").ends_with("@example.com>"));
        assert_eq!(value("Message-ID").len(), "<reply-9-to-3.1.@example.com>".len() + 20);
    }

    #[test]
    fn an_ordinary_letter_has_no_list_and_the_same_id_each_time() {
        let (first, second) = (headers_of(&written(&letter())), headers_of(&written(&letter())));
        let id = |headers: &[(String, String)]| headers.iter().find(|(name, _)| name == "Message-ID").cloned();
        assert_eq!(id(&first), id(&second));
        assert!(
            first
                .iter()
                .all(|(name, _)| !name.starts_with("List-") && name != "References")
        );
    }

    #[test]
    fn nothing_that_people_write_makes_a_header() {
        let hostile = [
            "Hello\r\nBcc: eve@example.com",
            "Hello\nBcc: eve@example.com\n\n<b>body</b>",
            "Hello\rBcc: eve@example.com",
            "Hello\u{85}\u{2028}Bcc: eve@example.com\0",
            "=?utf-8?q?=0D=0ABcc:_eve@example.com?=",
            "Grüße\r\n\r\nBcc: eve@example.com",
            &"ü\r\n".repeat(300),
            &"x".repeat(300),
        ];
        for text in hostile {
            let mut letter = letter();
            letter.subject = text.to_owned();
            letter.heading.list = Some(List {
                name: text.to_owned(),
                id: text.to_owned(),
            });
            let beginning: String = text.chars().take(50).collect();
            letter.heading.stop = Some(format!("https://forum.example.com/{beginning}>, <https://evil.example"));
            let message = written(&letter);
            let names: Vec<String> = headers_of(&message).into_iter().map(|(name, _)| name).collect();
            let expected = [
                "From",
                "To",
                "Subject",
                "Date",
                "Message-ID",
                "List-Id",
                "List-Unsubscribe",
                "List-Unsubscribe-Post",
                "Auto-Submitted",
                "X-Auto-Response-Suppress",
                "MIME-Version",
                "Content-Type",
            ];
            assert_eq!(names, expected, "{text:?}: {message}");
            let head = message.split("\r\n\r\n").next().unwrap();
            assert!(
                head.is_ascii() && !head.replace("\r\n", "").contains(['\r', '\n']),
                "{head:?}"
            );
            assert!(head.lines().all(|line| line.len() < 990), "{head}");
            assert!(!head.contains("Subject: =?utf-8?q?=0D"), "{head}");
            let stop = head
                .lines()
                .find(|line| line.starts_with("List-Unsubscribe: "))
                .unwrap();
            assert!(stop.ends_with('>') && stop.matches(['<', '>']).count() == 2, "{stop}");
        }
    }
}
