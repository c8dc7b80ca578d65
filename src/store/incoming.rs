//! Messages that come in by mail: kept before they are acknowledged, read once by a job, and shown to administrators.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::schema::{incoming_messages, replies, users};
use super::time::{row_time, utc};
use super::users::{SuspensionColumns, suspension_of};
use super::{Db, StoreError, jobs, signed_links};
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::email::EmailAddress;
use crate::domain::id::{IncomingId, ReplyId, ThreadId, UserId};
use crate::domain::incoming::{Outcome, Source, Why};
use crate::domain::job::Job;
use crate::domain::reply_token::{self, OfferedToken};
use crate::domain::restraint::Span;

/// How many messages wait to be read before no more are taken; whoever brings them tries again later.
const MOST_WAITING: i64 = 2_000;
/// How long the bytes of a message are kept after it was read.
const BYTES_KEPT: Duration = Duration::days(3);
/// The largest message whose bytes are kept when it was read: anybody can send many of 25 MB, which nobody looks into.
const LARGEST_KEPT: i64 = 1024 * 1024;
/// How long it is remembered what came in, so that nothing is posted twice.
const MEMORY: Duration = Duration::days(90);
/// How many rows a sweep deletes at once.
const AT_ONCE: i64 = 500;

/// Whether a message was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is kept, and will be read.
    Kept(IncomingId),
    /// Too many wait already.
    Full,
}

/// Keeps a message and the job that reads it; when this is committed, nothing can be lost any more.
pub fn take(tx: &mut Db, source: Source, raw: &[u8], now: DateTime<Utc>) -> Result<Taken, StoreError> {
    let waiting: Option<i64> = incoming_messages::table
        .filter(incoming_messages::read_at.is_null())
        .order(incoming_messages::id)
        .offset(MOST_WAITING - 1)
        .limit(1)
        .select(incoming_messages::id)
        .first(tx)
        .optional()?;
    if waiting.is_some() {
        return Ok(Taken::Full);
    }
    let id: i64 = diesel::insert_into(incoming_messages::table)
        .values((
            incoming_messages::source.eq(source.as_str()),
            incoming_messages::raw.eq(Some(raw)),
            incoming_messages::byte_count.eq(i64::try_from(raw.len()).unwrap_or(i64::MAX)),
            incoming_messages::received_at.eq(row_time(now)),
        ))
        .returning(incoming_messages::id)
        .get_result(tx)?;
    let message = IncomingId::stored(id);
    jobs::enqueue(tx, &Job::ReadIncoming { message }, now)?;
    Ok(Taken::Kept(message))
}

/// The bytes of a message that waits to be read; `None` when it was read, or is not there.
pub fn waiting(db: &mut Db, id: IncomingId) -> Result<Option<Vec<u8>>, StoreError> {
    let raw: Option<Option<Vec<u8>>> = incoming_messages::table
        .find(id.get())
        .filter(incoming_messages::read_at.is_null())
        .select(incoming_messages::raw)
        .first(db)
        .optional()?;
    Ok(raw.flatten())
}

/// What was read of a message, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// What became of it.
    pub outcome: Outcome,
    /// Why it was not posted.
    pub why: Option<Why>,
    /// Who it says that it is from.
    pub sender: Option<EmailAddress>,
    /// Its subject.
    pub subject: String,
    /// What tells it from all others, however often it comes; only for one that was posted, asked or answered.
    pub identity: Option<String>,
    /// Whose it is.
    pub user: Option<UserId>,
    /// Where it belongs.
    pub thread: Option<ThreadId>,
    /// The reply that it became.
    pub reply: Option<ReplyId>,
}

/// Writes down what became of a message; false when somebody else did so before.
pub fn settle(tx: &mut Db, id: IncomingId, settled: &Settled, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let waiting = incoming_messages::table
        .filter(incoming_messages::id.eq(id.get()))
        .filter(incoming_messages::read_at.is_null());
    let count = diesel::update(waiting)
        .set((
            incoming_messages::read_at.eq(Some(row_time(now))),
            incoming_messages::outcome.eq(Some(settled.outcome.as_str())),
            incoming_messages::reason.eq(settled.why.map(Why::as_str)),
            incoming_messages::sender.eq(settled.sender.as_ref().map(EmailAddress::as_str)),
            incoming_messages::subject.eq(Some(settled.subject.as_str())),
            incoming_messages::identity.eq(settled.identity.as_deref()),
            incoming_messages::user_id.eq(settled.user.map(UserId::get)),
            incoming_messages::thread_id.eq(settled.thread.map(ThreadId::get)),
            incoming_messages::reply_id.eq(settled.reply.map(ReplyId::get)),
        ))
        .execute(tx)?;
    let large = incoming_messages::table
        .filter(incoming_messages::id.eq(id.get()))
        .filter(incoming_messages::byte_count.gt(LARGEST_KEPT));
    diesel::update(large)
        .set(incoming_messages::raw.eq(None::<Vec<u8>>))
        .execute(tx)?;
    Ok(count == 1)
}

/// Whether this message has come in before, and was dealt with.
pub fn is_known(db: &mut Db, identity: &str) -> Result<bool, StoreError> {
    let same = incoming_messages::table.filter(incoming_messages::identity.eq(identity));
    Ok(diesel::select(diesel::dsl::exists(same)).get_result(db)?)
}

/// The Reply-To of a letter about a thread: `ours` with a token that names its reader and the thread. `None` when its reader has no
/// address.
pub fn reply_address(
    db: &mut Db,
    ours: &EmailAddress,
    user: UserId,
    thread: ThreadId,
) -> Result<Option<EmailAddress>, StoreError> {
    let (Some(key), Some(reader)) = (signed_links::key(db)?, reader(db, user)?) else {
        return Ok(None);
    };
    Ok(reply_token::address(ours, &key, user, thread, &reader.address))
}

/// Whose letter was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// Who it is.
    pub user: UserId,
    /// Their address.
    pub address: EmailAddress,
    /// From when to when they may do nothing.
    pub suspension: Option<Span>,
}

impl Reader {
    /// Whether they may do nothing at a moment.
    pub fn is_suspended(&self, now: DateTime<Utc>) -> bool {
        self.suspension.is_some_and(|span| span.holds(now))
    }
}

/// Whoever holds a good token; `None` when it is none, or its reader has given the address up. Keys that have ended count too.
pub fn holder(db: &mut Db, offered: &OfferedToken) -> Result<Option<Reader>, StoreError> {
    let (Some(key), Some(reader)) = (signed_links::any_key(db, offered.key())?, reader(db, offered.user())?) else {
        return Ok(None);
    };
    Ok(offered.is_good(&key, &reader.address).then_some(reader))
}

fn reader(db: &mut Db, user: UserId) -> Result<Option<Reader>, StoreError> {
    let row: Option<(Option<String>, SuspensionColumns)> = users::table
        .find(user.get())
        .filter(users::closed_at.is_null())
        .select((users::email, (users::suspended_at, users::suspended_until)))
        .first(db)
        .optional()?;
    let reader = |(email, suspension): (Option<String>, SuspensionColumns)| {
        Some(Reader {
            user,
            address: EmailAddress::parse(&email?).ok()?,
            suspension: suspension_of(suspension),
        })
    };
    Ok(row.and_then(reader))
}

/// Whether somebody may do nothing at a moment.
pub fn is_suspended(db: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    Ok(reader(db, user)?.is_none_or(|reader| reader.is_suspended(now)))
}

/// Says of a reply that it came by mail.
pub fn mark_by_mail(tx: &mut Db, reply: ReplyId) -> Result<(), StoreError> {
    diesel::update(replies::table.find(reply.get()))
        .set(replies::by_mail.eq(true))
        .execute(tx)?;
    Ok(())
}

/// A message as administrators see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingRow {
    /// Its id.
    pub id: IncomingId,
    /// How it came.
    pub source: Option<Source>,
    /// How many bytes it has.
    pub byte_count: i64,
    /// When it came.
    pub received_at: DateTime<Utc>,
    /// What became of it; nothing as long as it waits.
    pub outcome: Option<Outcome>,
    /// Why it was not posted.
    pub why: Option<Why>,
    /// Who it says that it is from.
    pub sender: Option<String>,
    /// Its subject.
    pub subject: Option<String>,
    /// Whose it is.
    pub user: Option<UserId>,
    /// Where it belongs.
    pub thread: Option<ThreadId>,
    /// The reply that it became.
    pub reply: Option<ReplyId>,
}

type Row = (
    (i64, String, i64, NaiveDateTime),
    (Option<String>, Option<String>, Option<String>, Option<String>),
    (Option<i64>, Option<i64>, Option<i64>),
);

#[diesel::dsl::auto_type]
fn rows() -> _ {
    incoming_messages::table.select((
        (
            incoming_messages::id,
            incoming_messages::source,
            incoming_messages::byte_count,
            incoming_messages::received_at,
        ),
        (
            incoming_messages::outcome,
            incoming_messages::reason,
            incoming_messages::sender,
            incoming_messages::subject,
        ),
        (
            incoming_messages::user_id,
            incoming_messages::thread_id,
            incoming_messages::reply_id,
        ),
    ))
}

/// The latest messages behind a position, perhaps only those that ended so.
pub fn page(
    db: &mut Db,
    outcome: Option<Outcome>,
    after: Option<Cursor>,
    size: i64,
) -> Result<PageOf<IncomingRow>, StoreError> {
    let mut query = rows()
        .order((incoming_messages::received_at.desc(), incoming_messages::id.desc()))
        .limit(size + 1)
        .into_boxed();
    if let Some(outcome) = outcome {
        query = query.filter(incoming_messages::outcome.eq(outcome.as_str()));
    }
    if let Some(after) = after {
        let (time, id) = (after.moment().unwrap_or_default().naive_utc(), after.id);
        query = query
            .filter(incoming_messages::received_at.le(time))
            .filter(incoming_messages::received_at.lt(time).or(incoming_messages::id.lt(id)));
    }
    let rows: Vec<Row> = query.load(db)?;
    let rows = rows.into_iter().map(incoming_row).collect();
    let position = |row: &IncomingRow| Cursor::at(row.received_at, row.id.get());
    Ok(PageOf::cut(rows, usize::try_from(size).unwrap_or_default(), position))
}

/// One message; for the letter that answers it.
pub fn find(db: &mut Db, id: IncomingId) -> Result<Option<IncomingRow>, StoreError> {
    let row: Option<Row> = rows().filter(incoming_messages::id.eq(id.get())).first(db).optional()?;
    Ok(row.map(incoming_row))
}

fn incoming_row((head, said, about): Row) -> IncomingRow {
    let (id, source, byte_count, received_at) = head;
    let (outcome, why, sender, subject) = said;
    let (user, thread, reply) = about;
    IncomingRow {
        id: IncomingId::stored(id),
        source: Source::parse(&source),
        byte_count,
        received_at: utc(received_at),
        outcome: outcome.as_deref().and_then(Outcome::parse),
        why: why.as_deref().and_then(Why::parse),
        sender,
        subject,
        user: user.map(UserId::stored),
        thread: thread.map(ThreadId::stored),
        reply: reply.map(ReplyId::stored),
    }
}

/// Forgets the bytes of messages that were read days ago, and what came in months ago; answers how much it changed.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let read: Vec<i64> = incoming_messages::table
        .filter(incoming_messages::raw.is_not_null())
        .filter(incoming_messages::read_at.lt(row_time(now - BYTES_KEPT)))
        .limit(AT_ONCE)
        .select(incoming_messages::id)
        .load(tx)?;
    let forgotten = diesel::update(incoming_messages::table.filter(incoming_messages::id.eq_any(read)))
        .set(incoming_messages::raw.eq(None::<Vec<u8>>))
        .execute(tx)?;
    let old: Vec<i64> = incoming_messages::table
        .filter(incoming_messages::received_at.lt(row_time(now - MEMORY)))
        .filter(incoming_messages::read_at.is_not_null())
        .limit(AT_ONCE)
        .select(incoming_messages::id)
        .load(tx)?;
    let deleted = diesel::delete(incoming_messages::table.filter(incoming_messages::id.eq_any(old))).execute(tx)?;
    Ok(forgotten + deleted)
}
