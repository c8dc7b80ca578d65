//! The moderation log: a row for each act of a moderator.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::authors::{Author, Authors};
use super::schema::{moderations, threads};
use super::threads::hidden_categories;
use super::time::{row_time, utc};
use super::{Db, StoreError, notifications};
use crate::domain::account::User;
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::{CommentId, ReplyId, ThreadId, UserId};
use crate::domain::moderation::Act;
use crate::domain::sight::Sight;

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

/// A row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moderation {
    id: i64,
    /// Who acted.
    pub moderator: Author,
    /// What they did.
    pub act: Act,
    /// The thread that it was about, with its title.
    pub thread: Option<(ThreadId, String)>,
    /// The reply that it was about.
    pub reply: Option<ReplyId>,
    /// The person whom it was about.
    pub person: Option<Author>,
    /// Why, in the moderator's words.
    pub reason: String,
    /// When.
    pub acted_at: DateTime<Utc>,
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
        ))
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
    record(tx, Some(by.id), act, held.subject(), reason, now)?;
    notifications::moderated(tx, by, held, act, reason, now)
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
    if held.author() == Some(by.id) {
        return Ok(());
    }
    log(tx, by, held, act, reason, now)
}

#[derive(Queryable)]
struct Row {
    id: i64,
    moderator_id: Option<i64>,
    act: String,
    thread: (Option<i64>, Option<String>),
    reply_id: Option<i64>,
    user_id: Option<i64>,
    reason: String,
    acted_at: chrono::NaiveDateTime,
}

/// The log from the newest; what was done in categories out of sight is left out.
pub fn page(db: &mut Db, sight: Sight, after: Option<Cursor>, size: i64) -> Result<PageOf<Moderation>, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    let mut query = moderations::table
        .left_join(threads::table)
        .order((moderations::acted_at.desc(), moderations::id.desc()))
        .limit(size + 1)
        .select((
            moderations::id,
            moderations::moderator_id,
            moderations::act,
            (moderations::thread_id, threads::title.nullable()),
            moderations::reply_id,
            moderations::user_id,
            moderations::reason,
            moderations::acted_at,
        ))
        .into_boxed();
    if !hidden.is_empty() {
        let in_sight = threads::category_id.nullable().ne_all(hidden);
        query = query.filter(moderations::thread_id.is_null().or(in_sight.assume_not_null()));
    }
    if let Some(after) = after {
        let (at, id) = (after.moment().unwrap_or_default().naive_utc(), after.id);
        query = query
            .filter(moderations::acted_at.le(at))
            .filter(moderations::acted_at.lt(at).or(moderations::id.lt(id)));
    }
    let rows: Vec<Row> = query.load(db)?;
    let people = rows.iter().flat_map(|row| [row.moderator_id, row.user_id]);
    let authors = Authors::load(db, people.collect::<Vec<_>>())?;
    let rows = rows.into_iter().map(|row| Moderation {
        id: row.id,
        moderator: authors.of(row.moderator_id, None),
        act: Act::parse(&row.act).unwrap_or(Act::Other),
        thread: row.thread.0.map(ThreadId::stored).zip(row.thread.1),
        reply: row.reply_id.map(ReplyId::stored),
        person: row.user_id.map(|id| authors.of(Some(id), None)),
        reason: row.reason,
        acted_at: utc(row.acted_at),
    });
    let position = |row: &Moderation| Cursor::at(row.acted_at, row.id);
    Ok(PageOf::cut(
        rows.collect(),
        usize::try_from(size).unwrap_or_default(),
        position,
    ))
}
