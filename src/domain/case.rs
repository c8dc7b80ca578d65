//! What waits for a moderator: which piece of writing it is about, how it is decided, and for how long somebody has it in hand.

use chrono::{DateTime, Duration, Utc};

use super::id::{CommentId, ReplyId, ThreadId};
use super::problem::Fault;
use super::setting::Settings;

/// How long a case stays in the hand of whoever opened it.
pub const CLAIM_LASTS: Duration = Duration::minutes(10);
/// The most members whose flags a forum may ask for before a post hides itself.
pub const MOST_TO_HIDE: i64 = 50;
/// How many members of good record hide a post, unless the forum says otherwise.
pub const USUAL_TO_HIDE: i64 = 3;

/// Something that somebody wrote and that may be flagged, held and decided on: a thread's own text, a reply or a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Piece {
    /// A thread's own text; where the thread was merged, the reply that this is now.
    Thread(ThreadId),
    /// A reply.
    Reply(ReplyId),
    /// A comment.
    Comment(CommentId),
}

impl Piece {
    /// The three columns of its row: the thread, the reply or the comment.
    pub fn columns(self) -> (Option<i64>, Option<i64>, Option<i64>) {
        match self {
            Self::Thread(id) => (Some(id.get()), None, None),
            Self::Reply(id) => (None, Some(id.get()), None),
            Self::Comment(id) => (None, None, Some(id.get())),
        }
    }

    /// The piece that a row's three columns name.
    pub fn of_columns(columns: (Option<i64>, Option<i64>, Option<i64>)) -> Option<Self> {
        match columns {
            (Some(id), None, None) => Some(Self::Thread(ThreadId::stored(id))),
            (None, Some(id), None) => Some(Self::Reply(ReplyId::stored(id))),
            (None, None, Some(id)) => Some(Self::Comment(CommentId::stored(id))),
            _ => None,
        }
    }

    /// What it is, in the word that phrases are named by.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Thread(_) => "thread",
            Self::Reply(_) => "reply",
            Self::Comment(_) => "comment",
        }
    }
}

crate::named! {
    /// Why something is held, so that only its author and moderators see it, or why a scan had a moderator look at it.
    pub enum HoldReason {
        /// The flags of members weigh enough.
        Flagged = "flagged",
        /// It looks like advertising.
        Spam = "spam",
        /// Words stand in it that are watched.
        Watched = "watched",
        /// Somebody new sent it sooner than anybody writes.
        Hasty = "hasty",
        /// A field of its form was filled that people do not see.
        Trapped = "trapped",
        /// A moderator has yet to look at its author, who signed up in a way that programs do.
        Doubted = "doubted",
    }
}

crate::named! {
    /// How a case was decided.
    pub enum Decision {
        /// It stays, or comes back: the flags were wrong.
        Kept = "kept",
        /// It is deleted: the flags were right.
        Deleted = "deleted",
        /// It is deleted as advertising.
        Spam = "spam",
        /// The thread stays and is closed as not belonging here: the flags were right.
        Closed = "closed",
        /// There was nothing left to decide: its author deleted it, or every flag was withdrawn.
        Lapsed = "lapsed",
    }
}

impl Decision {
    /// What a moderator may decide; the rest comes about by itself.
    pub const OFFERED: [Decision; 4] = [Self::Kept, Self::Deleted, Self::Spam, Self::Closed];

    /// What it says of the flags; nothing when there was nothing to decide.
    pub fn outcome(self) -> Option<FlagOutcome> {
        match self {
            Self::Kept => Some(FlagOutcome::Dismissed),
            Self::Deleted | Self::Spam | Self::Closed => Some(FlagOutcome::Upheld),
            Self::Lapsed => None,
        }
    }

    /// Whether it takes the piece away.
    pub fn deletes(self) -> bool {
        matches!(self, Self::Deleted | Self::Spam)
    }
}

crate::named! {
    /// What became of a flag.
    pub enum FlagOutcome {
        /// It was right.
        Upheld = "upheld",
        /// It was wrong.
        Dismissed = "dismissed",
    }
}

/// Whether a claim that was made at a moment still holds.
pub fn claim_holds(claimed_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - claimed_at < CLAIM_LASTS
}

/// How many members of good record have to flag a post before it hides itself; none means that none ever does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HidingRule(i64);

impl Default for HidingRule {
    fn default() -> Self {
        Self(USUAL_TO_HIDE)
    }
}

impl HidingRule {
    /// Reads the number of members.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        match text.trim().parse() {
            Ok(members) if (0..=MOST_TO_HIDE).contains(&members) => Ok(Self(members)),
            _ => Err(Fault::with_limit("problem-members-to-hide", MOST_TO_HIDE)),
        }
    }

    /// The number of members.
    pub fn members(self) -> i64 {
        self.0
    }

    /// Whether flags of this weight, in thousandths of a member of good record, hide a post.
    pub fn hides(self, weight: i64) -> bool {
        self.0 > 0 && weight >= self.0 * 1_000
    }
}

/// The form of the administrators' page, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModerationInput {
    /// How many members of good record hide a post.
    pub members_to_hide: String,
    /// From which likelihood on, in percent, first posts are held as advertising.
    pub spam_percent: String,
    /// How many seconds newcomers take at least to write.
    pub fewest_seconds: String,
    /// How many zero bits a sign-up has to show.
    pub proof_bits: String,
    /// What those are asked whose browser proves nothing.
    #[serde(default)]
    pub plain_question: String,
    /// The answer to that.
    #[serde(default)]
    pub plain_answer: String,
}

impl From<&Settings> for ModerationInput {
    fn from(settings: &Settings) -> Self {
        let plain = settings.spam.question.as_ref();
        Self {
            members_to_hide: settings.hiding_rule.members().to_string(),
            spam_percent: settings.spam.likeness.percent().to_string(),
            fewest_seconds: settings.spam.haste.seconds().to_string(),
            proof_bits: settings.spam.proof.bits().to_string(),
            plain_question: plain.map(|plain| plain.question.clone()).unwrap_or_default(),
            plain_answer: plain.map(|plain| plain.answer.clone()).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_known_again_by_its_columns() {
        for piece in [
            Piece::Thread(ThreadId::stored(1)),
            Piece::Reply(ReplyId::stored(2)),
            Piece::Comment(CommentId::stored(3)),
        ] {
            assert_eq!(Piece::of_columns(piece.columns()), Some(piece));
        }
        assert_eq!(Piece::of_columns((Some(1), Some(2), None)), None);
        assert_eq!(Piece::of_columns((None, None, None)), None);
    }

    #[test]
    fn a_claim_lasts_ten_minutes() {
        let at = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        assert!(claim_holds(at, at + Duration::minutes(10) - Duration::seconds(1)));
        assert!(!claim_holds(at, at + Duration::minutes(10)));
    }

    #[test]
    fn a_rule_of_none_hides_nothing() {
        let rule = |text: &str| HidingRule::parse(text).unwrap();
        assert!(!rule("0").hides(i64::MAX));
        assert!(rule("2").hides(2_000) && !rule("2").hides(1_999));
        for wrong in ["", "-1", "51", "x", "1.5"] {
            assert!(HidingRule::parse(wrong).is_err(), "{wrong}");
        }
    }
}
