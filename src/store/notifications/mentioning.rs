//! Whom a text names: when it is written, and when it is changed so that it names more.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{NewTiding, People, tell};
use crate::domain::account::User;
use crate::domain::id::UserId;
use crate::domain::notification::{NotificationKind, TidingKind};
use crate::store::native::among;
use crate::store::schema::{notifications, replies, tidings, users};
use crate::store::threads::Held;
use crate::store::written::Written;
use crate::store::{Db, StoreError};
use crate::text::mentions::{MOST, Mention, mentions};

/// A post whose text was changed.
#[derive(Debug, Clone, Copy)]
pub(in crate::store) struct Post {
    author: Option<UserId>,
    reply: Option<i64>,
    comment: Option<i64>,
}

impl Post {
    /// A thread's own text.
    pub(in crate::store) fn of_thread(author: Option<UserId>) -> Self {
        Self {
            author,
            reply: None,
            comment: None,
        }
    }

    /// A reply.
    pub(in crate::store) fn of_reply(author: Option<UserId>, reply: i64) -> Self {
        Self {
            author,
            reply: Some(reply),
            comment: None,
        }
    }

    /// A comment, under a reply or under a thread's own text.
    pub(in crate::store) fn of_comment(author: Option<UserId>, reply: Option<i64>, comment: i64) -> Self {
        Self {
            author,
            reply,
            comment: Some(comment),
        }
    }

    /// The fact that it is there, by which people were told of it.
    fn kind(self) -> TidingKind {
        match self {
            Self { comment: Some(_), .. } => TidingKind::Commented,
            Self { reply: Some(_), .. } => TidingKind::Replied,
            Self { .. } => TidingKind::Asked,
        }
    }
}

/// Whom a text names, as far as there are people of these names.
pub(super) fn mentioned(db: &mut Db, body: &Written) -> Result<People, StoreError> {
    let people = named(db, body.html())?;
    Ok(people.into_iter().map(|id| (id, NotificationKind::Mentioned)).collect())
}

/// The text of a post was changed: those whom it names by now and did not name before are told, unless they were told of the post,
/// or wrote it. However often it is changed, one post calls no more people than one text.
pub(in crate::store) fn reworded(
    tx: &mut Db,
    editor: &User,
    held: &Held,
    post: Post,
    (before, body): (&str, &Written),
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mut newly = named(tx, body.html())?;
    if newly.is_empty() {
        return Ok(());
    }
    let former = named(tx, before)?;
    let author = post.author.map(UserId::get);
    newly.retain(|id| !former.contains(id) && Some(*id) != author);
    let newly = leave_out_told(tx, held.id, post, newly)?;
    if newly.is_empty() {
        return Ok(());
    }
    let concerned: People = newly.into_iter().map(|id| (id, NotificationKind::Mentioned)).collect();
    let tiding = NewTiding {
        reply: post.reply,
        comment: post.comment,
        spreads: false,
        ..NewTiding::new(post.kind(), held.id, held.audience, editor.id)
    };
    tell(tx, &tiding, &concerned, now)
}

/// Of these people those who were told nothing of a post yet, as many as it may still call.
fn leave_out_told(tx: &mut Db, thread: i64, post: Post, mut people: Vec<i64>) -> Result<Vec<i64>, StoreError> {
    if people.is_empty() {
        return Ok(people);
    }
    let of_post = told_of(tx, thread, post)?;
    let told: Vec<i64> = notifications::table
        .filter(among(notifications::tiding_id, of_post.iter().copied()))
        .filter(among(notifications::user_id, people.iter().copied()))
        .select(notifications::user_id)
        .load(tx)?;
    let called: Vec<i64> = notifications::table
        .filter(among(notifications::tiding_id, of_post))
        .filter(notifications::kind.eq(NotificationKind::Mentioned.as_str()))
        .limit(i64::try_from(MOST).unwrap_or(i64::MAX))
        .select(notifications::user_id)
        .load(tx)?;
    people.retain(|id| !told.contains(id));
    people.truncate(MOST.saturating_sub(called.len()));
    Ok(people)
}

/// What was told of a post; of the text of a merged thread also what was told before it was a reply.
fn told_of(db: &mut Db, thread: i64, post: Post) -> Result<Vec<i64>, StoreError> {
    let of_kind = |kind: TidingKind| {
        tidings::table
            .filter(tidings::kind.eq(kind.as_str()))
            .select(tidings::id)
            .into_boxed()
    };
    if let Some(comment) = post.comment {
        let of_comment = of_kind(TidingKind::Commented).filter(tidings::comment_id.eq(comment));
        return Ok(of_comment.load(db)?);
    }
    let Some(reply) = post.reply else {
        let of_thread = of_kind(TidingKind::Asked).filter(tidings::thread_id.eq(thread));
        return Ok(of_thread.load(db)?);
    };
    let mut all: Vec<i64> = of_kind(TidingKind::Replied)
        .filter(tidings::reply_id.eq(reply))
        .load(db)?;
    let opens: Option<i64> = replies::table.find(reply).select(replies::opens_id).first(db)?;
    if let Some(merged) = opens {
        let of_merged: Vec<i64> = of_kind(TidingKind::Asked)
            .filter(tidings::thread_id.eq(merged))
            .load(db)?;
        all.extend(of_merged);
    }
    Ok(all)
}

/// The people whom rendered text names, each once.
fn named(db: &mut Db, html: &str) -> Result<Vec<i64>, StoreError> {
    let (mut people, mut names) = (Vec::new(), Vec::new());
    for mention in mentions(html) {
        match mention {
            Mention::Person(id) => people.push(id.get()),
            Mention::Name(name) => names.push(name),
        }
    }
    if !names.is_empty() {
        let named: Vec<i64> = users::table
            .filter(among(users::name_folded, names))
            .filter(users::closed_at.is_null())
            .select(users::id)
            .load(db)?;
        for id in named {
            if !people.contains(&id) {
                people.push(id);
            }
        }
    }
    Ok(people)
}
