//! Deleting for good: thirty days after something was deleted its text goes, with every version and what quotes it.
//!
//! The row stays, as counts, addresses and what others wrote beside it hang on it. What takes part in a merge is left out, as undoing
//! that needs the texts, and so is what waits for a moderator.

mod quotes;
mod texts;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Timestamp};

use super::moderations::{self, Subject};
use super::native::among;
use super::replies::hold_reply;
use super::schema::{comments, replies, threads, uploads as uploads_table};
use super::threads::hold;
use super::time::row_time;
use super::{Db, StoreError, changes, spam_lessons, thread_vectors, uploads};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::erasing::KEPT;
use crate::domain::id::{CommentId, ReplyId, ThreadId};
use crate::domain::moderation::Act;
use crate::domain::sight::Sight;
use crate::domain::upload::PostId;

/// How many rows are named in one statement.
const AT_ONCE: usize = 200;

/// A thread, which takes all along that stands in it: one at a time, as nobody may bring half of one back.
const DUE_THREADS: &str = "select threads.id as id, threads.id as home from threads \
     where threads.deleted_at <= $1 and threads.erased_at is null \
     and not exists (select 1 from merges where merges.thread_id = threads.id and merges.undone_at is null) \
     and not exists (select 1 from merges where merges.target_id = threads.id and merges.undone_at is null) \
     and not exists (select 1 from cases where cases.thread_id = threads.id and cases.decided_at is null) \
     and not exists (select 1 from replies inner join cases on cases.reply_id = replies.id \
         where replies.thread_id = threads.id and cases.decided_at is null) \
     and not exists (select 1 from comments inner join cases on cases.comment_id = comments.id \
         where comments.thread_id = threads.id and comments.reply_id is null and cases.decided_at is null) \
     and not exists (select 1 from replies inner join comments on comments.reply_id = replies.id \
         inner join cases on cases.comment_id = comments.id \
         where replies.thread_id = threads.id and cases.decided_at is null) \
     order by threads.deleted_at, threads.id limit 1";

/// Replies, which take the comments along that stand under them.
const DUE_REPLIES: &str = "select replies.id as id, replies.thread_id as home from replies \
     where replies.deleted_at <= $1 and replies.erased_at is null and replies.opens_id is null \
     and not exists (select 1 from cases where cases.reply_id = replies.id and cases.decided_at is null) \
     and not exists (select 1 from comments inner join cases on cases.comment_id = comments.id \
         where comments.reply_id = replies.id and cases.decided_at is null) \
     order by replies.deleted_at, replies.id limit 20";

const DUE_COMMENTS: &str = "select comments.id as id, comments.thread_id as home from comments \
     where comments.deleted_at <= $1 and comments.erased_at is null \
     and not exists (select 1 from cases where cases.comment_id = comments.id and cases.decided_at is null) \
     order by comments.deleted_at, comments.id limit 20";

#[derive(QueryableByName)]
struct Due {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = BigInt)]
    home: i64,
}

/// What loses its text together, by number: one piece of writing, with what stands under it.
struct Pieces {
    /// The thread in which all of it stands.
    home: i64,
    threads: Vec<i64>,
    replies: Vec<i64>,
    comments: Vec<i64>,
}

/// Deletes texts for good that were deleted long enough ago: the next thread, or else the next replies, or else the next comments.
/// Answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let steps: [(&str, Erase); 3] = [
        (DUE_THREADS, erase_thread),
        (DUE_REPLIES, erase_reply),
        (DUE_COMMENTS, erase_comment),
    ];
    for (ask, erase) in steps {
        let mut due: Vec<Due> = diesel::sql_query(ask)
            .bind::<Timestamp, _>(row_time(now - KEPT))
            .load(tx)?;
        // All threads are held in one order, as others hold them.
        due.sort_unstable_by_key(|one| (one.home, one.id));
        let (mut count, mut cases) = (0, Vec::new());
        for one in due {
            if let Some(about) = erase(tx, one.id, now)? {
                count += 1;
                cases.extend(about);
            }
        }
        if count > 0 {
            spam_lessons::forget_texts(tx, &cases, now)?;
            return Ok(count);
        }
    }
    Ok(0)
}

/// Takes the text of one of these away; answers the cases about it, if it was still to be.
type Erase = fn(&mut Db, i64, DateTime<Utc>) -> Result<Option<Vec<i64>>, StoreError>;

/// Whether a row is still to be erased, now that its thread is held.
macro_rules! is_due {
    ($tx:ident, $table:ident, $id:ident, $now:ident) => {
        $table::table
            .find($id)
            .filter($table::deleted_at.le(row_time($now - KEPT)))
            .filter($table::erased_at.is_null())
            .select($table::id)
            .first::<i64>($tx)
            .optional()?
            .is_some()
    };
}

fn erase_thread(tx: &mut Db, id: i64, now: DateTime<Utc>) -> Result<Option<Vec<i64>>, StoreError> {
    hold(tx, Sight::everything(), ThreadId::stored(id))?;
    if !is_due!(tx, threads, id, now) {
        return Ok(None);
    }
    let stands: Vec<i64> = replies::table
        .filter(replies::thread_id.eq(id))
        .select(replies::id)
        .load(tx)?;
    let mut notes: Vec<i64> = comments::table
        .filter(comments::thread_id.eq(id))
        .filter(comments::reply_id.is_null())
        .select(comments::id)
        .load(tx)?;
    notes.extend(under(tx, &stands)?);
    let pieces = Pieces {
        home: id,
        threads: vec![id],
        replies: stands,
        comments: notes,
    };
    let subject = Subject {
        thread: Some(ThreadId::stored(id)),
        ..Subject::default()
    };
    let cases = erase(tx, &pieces, subject, now)?;
    thread_vectors::forget(tx, &[ThreadId::stored(id)])?;
    Ok(Some(cases))
}

fn erase_reply(tx: &mut Db, id: i64, now: DateTime<Utc>) -> Result<Option<Vec<i64>>, StoreError> {
    let held = hold_reply(tx, Sight::everything(), ReplyId::stored(id))?;
    if !is_due!(tx, replies, id, now) {
        return Ok(None);
    }
    let home = held.thread.id;
    let pieces = Pieces {
        home,
        threads: Vec::new(),
        replies: vec![id],
        comments: under(tx, &[id])?,
    };
    let subject = Subject {
        thread: Some(ThreadId::stored(home)),
        reply: Some(ReplyId::stored(id)),
        ..Subject::default()
    };
    Ok(Some(erase(tx, &pieces, subject, now)?))
}

fn erase_comment(tx: &mut Db, id: i64, now: DateTime<Utc>) -> Result<Option<Vec<i64>>, StoreError> {
    let (home, reply): (i64, Option<i64>) = comments::table
        .find(id)
        .select((comments::thread_id, comments::reply_id))
        .first(tx)?;
    let held = hold(tx, Sight::everything(), ThreadId::stored(home))?;
    if !is_due!(tx, comments, id, now) {
        return Ok(None);
    }
    let pieces = Pieces {
        home: held.id,
        threads: Vec::new(),
        replies: Vec::new(),
        comments: vec![id],
    };
    let subject = Subject {
        thread: Some(ThreadId::stored(held.id)),
        reply: reply.map(ReplyId::stored),
        comment: Some(CommentId::stored(id)),
        ..Subject::default()
    };
    Ok(Some(erase(tx, &pieces, subject, now)?))
}

/// The comments under replies.
fn under(db: &mut Db, of: &[i64]) -> Result<Vec<i64>, StoreError> {
    let mut found: Vec<i64> = Vec::new();
    for some in of.chunks(AT_ONCE) {
        let rows = comments::table.filter(among(comments::reply_id.assume_not_null(), some.iter().copied()));
        found.extend(rows.select(comments::id).load::<i64>(db)?);
    }
    Ok(found)
}

/// Answers the cases about these pieces.
fn erase(tx: &mut Db, pieces: &Pieces, subject: Subject, now: DateTime<Utc>) -> Result<Vec<i64>, StoreError> {
    let quotations = texts::quotations(tx, pieces)?;
    let cases = quotes::forget(tx, pieces, &quotations, now)?;
    texts::forget(tx, pieces, now)?;
    let_files_go(tx, pieces, now)?;
    moderations::end_all_of(tx, subject, now)?;
    moderations::record(tx, None, Act::Erase, subject, "", now)?;
    for reply in &pieces.replies {
        changes::record(tx, Noun::Reply(ReplyId::stored(*reply)), ChangeVerb::Changed, now)?;
    }
    changes::record(
        tx,
        Noun::Thread(ThreadId::stored(pieces.home)),
        ChangeVerb::Changed,
        now,
    )?;
    Ok(cases)
}

/// The files of these posts go with the next step of the sweep.
fn let_files_go(tx: &mut Db, pieces: &Pieces, now: DateTime<Utc>) -> Result<(), StoreError> {
    for thread in &pieces.threads {
        uploads::let_go(tx, PostId::Thread(ThreadId::stored(*thread)), now)?;
    }
    for some in pieces.replies.chunks(AT_ONCE) {
        let reply = uploads_table::reply_id.assume_not_null();
        let files = uploads_table::table.filter(among(reply, some.iter().copied()));
        let mut with_files: Vec<i64> = files.select(uploads_table::reply_id.assume_not_null()).load(tx)?;
        with_files.sort_unstable();
        with_files.dedup();
        for reply in with_files {
            uploads::let_go(tx, PostId::Reply(ReplyId::stored(reply)), now)?;
        }
    }
    Ok(())
}
