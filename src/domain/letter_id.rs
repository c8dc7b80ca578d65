//! The id by which a letter is known to mail programs and servers: the same however often the letter goes, and one that nobody
//! else can make, so that a report about a letter is believed only when the letter was ours.

use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::email::EmailAddress;
use super::signed_link::SigningKey;

/// Bytes of the code: 80 bits are far more than anybody can try by writing letters.
const CODE: usize = 10;
/// The longest name; with key and code the local part keeps within what RFC 5321 allows for one.
const LONGEST_NAME: usize = 40;

/// The part of a Message-ID that stands before its `@`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterId(String);

impl LetterId {
    /// The id of the letter of this name to this address; `None` when the name is none (`a-z`, `0-9` and `-`, at most 40).
    pub fn sign(key: &SigningKey, name: &str, to: &EmailAddress) -> Option<Self> {
        if !is_name(name) {
            return None;
        }
        let code = code(key, name, to)?.finalize().into_bytes();
        let code: String = code.iter().take(CODE).map(|byte| format!("{byte:02x}")).collect();
        Some(Self(format!("{name}.{}.{code}", key.id())))
    }

    /// As it stands in a header, without brackets and domain.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An id that a report claims to be about, which nobody believes before [`OfferedLetterId::is_ours`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedLetterId {
    name: String,
    key: i64,
    code: [u8; CODE],
}

impl OfferedLetterId {
    /// Reads what stands before the `@` of a Message-ID; `None` when no letter of ours has such an id.
    pub fn read(local: &str) -> Option<Self> {
        let mut parts = local.rsplitn(3, '.');
        let (code, key, name) = (parts.next()?, parts.next()?, parts.next()?);
        if code.len() != 2 * CODE || !is_name(name) {
            return None;
        }
        let mut bytes = [0; CODE];
        for (byte, at) in bytes.iter_mut().zip((0..).step_by(2)) {
            *byte = u8::from_str_radix(code.get(at..at + 2)?, 16).ok()?;
        }
        Some(Self {
            name: name.to_owned(),
            key: key.parse().ok()?,
            code: bytes,
        })
    }

    /// Which key it claims to be made with.
    pub fn key(&self) -> i64 {
        self.key
    }

    /// What the letter was, such as `job-12-5f3a`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether this key made it for a letter to this address; takes the same time whatever the code is.
    pub fn is_ours(&self, key: &SigningKey, to: &EmailAddress) -> bool {
        let code = code(key, &self.name, to);
        key.id() == self.key && code.is_some_and(|code| code.verify_truncated_left(&self.code).is_ok())
    }
}

fn code(key: &SigningKey, name: &str, to: &EmailAddress) -> Option<Hmac<Sha256>> {
    // A name holds no zero: no two letters have the same bytes, and none has those of a link.
    let mut code = key.code_for(b"letter id\0")?;
    code.update(name.as_bytes());
    code.update(b"\0");
    code.update(to.folded().as_bytes());
    Some(code)
}

fn is_name(name: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    !name.is_empty() && name.len() <= LONGEST_NAME && name.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(id: i64) -> SigningKey {
        SigningKey::stored(id, &"A".repeat(43)).unwrap()
    }

    fn address(text: &str) -> EmailAddress {
        EmailAddress::parse(text).unwrap()
    }

    #[test]
    fn an_id_is_ours_for_its_name_its_address_and_its_key() {
        let ada = address("Ada@example.com");
        let id = LetterId::sign(&key(1), "job-12-5f3a", &ada).unwrap();
        assert_eq!(LetterId::sign(&key(1), "job-12-5f3a", &ada), Some(id.clone()));
        let offered = OfferedLetterId::read(id.as_str()).unwrap();
        assert_eq!((offered.key(), offered.name()), (1, "job-12-5f3a"));
        assert!(offered.is_ours(&key(1), &address("ada@example.com")));
        assert!(!offered.is_ours(&key(1), &address("bob@example.com")));
        assert!(!offered.is_ours(&key(2), &ada));
        let other = id.as_str().replace("job-12", "job-13");
        assert!(!OfferedLetterId::read(&other).unwrap().is_ours(&key(1), &ada));
    }

    #[test]
    fn what_no_letter_of_ours_has_is_none() {
        for name in ["", "A", "a b", "a.b", "a@b", "a\r\nb", &"a".repeat(41)] {
            assert_eq!(
                LetterId::sign(&key(1), name, &address("ada@example.com")),
                None,
                "{name}"
            );
        }
        for wrong in [
            "",
            "a",
            "a.1",
            "a.1.xyz",
            "a.x.00112233445566778899",
            "a.1.0011223344556677889",
            ".1.00112233445566778899",
            "a.1.€€€00112233445",
        ] {
            assert_eq!(OfferedLetterId::read(wrong), None, "{wrong}");
        }
    }
}
