//! Bytes of a part as text: the encoding for the way taken off, then the charset. Both are forgiving: what is broken becomes as much
//! of the text as can be told.

use std::borrow::Cow;

use mail_parser::decoders::charsets::map::charset_decoder;

use super::entity::Head;

/// The most bytes of a part of text that are decoded; a post is much shorter.
const MOST_BYTES: usize = 1_500_000;

/// The text of a part, line ends as `\n`.
pub(super) fn text(head: &Head, body: &[u8]) -> String {
    let bytes = bytes(head, body.get(..MOST_BYTES).unwrap_or(body));
    let text = of_charset(&bytes, head.parameter("charset"));
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|character| is_wanted(*character)).collect()
}

/// The bytes of a part; never more than travelled.
pub(super) fn bytes<'raw>(head: &Head, body: &'raw [u8]) -> Cow<'raw, [u8]> {
    match head.encoding().as_str() {
        "base64" => Cow::Owned(base64(body)),
        "quoted-printable" => Cow::Owned(quoted_printable(body)),
        _ => Cow::Borrowed(body),
    }
}

/// No control characters, which a post may not hold, and no marks that only begin a file.
pub(super) fn is_wanted(character: char) -> bool {
    (!character.is_control() || matches!(character, '\n' | '\t')) && character != '\u{FEFF}'
}

/// Reads base64 past whatever is none: a lost character costs a few letters, not the message.
fn base64(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let mut group = 0_u32;
    let mut count = 0;
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => {
                push_rest(group, count, &mut bytes);
                (group, count) = (0, 0);
                continue;
            }
            _ => continue,
        };
        group = group << 6 | u32::from(value);
        count += 1;
        if count == 4 {
            bytes.extend_from_slice(&group.to_be_bytes()[1..]);
            (group, count) = (0, 0);
        }
    }
    push_rest(group, count, &mut bytes);
    bytes
}

fn push_rest(group: u32, count: u32, bytes: &mut Vec<u8>) {
    let whole = (group << (6 * (4 - count))).to_be_bytes();
    let [_, first, second, _] = whole;
    match count {
        2 => bytes.push(first),
        3 => bytes.extend([first, second]),
        _ => {}
    }
}

/// Reads quoted-printable; what only looks like an escape stays as it is.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let content = line.trim_ascii_end();
        let is_soft = content.ends_with(b"=");
        let content = content.strip_suffix(b"=").unwrap_or(content);
        push_line(content, &mut bytes);
        if !is_soft && line.ends_with(b"\n") {
            bytes.push(b'\n');
        }
    }
    bytes
}

fn push_line(line: &[u8], bytes: &mut Vec<u8>) {
    let mut rest = line;
    while let [first, tail @ ..] = rest {
        rest = tail;
        let value = match (first, tail) {
            (b'=', [high, low, ..]) => hex(*high).zip(hex(*low)),
            _ => None,
        };
        match value {
            Some((high, low)) => {
                bytes.push(high << 4 | low);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => bytes.push(*first),
        }
    }
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// Bytes in the charset that is told, if that can be.
fn of_charset(bytes: &[u8], charset: Option<&str>) -> String {
    let charset = charset
        .map(|charset| charset.trim().to_ascii_lowercase())
        .unwrap_or_default();
    let is_western = matches!(
        charset.as_str(),
        "" | "us-ascii" | "ascii" | "iso-8859-1" | "latin1" | "windows-1252" | "utf-8" | "utf8" | "unknown-8bit"
    );
    match (std::str::from_utf8(bytes), is_western) {
        // Many programs say the one and write the other; hardly any Western text is good UTF-8 by chance.
        (Ok(text), true) => text.to_owned(),
        (Err(_), true) if charset.starts_with("utf") && is_mostly_utf8(bytes) => {
            String::from_utf8_lossy(bytes).into_owned()
        }
        (Err(_), true) => decoded(bytes, "windows-1252"),
        (whole, false) => match (charset_decoder(charset.as_bytes()), whole) {
            (Some(decode), _) => decode(bytes),
            (None, Ok(text)) => text.to_owned(),
            (None, Err(_)) => decoded(bytes, "windows-1252"),
        },
    }
}

fn decoded(bytes: &[u8], charset: &str) -> String {
    match charset_decoder(charset.as_bytes()) {
        Some(decode) => decode(bytes),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Whether text that says that it is UTF-8, and is not everywhere, is so more often than not.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_encodings_lose_little() {
        assert_eq!(base64(b"SGVsbG8sIHdvcmxk"), b"Hello, world");
        assert_eq!(base64(b"SGVs\r\nbG8s!!IHdv*cmxkIQ=="), b"Hello, world!");
        assert_eq!(base64(b"SGVsbG8="), b"Hello");
        assert_eq!(base64(b"SGVsbG8"), b"Hello");
        assert_eq!(base64(b"===="), b"");
        assert_eq!(quoted_printable(b"a=3Db =\r\nc=C3=A9\r\n"), "a=b c\u{e9}\n".as_bytes());
        assert_eq!(quoted_printable(b"100=% =zz =4"), b"100=% =zz =4");
    }

    #[test]
    fn a_charset_is_believed_unless_the_bytes_say_otherwise() {
        assert_eq!(of_charset("é".as_bytes(), Some("iso-8859-1")), "é");
        assert_eq!(of_charset(b"\xe9 \x80", Some("iso-8859-1")), "é €");
        assert_eq!(of_charset(b"caf\xe9", Some("utf-8")), "café");
        assert_eq!(of_charset("ééé\u{e9}".as_bytes(), None), "éééé");
        assert_eq!(of_charset(b"\xe9", Some("no-such-charset")), "é");
        assert_eq!(of_charset(b"\x1b$B$3\x1b(B", Some("ISO-2022-JP")), "こ");
        assert_eq!(of_charset(&[0xff, 0xfe, b'H', 0, b'i', 0], Some("utf-16")), "Hi");
        let mut cut = "日本語".as_bytes().to_vec();
        cut.pop();
        assert_eq!(of_charset(&cut, Some("utf-8")), "日本\u{FFFD}");
    }
}
