//! From when to when something settled a question, and which of these times was its resolution.

use chrono::{DateTime, Utc};

use super::outcome::{How, Resolution, STANDS_FOR};
use crate::domain::id::{ArticleId, ReplyId, UserId};
use crate::domain::resolution::When;

/// A time during which one thing settled the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) how: How,
    pub(super) at: When,
    pub(super) to: Option<DateTime<Utc>>,
    pub(super) reply: Option<ReplyId>,
    /// Who wrote it.
    pub(super) author: Option<UserId>,
    pub(super) article: Option<ArticleId>,
    /// Whether it came along with a merged thread.
    pub(super) is_carried: bool,
}

/// What settled a question so far, in the order in which that began, and ends that were told before their beginnings.
#[derive(Debug, Default)]
pub(super) struct Settlings {
    spans: Vec<Span>,
    early_ends: Vec<(Source, DateTime<Utc>)>,
}

/// What can settle a question and end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    Acceptance(ReplyId),
    Link(ArticleId),
}

impl Span {
    fn is_of(&self, source: Source) -> bool {
        match source {
            Source::Acceptance(reply) => self.reply == Some(reply),
            Source::Link(article) => self.article == Some(article),
        }
    }
}

impl Settlings {
    /// An acceptance begins; there is one at a time.
    pub(super) fn accept(&mut self, span: Span, at: DateTime<Utc>) {
        let former = self.spans.iter_mut().filter(|span| span.reply.is_some());
        former
            .filter(|span| span.to.is_none())
            .for_each(|span| span.to = Some(at));
        self.begin(span);
    }

    /// Something begins to settle it; a link that is told twice is one.
    pub(super) fn begin(&mut self, mut span: Span) {
        let mut open = self.spans.iter().filter(|known| known.to.is_none());
        if open.any(|known| known.article.is_some() && known.article == span.article) {
            return;
        }
        let ended = self.early_ends.iter().position(|(source, _)| span.is_of(*source));
        if let Some(place) = ended {
            span.to = Some(self.early_ends.remove(place).1);
        }
        self.spans.push(span);
    }

    pub(super) fn end(&mut self, source: Source, at: DateTime<Utc>) {
        let mut open = self.spans.iter_mut().filter(|span| span.to.is_none());
        if let Some(span) = open.find(|span| span.is_of(source)) {
            span.to = Some(at);
        } else if !self.is_over(source, at) {
            self.early_ends.push((source, at));
        }
    }

    /// Whether it ended at this moment already: another acceptance took its place.
    fn is_over(&self, source: Source, at: DateTime<Utc>) -> bool {
        self.spans.iter().any(|span| span.is_of(source) && span.to == Some(at))
    }

    /// What came along with a merged thread goes back with it.
    pub(super) fn carry_back(&mut self, reply: ReplyId) {
        let place = self
            .spans
            .iter()
            .rposition(|span| span.is_carried && span.reply == Some(reply));
        if let Some(place) = place {
            self.spans.remove(place);
        }
    }

    pub(super) fn into_spans(self) -> Vec<Span> {
        self.spans
    }
}

/// What is left of many spans: the resolution, and how often nothing settled the question any more.
pub(super) fn resolve(mut spans: Vec<Span>, asked_at: DateTime<Utc>) -> (Option<Resolution>, i64) {
    let from = |span: &Span| span.at.time().unwrap_or(asked_at);
    // Of one moment acceptances are first: whoever reads rows does not know in which order they were written.
    spans.sort_by_key(|span| (from(span), span.article.is_some()));
    let mut joined: Vec<Resolution> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            // Whatever follows at once, or overlaps, settles it without a break.
            Some(last) if last.undone_at.is_none_or(|end| from(&span) <= end) => {
                last.undone_at = last.undone_at.zip(span.to).map(|(end, other)| end.max(other));
                if span.reply.is_some() {
                    (last.reply, last.author) = (span.reply, span.author);
                }
            }
            _ => joined.push(Resolution {
                how: span.how,
                at: span.at,
                undone_at: span.to,
                reply: span.reply,
                author: span.author,
                article: span.article,
            }),
        }
    }
    let ended = joined.iter().filter(|one| one.undone_at.is_some()).count();
    let resolution = joined.into_iter().find(stands);
    (resolution, i64::try_from(ended).unwrap_or(i64::MAX))
}

/// Whether it was not undone soon. When it began may be unknown: then nobody can say that it stood long enough.
fn stands(resolution: &Resolution) -> bool {
    resolution.undone_at.is_none_or(|end| {
        let begun = resolution.at.time();
        begun.is_some_and(|begun| end.signed_duration_since(begun) >= STANDS_FOR)
    })
}
