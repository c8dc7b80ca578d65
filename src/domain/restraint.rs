//! What moderators say to a person about their conduct, and what they keep them from: warnings, silences, suspensions.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use serde::Deserialize;

use super::account::User;
use super::body::Reason;
use super::case::Piece;
use super::id::{CommentId, ReplyId, ThreadId, UserId};
use super::moderation::Act;
use super::permission::{Verb, Whose, allows};
use super::problem::{Fault, Problems};
use super::role::Role;

/// The furthest day on which a restraint may end, in days.
const LONGEST: i64 = 3_660;

crate::named! {
    /// What is done to a person.
    pub enum RestraintKind {
        /// They are told to mind something, and say that they have read it.
        Warning = "warning",
        /// They may read and not write.
        Silence = "silence",
        /// They cannot sign in.
        Suspension = "suspension",
    }
}

impl RestraintKind {
    /// The act by which it begins, as the log names it.
    pub fn act(self) -> Act {
        match self {
            Self::Warning => Act::Warn,
            Self::Silence => Act::Silence,
            Self::Suspension => Act::Suspend,
        }
    }

    /// The act by which a moderator ends it.
    pub fn lifting(self) -> Act {
        match self {
            Self::Warning => Act::Unwarn,
            Self::Silence => Act::Unsilence,
            Self::Suspension => Act::Unsuspend,
        }
    }

    /// Whether it goes on for a time; a warning is over once it is read.
    pub fn lasts(self) -> bool {
        self != Self::Warning
    }
}

crate::named! {
    /// When a restraint ends by itself.
    pub enum Ending {
        /// After a day.
        Day = "day",
        /// After a week.
        Week = "week",
        /// After 30 days.
        Month = "month",
        /// At the beginning of a day, in UTC.
        Date = "date",
        /// Not at all.
        Never = "never",
    }
}

/// From when to when something holds; without an end it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// From when.
    pub begun_at: DateTime<Utc>,
    /// Until when.
    pub ends_at: Option<DateTime<Utc>>,
}

impl Span {
    /// Whether it holds at a moment.
    pub fn holds(self, now: DateTime<Utc>) -> bool {
        self.ends_at.is_none_or(|end| now < end)
    }
}

/// Whom something is done to, as far as it decides who may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: UserId,
    /// What they may do.
    pub role: Role,
    /// Whether they answer for the company.
    pub is_staff: bool,
}

/// Whether somebody may warn, silence and suspend a person: moderators members and helpers, administrators everybody but themselves.
pub fn may_restrain(by: &User, person: Person) -> bool {
    let is_below = by.role == Role::Admin || (person.role <= Role::Helper && !person.is_staff);
    by.id != person.id && is_below && allows(by.role, Verb::Restrain, Whose::Others)
}

/// The form that restrains, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RestraintInput {
    /// What is to be done.
    #[serde(default)]
    pub restraint: String,
    /// Why, as the person reads it.
    #[serde(default)]
    pub restraint_reason: String,
    /// When it ends.
    #[serde(default)]
    pub ends: String,
    /// The day on which it ends, where one was chosen.
    #[serde(default)]
    pub ends_on: String,
    /// What they wrote that led to it, such as `reply-12`.
    #[serde(default)]
    pub about: String,
}

/// A restraint to be begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestraintDraft {
    /// What is done.
    pub kind: RestraintKind,
    /// Why, as the person reads it.
    pub reason: Reason,
    /// When it ends by itself.
    pub ends_at: Option<DateTime<Utc>>,
    /// What they wrote that led to it.
    pub about: Option<Piece>,
}

impl RestraintInput {
    /// Reads the form.
    pub fn parse(&self, now: DateTime<Utc>) -> Result<RestraintDraft, Problems> {
        let mut problems = Problems::none();
        let kind = RestraintKind::parse(&self.restraint).ok_or(Fault::new("problem-restraint"));
        let kind = problems.keep("restraint", kind);
        let reason = problems.keep("restraint_reason", Reason::required(&self.restraint_reason));
        let ends_at = match kind {
            Some(kind) if kind.lasts() => self.ends_at(&mut problems, now),
            _ => Some(None),
        };
        match (kind, reason, ends_at) {
            (Some(kind), Some(reason), Some(ends_at)) => Ok(RestraintDraft {
                kind,
                reason,
                ends_at,
                about: piece_of_name(&self.about),
            }),
            _ => Err(problems),
        }
    }

    fn ends_at(&self, problems: &mut Problems, now: DateTime<Utc>) -> Option<Option<DateTime<Utc>>> {
        let ending = Ending::parse(&self.ends).ok_or(Fault::new("problem-restraint-ends"));
        Some(match problems.keep("ends", ending)? {
            Ending::Day => Some(now + Duration::days(1)),
            Ending::Week => Some(now + Duration::weeks(1)),
            Ending::Month => Some(now + Duration::days(30)),
            Ending::Date => Some(problems.keep("ends_on", day(&self.ends_on, now))?),
            Ending::Never => None,
        })
    }
}

/// The beginning of a day that is to come.
pub fn day(typed: &str, now: DateTime<Utc>) -> Result<DateTime<Utc>, Fault> {
    let day = NaiveDate::parse_from_str(typed.trim(), "%Y-%m-%d").ok();
    let begins = day.map(|day| day.and_time(NaiveTime::MIN).and_utc());
    let is_to_come = |at: &DateTime<Utc>| *at > now && *at - now < Duration::days(LONGEST);
    begins.filter(is_to_come).ok_or(Fault::new("problem-restraint-day"))
}

/// A piece of writing as an address or a form names it, such as `reply-12`.
pub fn name_of_piece(piece: Piece) -> String {
    let (thread, reply, comment) = piece.columns();
    let id = thread.or(reply).or(comment).unwrap_or_default();
    format!("{}-{id}", piece.noun())
}

/// The piece of writing of such a name.
pub fn piece_of_name(name: &str) -> Option<Piece> {
    let (noun, id) = name.split_once('-')?;
    match noun {
        "thread" => id.parse::<ThreadId>().ok().map(Piece::Thread),
        "reply" => id.parse::<ReplyId>().ok().map(Piece::Reply),
        "comment" => id.parse::<CommentId>().ok().map(Piece::Comment),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::role::Trust;

    fn now() -> DateTime<Utc> {
        "2026-11-27T12:00:00Z".parse().unwrap()
    }

    fn input(kind: &str, ends: &str, on: &str) -> RestraintInput {
        RestraintInput {
            restraint: kind.to_owned(),
            restraint_reason: "Be kind.".to_owned(),
            ends: ends.to_owned(),
            ends_on: on.to_owned(),
            about: "reply-12".to_owned(),
        }
    }

    fn user(id: i64, role: Role) -> User {
        User {
            id: UserId::stored(id),
            name: "Cat".to_owned(),
            role,
            trust: Trust::Member,
            is_staff: false,
            is_silenced: false,
            grants: crate::domain::grant::Grants::NONE,
            language: None,
        }
    }

    #[test]
    fn a_restraint_ends_when_its_form_says() {
        let ends_at = |ends: &str, on: &str| input("silence", ends, on).parse(now()).map(|draft| draft.ends_at);
        assert_eq!(ends_at("day", "").unwrap(), Some(now() + Duration::days(1)));
        assert_eq!(
            ends_at("month", "2027-01-31").unwrap(),
            Some(now() + Duration::days(30))
        );
        assert_eq!(ends_at("never", "").unwrap(), None);
        let day = ends_at("date", "2027-01-31").unwrap().unwrap();
        assert_eq!(day.to_rfc3339(), "2027-01-31T00:00:00+00:00");
        for wrong in ["", "2026-11-27", "2026-11-01", "2126-01-01", "31.1.2027"] {
            let problems = ends_at("date", wrong).unwrap_err();
            assert_eq!(problems.of("ends_on").unwrap().key, "problem-restraint-day", "{wrong}");
        }
        assert!(ends_at("soon", "").unwrap_err().of("ends").is_some());
    }

    #[test]
    fn a_warning_needs_no_end_and_every_restraint_a_reason() {
        let draft = input("warning", "", "").parse(now()).unwrap();
        assert_eq!(
            (draft.ends_at, draft.about),
            (None, Some(Piece::Reply(ReplyId::stored(12))))
        );
        let silent = RestraintInput {
            restraint_reason: " ".to_owned(),
            ..input("warning", "", "")
        };
        assert!(silent.parse(now()).unwrap_err().of("restraint_reason").is_some());
        assert!(
            input("ban", "day", "")
                .parse(now())
                .unwrap_err()
                .of("restraint")
                .is_some()
        );
    }

    #[test]
    fn a_span_ends_at_its_end() {
        let span = Span {
            begun_at: now(),
            ends_at: Some(now() + Duration::days(1)),
        };
        assert!(span.holds(now() + Duration::hours(23)) && !span.holds(now() + Duration::days(1)));
        assert!(Span { ends_at: None, ..span }.holds(now() + Duration::days(9_999)));
    }

    #[test]
    fn moderators_restrain_those_below_them_and_administrators_everybody_else() {
        let person = |id, role, is_staff| Person {
            id: UserId::stored(id),
            role,
            is_staff,
        };
        let (cat, root) = (user(1, Role::Moderator), user(2, Role::Admin));
        assert!(
            may_restrain(&cat, person(3, Role::Member, false)) && may_restrain(&cat, person(3, Role::Helper, false))
        );
        for (role, is_staff) in [(Role::Member, true), (Role::Moderator, false), (Role::Admin, false)] {
            assert!(!may_restrain(&cat, person(3, role, is_staff)), "{role}");
            assert!(may_restrain(&root, person(3, role, is_staff)), "{role}");
        }
        assert!(!may_restrain(&cat, person(1, Role::Moderator, false)));
        assert!(!may_restrain(&root, person(2, Role::Admin, false)));
        assert!(!may_restrain(&user(4, Role::Helper), person(3, Role::Member, false)));
    }

    #[test]
    fn a_piece_is_known_again_by_its_name() {
        for name in ["thread-1", "reply-2", "comment-3"] {
            assert_eq!(piece_of_name(name).map(name_of_piece).as_deref(), Some(name));
        }
        for wrong in ["", "reply", "reply-", "reply-0", "user-1"] {
            assert_eq!(piece_of_name(wrong), None, "{wrong}");
        }
    }
}
