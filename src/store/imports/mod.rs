//! What an import writes: many rows at a time with ids of their own, and where each of them came from.
//!
//! Rows are in `rows`, the counts that depend on them in `counts`. Rules about what is kept belong to the importers.

mod counts;
mod rows;

use chrono::{DateTime, Utc};
use diesel::connection::SimpleConnection;
use diesel::dsl::{exists, max};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

pub(in crate::store) use counts::count_tag;
pub use counts::{announce, count_categories, count_people, count_replies, count_tags, count_threads, know_writers};
pub use rows::{
    AcceptanceRow, Batch, CategoryRow, ClosureRow, CommentRow, DuplicateRow, ModerationRow, OriginRow, PersonRow,
    ReplyRow, ThreadRow, ThreadTagRow,
};

use super::native::each;
use super::schema::merges as merges_table;
use super::schema::{
    acceptances, categories, comments, import_runs, merged_replies, origins, replies, tags, threads, users,
};
use super::time::{row_time, utc};
use super::{Db, StoreError, merges};
use crate::domain::id::{ThreadId, UserId};
use crate::domain::slug::fold;

crate::named! {
    /// What a row of `origins` stands for.
    pub enum OriginNoun {
        /// A person.
        User = "user",
        /// A category.
        Category = "category",
        /// A tag.
        Tag = "tag",
        /// A thread.
        Thread = "thread",
        /// The post that a thread starts with, where posts were numbered apart from threads; it stands for the thread.
        Opening = "opening",
        /// A reply.
        Reply = "reply",
        /// A comment.
        Comment = "comment",
        /// A row of the moderation log.
        Moderation = "moderation",
    }
}

crate::named! {
    /// The tables whose ids an import takes in advance.
    pub enum Numbered {
        /// People.
        Users = "users",
        /// Categories.
        Categories = "categories",
        /// Threads.
        Threads = "threads",
        /// Replies.
        Replies = "replies",
        /// Comments.
        Comments = "comments",
        /// The moderation log.
        Moderations = "moderations",
    }
}

/// What earlier runs of a source did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    /// There was none.
    Nothing,
    /// One was interrupted, and none came to its end.
    Interrupted,
    /// One came to its end.
    Finished,
}

/// What became of this source before.
pub fn earlier_runs(db: &mut Db, source: &str) -> Result<Earlier, StoreError> {
    let runs: Vec<bool> = import_runs::table
        .filter(import_runs::source.eq(source))
        .select(import_runs::finished_at.is_not_null())
        .load(db)?;
    Ok(match (runs.is_empty(), runs.contains(&true)) {
        (true, _) => Earlier::Nothing,
        (false, false) => Earlier::Interrupted,
        (false, true) => Earlier::Finished,
    })
}

/// Whether the last run of this source was interrupted.
pub fn was_interrupted(db: &mut Db, source: &str) -> Result<bool, StoreError> {
    let last: Option<bool> = import_runs::table
        .filter(import_runs::source.eq(source))
        .order(import_runs::id.desc())
        .select(import_runs::finished_at.is_null())
        .first(db)
        .optional()?;
    Ok(last.unwrap_or(false))
}

/// Writes down that a run begins, and gives its id.
pub fn begin_run(tx: &mut Db, source: &str, family: &str, now: DateTime<Utc>) -> Result<i64, StoreError> {
    Ok(diesel::insert_into(import_runs::table)
        .values((
            import_runs::source.eq(source),
            import_runs::family.eq(family),
            import_runs::started_at.eq(row_time(now)),
        ))
        .returning(import_runs::id)
        .get_result(tx)?)
}

/// Writes down that a run came to its end, with its report as JSON.
pub fn finish_run(tx: &mut Db, run: i64, report: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(import_runs::table.find(run))
        .set((
            import_runs::finished_at.eq(row_time(now)),
            import_runs::report.eq(report),
        ))
        .execute(tx)?;
    Ok(())
}

/// What came from a source: old number and id of each thing of a noun.
pub fn origins_of(db: &mut Db, source: &str, noun: OriginNoun) -> Result<Vec<(i64, i64)>, StoreError> {
    Ok(origins::table
        .filter(origins::source.eq(source))
        .filter(origins::noun.eq(noun.as_str()))
        .select((origins::source_id, origins::noun_id))
        .load(db)?)
}

/// The old numbers of threads and replies that came from a source and are there no more.
pub fn gone_from(db: &mut Db, source: &str) -> Result<(Vec<i64>, Vec<i64>), StoreError> {
    let of = |noun: OriginNoun| {
        origins::table
            .filter(origins::source.eq(source))
            .filter(origins::noun.eq(noun.as_str()))
            .select(origins::source_id)
    };
    let thread = threads::table.filter(threads::id.eq(origins::noun_id));
    let reply = replies::table.filter(replies::id.eq(origins::noun_id));
    Ok((
        of(OriginNoun::Thread)
            .filter(diesel::dsl::not(exists(thread)))
            .load(db)?,
        of(OriginNoun::Reply).filter(diesel::dsl::not(exists(reply))).load(db)?,
    ))
}

/// Another source of the same family from which a thread with this number, title and time came already.
pub fn same_thread_elsewhere(
    db: &mut Db,
    (source, family): (&str, &str),
    source_id: i64,
    title: &str,
    created_at: DateTime<Utc>,
) -> Result<Option<String>, StoreError> {
    Ok(origins::table
        .inner_join(threads::table.on(threads::id.eq(origins::noun_id)))
        .filter(origins::family.eq(family))
        .filter(origins::noun.eq(OriginNoun::Thread.as_str()))
        .filter(origins::source_id.eq(source_id))
        .filter(origins::source.ne(source))
        .filter(threads::title.eq(title))
        .filter(threads::created_at.eq(row_time(created_at)))
        .select(origins::source)
        .first(db)
        .optional()?)
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// Takes ids that no other row will get, in ascending order.
///
/// On SQLite that holds until the transaction ends, which is the only one that writes.
pub fn take_ids(tx: &mut Db, table: Numbered, count: usize) -> Result<Vec<i64>, StoreError> {
    let wanted = i64::try_from(count).unwrap_or(i64::MAX);
    if count == 0 {
        return Ok(Vec::new());
    }
    if !tx.is_postgres() {
        let query = format!("select coalesce(max(id), 0) as id from {table}");
        let last: Id = diesel::sql_query(query).get_result(tx)?;
        return Ok((last.id + 1..=last.id + wanted).collect());
    }
    let query = "select nextval(pg_get_serial_sequence($1, 'id')) as id from generate_series(1, $2)";
    let ids: Vec<Id> = diesel::sql_query(query)
        .bind::<Text, _>(table.as_str())
        .bind::<BigInt, _>(wanted)
        .load(tx)?;
    Ok(ids.into_iter().map(|row| row.id).collect())
}

/// How many tags were new, and the name and id of each that was wanted.
pub type MadeTags = (usize, Vec<(String, i64)>);

/// Whether the forum has neither people nor threads.
pub fn is_empty(db: &mut Db) -> Result<bool, StoreError> {
    let has_people: bool = diesel::select(exists(users::table.select(users::id))).get_result(db)?;
    let has_threads: bool = diesel::select(exists(threads::table.select(threads::id))).get_result(db)?;
    Ok(!has_people && !has_threads)
}

/// Lets the database look at what it holds, after many rows have come at once.
pub fn analyze(tx: &mut Db) -> Result<(), StoreError> {
    Ok(tx.batch_execute("analyze")?)
}

/// Makes the tags that are not there yet; gives how many those were, and the ids of all in any order.
pub fn ensure_tags(tx: &mut Db, names: &[String], now: DateTime<Utc>) -> Result<MadeTags, StoreError> {
    if names.is_empty() {
        return Ok((0, Vec::new()));
    }
    let made: Vec<_> = names
        .iter()
        .map(|name| {
            (
                tags::name.eq(name),
                tags::description.eq(""),
                tags::created_at.eq(row_time(now)),
            )
        })
        .collect();
    let made = each!(tx => diesel::insert_into(tags::table).values(&made).on_conflict_do_nothing().execute(tx))?;
    let ids = tags::table
        .filter(tags::name.eq_any(names))
        .select((tags::name, tags::id))
        .load(tx)?;
    Ok((made, ids))
}

/// The category at this address: its id and its name.
pub fn category_at(db: &mut Db, slug: &str) -> Result<Option<(i64, String)>, StoreError> {
    Ok(categories::table
        .filter(categories::slug.eq(slug))
        .select((categories::id, categories::name))
        .first(db)
        .optional()?)
}

/// Lets a category take questions, or discussions, besides what it takes already.
pub fn widen_category(tx: &mut Db, id: i64, questions: bool) -> Result<(), StoreError> {
    let category = categories::table.find(id);
    match questions {
        true => diesel::update(category)
            .set(categories::takes_questions.eq(true))
            .execute(tx)?,
        false => diesel::update(category)
            .set(categories::takes_discussions.eq(true))
            .execute(tx)?,
    };
    Ok(())
}

/// The position behind the last category.
pub fn next_category_position(db: &mut Db) -> Result<i64, StoreError> {
    let last: Option<i64> = categories::table.select(max(categories::position)).first(db)?;
    Ok(last.unwrap_or(0) + 1)
}

/// The last position of the comments right under each of these threads that has some.
pub fn last_positions_of_threads(db: &mut Db, ids: &[i64]) -> Result<Vec<(i64, Option<i64>)>, StoreError> {
    Ok(comments::table
        .filter(comments::reply_id.is_null())
        .filter(comments::thread_id.eq_any(ids))
        .group_by(comments::thread_id)
        .select((comments::thread_id, max(comments::position)))
        .load(db)?)
}

/// A reply and the last position of its comments.
pub type LastPosition = (Option<i64>, Option<i64>);

/// The last position of the comments under each of these replies that has some.
pub fn last_positions_of_replies(db: &mut Db, ids: &[i64]) -> Result<Vec<LastPosition>, StoreError> {
    Ok(comments::table
        .filter(comments::reply_id.is_not_null())
        .filter(comments::reply_id.eq_any(ids))
        .group_by(comments::reply_id)
        .select((comments::reply_id, max(comments::position)))
        .load(db)?)
}

/// What an acceptance must know of its reply.
#[derive(Debug, Clone, Copy, Queryable)]
pub struct ReplyFacts {
    /// The reply.
    pub id: i64,
    /// Its thread.
    pub thread_id: i64,
    /// Who asked, when there is an account.
    pub asker_id: Option<i64>,
    /// Who answered, when there is an account.
    pub answerer_id: Option<i64>,
    written_at: chrono::NaiveDateTime,
}

impl ReplyFacts {
    /// When the reply was written.
    pub fn written_at(&self) -> DateTime<Utc> {
        utc(self.written_at)
    }
}

/// What acceptances must know of their replies, for those whose thread never had an acceptance.
pub fn acceptable(db: &mut Db, reply_ids: &[i64]) -> Result<Vec<ReplyFacts>, StoreError> {
    let earlier = acceptances::table.filter(acceptances::thread_id.eq(replies::thread_id));
    Ok(replies::table
        .inner_join(threads::table)
        .filter(replies::id.eq_any(reply_ids))
        .filter(diesel::dsl::not(exists(earlier)))
        .select((
            replies::id,
            replies::thread_id,
            threads::author_id,
            replies::author_id,
            replies::created_at,
        ))
        .load(db)?)
}

/// The replies' threads.
pub fn threads_of(db: &mut Db, reply_ids: &[i64]) -> Result<Vec<(i64, i64)>, StoreError> {
    Ok(replies::table
        .filter(replies::id.eq_any(reply_ids))
        .select((replies::id, replies::thread_id))
        .load(db)?)
}

/// The reply that stood at this place of a thread on the forum that it came from.
pub fn find_numbered_reply(db: &mut Db, thread_id: i64, number: i64) -> Result<Option<i64>, StoreError> {
    let here = merges::follow(db, ThreadId::stored(thread_id))?.get();
    // A merge brings replies of another thread, which have the same numbers.
    let first_home = merged_replies::table
        .inner_join(merges_table::table)
        .filter(merged_replies::reply_id.eq(replies::id))
        .order(merged_replies::merge_id)
        .select(merges_table::thread_id)
        .limit(1)
        .single_value();
    let rows: Vec<(i64, Option<i64>)> = replies::table
        .inner_join(origins::table.on(origins::noun_id.eq(replies::id)))
        .filter(origins::noun.eq(OriginNoun::Reply.as_str()))
        .filter(replies::thread_id.eq(here))
        .filter(origins::number.eq(number))
        .select((replies::id, first_home))
        .load(db)?;
    let mut of_thread = rows.into_iter().filter(|(_, home)| home.unwrap_or(here) == thread_id);
    Ok(of_thread.next().map(|(reply, _)| reply))
}

/// How many people of one name are looked through; each forum that came in may bring one, as it is.
const NAMESAKES: i64 = 50;

/// Who came from a forum of this family and has this name here, with the name as it is written; of several, whoever came
/// first.
pub fn find_named_person(db: &mut Db, family: &str, name: &str) -> Result<(UserId, String), StoreError> {
    let namesakes: Vec<(i64, String)> = users::table
        .filter(users::name_folded.eq(fold(name)))
        .order((users::name_folded, users::id))
        .limit(NAMESAKES)
        .select((users::id, users::name))
        .load(db)?;
    let came: Vec<i64> = origins::table
        .filter(origins::noun.eq(OriginNoun::User.as_str()))
        .filter(origins::noun_id.eq_any(namesakes.iter().map(|(id, _)| *id)))
        .filter(origins::family.eq(family))
        .select(origins::noun_id)
        .load(db)?;
    let mut namesakes = namesakes.into_iter();
    let (id, name) = namesakes
        .find(|(id, _)| came.contains(id))
        .ok_or(StoreError::NotFound)?;
    Ok((UserId::stored(id), name))
}
