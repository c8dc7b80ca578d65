//! An outcome: what came of one question, as figures count it.

use chrono::{DateTime, TimeDelta, Utc};

use super::fact::{Answerer, Removal};
use crate::domain::id::{ArticleId, ReplyId, ThreadId, UserId};
use crate::domain::resolution::{CloseReason, When};

/// How long a resolution must stand to be one; what was undone within it never was.
pub const STANDS_FOR: TimeDelta = TimeDelta::days(7);

/// What came of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// When it was asked, as its row says; with [`Anomaly::of_asking`] that cannot be true.
    pub asked_at: DateTime<Utc>,
    /// The first reply that is there now and is not the asker's own, unless that is what was accepted.
    pub first_answer: Option<Answer>,
    /// The first one of somebody who was of the staff then.
    pub first_staff_answer: Option<Answer>,
    /// The first resolution that was not undone within [`STANDS_FOR`].
    pub resolution: Option<Resolution>,
    /// How often it was settled and then was so no longer.
    pub reopened_count: i64,
    /// The closure in force.
    pub closed: Option<Closed>,
    /// That it is deleted.
    pub removed: Option<Removed>,
    /// The question that it is merged into. Then nothing else is told of it: its posts and its people count there.
    pub merged_into: Option<ThreadId>,
    /// Whose turn it is while it is open.
    pub turn: Turn,
    /// Whether somebody is still expected to do something: nothing settles it now, and it is not closed, deleted or merged.
    pub is_open: bool,
    /// What cannot be true of its times. Such a time is unknown here, so that no figure uses it.
    pub anomaly: Option<Anomaly>,
}

impl Outcome {
    /// One of which nothing is known but when it was asked.
    pub(super) fn asked(asked_at: DateTime<Utc>) -> Self {
        Self {
            asked_at,
            first_answer: None,
            first_staff_answer: None,
            resolution: None,
            reopened_count: 0,
            closed: None,
            removed: None,
            merged_into: None,
            turn: Turn {
                whose: Party::Helpers,
                since: asked_at,
            },
            is_open: false,
            anomaly: None,
        }
    }

    /// Whether the reply that was accepted is the first answer; `None` when none was accepted.
    pub fn is_first_accepted(&self) -> Option<bool> {
        let accepted = self.resolution.as_ref()?.reply?;
        Some(self.first_answer.is_some_and(|answer| answer.reply == accepted))
    }

    /// Why no figure is about it, the first reason that holds; `None` when figures are.
    pub fn left_out(&self) -> Option<LeftOut> {
        let is_off_topic = self.closed.is_some_and(|closed| closed.reason == CloseReason::OffTopic);
        let removal = self.removed.map(|removed| removed.why);
        if self.anomaly.is_some_and(Anomaly::of_asking) {
            Some(LeftOut::Undatable)
        } else if self.merged_into.is_some() {
            Some(LeftOut::Merged)
        } else if removal == Some(Removal::Spam) {
            Some(LeftOut::Spam)
        } else if removal == Some(Removal::OffTopic) || is_off_topic {
            Some(LeftOut::OffTopic)
        } else {
            None
        }
    }
}

crate::named! {
    /// Why no figure is about a question.
    pub enum LeftOut {
        /// It is spam.
        Spam = "spam",
        /// It is off topic, closed or deleted.
        OffTopic = "off_topic",
        /// It is merged into another question, which counts.
        Merged = "merged",
        /// It was asked at a time that cannot be true.
        Undatable = "undatable",
    }
}

/// A reply that answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The reply.
    pub reply: ReplyId,
    /// Who wrote it, if they have an account.
    pub author: Option<UserId>,
    /// What they were to the question then.
    pub answerer: Answerer,
    /// Since when it stands there; never before the question.
    pub at: When,
}

crate::named! {
    /// How a question was resolved.
    pub enum How {
        /// The asker accepted an answer.
        Confirmed = "confirmed",
        /// A helper, or somebody above, accepted one for the asker.
        Declared = "declared",
        /// Whoever accepted the answer had written it.
        Own = "own",
        /// Accepted, nobody knows by whom: what came in from another forum may not tell.
        Accepted = "accepted",
        /// An article answers it.
        Article = "article",
        /// It asks the same as another question, which is resolved.
        Duplicate = "duplicate",
    }
}

/// How and when a question was resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolution {
    /// How it began to be so.
    pub how: How,
    /// When; never before the question, nor before the answer that was accepted.
    pub at: When,
    /// When nothing settled it any more; more than [`STANDS_FOR`] later.
    pub undone_at: Option<DateTime<Utc>>,
    /// The reply that was accepted, the last one if there were several.
    pub reply: Option<ReplyId>,
    /// Who wrote that reply, if they have an account.
    pub author: Option<UserId>,
    /// The article that answers it, if that was what settled it first.
    pub article: Option<ArticleId>,
}

impl Resolution {
    /// Whether it can no longer turn out to be none; until then it is one so far.
    pub fn is_final(&self, now: DateTime<Utc>) -> bool {
        let since = self.at.time().unwrap_or(now);
        self.undone_at.is_some() || now.signed_duration_since(since) >= STANDS_FOR
    }
}

/// That a question is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed {
    /// Since when.
    pub at: When,
    /// Why.
    pub reason: CloseReason,
    /// The thread that asks the same, for a duplicate.
    pub original: Option<ThreadId>,
}

/// That a question is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Removed {
    /// Since when.
    pub at: When,
    /// Why.
    pub why: Removal,
}

crate::named! {
    /// Who is expected to write next.
    pub enum Party {
        /// Whoever asked: somebody has answered.
        Asker = "asker",
        /// Everybody else.
        Helpers = "helpers",
    }
}

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Whose.
    pub whose: Party,
    /// Since when.
    pub since: DateTime<Utc>,
}

crate::named! {
    /// What cannot be true of a question's times, the gravest first; of several the gravest is told.
    pub enum Anomaly {
        /// It was asked before there were such forums.
        AskedTooEarly = "asked_too_early",
        /// It was asked later than now.
        AskedInFuture = "asked_in_future",
        /// Something happened to it before it was asked.
        BeforeAsked = "before_asked",
        /// Something happened to it later than now.
        InFuture = "in_future",
        /// An answer was accepted before it was written.
        AcceptedBeforeAnswer = "accepted_before_answer",
        /// Something ended before it had begun.
        EndedBeforeBegun = "ended_before_begun",
    }
}

impl Anomaly {
    /// Whether the time of asking itself cannot be true, so that no other time can be measured from it.
    pub fn of_asking(self) -> bool {
        matches!(self, Anomaly::AskedTooEarly | Anomaly::AskedInFuture)
    }
}
