//! The parts of a message: where each begins and ends, and what its headers say. Nothing is decoded here, and attachments never.
//!
//! How deep parts may stand in one another, and how many there may be, is bounded; what lies beyond is a part as it stands.

use mail_parser::{Header, HeaderName, HeaderValue, MessageParser};

/// Parts in one another beyond this depth are not taken apart.
const DEEPEST: usize = 12;
/// The most parts that are looked at.
const MOST_PARTS: usize = 200;
/// The longest head of a message or a part, in bytes; what is beyond is not read.
const LONGEST_HEAD: usize = 256 * 1024;
/// The most header fields of a head.
const MOST_FIELDS: usize = 1_000;

/// The headers of a message or of a part of one.
pub(super) struct Head<'raw> {
    fields: Vec<Header<'raw>>,
    raw: &'raw [u8],
}

impl<'raw> Head<'raw> {
    fn read(raw: &'raw [u8]) -> Self {
        let raw = bounded(raw);
        let message = MessageParser::default().parse_headers(raw);
        let fields = message.and_then(|message| message.parts.into_iter().next());
        Self {
            fields: fields.map(|part| part.headers).unwrap_or_default(),
            raw,
        }
    }

    /// Every value of a field, from the top, parsed as such a field is.
    pub(super) fn values<'head>(
        &'head self,
        name: HeaderName<'head>,
    ) -> impl Iterator<Item = &'head HeaderValue<'raw>> {
        let fields = self.fields.iter();
        fields.filter(move |field| field.name == name).map(|field| &field.value)
    }

    /// Every value of a field as it was written, from the top, on one line.
    pub(super) fn lines(&self, name: &str) -> Vec<String> {
        let fields = self
            .fields
            .iter()
            .filter(|field| field.name().eq_ignore_ascii_case(name));
        fields
            .map(|field| {
                let range = field.offset_start as usize..field.offset_end as usize;
                let text = String::from_utf8_lossy(self.raw.get(range).unwrap_or_default());
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            })
            .collect()
    }

    /// The first value of a field as it was written, on one line.
    pub(super) fn line(&self, name: &str) -> Option<String> {
        self.lines(name).into_iter().next()
    }

    fn mime(&self, name: HeaderName<'static>) -> Option<&mail_parser::ContentType<'raw>> {
        self.values(name).find_map(HeaderValue::as_content_type)
    }

    /// The type, in lower case; text where none is told.
    pub(super) fn kind(&self) -> (String, String) {
        match self.mime(HeaderName::ContentType) {
            Some(kind) => (
                kind.ctype().to_ascii_lowercase(),
                kind.subtype().unwrap_or_default().to_ascii_lowercase(),
            ),
            None => ("text".to_owned(), "plain".to_owned()),
        }
    }

    /// A parameter of the type.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.mime(HeaderName::ContentType).and_then(|kind| kind.attribute(name))
    }

    /// The name under which a part was attached.
    pub(super) fn file_name(&self) -> Option<&str> {
        let disposed = self
            .mime(HeaderName::ContentDisposition)
            .and_then(|said| said.attribute("filename"));
        disposed.or_else(|| self.parameter("name"))
    }

    /// Whether the sender says that it is an attachment.
    pub(super) fn is_attachment(&self) -> bool {
        self.mime(HeaderName::ContentDisposition)
            .is_some_and(mail_parser::ContentType::is_attachment)
    }

    /// How the body is encoded for the way, in lower case.
    pub(super) fn encoding(&self) -> String {
        self.line("Content-Transfer-Encoding")
            .unwrap_or_default()
            .to_ascii_lowercase()
    }
}

/// As much of a head as is read.
fn bounded(raw: &[u8]) -> &[u8] {
    let raw = raw.get(..LONGEST_HEAD).unwrap_or(raw);
    let ends = raw.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    match ends.map(|(at, _)| at + 1).nth(MOST_FIELDS) {
        Some(end) => raw.get(..end).unwrap_or(raw),
        None => raw,
    }
}

/// A part that is not made of others, or one that is.
pub(super) struct Entity<'raw> {
    pub(super) head: Head<'raw>,
    pub(super) body: Content<'raw>,
}

/// What a part holds.
pub(super) enum Content<'raw> {
    /// Bytes, as they travelled.
    Bytes(&'raw [u8]),
    /// Other parts.
    Parts(Vec<Entity<'raw>>),
}

/// Takes a message apart.
pub(super) fn read(raw: &[u8]) -> Entity<'_> {
    let mut room = MOST_PARTS;
    entity(without_envelope(raw), 0, &mut room)
}

/// The message without the line that some mail servers put before it when they hand it to a program. A field may have spaces before
/// its colon (RFC 5322, 4.5), and what says whom a message is from is not overlooked.
pub fn without_envelope(raw: &[u8]) -> &[u8] {
    let after = raw.strip_prefix(b"From ").or_else(|| raw.strip_prefix(b">From "));
    let is_envelope = after.is_some_and(|after| !after.trim_ascii_start().starts_with(b":"));
    let end = raw.iter().position(|byte| *byte == b'\n').filter(|_| is_envelope);
    end.and_then(|end| raw.get(end + 1..)).unwrap_or(raw)
}

fn entity<'raw>(raw: &'raw [u8], depth: usize, room: &mut usize) -> Entity<'raw> {
    let (head, body) = divided(raw);
    let head = Head::read(head);
    let boundary = head.parameter("boundary").filter(|boundary| !boundary.is_empty());
    let body = match boundary {
        Some(boundary) if head.kind().0 == "multipart" && depth < DEEPEST => {
            let boundary = boundary.as_bytes().to_vec();
            let mut parts = Vec::new();
            for section in sections(body, &boundary, *room) {
                *room = room.saturating_sub(1);
                parts.push(entity(section, depth + 1, room));
            }
            Content::Parts(parts)
        }
        _ => Content::Bytes(body),
    };
    Entity { head, body }
}

/// The head and what follows the first empty line.
fn divided(raw: &[u8]) -> (&[u8], &[u8]) {
    let mut start = 0;
    while let Some(rest) = raw.get(start..) {
        let Some(length) = rest.iter().position(|byte| *byte == b'\n') else {
            return (raw, b"");
        };
        if matches!(rest.get(..length), Some(b"" | b"\r")) {
            return (
                raw.get(..start).unwrap_or_default(),
                raw.get(start + length + 1..).unwrap_or_default(),
            );
        }
        start += length + 1;
    }
    (raw, b"")
}

/// What stands between the lines that hold the boundary.
fn sections<'raw>(body: &'raw [u8], boundary: &[u8], most: usize) -> Vec<&'raw [u8]> {
    let mut sections = Vec::new();
    let mut begins: Option<usize> = None;
    let mut start = 0;
    while start < body.len() && sections.len() < most {
        let rest = body.get(start..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(rest.len(), |at| at + 1);
        let line = rest.get(..length).unwrap_or_default();
        let after = line.strip_prefix(b"--").and_then(|line| line.strip_prefix(boundary));
        let after = after
            .map(<[u8]>::trim_ascii)
            .filter(|after| matches!(*after, b"" | b"--"));
        if let Some(after) = after {
            if let Some(begin) = begins {
                sections.push(without_line_end(body.get(begin..start).unwrap_or_default()));
            }
            begins = (after.is_empty()).then_some(start + length);
            if !after.is_empty() {
                break;
            }
        }
        start += length;
    }
    // The end was cut off on the way: what is there counts.
    if let Some(begin) = begins.filter(|_| sections.len() < most) {
        sections.push(body.get(begin..).unwrap_or_default());
    }
    sections
}

/// The line end before a boundary belongs to the boundary.
fn without_line_end(section: &[u8]) -> &[u8] {
    let section = section.strip_suffix(b"\n").unwrap_or(section);
    section.strip_suffix(b"\r").unwrap_or(section)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves(entity: &Entity) -> Vec<String> {
        match &entity.body {
            Content::Bytes(bytes) => vec![String::from_utf8_lossy(bytes).into_owned()],
            Content::Parts(parts) => parts.iter().flat_map(leaves).collect(),
        }
    }

    #[test]
    fn parts_are_what_stands_between_the_boundaries() {
        let raw = "Content-Type: multipart/mixed; boundary=x\n\npreamble\n--x\n\none\n--xy\n--x  \nContent-Type: text/html\n\ntwo\n--x--\nafter\n";
        assert_eq!(leaves(&read(raw.as_bytes())), ["one\n--xy", "two"]);
        let cut = "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\none\r\n";
        assert_eq!(leaves(&read(cut.as_bytes())), ["one\r\n"]);
        assert_eq!(leaves(&read(b"From a@b Mon Jan\nSubject: x\n\nbody")), ["body"]);
        assert_eq!(
            without_envelope(b"From : a@b\nSubject: x\n\nbody"),
            b"From : a@b\nSubject: x\n\nbody"
        );
        assert_eq!(leaves(&read(b"")), [""]);
        assert_eq!(leaves(&read(b"Subject: only a head")), [""]);
    }

    #[test]
    fn depth_and_number_are_bounded() {
        let deep: String = (0..10_000)
            .map(|level| format!("Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n"))
            .collect();
        let mut depth = 0;
        let mut present = read(deep.as_bytes());
        while let Content::Parts(mut parts) = present.body {
            depth += 1;
            present = parts.pop().unwrap();
        }
        assert_eq!(depth, DEEPEST);
        let many = format!(
            "Content-Type: multipart/mixed; boundary=x\n\n{}",
            "--x\n\ny\n".repeat(100_000)
        );
        assert_eq!(leaves(&read(many.as_bytes())).len(), MOST_PARTS);
    }
}
