//! The token in the address that answers a letter: whose letter it is, and in which thread its answer belongs.
//!
//! Mail servers may change the case of an address, so it is written in an alphabet of small letters and digits, without those that
//! look alike. It is signed over the address to which the letter went, as links of letters are; its code is cut to 80 bits, as an
//! address has 64 characters, and each guess is a message. A letter is answered years later, so a token has no end: it is good as
//! long as the key that signed it is kept (which may have ended), the account has that address, and the thread takes its replies.

use hmac::Mac;

use super::email::EmailAddress;
use super::id::{ThreadId, UserId};
use super::signed_link::SigningKey;

/// The digits of the token, by their value.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// The first byte of every token of this kind.
const LAYOUT: u8 = 1;
/// Bytes of the code at the end.
const CODE: usize = 10;
/// The longest local part of an address (RFC 5321).
const LONGEST_LOCAL: usize = 64;
/// What is signed begins with this, so that no other code serves as one of these.
const WHAT: &[u8] = b"reply address\0";

/// The whole address for an answer: `ours` with the token behind a plus; `None` when that would be too long.
pub fn address(
    ours: &EmailAddress,
    key: &SigningKey,
    user: UserId,
    thread: ThreadId,
    reader: &EmailAddress,
) -> Option<EmailAddress> {
    let token = sign(key, user, thread, reader)?;
    let (local, domain) = ours.as_str().rsplit_once('@')?;
    let local = format!("{local}+{token}");
    let address = (local.len() <= LONGEST_LOCAL).then(|| format!("{local}@{domain}"))?;
    EmailAddress::parse(&address).ok()
}

fn sign(key: &SigningKey, user: UserId, thread: ThreadId, reader: &EmailAddress) -> Option<String> {
    let mut bytes = vec![LAYOUT];
    for number in [key.id(), user.get(), thread.get()] {
        push_number(u64::try_from(number).ok()?, &mut bytes);
    }
    let mut code = key.code_for(WHAT)?;
    code.update(&bytes);
    code.update(reader.folded().as_bytes());
    let code = code.finalize().into_bytes();
    bytes.extend(code.iter().take(CODE));
    Some(written(&bytes))
}

/// A token that a message brought: what it claims, which nobody believes before [`OfferedToken::is_good`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedToken {
    key: i64,
    user: UserId,
    thread: ThreadId,
    said: Vec<u8>,
    code: Vec<u8>,
}

impl OfferedToken {
    /// Reads a token in either case; `None` when none looks like that.
    pub fn read(text: &str) -> Option<Self> {
        let bytes = read(text)?;
        let (said, code) = bytes.split_at_checked(bytes.len().checked_sub(CODE)?)?;
        let (LAYOUT, mut rest) = said.split_first().map(|(first, rest)| (*first, rest))? else {
            return None;
        };
        let key = take_number(&mut rest)?;
        let user = UserId::stored(take_number(&mut rest)?);
        let thread = ThreadId::stored(take_number(&mut rest)?);
        rest.is_empty().then(|| Self {
            key,
            user,
            thread,
            said: said.to_vec(),
            code: code.to_vec(),
        })
    }

    /// Which key it claims to be signed with.
    pub fn key(&self) -> i64 {
        self.key
    }

    /// Whose letter it claims to be of.
    pub fn user(&self) -> UserId {
        self.user
    }

    /// In which thread it claims that its answer belongs.
    pub fn thread(&self) -> ThreadId {
        self.thread
    }

    /// Whether it was signed with this key for this reader; takes the same time whatever the code is.
    pub fn is_good(&self, key: &SigningKey, reader: &EmailAddress) -> bool {
        let Some(mut code) = key.code_for(WHAT).filter(|_| key.id() == self.key) else {
            return false;
        };
        code.update(&self.said);
        code.update(reader.folded().as_bytes());
        code.verify_truncated_left(&self.code).is_ok()
    }
}

/// Seven bits a byte, the lowest first; the last byte has no high bit.
fn push_number(mut number: u64, bytes: &mut Vec<u8>) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        bytes.push(if number > 0 { low | 0x80 } else { low });
        if number == 0 {
            break;
        }
    }
}

fn take_number(bytes: &mut &[u8]) -> Option<i64> {
    let mut number = 0_u64;
    for place in 0..9 {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(first & 0x7f) << (7 * place);
        if first & 0x80 == 0 {
            let is_shortest = place == 0 || *first != 0;
            return i64::try_from(number).ok().filter(|_| is_shortest);
        }
    }
    None
}

fn written(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut held, mut count) = (0_u32, 0);
    let digit = |value: u32| ALPHABET.get(value as usize & 31).copied().map_or('a', char::from);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        count += 8;
        while count >= 5 {
            count -= 5;
            text.push(digit(held >> count));
        }
    }
    if count > 0 {
        text.push(digit(held << (5 - count)));
    }
    text
}

fn read(text: &str) -> Option<Vec<u8>> {
    if text.len() > LONGEST_LOCAL {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut held, mut count) = (0_u32, 0);
    for character in text.bytes() {
        let character = character.to_ascii_lowercase();
        let value = ALPHABET.iter().position(|digit| *digit == character)?;
        held = held << 5 | u32::try_from(value).ok()?;
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(held >> count & 0xff).ok()?);
        }
    }
    // What is left over is nothing, so that each token is written in one way.
    (count < 5 && held & ((1 << count) - 1) == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;

    fn key(id: i64) -> SigningKey {
        SigningKey::stored(id, &URL_SAFE_NO_PAD.encode([7; 32])).unwrap()
    }

    fn email(text: &str) -> EmailAddress {
        EmailAddress::parse(text).unwrap()
    }

    fn token(user: i64, thread: i64) -> String {
        sign(
            &key(1),
            UserId::stored(user),
            ThreadId::stored(thread),
            &email("ada@example.com"),
        )
        .unwrap()
    }

    #[test]
    fn a_token_names_reader_and_thread_in_either_case() {
        for (user, thread) in [(1, 1), (127, 128), (3_000_000, 40_000_000), (i64::MAX, 1)] {
            let text = token(user, thread);
            for text in [text.clone(), text.to_uppercase()] {
                let offered = OfferedToken::read(&text).unwrap();
                assert_eq!(
                    (offered.user().get(), offered.thread().get(), offered.key()),
                    (user, thread, 1)
                );
                assert!(offered.is_good(&key(1), &email("Ada@example.com")));
                assert!(!offered.is_good(&key(1), &email("eve@example.com")));
                assert!(!offered.is_good(&key(2), &email("ada@example.com")));
                let other = SigningKey::stored(1, &URL_SAFE_NO_PAD.encode([8; 32])).unwrap();
                assert!(!offered.is_good(&other, &email("ada@example.com")));
            }
        }
    }

    #[test]
    fn an_address_fits_into_what_mail_servers_take() {
        let long = email("answers-of-the-forum@forum.example.org");
        let (user, reader) = (UserId::stored(900_000_000), email("ada@example.com"));
        let address = address(&long, &key(12), user, ThreadId::stored(900_000_000), &reader).unwrap();
        assert!(
            address.as_str().starts_with("answers-of-the-forum+"),
            "{}",
            address.as_str()
        );
        let longest = email(&format!("{}@forum.example.org", "x".repeat(60)));
        assert_eq!(
            super::address(&longest, &key(1), user, ThreadId::stored(1), &reader),
            None
        );
    }

    #[test]
    fn a_token_that_was_changed_is_none() {
        let text = token(3, 12);
        for place in 0..text.len() {
            for digit in ["a", "b", "9"] {
                let mut changed = text.clone();
                changed.replace_range(place..=place, digit);
                if changed != text {
                    let is_good = OfferedToken::read(&changed)
                        .is_some_and(|offered| offered.is_good(&key(1), &email("ada@example.com")));
                    assert!(!is_good, "{changed}");
                }
            }
            let is_read = OfferedToken::read(&text[..place])
                .is_some_and(|offered| offered.is_good(&key(1), &email("ada@example.com")));
            assert!(!is_read);
        }
        for wrong in [
            "",
            "a",
            "0",
            "l",
            "é",
            &"a".repeat(64),
            &"9".repeat(64),
            &"a".repeat(9_999),
        ] {
            let is_good =
                OfferedToken::read(wrong).is_some_and(|offered| offered.is_good(&key(1), &email("ada@example.com")));
            assert!(!is_good, "{wrong}");
        }
    }
}
