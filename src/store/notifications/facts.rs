//! The facts that people are told of, each where it becomes one; and what takes them back.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::mentioning::mentioned;
use super::{NewTiding, People, tell};
use crate::domain::account::User;
use crate::domain::category::Audience;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ArticleId, ReplyId, ThreadId, TidingId, UserId};
use crate::domain::moderation::Act;
use crate::domain::notification::{NotificationKind, TidingKind, takes_back, tells};
use crate::domain::thread::Standing;
use crate::store::moderations::Moderated;
use crate::store::native::among;
use crate::store::schema::{categories, threads, tidings};
use crate::store::threads::Held;
use crate::store::time::row_time;
use crate::store::written::Written;
use crate::store::{Db, StoreError, changes, replies, subscriptions};

/// A thread was started.
pub(in crate::store) fn asked(
    tx: &mut Db,
    asker: &User,
    (thread, audience): (ThreadId, Audience),
    body: &Written,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let concerned = mentioned(tx, body)?;
    let tiding = NewTiding::new(TidingKind::Asked, thread.get(), audience, asker.id);
    tell(tx, &tiding, &concerned, now)
}

/// A reply was posted: whoever posts it watches the thread from then on.
pub(in crate::store) fn replied(
    tx: &mut Db,
    author: &User,
    held: &Held,
    reply: i64,
    body: &Written,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mut concerned = told_as(held.author, NotificationKind::Answered);
    concerned.extend(mentioned(tx, body)?);
    let tiding = NewTiding {
        reply: Some(reply),
        ..NewTiding::new(TidingKind::Replied, held.id, held.audience, author.id)
    };
    tell(tx, &tiding, &concerned, now)?;
    if held.author == Some(author.id) {
        return Ok(());
    }
    subscriptions::watch_answered(tx, author.id, ThreadId::stored(held.id), now)
}

/// A comment was posted under a thread's own post or under a reply.
pub(in crate::store) fn commented(
    tx: &mut Db,
    author: &User,
    held: &Held,
    (reply, comment): (Option<i64>, i64),
    body: &Written,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let of_post = match reply {
        Some(reply) => replies::author_of(tx, reply)?,
        None => held.author,
    };
    let mut concerned = told_as(of_post, NotificationKind::Commented);
    concerned.extend(mentioned(tx, body)?);
    // Whoever asked watches their thread without a row.
    concerned.extend(told_as(held.author, NotificationKind::Answered));
    let tiding = NewTiding {
        reply,
        comment: Some(comment),
        ..NewTiding::new(TidingKind::Commented, held.id, held.audience, author.id)
    };
    tell(tx, &tiding, &concerned, now)
}

/// An answer was accepted; people who have the problem too are told only when nothing had solved it before.
pub(in crate::store) fn accepted(
    tx: &mut Db,
    by: &User,
    held: &Held,
    (reply, answerer): (i64, Option<UserId>),
    is_first: bool,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let tiding = NewTiding {
        reply: Some(reply),
        spreads: is_first,
        ..NewTiding::new(TidingKind::Accepted, held.id, held.audience, by.id)
    };
    tell(tx, &tiding, &told_as(answerer, NotificationKind::Accepted), now)
}

/// The acceptance of an answer ended.
pub(in crate::store) fn unaccepted(tx: &mut Db, reply: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    let ids = in_force(TidingKind::Accepted.as_str())
        .filter(tidings::reply_id.eq(reply))
        .load(tx)?;
    end(tx, ids, now)
}

/// An article was said to answer a question; people who have the problem too are told when nothing had solved it before.
pub(in crate::store) fn linked(
    tx: &mut Db,
    by: &User,
    held: &Held,
    article: ArticleId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let tiding = NewTiding {
        article: Some(article.get()),
        spreads: held.standing != Standing::Resolved,
        ..NewTiding::new(TidingKind::Linked, held.id, held.audience, by.id)
    };
    tell(tx, &tiding, &told_as(held.author, NotificationKind::Article), now)
}

/// The link of an article that answered a question ended.
pub(in crate::store) fn unlinked(
    tx: &mut Db,
    thread: ThreadId,
    article: ArticleId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let ids = in_force(TidingKind::Linked.as_str())
        .filter(tidings::thread_id.eq(thread.get()))
        .filter(tidings::article_id.eq(article.get()))
        .load(tx)?;
    end(tx, ids, now)
}

/// A known problem was solved, or a question became a duplicate of one that is.
pub(in crate::store) fn solved(tx: &mut Db, by: &User, held: &Held, now: DateTime<Utc>) -> Result<(), StoreError> {
    let tiding = NewTiding::new(TidingKind::Solved, held.id, held.audience, by.id);
    tell(tx, &tiding, &People::new(), now)
}

/// A known problem is one again, or a question is no duplicate any more.
pub(in crate::store) fn unsolved(tx: &mut Db, thread: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    let ids = in_force(TidingKind::Solved.as_str())
        .filter(tidings::thread_id.eq(thread))
        .filter(tidings::reply_id.is_null())
        .load(tx)?;
    end(tx, ids, now)
}

/// A question was merged into one that is solved, where its text is this reply: its people have the solution.
pub(in crate::store) fn merged_into_solved(
    tx: &mut Db,
    by: &User,
    target: &Held,
    opening: i64,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let tiding = NewTiding {
        reply: Some(opening),
        ..NewTiding::new(TidingKind::Solved, target.id, target.audience, by.id)
    };
    tell(tx, &tiding, &People::new(), now)
}

/// A merge ends by which a thread's text was this reply.
pub(in crate::store) fn unmerged(tx: &mut Db, opening: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    let ids = in_force(TidingKind::Solved.as_str())
        .filter(tidings::reply_id.eq(opening))
        .load(tx)?;
    end(tx, ids, now)
}

/// A reply is the text of a thread of its own now: what was told of it is over.
pub(in crate::store) fn split_off(tx: &mut Db, reply: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    let ids = tidings::table
        .filter(tidings::reply_id.eq(reply))
        .filter(tidings::ended_at.is_null())
        .select(tidings::id)
        .load(tx)?;
    end(tx, ids, now)
}

/// A moderator did something to a post: its author is told of some acts, and of others that they were taken back.
pub(in crate::store) fn moderated(
    tx: &mut Db,
    by: Option<UserId>,
    held: &impl Moderated,
    act: Act,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let subject = held.subject();
    let Some(thread) = subject.thread.map(ThreadId::get) else {
        return Ok(());
    };
    for former in takes_back(act) {
        let comment = subject.comment.map(|id| id.get());
        end_moderated(tx, thread, (subject.reply.map(ReplyId::get), comment), *former, now)?;
    }
    let author = held.author().filter(|author| Some(*author) != by);
    if author.is_none() || !tells(act) {
        return Ok(());
    }
    let audience: String = threads::table
        .inner_join(categories::table)
        .filter(threads::id.eq(thread))
        .select(categories::audience)
        .first(tx)?;
    let audience = Audience::parse(&audience).ok_or(StoreError::NotFound)?;
    let tiding = NewTiding {
        reply: subject.reply.map(ReplyId::get),
        comment: subject.comment.map(|id| id.get()),
        act: Some(act),
        reason,
        spreads: false,
        ..NewTiding::new(TidingKind::Moderated, thread, audience, by)
    };
    tell(tx, &tiding, &told_as(author, NotificationKind::Moderated), now)
}

/// Ends what was told of an act on a thread's own post, a reply or a comment.
fn end_moderated(
    tx: &mut Db,
    thread: i64,
    (reply, comment): (Option<i64>, Option<i64>),
    act: Act,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mut of_act = in_force(TidingKind::Moderated.as_str())
        .filter(tidings::act.eq(act.as_str()))
        .into_boxed();
    // A reply may stand in another thread by now.
    of_act = match (reply, comment) {
        (_, Some(comment)) => of_act.filter(tidings::comment_id.eq(comment)),
        (Some(reply), None) => of_act
            .filter(tidings::reply_id.eq(reply))
            .filter(tidings::comment_id.is_null()),
        (None, None) => of_act
            .filter(tidings::thread_id.eq(thread))
            .filter(tidings::reply_id.is_null())
            .filter(tidings::comment_id.is_null()),
    };
    let ids = of_act.load(tx)?;
    end(tx, ids, now)
}

/// The facts of a kind that were not taken back.
#[diesel::dsl::auto_type]
fn in_force(kind: &'static str) -> _ {
    tidings::table
        .filter(tidings::kind.eq(kind))
        .filter(tidings::ended_at.is_null())
        .select(tidings::id)
}

/// Nobody is told of these any more, and whoever was need not know.
fn end(tx: &mut Db, ids: Vec<i64>, now: DateTime<Utc>) -> Result<(), StoreError> {
    if ids.is_empty() {
        return Ok(());
    }
    diesel::update(tidings::table.filter(among(tidings::id, ids.iter().copied())))
        .set(tidings::ended_at.eq(Some(row_time(now))))
        .execute(tx)?;
    for id in ids.into_iter().map(TidingId::stored) {
        changes::record(tx, Noun::Tiding(id), ChangeVerb::Changed, now)?;
    }
    Ok(())
}

fn told_as(person: Option<UserId>, kind: NotificationKind) -> People {
    person.map(|person| (person.get(), kind)).into_iter().collect()
}
