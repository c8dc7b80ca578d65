//! The moderation log: a row for each act of a moderator, with what it changed, and taking an act back.

mod former;
mod listing;
mod named;
mod people;
mod selected;
mod undoing;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::among;
use super::schema::moderations;
use super::time::row_time;
use super::{Db, StoreError, notifications};
use crate::domain::account::User;
use crate::domain::case::{HoldReason, Piece};
use crate::domain::id::{CommentId, ReplyId, ThreadId, UserId};
use crate::domain::moderation::{Act, Changed};

pub use former::{Former, former};
pub(super) use former::{link_changed, unlinked};
pub use listing::{Moderation, page};
pub(super) use named::{Named, record_named};
pub use selected::Selected;
pub use undoing::{Undoing, undo};

/// What an act was done to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Subject {
    /// A thread, or the thread of what was acted upon.
    pub thread: Option<ThreadId>,
    /// A reply.
    pub reply: Option<ReplyId>,
    /// A comment.
    pub comment: Option<CommentId>,
    /// A person.
    pub user: Option<UserId>,
}

impl Subject {
    /// The piece of writing that it is, if it is one.
    pub fn piece(&self) -> Option<Piece> {
        let comment = self.comment.map(Piece::Comment);
        comment
            .or(self.reply.map(Piece::Reply))
            .or(self.thread.map(Piece::Thread))
    }
}

/// Writes down an act, in the transaction that does it; nobody in particular acts on the command line.
pub fn record(
    tx: &mut Db,
    moderator: Option<UserId>,
    act: Act,
    subject: Subject,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    record_change(tx, moderator, act, (subject, &Changed::default()), reason, now)
}

/// Writes down an act with what it changed; what it takes back, or comes in the place of, is in force no more.
pub fn record_change(
    tx: &mut Db,
    moderator: Option<UserId>,
    act: Act,
    (subject, changed): (Subject, &Changed),
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    end_former(tx, act, (subject, changed), now)?;
    diesel::insert_into(moderations::table)
        .values((
            moderations::moderator_id.eq(moderator.map(UserId::get)),
            moderations::act.eq(act.as_str()),
            moderations::thread_id.eq(subject.thread.map(ThreadId::get)),
            moderations::reply_id.eq(subject.reply.map(ReplyId::get)),
            moderations::comment_id.eq(subject.comment.map(CommentId::get)),
            moderations::user_id.eq(subject.user.map(UserId::get)),
            moderations::reason.eq(reason),
            moderations::acted_at.eq(row_time(now)),
            moderations::was.eq(&changed.was),
            moderations::became.eq(&changed.became),
        ))
        .execute(tx)?;
    Ok(())
}

fn end_former(
    tx: &mut Db,
    act: Act,
    (subject, changed): (Subject, &Changed),
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if act.ends().is_empty() {
        return Ok(());
    }
    let mut former = moderations::table
        .filter(moderations::ended_at.is_null())
        .filter(among(moderations::act, act.ends().iter().map(|act| act.as_str())))
        .select(moderations::id)
        .into_boxed();
    former = match (subject.user, subject.piece()) {
        (Some(user), _) => former.filter(moderations::user_id.eq(user.get())),
        (None, Some(Piece::Comment(id))) => former.filter(moderations::comment_id.eq(id.get())),
        (None, Some(Piece::Reply(id))) => former
            .filter(moderations::reply_id.eq(id.get()))
            .filter(moderations::comment_id.is_null()),
        (None, Some(Piece::Thread(id))) => former
            .filter(moderations::thread_id.eq(id.get()))
            .filter(moderations::reply_id.is_null())
            .filter(moderations::comment_id.is_null()),
        (None, None) => return Ok(()),
    };
    // Somebody may have several warnings, each of which is taken back by itself.
    if act.restrains() {
        former = match &changed.was {
            Some(lifted) => former.filter(moderations::became.eq(lifted.clone())),
            None => former.filter(
                moderations::was
                    .is_null()
                    .or(moderations::was.eq(changed.became.clone())),
            ),
        };
    }
    let former: Vec<i64> = former.load(tx)?;
    end_rows(tx, former, now)
}

/// Nothing that was done to this can be taken back any more, nor what was done to all that stands in a thread.
pub(super) fn end_all_of(tx: &mut Db, subject: Subject, now: DateTime<Utc>) -> Result<(), StoreError> {
    let rows = moderations::table
        .filter(moderations::ended_at.is_null())
        .select(moderations::id)
        .into_boxed();
    let rows = match subject.piece() {
        Some(Piece::Comment(id)) => rows.filter(moderations::comment_id.eq(id.get())),
        Some(Piece::Reply(id)) => rows.filter(moderations::reply_id.eq(id.get())),
        Some(Piece::Thread(id)) => rows.filter(moderations::thread_id.eq(id.get())),
        None => return Ok(()),
    };
    let rows: Vec<i64> = rows.load(tx)?;
    end_rows(tx, rows, now)
}

fn end_rows(tx: &mut Db, ids: Vec<i64>, now: DateTime<Utc>) -> Result<(), StoreError> {
    if ids.is_empty() {
        return Ok(());
    }
    diesel::update(moderations::table.filter(among(moderations::id, ids)))
        .set(moderations::ended_at.eq(Some(row_time(now))))
        .execute(tx)?;
    Ok(())
}

/// What moderators act upon.
pub(super) trait Moderated {
    /// Who wrote it, while there is an account.
    fn author(&self) -> Option<UserId>;
    /// What the log says it is.
    fn subject(&self) -> Subject;
}

/// Writes down an act on a post, and tells its author.
pub(super) fn log(
    tx: &mut Db,
    by: &User,
    held: &impl Moderated,
    act: Act,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    log_change(tx, by, held, act, &Changed::default(), reason, now)
}

/// Writes down an act on a post with what it changed, and tells its author.
pub(super) fn log_change(
    tx: &mut Db,
    by: &User,
    held: &impl Moderated,
    act: Act,
    changed: &Changed,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    record_change(tx, Some(by.id), act, (held.subject(), changed), reason, now)?;
    notifications::moderated(tx, Some(by.id), held, act, reason, now)
}

/// Writes down that nobody in particular holds a post until a moderator has looked at it, and why, and tells its author.
pub(super) fn log_hold(
    tx: &mut Db,
    held: &impl Moderated,
    why: HoldReason,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let changed = Changed::of(None::<HoldReason>, Some(why));
    record_change(tx, None, Act::Hold, (held.subject(), &changed), "", now)?;
    notifications::moderated(tx, None, held, Act::Hold, "", now)
}

/// Writes down an act on somebody else's post: what people do to their own is no moderation.
pub(super) fn log_if_others(
    tx: &mut Db,
    by: &User,
    held: &impl Moderated,
    act: Act,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    log_change_if_others(tx, by, held, act, &Changed::default(), reason, now)
}

/// [`log_if_others`] with what it changed.
pub(super) fn log_change_if_others(
    tx: &mut Db,
    by: &User,
    held: &impl Moderated,
    act: Act,
    changed: &Changed,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if held.author() == Some(by.id) {
        return Ok(());
    }
    log_change(tx, by, held, act, changed, reason, now)
}
