//! Proof of work: signing up costs a browser a second or so, which is nothing to a person and much to whoever signs up by the thousand.
//!
//! The page carries a challenge, signed, with its end; the browser looks for a number behind it that makes the hash of both begin with
//! so many zero bits. Nothing is stored for a challenge before somebody solved it: then its number is, so that it serves once.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Duration, Utc};
use hmac::Mac;
use sha2::{Digest, Sha256};

use crate::domain::problem::Fault;
use crate::domain::setting::line;
use crate::domain::signed_link::SigningKey;

/// How long a challenge is good: a question may be written for long before its asker signs up.
pub const CHALLENGE_LASTS: Duration = Duration::days(1);
/// The most zero bits that a forum may ask for.
pub const MOST_BITS: i64 = 22;
/// How many it asks for, unless it says otherwise: about a second on a phone.
pub const USUAL_BITS: i64 = 14;
/// The longest question, and the longest answer, of those whose browser proves nothing, in characters.
pub const LONGEST_PLAIN: usize = 200;

/// The first byte of every challenge of this kind; another layout takes another one.
const LAYOUT: u8 = 1;
/// Bytes of the code at the end: HMAC-SHA256, whole.
const CODE: usize = 32;
/// Bytes by which one challenge is told from another.
const NONCE: usize = 16;
/// What is signed begins with this, so that no other code serves as one of these.
const WHAT: &[u8] = b"challenge\0";
/// The longest number that a browser may come up with, in digits.
const LONGEST_NUMBER: usize = 15;

/// How many zero bits a sign-up has to show; none means that none has to prove anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProofRule(u8);

impl Default for ProofRule {
    fn default() -> Self {
        Self(u8::try_from(USUAL_BITS).unwrap_or_default())
    }
}

impl ProofRule {
    /// Nothing is to be proved.
    pub const NONE: Self = Self(0);

    /// Reads the number of bits.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        match text.trim().parse::<u8>() {
            Ok(bits) if i64::from(bits) <= MOST_BITS => Ok(Self(bits)),
            _ => Err(Fault::with_limit("problem-proof-bits", MOST_BITS)),
        }
    }

    /// The number of bits.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// Whether anything is to be proved.
    pub fn asks(self) -> bool {
        self.0 > 0
    }

    /// A new challenge, as a page carries it; `None` when nothing is to be proved.
    pub fn challenge(self, key: &SigningKey, now: DateTime<Utc>) -> Option<String> {
        if !self.asks() {
            return None;
        }
        let mut bytes = vec![LAYOUT, self.0];
        bytes.extend_from_slice(&key.id().to_be_bytes());
        bytes.extend_from_slice(&(now + CHALLENGE_LASTS).timestamp().to_be_bytes());
        bytes.extend_from_slice(&rand::random::<[u8; NONCE]>());
        let mut code = key.code_for(WHAT)?;
        code.update(&bytes);
        bytes.extend_from_slice(&code.finalize().into_bytes());
        Some(URL_SAFE_NO_PAD.encode(bytes))
    }
}

/// A proof that a form brought: what it claims, which nobody believes before [`OfferedProof::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedProof {
    key: i64,
    bits: u8,
    expires_at: DateTime<Utc>,
    nonce: [u8; NONCE],
    said: Vec<u8>,
    code: [u8; CODE],
    zeros: u32,
}

/// A challenge that was solved, as the row names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solved {
    /// What tells it from every other.
    pub nonce: String,
    /// Until when it would have been good.
    pub expires_at: DateTime<Utc>,
}

impl OfferedProof {
    /// Reads `<challenge>.<number>`; `None` when no proof looks like that.
    pub fn read(text: &str) -> Option<Self> {
        let (challenge, number) = text.split_once('.')?;
        let is_number =
            (1..=LONGEST_NUMBER).contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit());
        let bytes = URL_SAFE_NO_PAD.decode(challenge).ok().filter(|_| is_number)?;
        let (said, code) = bytes.split_at_checked(bytes.len().checked_sub(CODE)?)?;
        let (head, rest) = said.split_at_checked(2)?;
        let [LAYOUT, bits] = *head else { return None };
        let (numbers, nonce) = rest.split_at_checked(16)?;
        let ([key, expires_at], []) = numbers.as_chunks::<8>() else {
            return None;
        };
        Some(Self {
            key: i64::from_be_bytes(*key),
            bits,
            expires_at: DateTime::from_timestamp(i64::from_be_bytes(*expires_at), 0)?,
            nonce: nonce.try_into().ok()?,
            said: said.to_vec(),
            code: code.try_into().ok()?,
            zeros: zeros(&Sha256::digest(text.as_bytes())),
        })
    }

    /// Which key it claims to be signed with.
    pub fn key(&self) -> i64 {
        self.key
    }

    /// The challenge, if this key signed it, it is good still, and it was solved.
    pub fn verify(&self, key: &SigningKey, now: DateTime<Utc>) -> Option<Solved> {
        let mut code = key.code_for(WHAT).filter(|_| key.id() == self.key)?;
        code.update(&self.said);
        code.verify_slice(&self.code).ok()?;
        let is_good = self.expires_at > now && self.zeros >= u32::from(self.bits);
        is_good.then(|| Solved {
            nonce: URL_SAFE_NO_PAD.encode(self.nonce),
            expires_at: self.expires_at,
        })
    }
}

/// With how many zero bits a hash begins.
fn zeros(hash: &[u8]) -> u32 {
    let empty = hash.iter().take_while(|byte| **byte == 0).count();
    let next = hash.get(empty).map_or(0, |byte| byte.leading_zeros());
    u32::try_from(empty).unwrap_or_default() * 8 + next
}

/// A question that people can answer whose browser proves nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainQuestion {
    /// The question.
    pub question: String,
    /// Its answer.
    pub answer: String,
}

impl PlainQuestion {
    /// Reads both; there is no question without an answer, and neither without the other.
    pub fn parse(question: &str, answer: &str) -> Result<Option<Self>, (&'static str, Fault)> {
        let question = line(question, 0, LONGEST_PLAIN).map_err(|fault| ("plain_question", fault))?;
        let answer = line(answer, 0, LONGEST_PLAIN).map_err(|fault| ("plain_answer", fault))?;
        match (question.is_empty(), answer.is_empty()) {
            (true, true) => Ok(None),
            (false, false) => Ok(Some(Self { question, answer })),
            (true, false) => Err(("plain_question", Fault::new("problem-missing"))),
            (false, true) => Err(("plain_answer", Fault::new("problem-missing"))),
        }
    }

    /// Whether this answers it; capitals and spaces do not matter.
    pub fn is_answered(&self, typed: &str) -> bool {
        folded(typed) == folded(&self.answer)
    }
}

fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(id: i64, byte: u8) -> SigningKey {
        SigningKey::stored(id, &URL_SAFE_NO_PAD.encode([byte; 32])).unwrap()
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    /// The first number that solves a challenge, or the first that does not.
    fn found(challenge: &str, solves: bool) -> String {
        let mut tried = (0..).map(|number: u32| format!("{challenge}.{number}"));
        let is_wanted = |text: &String| (zeros(&Sha256::digest(text.as_bytes())) >= 6) == solves;
        tried.find(is_wanted).unwrap()
    }

    #[test]
    fn a_challenge_is_solved_by_whoever_looks_long_enough() {
        let rule = ProofRule::parse("6").unwrap();
        let challenge = rule.challenge(&key(1, 7), at(1_000)).unwrap();
        let end = at(1_000) + CHALLENGE_LASTS;
        let solved = OfferedProof::read(&found(&challenge, true)).unwrap();
        assert_eq!(solved.key(), 1);
        let spent = solved.verify(&key(1, 7), at(1_001)).unwrap();
        assert_eq!(spent.expires_at, end);
        assert!(!spent.nonce.is_empty());
        assert_eq!(solved.verify(&key(1, 7), end), None, "it is too late");
        for other in [key(2, 7), key(1, 8)] {
            assert_eq!(solved.verify(&other, at(1_001)), None);
        }
        let unsolved = OfferedProof::read(&found(&challenge, false)).unwrap();
        assert_eq!(unsolved.verify(&key(1, 7), at(1_001)), None);
        let other = rule.challenge(&key(1, 7), at(1_000)).unwrap();
        assert_ne!(challenge, other, "each page has its own");
    }

    #[test]
    fn an_easier_challenge_is_nobodys() {
        let rule = ProofRule::parse("22").unwrap();
        let challenge = rule.challenge(&key(1, 7), at(1_000)).unwrap();
        let mut bytes = URL_SAFE_NO_PAD.decode(&challenge).unwrap();
        bytes[1] = 0;
        let easier = format!("{}.0", URL_SAFE_NO_PAD.encode(bytes));
        let offered = OfferedProof::read(&easier).unwrap();
        assert_eq!(offered.verify(&key(1, 7), at(1_001)), None);
    }

    #[test]
    fn what_is_no_proof_is_none() {
        let challenge = ProofRule::default().challenge(&key(1, 7), at(0)).unwrap();
        let long = "9".repeat(LONGEST_NUMBER + 1);
        for wrong in [
            String::new(),
            ".".to_owned(),
            "AAAA.1".to_owned(),
            challenge.clone(),
            format!("{challenge}."),
            format!("{challenge}.-1"),
            format!("{challenge}.1.1"),
            format!("{challenge}.{long}"),
        ] {
            assert_eq!(OfferedProof::read(&wrong), None, "{wrong}");
        }
    }

    #[test]
    fn zero_bits_are_counted_from_the_front() {
        for (hash, count) in [
            (&[0xff, 0][..], 0),
            (&[0x01][..], 7),
            (&[0, 0x80][..], 8),
            (&[0, 0, 0x10][..], 19),
            (&[0, 0][..], 16),
            (&[][..], 0),
        ] {
            assert_eq!(zeros(hash), count, "{hash:?}");
        }
    }

    #[test]
    fn a_rule_of_none_asks_for_nothing() {
        let none = ProofRule::parse("0").unwrap();
        assert!(!none.asks() && none.challenge(&key(1, 7), at(0)).is_none());
        assert_eq!(i64::from(ProofRule::default().bits()), USUAL_BITS);
        for wrong in ["", "-1", "23", "256", "x"] {
            assert!(ProofRule::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_question_and_its_answer_belong_together() {
        let question = PlainQuestion::parse(" What colour is  the lamp? ", "Dark  red")
            .unwrap()
            .unwrap();
        assert_eq!(question.question, "What colour is the lamp?");
        for (typed, is_right) in [
            (" dark RED ", true),
            ("Dark red", true),
            ("darkred", false),
            ("", false),
        ] {
            assert_eq!(question.is_answered(typed), is_right, "{typed}");
        }
        assert_eq!(PlainQuestion::parse(" ", ""), Ok(None));
        for (question, answer, field) in [
            ("Why?", "", "plain_answer"),
            ("", "So", "plain_question"),
            ("Why?", "a\0b", "plain_answer"),
        ] {
            assert_eq!(PlainQuestion::parse(question, answer).unwrap_err().0, field);
        }
    }
}
