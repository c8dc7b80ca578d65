//! Looking at what is posted before it is written. Every verb that posts or changes a text asks here, so that pages and mail follow
//! the same rules.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::users;
use super::written::Written;
use super::{Db, StoreError, doubts, holds, settings, spam_lessons, watched_words};
use crate::domain::account::User;
use crate::domain::body::{Body, CommentBody};
use crate::domain::case::{HoldReason, Piece};
use crate::domain::category::TemplateAnswer;
use crate::domain::draft::{AskInput, ThreadDraft, ThreadEdit};
use crate::domain::spam::{FIRST_POSTS, Passed, SpamRule, Verdict, Writer, judge, score, tokens};
use crate::domain::tag::{MOST_TAGS, TagName};
use crate::domain::title::Title;

/// What came of looking at a text.
pub(super) enum Screening<T> {
    /// It may be posted like this.
    Passed(T, Hold),
    /// These words may not stand in a post.
    Blocked(String),
}

/// Why what is posted waits for a moderator, if it does.
#[must_use]
pub(super) struct Hold(Option<(HoldReason, String)>);

impl Hold {
    /// Holds the piece that was posted, or not.
    pub(super) fn settle(self, tx: &mut Db, piece: Piece, now: DateTime<Utc>) -> Result<(), StoreError> {
        match self.0 {
            Some((why, words)) => holds::hold_for(tx, piece, why, &words, now).map(drop),
            None => Ok(()),
        }
    }
}

/// The texts of a thread.
pub(super) struct Wording<'a> {
    pub(super) title: Cow<'a, Title>,
    pub(super) answers: Cow<'a, [TemplateAnswer]>,
    pub(super) tags: Cow<'a, [TagName]>,
    pub(super) body: Cow<'a, Written>,
}

impl<'a> Wording<'a> {
    /// Those of a thread that is asked.
    pub(super) fn of(draft: &'a ThreadDraft, body: &'a Written) -> Self {
        Self {
            title: Cow::Borrowed(&draft.title),
            answers: Cow::Borrowed(&draft.template_answers),
            tags: Cow::Borrowed(&draft.tags),
            body: Cow::Borrowed(body),
        }
    }

    /// Those of a thread that is changed.
    pub(super) fn of_edit(edit: &'a ThreadEdit, body: &'a Written) -> Self {
        Self {
            title: Cow::Borrowed(&edit.title),
            answers: Cow::Borrowed(edit.template_answers.as_deref().unwrap_or_default()),
            tags: Cow::Borrowed(&edit.tags),
            body: Cow::Borrowed(body),
        }
    }

    /// The parts that are looked at: the title, the text, the answers.
    fn parts(&self) -> Vec<&str> {
        let mut parts = vec![self.title.as_str(), self.body.markdown.as_str()];
        parts.extend(self.answers.iter().map(|answer| answer.answer.as_str()));
        parts
    }

    /// The same as it is posted; nothing when what was replaced makes it no thread any more.
    fn put(&mut self, passed: &Passed) -> Option<()> {
        let mut parts = passed.parts.iter();
        if let Some(title) = parts.next()?.as_deref() {
            self.title = Cow::Owned(Title::parse(title).ok()?);
        }
        if let Some(body) = parts.next()?.as_deref() {
            self.body = Cow::Owned(body_of(body)?);
        }
        for (place, part) in parts.enumerate() {
            if let Some(part) = part
                && let Some(answer) = self.answers.to_mut().get_mut(place)
            {
                answer.answer.clone_from(part);
            }
        }
        for tag in &passed.tags {
            if self.tags.len() < MOST_TAGS && !self.tags.contains(tag) {
                self.tags.to_mut().push(tag.clone());
            }
        }
        Some(())
    }
}

/// Rendered within the transaction: it is rare that words are replaced, and what is not looked at together with the list that is in
/// force could slip through.
fn body_of(text: &str) -> Option<Written> {
    Body::parse(text).ok().map(|body| Written::body(&body))
}

fn comment_of(text: &str) -> Option<Written> {
    CommentBody::parse(text).ok().map(|comment| Written::comment(&comment))
}

/// Looks at the texts of a thread.
pub(super) fn thread<'a>(
    tx: &mut Db,
    author: &User,
    mut wording: Wording<'a>,
) -> Result<Screening<Wording<'a>>, StoreError> {
    let parts = wording.parts();
    let verdict = verdict(tx, Writer::of(author), &parts)?;
    let looks = look(tx, author, &parts)?;
    Ok(settled(verdict, looks, |passed| {
        wording.put(passed)?;
        Some(wording)
    }))
}

/// Looks at a reply.
pub(super) fn reply<'a>(
    tx: &mut Db,
    author: &User,
    body: &'a Written,
) -> Result<Screening<Cow<'a, Written>>, StoreError> {
    text(tx, author, body, body_of)
}

/// Looks at a comment.
pub(super) fn comment<'a>(
    tx: &mut Db,
    author: &User,
    body: &'a Written,
) -> Result<Screening<Cow<'a, Written>>, StoreError> {
    text(tx, author, body, comment_of)
}

fn text<'a>(
    tx: &mut Db,
    author: &User,
    body: &'a Written,
    written: impl FnOnce(&str) -> Option<Written>,
) -> Result<Screening<Cow<'a, Written>>, StoreError> {
    let parts = [body.markdown.as_str()];
    let verdict = verdict(tx, Writer::of(author), &parts)?;
    let looks = look(tx, author, &parts)?;
    Ok(settled(verdict, looks, |passed| match passed.parts.first() {
        Some(Some(other)) => written(other).map(Cow::Owned),
        _ => Some(Cow::Borrowed(body)),
    }))
}

fn verdict(tx: &mut Db, writer: Writer, parts: &[&str]) -> Result<Verdict, StoreError> {
    Ok(judge(parts, writer, watched_words::watch(tx)?.as_ref()))
}

/// Why the first posts of a newcomer wait: a moderator has yet to look at them, or they look like advertising by what was learnt so far.
fn look(tx: &mut Db, author: &User, parts: &[&str]) -> Result<Option<(HoldReason, String)>, StoreError> {
    if Writer::of(author) != Writer::Newcomer {
        return Ok(None);
    }
    let posts: (i64, i64) = users::table
        .find(author.id.get())
        .select((users::thread_count, users::reply_count))
        .first(tx)?;
    if posts.0 + posts.1 >= FIRST_POSTS {
        return Ok(None);
    }
    if doubts::is_open(tx, author.id)? {
        return Ok(Some((HoldReason::Doubted, String::new())));
    }
    let rule = settings::load(tx)?.spam.likeness;
    likeness(tx, rule, parts)
}

/// Whether a text looks like advertising by what was learnt so far, and what in it says so.
pub(super) fn likeness(
    db: &mut Db,
    rule: SpamRule,
    parts: &[&str],
) -> Result<Option<(HoldReason, String)>, StoreError> {
    if !rule.holds_any() {
        return Ok(None);
    }
    let (known, lessons) = spam_lessons::known(db, &tokens(parts))?;
    let score = score(&known, lessons).filter(|score| rule.holds(score));
    Ok(score.map(|score| (HoldReason::Spam, score.strongest)))
}

fn settled<T>(
    verdict: Verdict,
    looks: Option<(HoldReason, String)>,
    put: impl FnOnce(&Passed) -> Option<T>,
) -> Screening<T> {
    let passed = match verdict {
        Verdict::Passed(passed) => passed,
        Verdict::Blocked(words) => return Screening::Blocked(words),
    };
    match put(&passed) {
        Some(text) => {
            let watched = passed.held_for.map(|words| (HoldReason::Watched, words));
            Screening::Passed(text, Hold(watched.or(looks)))
        }
        None => Screening::Blocked(passed.replaced.unwrap_or_default()),
    }
}

/// The words for which a question that waits to be confirmed could not be posted; nobody has written it who has no account yet.
pub fn blocked_in(db: &mut Db, author: Option<&User>, input: &AskInput) -> Result<Option<String>, StoreError> {
    let mut parts = vec![input.title.as_str(), input.body.as_str()];
    parts.extend(input.answers.iter().map(String::as_str));
    blocked(db, author.map_or(Writer::Newcomer, Writer::of), &parts)
}

/// The words for which a text of somebody could not be posted.
pub(super) fn blocked_text(db: &mut Db, author: &User, body: &Written) -> Result<Option<String>, StoreError> {
    blocked(db, Writer::of(author), &[body.markdown.as_str()])
}

fn blocked(db: &mut Db, writer: Writer, parts: &[&str]) -> Result<Option<String>, StoreError> {
    Ok(match verdict(db, writer, parts)? {
        Verdict::Blocked(words) => Some(words),
        Verdict::Passed(_) => None,
    })
}
