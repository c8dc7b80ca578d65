//! How a form was filled, as far as it tells: when it was shown, and whether a field was filled that people do not see.
//!
//! Nothing is stored for a form: the moment at which it was shown stands in it, signed. It never gets too old, so that pages that
//! were kept and drafts that were restored are as good as new ones.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Duration, Utc};
use hmac::Mac;

use crate::domain::problem::Fault;
use crate::domain::signed_link::SigningKey;

/// The most seconds that a forum may ask newcomers to take.
pub const MOST_SECONDS: i64 = 60;
/// How many seconds newcomers take at least, unless the forum says otherwise.
pub const USUAL_SECONDS: i64 = 3;
/// The name of the field that people do not see; no browser knows what to put there.
pub const UNSEEN_FIELD: &str = "second_thought";

/// The first byte of every moment of this kind; another layout takes another one.
const LAYOUT: u8 = 1;
/// Bytes of the code at the end: HMAC-SHA256, whole.
const CODE: usize = 32;
/// What is signed begins with this, so that no other code serves as one of these.
const WHAT: &[u8] = b"form shown\0";

/// The moment, signed, as a form carries it; `None` when there is no such key.
pub fn sign_moment(key: &SigningKey, now: DateTime<Utc>) -> Option<String> {
    let mut bytes = vec![LAYOUT];
    bytes.extend_from_slice(&key.id().to_be_bytes());
    bytes.extend_from_slice(&now.timestamp_millis().to_be_bytes());
    let mut code = key.code_for(WHAT)?;
    code.update(&bytes);
    bytes.extend_from_slice(&code.finalize().into_bytes());
    Some(URL_SAFE_NO_PAD.encode(bytes))
}

/// The moment that a form brought back: what it claims, which nobody believes before [`OfferedMoment::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedMoment {
    key: i64,
    at: i64,
    said: Vec<u8>,
    code: [u8; CODE],
}

impl OfferedMoment {
    /// Reads what stood in a form; `None` when no moment looks like that.
    pub fn read(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (said, code) = bytes.split_at_checked(bytes.len().checked_sub(CODE)?)?;
        let (layout, numbers) = said.split_first()?;
        let (numbers, rest) = numbers.as_chunks::<8>();
        let ([key, at], [], &LAYOUT) = (numbers, rest, layout) else {
            return None;
        };
        Some(Self {
            key: i64::from_be_bytes(*key),
            at: i64::from_be_bytes(*at),
            said: said.to_vec(),
            code: code.try_into().ok()?,
        })
    }

    /// Which key it claims to be signed with.
    pub fn key(&self) -> i64 {
        self.key
    }

    /// The moment, if this key signed it; takes the same time whatever the code is.
    pub fn verify(&self, key: &SigningKey) -> Option<DateTime<Utc>> {
        let mut code = key.code_for(WHAT).filter(|_| key.id() == self.key)?;
        code.update(&self.said);
        code.verify_slice(&self.code).ok()?;
        DateTime::from_timestamp_millis(self.at)
    }
}

/// What the form of a post says of how that was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manner {
    /// When it was shown, signed, as it came back.
    pub begun: String,
    /// What stands in the field that people do not see.
    pub unseen: String,
    /// The proof of work of somebody who signs up.
    pub proof: String,
    /// Their answer to the question of those whose browser proves nothing.
    pub plain_answer: String,
}

impl Manner {
    /// Whether the field was filled that people do not see.
    pub fn is_trapped(&self) -> bool {
        !self.unseen.is_empty()
    }
}

/// How long newcomers take at least to write what is not held; none means that nobody's haste matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HasteRule(i64);

impl Default for HasteRule {
    fn default() -> Self {
        Self(USUAL_SECONDS)
    }
}

impl HasteRule {
    /// Nobody's haste matters.
    pub const NONE: Self = Self(0);

    /// Reads the number of seconds.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        match text.trim().parse() {
            Ok(seconds) if (0..=MOST_SECONDS).contains(&seconds) => Ok(Self(seconds)),
            _ => Err(Fault::with_limit("problem-fewest-seconds", MOST_SECONDS)),
        }
    }

    /// The number of seconds.
    pub fn seconds(self) -> i64 {
        self.0
    }

    /// Whether anybody's haste matters.
    pub fn holds_any(self) -> bool {
        self.0 > 0
    }

    /// Whether it is too quick to send now what was begun then; nobody knows how long that took which does not say it.
    pub fn holds(self, begun: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
        self.holds_any() && begun.is_none_or(|begun| now - begun < Duration::seconds(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(id: i64, byte: u8) -> SigningKey {
        SigningKey::stored(id, &URL_SAFE_NO_PAD.encode([byte; 32])).unwrap()
    }

    fn at(millis: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(millis).unwrap()
    }

    #[test]
    fn a_moment_is_known_by_whoever_signed_it() {
        let text = sign_moment(&key(1, 7), at(1_700_000_000_123)).unwrap();
        let offered = OfferedMoment::read(&text).unwrap();
        assert_eq!(offered.key(), 1);
        assert_eq!(offered.verify(&key(1, 7)), Some(at(1_700_000_000_123)));
        for other in [key(2, 7), key(1, 8)] {
            assert_eq!(offered.verify(&other), None);
        }
    }

    #[test]
    fn a_moment_that_was_changed_anywhere_is_none() {
        let text = sign_moment(&key(1, 7), at(1_700_000_000_123)).unwrap();
        for place in 0..text.len() {
            for letter in [b'A', b'B', b'-'] {
                let mut bytes = text.clone().into_bytes();
                if bytes[place] == letter {
                    continue;
                }
                bytes[place] = letter;
                let changed = String::from_utf8(bytes).unwrap();
                let read = OfferedMoment::read(&changed).and_then(|offered| offered.verify(&key(1, 7)));
                assert_eq!(read, None, "{changed}");
            }
            let cut = OfferedMoment::read(&text[..place]).and_then(|offered| offered.verify(&key(1, 7)));
            assert_eq!(cut, None);
        }
        for wrong in ["", "A", "💥", &"A".repeat(66), &"A".repeat(9_999)] {
            assert_eq!(OfferedMoment::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_takes_long_enough_is_not_held() {
        let rule = |text: &str| HasteRule::parse(text).unwrap();
        for (rule, millis, is_held) in [
            (rule("3"), 2_999, true),
            (rule("3"), 3_000, false),
            (rule("3"), 90_000_000_000, false),
            (rule("0"), 0, false),
            (HasteRule::default(), 0, true),
        ] {
            assert_eq!(rule.holds(Some(at(0)), at(millis)), is_held, "{rule:?} {millis}");
        }
        assert!(rule("1").holds(None, at(0)) && !rule("0").holds(None, at(0)));
        for wrong in ["", "-1", "61", "x", "1.5"] {
            assert!(HasteRule::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_what_is_empty_was_not_seen() {
        assert!(!Manner::default().is_trapped());
        for filled in ["x", " "] {
            let manner = Manner {
                unseen: filled.to_owned(),
                ..Manner::default()
            };
            assert!(manner.is_trapped());
        }
    }
}
