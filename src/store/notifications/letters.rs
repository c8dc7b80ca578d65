//! Letters about threads: one until its reader visits the thread, after a few minutes in which nothing more was said, and no more
//! than so many a day.
//!
//! A row of `thread_letters` is one letter: it waits (`due_at`), then goes (`posted_at`), and is forgotten with the next visit. While
//! it is there no other one is begun. What it says is decided when it goes.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text, Timestamp};

use super::list::{Notification, unread_of_thread};
use crate::domain::email::EmailAddress;
use crate::domain::id::{ThreadId, UserId};
use crate::domain::job::Job;
use crate::domain::notification::{LETTER_WAITS, LETTER_WAITS_AT_MOST};
use crate::store::native::NativeDsl;
use crate::store::proposals::{self, Told};
use crate::store::schema::{letter_choices, letter_days, notifications, thread_letters};
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError, bounces, jobs, subscriptions, users};

/// How many letters are decided in one transaction.
const BATCH: i64 = 100;

/// Begins letters about a thread to these people, or lets those that wait wait a little longer; whose letter has gone gets no other
/// one before they visit the thread.
pub(super) fn wait(tx: &mut Db, thread: i64, people: &[i64], now: DateTime<Utc>) -> Result<(), StoreError> {
    if people.is_empty() {
        return Ok(());
    }
    let listed = if tx.is_postgres() {
        "select value::bigint, $1, $2, $3, $4 from json_array_elements_text($5::json) order by 1"
    } else {
        "select value, $1, $2, $3, $4 from json_each($5) where true"
    };
    let people = serde_json::to_string(people).map_err(|error| StoreError::Unexpected(error.to_string()))?;
    diesel::sql_query(format!(
        "insert into thread_letters (user_id, thread_id, first_at, latest_at, due_at) {listed} \
         on conflict (user_id, thread_id) do update set due_at = case \
             when excluded.due_at < thread_letters.latest_at then excluded.due_at else thread_letters.latest_at end \
         where thread_letters.due_at is not null"
    ))
    .bind::<BigInt, _>(thread)
    .bind::<Timestamp, _>(row_time(now))
    .bind::<Timestamp, _>(row_time(now + LETTER_WAITS_AT_MOST))
    .bind::<Timestamp, _>(row_time(now + LETTER_WAITS))
    .bind::<Text, _>(people)
    .execute(tx)?;
    Ok(())
}

/// Whether a letter has waited long enough.
pub fn is_letter_due(db: &mut Db, now: DateTime<Utc>) -> Result<bool, StoreError> {
    // The first of them by the index, as asking whether there is one may read all.
    let first: Option<i64> = thread_letters::table
        .filter(thread_letters::due_at.is_not_null())
        .filter(thread_letters::due_at.le(row_time(now)))
        .order(thread_letters::due_at)
        .select(thread_letters::user_id)
        .first(db)
        .optional()?;
    Ok(first.is_some())
}

/// Decides of some letters that have waited long enough: they go, or, beyond the most of a day, what they would have said waits for
/// the digest. Answers whether there may be more.
pub fn post_letters(tx: &mut Db, most_a_day: i64, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let mut due: Vec<(i64, i64, NaiveDateTime)> = thread_letters::table
        .filter(thread_letters::due_at.le(row_time(now)))
        .order(thread_letters::due_at)
        .limit(BATCH)
        .select((
            thread_letters::user_id,
            thread_letters::thread_id,
            thread_letters::first_at,
        ))
        .load(tx)?;
    let is_full = i64::try_from(due.len()).unwrap_or(i64::MAX) >= BATCH;
    // In the order in which letters are begun, so that nobody waits for the other.
    due.sort_unstable_by_key(|(user, thread, _)| (*thread, *user));
    for (user, thread, first_at) in due {
        let row = thread_letters::table.find((user, thread));
        if !waits(tx, user, thread, first_at)? {
            diesel::delete(row).execute(tx)?;
        } else if spend(tx, user, most_a_day, now)? {
            let posted = (
                thread_letters::due_at.eq(None::<NaiveDateTime>),
                thread_letters::posted_at.eq(Some(row_time(now))),
            );
            diesel::update(row).set(posted).execute(tx)?;
            let letter = Job::ThreadLetter {
                user: UserId::stored(user),
                thread: ThreadId::stored(thread),
                posted_at: utc(row_time(now)).timestamp_micros(),
            };
            jobs::enqueue(tx, &letter, now)?;
        } else {
            defer(tx, user, thread, first_at, now)?;
            diesel::delete(row).execute(tx)?;
        }
    }
    Ok(is_full)
}

/// What is still unread of a thread that a letter is to tell.
#[diesel::dsl::auto_type]
fn untold(user: i64, thread: i64, first_at: NaiveDateTime) -> _ {
    notifications::table
        .filter(notifications::user_id.eq(user))
        .filter(notifications::thread_id.eq(thread))
        .filter(notifications::read_at.is_null())
        .filter(notifications::is_by_mail)
        .filter(notifications::happened_at.ge(first_at))
}

/// Whether anything is still unread that a letter is to tell.
fn waits(db: &mut Db, user: i64, thread: i64, first_at: NaiveDateTime) -> Result<bool, StoreError> {
    Ok(diesel::select(exists(untold(user, thread, first_at))).get_result(db)?)
}

/// Counts one more letter to somebody, if they may get it: a day begins with its first letter.
fn spend(tx: &mut Db, user: i64, most: i64, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let own = letter_days::table.find(user);
    let day: Option<(NaiveDateTime, i64)> = own
        .select((letter_days::began_at, letter_days::letter_count))
        .first(tx)
        .optional()?;
    match day {
        Some((began_at, count)) if utc(began_at) + Duration::days(1) > now => {
            if count < most {
                diesel::update(own)
                    .set(letter_days::letter_count.eq(count + 1))
                    .execute(tx)?;
            }
            Ok(count < most)
        }
        _ => {
            let begun = (letter_days::began_at.eq(row_time(now)), letter_days::letter_count.eq(1));
            diesel::insert_into(letter_days::table)
                .values((letter_days::user_id.eq(user), begun))
                .on_conflict(letter_days::user_id)
                .do_update()
                .set(begun)
                .native()
                .execute(tx)?;
            Ok(true)
        }
    }
}

/// What a letter would have said waits for the digest.
fn defer(tx: &mut Db, user: i64, thread: i64, first_at: NaiveDateTime, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(untold(user, thread, first_at))
        .set(notifications::deferred_at.eq(Some(row_time(now))))
        .execute(tx)?;
    Ok(())
}

/// How much waits for somebody's digest.
pub fn deferred_count(db: &mut Db, reader: UserId) -> Result<i64, StoreError> {
    Ok(notifications::table
        .filter(notifications::user_id.eq(reader.get()))
        .filter(notifications::deferred_at.is_not_null())
        .filter(notifications::read_at.is_null())
        .count()
        .get_result(db)?)
}

/// What a letter about a thread says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadLetter {
    /// Its reader's address.
    pub to: EmailAddress,
    /// Their name.
    pub name: String,
    /// Who they are.
    pub reader: UserId,
    /// The thread by whose number the letter is known, and its title as it is now.
    pub thread: (ThreadId, String),
    /// What they are told, the oldest first.
    pub notes: Vec<Notification>,
    /// Whether there is more than that.
    pub is_more: bool,
    /// What is told of an article that answers their question.
    pub article: Option<Told>,
}

/// How much one letter tells.
const MOST_NOTES: usize = 10;

/// What the letter says that was decided at this moment; `None` when there is nothing to say any more: its reader was there, cannot
/// be written to, does not want to hear it, or it is gone or out of their sight.
pub fn thread_letter(
    db: &mut Db,
    reader: UserId,
    thread: ThreadId,
    posted_at: i64,
    now: DateTime<Utc>,
) -> Result<Option<ThreadLetter>, StoreError> {
    let row: Option<(NaiveDateTime, Option<NaiveDateTime>)> = thread_letters::table
        .find((reader.get(), thread.get()))
        .select((thread_letters::first_at, thread_letters::posted_at))
        .first(db)
        .optional()?;
    let Some((first_at, Some(posted))) = row else {
        return Ok(None);
    };
    let sight = users::sights_of(db, &[reader.get()])?.remove(&reader.get());
    let (Some(sight), Some((to, name))) = (sight, users::letter_box(db, reader)?) else {
        return Ok(None);
    };
    if utc(posted).timestamp_micros() != posted_at || bounces::is_paused(db, &to, now)? {
        return Ok(None);
    }
    let mut notes = unread_of_thread(db, (reader, sight), thread, first_at, MOST_NOTES)?;
    let Some(here) = notes.first().map(|note| note.told.thread.clone()) else {
        return Ok(None);
    };
    let wishes = subscriptions::of_thread(db, reader, here.0)?;
    notes.retain(|note| note.kind.is_heard(&wishes));
    let is_more = notes.len() > MOST_NOTES;
    notes.truncate(MOST_NOTES);
    let article = notes.iter().find_map(|note| note.told.article.clone());
    let article = match article {
        Some((article, _)) => proposals::told(db, here.0, article)?,
        None => None,
    };
    Ok((!notes.is_empty()).then_some(ThreadLetter {
        to,
        name,
        reader,
        thread: (thread, here.1),
        notes,
        is_more,
        article: article.filter(|told| told.asker == reader),
    }))
}

/// A letter that had nothing to say is as if it had never been decided.
pub fn forget_letter(tx: &mut Db, reader: UserId, thread: ThreadId, posted_at: i64) -> Result<(), StoreError> {
    let posted = DateTime::from_timestamp_micros(posted_at).unwrap_or_default();
    let row = thread_letters::table
        .find((reader.get(), thread.get()))
        .filter(thread_letters::posted_at.eq(Some(row_time(posted))));
    diesel::delete(row).execute(tx)?;
    Ok(())
}

/// Somebody is told once that an article answers several of their questions: letters about these threads that have just begun for
/// nothing else do not go.
pub(in crate::store) fn drop_just_begun(
    tx: &mut Db,
    reader: UserId,
    thread: ThreadId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let row = thread_letters::table
        .find((reader.get(), thread.get()))
        .filter(thread_letters::first_at.eq(row_time(now)))
        .filter(thread_letters::posted_at.is_null());
    diesel::delete(row).execute(tx)?;
    Ok(())
}

/// Forgets what letters somebody got and wanted.
pub(super) fn forget(tx: &mut Db, reader: i64) -> Result<(), StoreError> {
    diesel::delete(thread_letters::table.filter(thread_letters::user_id.eq(reader))).execute(tx)?;
    diesel::delete(letter_choices::table.filter(letter_choices::user_id.eq(reader))).execute(tx)?;
    diesel::delete(letter_days::table.find(reader)).execute(tx)?;
    Ok(())
}

/// Somebody was there: what is said from now on is told by another letter.
pub(super) fn visited(tx: &mut Db, reader: UserId, thread: ThreadId, at: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::sql_query(
        "delete from thread_letters where user_id = $1 and posted_at <= $2 and thread_id in (select cast($3 as bigint) \
             union all select opens_id from replies where replies.thread_id = $3 and opens_id is not null)",
    )
    .bind::<BigInt, _>(reader.get())
    .bind::<Timestamp, _>(row_time(at))
    .bind::<BigInt, _>(thread.get())
    .execute(tx)?;
    Ok(())
}

/// Somebody read all that they were told.
pub(super) fn visited_all(tx: &mut Db, reader: UserId) -> Result<(), StoreError> {
    let gone = thread_letters::table
        .filter(thread_letters::user_id.eq(reader.get()))
        .filter(thread_letters::posted_at.is_not_null());
    diesel::delete(gone).execute(tx)?;
    Ok(())
}
