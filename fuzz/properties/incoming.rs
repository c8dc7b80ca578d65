//! Whatever bytes come in as a message: it is read or refused, in bounded time and memory, and what is read can be posted.

use super::{incoming, report};

/// Panics where it does not hold.
pub fn hold(raw: &[u8]) {
    if let Ok(message) = incoming::read(raw) {
        let strange = |character: char| character.is_control() && !matches!(character, '\n' | '\t');
        assert!(!message.own.contains(strange), "a body takes no control characters");
        assert!(!message.subject.contains(char::is_control), "a subject is one line");
        assert!(message.recipients.len() <= 100);
        let _authenticity = message.authenticity("mx.example.net");
    }
    let _reported = report::read(raw);
}
