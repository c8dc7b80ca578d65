//! A visit to the ask form: whose it is, whether suggestions are held back, and how it ended.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Duration, Utc};
use sha2::{Digest, Sha256};

use super::id::CategoryId;
use super::problem::Fault;
use super::subject::Subject;
use super::token::{FormKey, Token};

/// The largest share of visitors that may be held out, in percent: beyond half there is nothing left to compare with.
pub const LARGEST_HOLDOUT: u8 = 50;
/// How many steps of a hash the shares are counted in; a hundred of them are one percent.
const STEPS: u64 = 10_000;

crate::named! {
    /// How a visit to the ask form ended; one that ended in no way was abandoned.
    pub enum Ending {
        /// A thread or an article that was shown solved it.
        Solved = "solved",
        /// The asker has the same problem as a thread that was shown, and joined it.
        Joined = "joined",
        /// The question was posted.
        Posted = "posted",
    }
}

/// How long a visit without an end may still end; after that it was abandoned.
pub const STAYS_OPEN: Duration = Duration::days(1);
/// How long after a visit began it counts that its visitor posted a question.
pub const POSTING_SPAN: Duration = Duration::days(7);

crate::named! {
    /// What became of a visit to the ask form, as figures tell it.
    pub enum AskOutcome {
        /// A thread or an article that was shown solved it.
        Solved = "solved",
        /// The asker joined a thread that was shown.
        Joined = "joined",
        /// The question was posted.
        Posted = "posted",
        /// Nothing came of it, after a suggestion was opened.
        LeftAfterOpening = "left-after-opening",
        /// Nothing came of it, and no suggestion was opened.
        Left = "left",
        /// It is younger than [`STAYS_OPEN`] and may still end.
        Open = "open",
    }
}

/// A visit to the ask form, or what one request adds to it; it tells nothing of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskSession {
    /// By what it is known: see [`session_of`].
    pub form: String,
    /// Whose it is.
    pub visitor: Visitor,
    /// Whether they were signed in.
    pub is_signed_in: bool,
    /// Whether suggestions were held back.
    pub is_held_out: bool,
    /// The category that was chosen last.
    pub category: Option<CategoryId>,
    /// The title as it was typed last, without addresses and numbers of people; empty while there is none.
    pub title: String,
    /// When it began, or when this request came.
    pub began_at: DateTime<Utc>,
    /// When the asker said that their question is a different one.
    pub differed_at: Option<DateTime<Utc>>,
    /// The threads and articles that were shown.
    pub shown: BTreeMap<Subject, Shown>,
}

/// How a thread or an article was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Its place in the list, from 1.
    pub position: i64,
    /// When it was first shown.
    pub at: DateTime<Utc>,
    /// When it was first opened.
    pub opened_at: Option<DateTime<Utc>>,
}

impl AskSession {
    /// Adds what a later request of the same visit tells.
    pub fn add(&mut self, later: Self) {
        self.began_at = self.began_at.min(later.began_at);
        self.category = later.category.or(self.category);
        if !later.title.is_empty() {
            self.title = later.title;
        }
        self.differed_at = self.differed_at.or(later.differed_at);
        for (subject, shown) in later.shown {
            let known = self.shown.entry(subject).or_insert(shown);
            known.opened_at = known.opened_at.or(shown.opened_at);
        }
    }
}

/// Who visits the ask form, as far as its sessions may know: a hash of a random cookie, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor(String);

impl Visitor {
    /// The visitor with this cookie.
    pub fn of(token: &Token) -> Self {
        Self(token.hash())
    }

    /// The visitor whose hash a row keeps.
    pub fn stored(hash: String) -> Self {
        Self(hash)
    }

    /// The hash that rows keep.
    pub fn hash(&self) -> &str {
        &self.0
    }

    /// Whether suggestions are held back from this visitor: the same answer at every visit while the share stays.
    pub fn is_held_out(&self, share: Holdout) -> bool {
        let place = Sha256::digest(self.0.as_bytes());
        let place = place
            .iter()
            .take(8)
            .fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
        place % STEPS < u64::from(share.percent()) * STEPS / 100
    }
}

/// The cookie of a browser that brings none: made of the form's random key, so that a browser without cookies is the same
/// visitor as long as the form is the same.
pub fn token_for(key: &FormKey) -> Option<Token> {
    let made = Sha256::digest(format!("visitor {}", key.as_str()));
    Token::offered(&URL_SAFE_NO_PAD.encode(made))
}

/// By what a session is known: a hash of its form's key, as the key itself stands beside a person elsewhere.
pub fn session_of(key: &FormKey) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(format!("ask session {}", key.as_str())))
}

/// The share of visitors from whom suggestions are held back, so that their effect can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holdout(u8);

impl Default for Holdout {
    fn default() -> Self {
        Self(5)
    }
}

impl Holdout {
    /// Reads a share in percent, from 0 to [`LARGEST_HOLDOUT`].
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let percent: Option<u8> = text.trim().parse().ok();
        let percent = percent.filter(|percent| *percent <= LARGEST_HOLDOUT);
        percent
            .map(Self)
            .ok_or(Fault::with_limit("problem-holdout", i64::from(LARGEST_HOLDOUT)))
    }

    /// The share in percent.
    pub const fn percent(self) -> u8 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share_held_out(percent: &str) -> usize {
        let share = Holdout::parse(percent).unwrap();
        let visitors = (0..20_000).map(|_| Visitor::of(&Token::random()));
        visitors.filter(|visitor| visitor.is_held_out(share)).count()
    }

    #[test]
    fn a_share_of_visitors_is_held_out() {
        assert_eq!(share_held_out("0"), 0);
        // Five standard deviations of 20,000 visitors.
        assert!((850..1_150).contains(&share_held_out("5")));
        assert!((9_650..10_350).contains(&share_held_out("50")));
    }

    #[test]
    fn a_visitor_stays_on_their_side_when_the_share_grows() {
        let (small, large) = (Holdout::parse("5").unwrap(), Holdout::parse("20").unwrap());
        for _ in 0..2_000 {
            let visitor = Visitor::of(&Token::random());
            assert!(!visitor.is_held_out(small) || visitor.is_held_out(large));
            assert_eq!(visitor.is_held_out(large), visitor.is_held_out(large));
        }
    }

    #[test]
    fn a_share_beyond_half_is_refused() {
        for wrong in ["51", "-1", "5.5", "", "all", "256"] {
            assert_eq!(Holdout::parse(wrong).unwrap_err().key, "problem-holdout", "{wrong:?}");
        }
        assert_eq!(Holdout::parse(" 50 ").unwrap().percent(), 50);
    }

    #[test]
    fn a_form_without_cookies_is_one_visitor() {
        let key = FormKey::random();
        let once = token_for(&key).unwrap();
        assert!(once == token_for(&key).unwrap());
        assert!(once != token_for(&FormKey::random()).unwrap());
        assert_ne!(session_of(&key), Visitor::of(&once).hash());
    }
}
