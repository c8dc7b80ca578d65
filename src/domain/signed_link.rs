//! Links that letters carry: what one says, and how it is signed, so that it works without a session and nobody can make one.
//!
//! Nothing is stored for a link: it says itself for whom it is, what it is about and until when it is good. What it is good for
//! is signed too, so that a link for one purpose serves no other; and so is the address to which the letter went, so that
//! whoever reads an address that the person gave up can do nothing with old letters.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::email::EmailAddress;
use super::id::UserId;

/// The first byte of every link of this kind; another layout takes another one.
const LAYOUT: u8 = 1;
/// Bytes of the code at the end: HMAC-SHA256, whole.
const CODE: usize = 32;
/// The most things that one link is about.
const MOST_SUBJECTS: usize = 8;

crate::named! {
    /// What a link of a letter is good for; also the word in its address.
    pub enum LinkPurpose {
        /// To say which answer solved a question.
        Solved = "solved",
        /// To say that a question is not solved.
        NotWorking = "not-working",
        /// To answer a survey.
        Survey = "survey",
        /// To want digests at an address.
        ConfirmDigests = "confirm-digests",
        /// To choose what digests are about, and when they come.
        Choices = "choices",
        /// To get no digest any more.
        StopDigests = "stop-digests",
        /// To be told at an address when a question is resolved.
        TellMe = "tell-me",
        /// To get no more letters about a thread.
        Stop = "stop",
        /// To get no more letters about threads at all.
        StopAll = "stop-all",
    }
}

impl LinkPurpose {
    /// Whether such links are good for ever: those that stop letters, or choose fewer. Whoever finds an old letter must be able
    /// to stop the next one, also after the key that signed it was ended; and nobody gains anything by keeping one.
    pub fn outlives_keys(self) -> bool {
        match self {
            LinkPurpose::Choices
            | LinkPurpose::StopDigests
            | LinkPurpose::TellMe
            | LinkPurpose::Stop
            | LinkPurpose::StopAll => true,
            LinkPurpose::Solved | LinkPurpose::NotWorking | LinkPurpose::Survey | LinkPurpose::ConfirmDigests => false,
        }
    }
}

/// The key that signs; never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct SigningKey {
    id: i64,
    secret: [u8; 32],
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SigningKey({}, …)", self.id)
    }
}

impl SigningKey {
    /// 256 bits of the system's randomness, as a row keeps them.
    pub fn random_secret() -> String {
        URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
    }

    /// The key of a row.
    pub fn stored(id: i64, secret: &str) -> Option<Self> {
        let secret = URL_SAFE_NO_PAD.decode(secret).ok()?.try_into().ok()?;
        Some(Self { id, secret })
    }

    /// Its number, which what it signed tells.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// The beginning of a code; what it is for keeps codes of one kind from serving as another.
    pub(super) fn code_for(&self, what: &[u8]) -> Option<Hmac<Sha256>> {
        let mut code = Hmac::<Sha256>::new_from_slice(&self.secret).ok()?;
        code.update(what);
        Some(code)
    }

    /// The code over what a link says, for this purpose and this address.
    fn code(&self, purpose: LinkPurpose, said: &[u8], address: &EmailAddress) -> Option<Hmac<Sha256>> {
        // The purpose holds no zero, and what is said tells its own length: no two links have the same bytes.
        let mut code = self.code_for(b"letter link\0")?;
        code.update(purpose.as_str().as_bytes());
        code.update(b"\0");
        code.update(said);
        code.update(address.folded().as_bytes());
        Some(code)
    }
}

/// What a link says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedLink {
    /// Whose letter it stands in: somebody's account, or, for letters to those who have none, the row that keeps their choice.
    pub user: UserId,
    /// The numbers of what it is about; what they mean, its purpose says.
    pub about: Vec<i64>,
    /// Until when it is good, in whole seconds; links that outlive keys are good longer.
    pub expires_at: DateTime<Utc>,
}

impl SignedLink {
    /// The last part of the link's address; `None` when it is about too many things.
    pub fn sign(&self, key: &SigningKey, purpose: LinkPurpose, address: &EmailAddress) -> Option<String> {
        let mut bytes = self.bytes(key.id)?;
        let code = key.code(purpose, &bytes, address)?.finalize().into_bytes();
        bytes.extend_from_slice(&code);
        Some(URL_SAFE_NO_PAD.encode(bytes))
    }

    fn bytes(&self, key: i64) -> Option<Vec<u8>> {
        let count = u8::try_from(self.about.len()).ok();
        let count = count.filter(|count| usize::from(*count) <= MOST_SUBJECTS)?;
        let mut bytes = vec![LAYOUT, count];
        let numbers = [key, self.user.get(), self.expires_at.timestamp()];
        for number in numbers.iter().chain(&self.about) {
            bytes.extend_from_slice(&number.to_be_bytes());
        }
        Some(bytes)
    }
}

/// A link that somebody brought: what it claims to say, which nobody believes before [`OfferedLink::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedLink {
    key: i64,
    claim: SignedLink,
    said: Vec<u8>,
    code: [u8; CODE],
}

/// Why a link is good for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoLink {
    /// Nobody here signed it for this, with this key and for this address.
    Forged,
    /// It was good, until its time was over.
    Expired(SignedLink),
}

impl OfferedLink {
    /// Reads the last part of an address; `None` when no link looks like that.
    pub fn read(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (said, code) = bytes.split_at_checked(bytes.len().checked_sub(CODE)?)?;
        let (head, numbers) = said.split_at_checked(2)?;
        let [LAYOUT, count] = *head else { return None };
        let (numbers, rest) = numbers.as_chunks::<8>();
        let [key, user, expires_at, about @ ..] = numbers else {
            return None;
        };
        let is_whole = rest.is_empty() && about.len() == usize::from(count) && about.len() <= MOST_SUBJECTS;
        let claim = SignedLink {
            user: UserId::stored(i64::from_be_bytes(*user)),
            about: about.iter().map(|number| i64::from_be_bytes(*number)).collect(),
            expires_at: DateTime::from_timestamp(i64::from_be_bytes(*expires_at), 0)?,
        };
        is_whole.then_some(Self {
            key: i64::from_be_bytes(*key),
            claim,
            said: said.to_vec(),
            code: code.try_into().ok()?,
        })
    }

    /// Which key it claims to be signed with.
    pub fn key(&self) -> i64 {
        self.key
    }

    /// Whom it claims to be for.
    pub fn user(&self) -> UserId {
        self.claim.user
    }

    /// What it says, if it was signed for this purpose and address; takes the same time whatever the code is.
    pub fn verify(
        self,
        key: &SigningKey,
        purpose: LinkPurpose,
        address: &EmailAddress,
        now: DateTime<Utc>,
    ) -> Result<SignedLink, NoLink> {
        let code = key.code(purpose, &self.said, address).ok_or(NoLink::Forged)?;
        if key.id != self.key || code.verify_slice(&self.code).is_err() {
            return Err(NoLink::Forged);
        }
        if self.claim.expires_at <= now && !purpose.outlives_keys() {
            return Err(NoLink::Expired(self.claim));
        }
        Ok(self.claim)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(id: i64) -> SigningKey {
        SigningKey::stored(id, &URL_SAFE_NO_PAD.encode([7; 32])).unwrap()
    }

    fn ada() -> EmailAddress {
        EmailAddress::parse("Ada@example.com").unwrap()
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn link() -> SignedLink {
        SignedLink {
            user: UserId::stored(3),
            about: vec![12],
            expires_at: at(1_000),
        }
    }

    fn offered(text: &str, purpose: LinkPurpose, address: &EmailAddress) -> Option<Result<SignedLink, NoLink>> {
        Some(OfferedLink::read(text)?.verify(&key(1), purpose, address, at(999)))
    }

    #[test]
    fn a_link_is_good_for_its_purpose_its_address_and_its_time() {
        let text = link().sign(&key(1), LinkPurpose::Solved, &ada()).unwrap();
        assert_eq!(offered(&text, LinkPurpose::Solved, &ada()), Some(Ok(link())));
        let lower = EmailAddress::parse("ada@example.com").unwrap();
        assert_eq!(offered(&text, LinkPurpose::Solved, &lower), Some(Ok(link())));
        let other = EmailAddress::parse("ada@example.org").unwrap();
        for (purpose, address) in [
            (LinkPurpose::NotWorking, ada()),
            (LinkPurpose::Survey, ada()),
            (LinkPurpose::Solved, other),
        ] {
            assert_eq!(offered(&text, purpose, &address), Some(Err(NoLink::Forged)));
        }
        let late = OfferedLink::read(&text).unwrap();
        let late = late.verify(&key(1), LinkPurpose::Solved, &ada(), at(1_000));
        assert_eq!(late, Err(NoLink::Expired(link())));
    }

    #[test]
    fn another_key_signs_nothing_of_this_one() {
        let text = link().sign(&key(1), LinkPurpose::Solved, &ada()).unwrap();
        let other = SigningKey::stored(1, &URL_SAFE_NO_PAD.encode([8; 32])).unwrap();
        for key in [key(2), other] {
            let offered = OfferedLink::read(&text).unwrap();
            let said = offered.verify(&key, LinkPurpose::Solved, &ada(), at(0));
            assert_eq!(said, Err(NoLink::Forged));
        }
        assert!(!format!("{:?}", key(1)).contains("[7"));
    }

    #[test]
    fn a_link_that_was_changed_anywhere_is_none() {
        let text = link().sign(&key(1), LinkPurpose::Solved, &ada()).unwrap();
        for place in 0..text.len() {
            for letter in [b'A', b'B', b'-'] {
                let mut bytes = text.clone().into_bytes();
                if bytes[place] == letter {
                    continue;
                }
                bytes[place] = letter;
                let changed = String::from_utf8(bytes).unwrap();
                let said = offered(&changed, LinkPurpose::Solved, &ada());
                assert!(matches!(said, None | Some(Err(NoLink::Forged))), "{changed}");
            }
            assert!(offered(&text[..place], LinkPurpose::Solved, &ada()).is_none());
        }
        for wrong in ["", "A", "💥", &"A".repeat(86), &"A".repeat(9_999)] {
            assert_eq!(OfferedLink::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_link_is_about_few_things() {
        let about = |count: i64| SignedLink {
            about: (0..count).collect(),
            ..link()
        };
        for count in [0, 8] {
            let text = about(count).sign(&key(1), LinkPurpose::Survey, &ada()).unwrap();
            assert_eq!(offered(&text, LinkPurpose::Survey, &ada()), Some(Ok(about(count))));
        }
        assert_eq!(about(9).sign(&key(1), LinkPurpose::Survey, &ada()), None);
    }
}
