//! The rule that makes an outcome of a question's facts, whatever they say.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::fact::{Answerer, Fact, What};
use super::outcome::{Anomaly, Answer, Closed, How, Outcome, Party, Removed, Resolution, Turn};
use super::settling::{Settlings, Source, Span, resolve};
use crate::domain::id::{ReplyId, ThreadId, UserId};
use crate::domain::resolution::{CloseReason, When};

/// The number of this rule; another one means that every outcome is to be derived anew.
pub const DERIVATION: i64 = 1;

/// Nothing was asked on the web before this, 1990-01-01, in seconds since 1970.
const EARLIEST: i64 = 631_152_000;
/// How far clocks of several machines may be apart.
const TOLERANCE: TimeDelta = TimeDelta::days(1);

/// What came of a question, by what is known `now`; `None` for facts of nothing that was asked.
///
/// `asker` is who asked, if they have an account, and `original` what became of the question that this one is a duplicate of.
/// Facts may come in any order; of those of one moment the first is taken to have happened first.
pub fn derive(
    asker: Option<UserId>,
    facts: &[Fact],
    original: Option<&Resolution>,
    now: DateTime<Utc>,
) -> Option<Outcome> {
    let asked = facts.iter().find(|fact| fact.what == What::Asked)?;
    let mut judge = Judge::of(asked.at.time()?, now);
    let mut sorted: Vec<&Fact> = facts.iter().collect();
    sorted.sort_by_key(|fact| fact.at.time().unwrap_or(judge.asked_at));
    let mut course = Course::default();
    for fact in sorted {
        course.take(fact, asker, judge.asked_at);
    }
    Some(course.conclude(original, &mut judge))
}

/// Decides which times can be true, and remembers the gravest of those that cannot.
struct Judge {
    asked_at: DateTime<Utc>,
    now: DateTime<Utc>,
    anomaly: Option<Anomaly>,
}

impl Judge {
    fn of(asked_at: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        let mut judge = Self {
            asked_at,
            now,
            anomaly: None,
        };
        if asked_at.timestamp() < EARLIEST {
            judge.note(Anomaly::AskedTooEarly);
        } else if judge.is_future(asked_at) {
            judge.note(Anomaly::AskedInFuture);
        }
        judge
    }

    fn is_future(&self, at: DateTime<Utc>) -> bool {
        at.signed_duration_since(self.now) > TOLERANCE
    }

    fn note(&mut self, anomaly: Anomaly) {
        self.anomaly = Some(self.anomaly.map_or(anomaly, |known| known.min(anomaly)));
    }

    /// The time, or that it is unknown when it cannot be true.
    fn judge(&mut self, at: When) -> When {
        let Some(time) = at.time() else { return at };
        if self.anomaly.is_some_and(Anomaly::of_asking) {
            return When::Unknown;
        }
        let wrong = if time < self.asked_at {
            Anomaly::BeforeAsked
        } else if self.is_future(time) {
            Anomaly::InFuture
        } else {
            return at;
        };
        self.note(wrong);
        When::Unknown
    }
}

/// A reply under the question.
#[derive(Debug, Clone, Copy, Default)]
struct Standing {
    posted: Option<Posted>,
    is_withdrawn: bool,
}

#[derive(Debug, Clone, Copy)]
struct Posted {
    at: When,
    answerer: Answerer,
    author: Option<UserId>,
}

/// What is known after some of the facts.
#[derive(Default)]
struct Course {
    replies: BTreeMap<ReplyId, Standing>,
    settlings: Settlings,
    reopened_at: Option<DateTime<Utc>>,
    closed: Option<Closed>,
    removed: Option<Removed>,
    merged_into: Option<ThreadId>,
}

impl Course {
    fn take(&mut self, fact: &Fact, asker: Option<UserId>, asked_at: DateTime<Utc>) {
        let time = fact.at.time().unwrap_or(asked_at);
        match fact.what {
            What::Asked | What::Confirmed { .. } => {}
            What::Answered { .. } | What::Withdrawn { .. } | What::Reinstated { .. } | What::Parted { .. } => {
                self.take_reply(fact);
            }
            What::Accepted { reply, .. } | What::Carried { reply } => {
                let span = self.acceptance(fact, reply, asker);
                self.settlings.accept(span, time);
            }
            What::Unaccepted { reply } => self.settlings.end(Source::Acceptance(reply), time),
            What::CarriedBack { reply } => self.settlings.carry_back(reply),
            What::Linked { article } => self.settlings.begin(Span {
                how: How::Article,
                at: fact.at,
                to: None,
                reply: None,
                author: None,
                article: Some(article),
                is_carried: false,
            }),
            What::Unlinked { article } => self.settlings.end(Source::Link(article), time),
            What::Reopened => self.reopened_at = Some(time),
            What::Closed { reason, original } => {
                self.closed = Some(Closed {
                    at: fact.at,
                    reason,
                    original,
                });
            }
            What::Opened => self.closed = None,
            What::Deleted { why } => self.removed = Some(Removed { at: fact.at, why }),
            What::Restored => self.removed = None,
            What::Merged { into } => self.merged_into = Some(into),
            What::Unmerged => self.merged_into = None,
        }
    }

    fn take_reply(&mut self, fact: &Fact) {
        match fact.what {
            What::Answered { reply, answerer } => {
                let posted = Posted {
                    at: fact.at,
                    answerer,
                    author: fact.by,
                };
                self.replies.entry(reply).or_default().posted = Some(posted);
            }
            What::Withdrawn { reply } => self.replies.entry(reply).or_default().is_withdrawn = true,
            What::Reinstated { reply } => self.replies.entry(reply).or_default().is_withdrawn = false,
            What::Parted { reply } => drop(self.replies.remove(&reply)),
            _ => {}
        }
    }

    fn acceptance(&self, fact: &Fact, reply: ReplyId, asker: Option<UserId>) -> Span {
        let author = self.posted(reply).and_then(|posted| posted.author);
        let is_carried = matches!(fact.what, What::Carried { .. });
        let how = match fact.by {
            None => How::Accepted,
            by if by == author => How::Own,
            by if by == asker => How::Confirmed,
            Some(_) => How::Declared,
        };
        Span {
            how,
            at: fact.at,
            to: None,
            reply: Some(reply),
            author,
            article: None,
            is_carried,
        }
    }

    fn posted(&self, reply: ReplyId) -> Option<Posted> {
        self.replies.get(&reply)?.posted
    }

    fn conclude(mut self, original: Option<&Resolution>, judge: &mut Judge) -> Outcome {
        let mut outcome = Outcome::asked(judge.asked_at);
        if self.merged_into.is_some() {
            outcome.merged_into = self.merged_into;
            outcome.anomaly = judge.anomaly.filter(|anomaly| anomaly.of_asking());
            return outcome;
        }
        outcome.closed = self.closed.map(|closed| Closed {
            at: judge.judge(closed.at),
            ..closed
        });
        outcome.removed = self.removed.map(|removed| Removed {
            at: judge.judge(removed.at),
            ..removed
        });
        outcome.turn = self.turn(judge);
        let spans = std::mem::take(&mut self.settlings).into_spans();
        let mut spans: Vec<Span> = spans.into_iter().map(|span| self.judged(span, judge)).collect();
        spans.extend(outcome.closed.and_then(|closed| as_duplicate(&closed, original)));
        let is_settled = spans.iter().any(|span| span.to.is_none());
        outcome.is_open = !is_settled && outcome.closed.is_none() && outcome.removed.is_none();
        (outcome.resolution, outcome.reopened_count) = resolve(spans, judge.asked_at);
        let accepted = outcome.resolution.and_then(|resolution| resolution.reply);
        outcome.first_answer = self.first(accepted, judge, |_| true);
        outcome.first_staff_answer = self.first(accepted, judge, |answerer| answerer == Answerer::Staff);
        outcome.anomaly = judge.anomaly;
        outcome
    }

    /// A span whose times can be true: it begins after the answer was written, and ends after it began.
    fn judged(&self, mut span: Span, judge: &mut Judge) -> Span {
        let written = span.reply.and_then(|reply| self.posted(reply)?.at.time());
        span.at = match (judge.judge(span.at), written) {
            // Some time on that day: it may have been after the answer.
            (When::Day(at), Some(written)) => judge.judge(When::Day(at.max(written))),
            (When::Exact(at), Some(written)) if at < written => {
                judge.note(Anomaly::AcceptedBeforeAnswer);
                When::Unknown
            }
            (at, _) => at,
        };
        if span.to.zip(span.at.time()).is_some_and(|(end, begun)| end < begun) {
            judge.note(Anomaly::EndedBeforeBegun);
            span.to = span.at.time();
        }
        if let Some(end) = span.to
            && judge.judge(When::Exact(end)) == When::Unknown
        {
            // When it ended is not known, only that it did.
            span.to = span.at.time().or(Some(judge.asked_at));
        }
        span
    }

    /// The first reply that is there; the asker's own counts when it is what was accepted.
    fn first(
        &self,
        accepted: Option<ReplyId>,
        judge: &mut Judge,
        is_wanted: impl Fn(Answerer) -> bool,
    ) -> Option<Answer> {
        let there = self.replies.iter().filter(|(_, reply)| !reply.is_withdrawn);
        let posted = there.filter_map(|(id, reply)| Some((*id, reply.posted?)));
        let answers = posted.filter(|(id, posted)| posted.answerer != Answerer::Asker || accepted == Some(*id));
        let wanted = answers.filter(|(_, posted)| is_wanted(posted.answerer));
        let (reply, posted) = wanted.min_by_key(|(id, posted)| (posted.at.time().unwrap_or(judge.asked_at), *id))?;
        Some(Answer {
            reply,
            author: posted.author,
            answerer: posted.answerer,
            at: judge.judge(posted.at),
        })
    }

    /// Whoever was spoken to last; of two things at one moment, what waits for helpers.
    fn turn(&self, judge: &Judge) -> Turn {
        let there = self.replies.values().filter(|reply| !reply.is_withdrawn);
        let said = there.filter_map(|reply| reply.posted).map(|posted| {
            let whose = match posted.answerer {
                Answerer::Asker => Party::Helpers,
                _ => Party::Asker,
            };
            (posted.at.time().unwrap_or(judge.asked_at), whose)
        });
        let reopened = self.reopened_at.map(|at| (at, Party::Helpers));
        let asked = (judge.asked_at, Party::Helpers);
        let last = said.chain(reopened).max().map_or(asked, |last| last.max(asked));
        Turn {
            whose: last.1,
            since: last.0,
        }
    }
}

/// A duplicate is resolved while its original is, since it was closed for that.
fn as_duplicate(closed: &Closed, original: Option<&Resolution>) -> Option<Span> {
    let original = original.filter(|_| closed.reason == CloseReason::Duplicate)?;
    let at = match (closed.at, original.at) {
        (When::Exact(closed), When::Exact(resolved)) => When::Exact(closed.max(resolved)),
        (closed, resolved) => match closed.time().zip(resolved.time()) {
            Some((closed, resolved)) => When::Day(closed.max(resolved)),
            None => When::Unknown,
        },
    };
    // Closed for something that was resolved once, and no longer was.
    let is_over = original.undone_at.zip(closed.at.time());
    if is_over.is_some_and(|(undone, closed)| undone <= closed) {
        return None;
    }
    Some(Span {
        how: How::Duplicate,
        at,
        to: original.undone_at,
        reply: None,
        author: None,
        article: None,
        is_carried: false,
    })
}
