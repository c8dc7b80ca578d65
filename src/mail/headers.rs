//! The values of headers that hold what people write: cleaned to one line, and encoded wherever plain text would say more than
//! the words.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lettre::message::header::{HeaderName, HeaderValue};

use super::MailError;
use crate::letters::List;

/// Bytes of text in one encoded word, whose whole may have 75 characters (RFC 2047).
const WORD: usize = 42;
/// The longest name of a list; what is longer nobody reads there.
const LONGEST_NAME: usize = 60;

pub(super) fn subject(text: &str) -> HeaderValue {
    let text = one_line(text);
    let name = HeaderName::new_from_ascii_str("Subject");
    // What looks like an encoded word would be decoded; a long word cannot be folded.
    if text.contains("=?") || text.split(' ').any(|word| word.len() > WORD) {
        let encoded = encoded(&text);
        return HeaderValue::dangerous_new_pre_encoded(name, text, encoded);
    }
    HeaderValue::new(name, text)
}

pub(super) fn list_id(list: &List, host: &str) -> HeaderValue {
    let name: String = one_line(&list.name).chars().take(LONGEST_NAME).collect();
    let label = list
        .id
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-');
    let label: String = label.take(LONGEST_NAME).collect();
    let id = format!("<{label}.{host}>");
    let value = if name.is_ascii() && !name.contains("=?") {
        let quoted = name.replace('\\', "\\\\").replace('"', "\\\"");
        format!("\"{quoted}\"\r\n {id}")
    } else {
        format!("{}\r\n {id}", encoded(&name))
    };
    HeaderValue::dangerous_new_pre_encoded(HeaderName::new_from_ascii_str("List-Id"), value.clone(), value)
}

/// An address in brackets, on one line however long it is: programs that fold it back do not agree how.
pub(super) fn list_unsubscribe(stop: &str) -> Result<HeaderValue, MailError> {
    let strange = || MailError::Message("the address that stops it is none".to_owned());
    let url = url::Url::parse(stop).map_err(|_| strange())?;
    let is_plain = |letter: char| letter.is_ascii_graphic() && !matches!(letter, '<' | '>');
    let text = url.as_str().replace('<', "%3C").replace('>', "%3E");
    if !text.chars().all(is_plain) || text.len() > 900 {
        return Err(strange());
    }
    let value = format!("<{text}>");
    let name = HeaderName::new_from_ascii_str("List-Unsubscribe");
    Ok(HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value))
}

/// Without breaks and other control characters, and with one blank between words.
fn one_line(text: &str) -> String {
    let breaks = |letter: char| letter.is_control() || letter.is_whitespace();
    let words: Vec<&str> = text.split(breaks).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// As encoded words, folded between them.
fn encoded(text: &str) -> String {
    let mut words = vec![String::new()];
    for letter in text.chars() {
        match words.last_mut() {
            Some(word) if word.len() + letter.len_utf8() <= WORD => word.push(letter),
            _ => words.push(letter.to_string()),
        }
    }
    let encode = |word: &String| format!("=?utf-8?b?{}?=", STANDARD.encode(word));
    words.iter().map(encode).collect::<Vec<_>>().join("\r\n ")
}
