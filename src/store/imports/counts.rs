//! Counts and standings that depend on imported rows, set for many rows by one statement each.
//!
//! Each statement computes the truth from the rows that are there, so that running one again changes nothing.

use chrono::{DateTime, Utc};
use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text, Timestamp};

use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::ThreadId;
use crate::domain::role::Trust;
use crate::store::native::each;
use crate::store::schema::{categories, changes, replies, tags, threads, users};
use crate::store::time::row_time;
use crate::store::{Db, StoreError};

/// How many ids one statement names.
const IDS: usize = 500;

/// Where a thread stands, as `domain::thread::Standing::decide` has it.
const STANDING: &str = "case \
    when threads.kind = 'question' and exists (select 1 from acceptances where acceptances.thread_id = threads.id \
        and acceptances.ended_at is null) then 'resolved' \
    when threads.kind = 'question' and exists (select 1 from article_links where article_links.thread_id = threads.id \
        and article_links.kind = 'answers' and article_links.ended_at is null) then 'resolved' \
    when exists (select 1 from closures where closures.thread_id = threads.id and closures.ended_at is null) then 'closed' \
    when threads.kind <> 'question' then 'talk' \
    when exists (select 1 from replies where replies.thread_id = threads.id and replies.deleted_at is null) then 'answered' \
    else 'unanswered' end";

/// The last post of a thread; never earlier than what is known already.
const ACTIVE_AT: &str = "coalesce((select max(replies.created_at) from replies where replies.thread_id = threads.id \
    and replies.deleted_at is null and replies.created_at > threads.active_at), threads.active_at)";

/// Sets reply and comment counts, the last activity and the standing of these threads.
pub fn count_threads(tx: &mut Db, ids: &[i64]) -> Result<(), StoreError> {
    for ids in ids.chunks(IDS) {
        diesel::update(threads::table.filter(threads::id.eq_any(ids)))
            .set((
                threads::reply_count.eq(sql::<BigInt>(
                    "(select count(*) from replies where replies.thread_id = threads.id and replies.deleted_at is null)",
                )),
                threads::comment_count.eq(sql::<BigInt>(
                    "(select count(*) from comments where comments.thread_id = threads.id \
                     and comments.reply_id is null and comments.deleted_at is null)",
                )),
                threads::active_at.eq(sql::<Timestamp>(ACTIVE_AT)),
                threads::standing.eq(sql::<Text>(STANDING)),
            ))
            .execute(tx)?;
    }
    Ok(())
}

/// Sets the comment counts of these replies.
pub fn count_replies(tx: &mut Db, ids: &[i64]) -> Result<(), StoreError> {
    for ids in ids.chunks(IDS) {
        diesel::update(replies::table.filter(replies::id.eq_any(ids)))
            .set(replies::comment_count.eq(sql::<BigInt>(
                "(select count(*) from comments where comments.reply_id = replies.id and comments.deleted_at is null)",
            )))
            .execute(tx)?;
    }
    Ok(())
}

/// Sets what these people have written, and how often it was accepted.
pub fn count_people(tx: &mut Db, ids: &[i64]) -> Result<(), StoreError> {
    for ids in ids.chunks(IDS) {
        diesel::update(users::table.filter(users::id.eq_any(ids)))
            .set((
                users::thread_count.eq(sql::<BigInt>(
                    "(select count(*) from threads where threads.author_id = users.id and threads.deleted_at is null)",
                )),
                users::reply_count.eq(sql::<BigInt>(
                    "(select count(*) from replies where replies.author_id = users.id and replies.deleted_at is null)",
                )),
                users::accepted_count.eq(sql::<BigInt>(
                    "(select count(*) from replies inner join acceptances on acceptances.reply_id = replies.id \
                     where replies.author_id = users.id and replies.deleted_at is null and acceptances.ended_at is null)",
                )),
            ))
            .execute(tx)?;
    }
    Ok(())
}

/// Whoever has written somewhere is no newcomer.
pub fn know_writers(tx: &mut Db, ids: &[i64]) -> Result<(), StoreError> {
    for ids in ids.chunks(IDS) {
        diesel::update(
            users::table
                .filter(users::id.eq_any(ids))
                .filter(users::trust.eq(Trust::Newcomer.as_str()))
                .filter((users::thread_count + users::reply_count).gt(0)),
        )
        .set(users::trust.eq(Trust::Member.as_str()))
        .execute(tx)?;
    }
    Ok(())
}

/// Sets how many threads each tag is on, for each kind of reader.
pub fn count_tags(tx: &mut Db) -> Result<(), StoreError> {
    let (all, shown, public) = uses();
    diesel::update(tags::table)
        .set((
            tags::thread_count.eq(all),
            tags::signed_in_count.eq(shown),
            tags::public_count.eq(public),
        ))
        .execute(tx)?;
    Ok(())
}

/// The same for one tag.
pub(in crate::store) fn count_tag(tx: &mut Db, tag: i64) -> Result<(), StoreError> {
    let (all, shown, public) = uses();
    diesel::update(tags::table.find(tag))
        .set((
            tags::thread_count.eq(all),
            tags::signed_in_count.eq(shown),
            tags::public_count.eq(public),
        ))
        .execute(tx)?;
    Ok(())
}

type Count = SqlLiteral<BigInt>;

/// A tag's live threads: all that are not private, those for members, those for everybody.
fn uses() -> (Count, Count, Count) {
    let count = |which: &str| {
        sql::<BigInt>(&format!(
            "(select count(*) from thread_tags inner join threads on threads.id = thread_tags.thread_id \
             inner join categories on categories.id = threads.category_id \
             where thread_tags.tag_id = tags.id and threads.deleted_at is null{which})"
        ))
    };
    (
        count(" and categories.audience in ('public', 'signed_in', 'staff')"),
        count(" and categories.audience in ('public', 'signed_in')"),
        count(" and categories.audience = 'public'"),
    )
}

/// Sets how many threads live in each category, and how many of them are open or resolved.
pub fn count_categories(tx: &mut Db) -> Result<(), StoreError> {
    let count = |which: &str| {
        sql::<BigInt>(&format!(
            "(select count(*) from threads where threads.category_id = categories.id and threads.deleted_at is null{which})"
        ))
    };
    diesel::update(categories::table)
        .set((
            categories::thread_count.eq(count("")),
            categories::open_count.eq(count(" and threads.standing in ('unanswered', 'answered')")),
            categories::resolved_count.eq(count(" and threads.standing = 'resolved'")),
        ))
        .execute(tx)?;
    Ok(())
}

/// Writes one row of the change log for each of these threads.
pub fn announce(tx: &mut Db, ids: &[i64], now: DateTime<Utc>) -> Result<(), StoreError> {
    for ids in ids.chunks(IDS) {
        let rows: Vec<_> = ids
            .iter()
            .map(|id| {
                let (noun, noun_id) = Noun::Thread(ThreadId::stored(*id)).parts();
                (
                    changes::noun.eq(noun),
                    changes::noun_id.eq(noun_id),
                    changes::verb.eq(ChangeVerb::Made.as_str()),
                    changes::recorded_at.eq(row_time(now)),
                )
            })
            .collect();
        each!(tx => diesel::insert_into(changes::table).values(&rows).execute(tx))?;
    }
    Ok(())
}
