//! How much people want to hear of threads, categories and tags.
//!
//! A merged thread keeps its subscriptions: whoever watches it watches where it stands, for as long as it stands there, so that
//! neither merging nor undoing a merge moves a row. Which wish is in force says `domain::subscription`.

mod list;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::gathering::{Gathering, Slice};
use super::native::{NativeDsl, among};
use super::schema::{replies, subscriptions, thread_tags, threads};
use super::threads::title_of;
use super::time::row_time;
use super::{Db, StoreError, categories, merges, tags, users};
use crate::domain::id::{CategoryId, TagId, ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::domain::subscription::{Level, Wishes};

pub use list::{PAGE, Wished, WishedOf, page};

/// What somebody wants to hear of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A thread.
    Thread(ThreadId),
    /// A category.
    Category(CategoryId),
    /// A tag.
    Tag(TagId),
}

impl Place {
    /// The column that names it, and its number.
    fn key(self) -> (&'static str, i64) {
        match self {
            Place::Thread(id) => ("thread_id", id.get()),
            Place::Category(id) => ("category_id", id.get()),
            Place::Tag(id) => ("tag_id", id.get()),
        }
    }

    fn columns(self) -> (Option<i64>, Option<i64>, Option<i64>) {
        match self {
            Place::Thread(id) => (Some(id.get()), None, None),
            Place::Category(id) => (None, Some(id.get()), None),
            Place::Tag(id) => (None, None, Some(id.get())),
        }
    }
}

/// The categories and tags that somebody watches, by their numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Watched {
    /// The categories.
    pub categories: Vec<i64>,
    /// The tags.
    pub tags: Vec<i64>,
}

/// The categories and tags that each of these people watches.
pub(super) fn watched(
    db: &mut Db,
    readers: impl IntoIterator<Item = i64>,
) -> Result<HashMap<i64, Watched>, StoreError> {
    let rows: Vec<(i64, Option<i64>, Option<i64>)> = subscriptions::table
        .filter(among(subscriptions::user_id, readers))
        .filter(subscriptions::level.eq(Level::Watching.as_str()))
        .filter(subscriptions::thread_id.is_null())
        .order((subscriptions::user_id, subscriptions::id))
        .select((
            subscriptions::user_id,
            subscriptions::category_id,
            subscriptions::tag_id,
        ))
        .load(db)?;
    let mut watched: HashMap<i64, Watched> = HashMap::new();
    for (reader, category, tag) in rows {
        let of = watched.entry(reader).or_default();
        of.categories.extend(category);
        of.tags.extend(tag);
    }
    Ok(watched)
}

/// Says how much somebody wants to hear of a thread; answers where it stands, as it may have been merged.
pub fn choose_for_thread(
    tx: &mut Db,
    reader: UserId,
    sight: Sight,
    id: ThreadId,
    level: Level,
    now: DateTime<Utc>,
) -> Result<ThreadId, StoreError> {
    let id = merges::follow(tx, id)?;
    title_of(tx, sight, id)?;
    put(tx, reader, Place::Thread(id), level, now)?;
    Ok(id)
}

/// Says how much somebody wants to hear of a category. The ordinary is no wish: then tags may speak.
pub fn choose_for_category(
    tx: &mut Db,
    reader: UserId,
    sight: Sight,
    slug: &str,
    level: Level,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let category = categories::by_slug(tx, sight, slug)?;
    put_unless_normal(tx, reader, Place::Category(category.id), level, now)
}

/// Says how much somebody wants to hear of a tag.
pub fn choose_for_tag(
    tx: &mut Db,
    reader: UserId,
    sight: Sight,
    name: &str,
    level: Level,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let tag = tags::by_name(tx, sight, name)?;
    put_unless_normal(tx, reader, Place::Tag(tag.id()), level, now)
}

fn put_unless_normal(
    tx: &mut Db,
    reader: UserId,
    place: Place,
    level: Level,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if level != Level::Normal {
        return put(tx, reader, place, level, now);
    }
    let (column, id) = place.key();
    diesel::sql_query(format!(
        "delete from subscriptions where {column} = $1 and user_id = $2"
    ))
    .bind::<BigInt, _>(id)
    .bind::<BigInt, _>(reader.get())
    .execute(tx)?;
    Ok(())
}

fn put(tx: &mut Db, reader: UserId, place: Place, level: Level, now: DateTime<Utc>) -> Result<(), StoreError> {
    if insert_if_new(tx, reader, place, level, now)? {
        return Ok(());
    }
    let (column, id) = place.key();
    diesel::sql_query(format!(
        "update subscriptions set level = $1, subscribed_at = $2 where {column} = $3 and user_id = $4 and level <> $1"
    ))
    .bind::<Text, _>(level.as_str())
    .bind::<diesel::sql_types::Timestamp, _>(row_time(now))
    .bind::<BigInt, _>(id)
    .bind::<BigInt, _>(reader.get())
    .execute(tx)?;
    Ok(())
}

/// Whether there was no wish of this person for this place yet.
fn insert_if_new(
    tx: &mut Db,
    reader: UserId,
    place: Place,
    level: Level,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let (thread, category, tag) = place.columns();
    let row = (
        subscriptions::user_id.eq(reader.get()),
        subscriptions::thread_id.eq(thread),
        subscriptions::category_id.eq(category),
        subscriptions::tag_id.eq(tag),
        subscriptions::level.eq(level.as_str()),
        subscriptions::subscribed_at.eq(row_time(now)),
    );
    let written = diesel::insert_into(subscriptions::table)
        .values(row)
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    Ok(written == 1)
}

/// Whoever answers watches the thread, unless they would rather not or said something else of it before.
pub(super) fn watch_answered(
    tx: &mut Db,
    answerer: UserId,
    thread: ThreadId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if users::watches_answered(tx, answerer)? {
        insert_if_new(tx, answerer, Place::Thread(thread), Level::Watching, now)?;
    }
    Ok(())
}

/// What somebody said of one place itself.
pub fn own(db: &mut Db, reader: UserId, place: Place) -> Result<Option<Level>, StoreError> {
    let own = subscriptions::table
        .filter(subscriptions::user_id.eq(reader.get()))
        .select(subscriptions::level);
    let level: Option<String> = match place {
        Place::Thread(id) => own.filter(subscriptions::thread_id.eq(id.get())).first(db).optional()?,
        Place::Category(id) => own
            .filter(subscriptions::category_id.eq(id.get()))
            .first(db)
            .optional()?,
        Place::Tag(id) => own.filter(subscriptions::tag_id.eq(id.get())).first(db).optional()?,
    };
    Ok(level.as_deref().and_then(Level::parse))
}

/// What somebody said of a thread and of what is around it.
pub fn of_thread(db: &mut Db, reader: UserId, thread: ThreadId) -> Result<Wishes, StoreError> {
    let mut wishes = wishes_of(db, thread.get(), &[reader.get()])?;
    Ok(wishes.remove(&reader.get()).unwrap_or_default())
}

#[derive(QueryableByName)]
struct Wish {
    #[diesel(sql_type = BigInt)]
    user_id: i64,
    #[diesel(sql_type = BigInt)]
    place: i64,
    #[diesel(sql_type = Text)]
    level: String,
}

/// What these people said of a thread and of what is around it: one query, however many they are.
pub(super) fn wishes_of(db: &mut Db, thread: i64, people: &[i64]) -> Result<HashMap<i64, Wishes>, StoreError> {
    let listed = if db.is_postgres() {
        "(select value::bigint from json_array_elements_text($2::json))"
    } else {
        "(select value from json_each($2))"
    };
    let query = format!(
        "select user_id, cast(0 as bigint) as place, level from subscriptions \
             where thread_id = $1 and user_id in {listed} \
         union all select user_id, cast(1 as bigint), level from subscriptions \
             where thread_id in (select opens_id from replies where thread_id = $1 and opens_id is not null) \
             and user_id in {listed} \
         union all select user_id, cast(2 as bigint), level from subscriptions \
             where category_id = (select category_id from threads where id = $1) and user_id in {listed} \
         union all select user_id, cast(3 as bigint), level from subscriptions \
             where tag_id in (select tag_id from thread_tags where thread_id = $1) and user_id in {listed}"
    );
    let listed = serde_json::to_string(people).map_err(|error| StoreError::Unexpected(error.to_string()))?;
    let rows: Vec<Wish> = diesel::sql_query(query)
        .bind::<BigInt, _>(thread)
        .bind::<Text, _>(listed)
        .load(db)?;
    let mut wishes: HashMap<i64, Wishes> = HashMap::new();
    for row in rows {
        let level =
            Level::parse(&row.level).ok_or_else(|| StoreError::Unexpected(format!("{:?} is no level", row.level)))?;
        let of_person = wishes.entry(row.user_id).or_default();
        match row.place {
            0 => of_person.thread = Some(level),
            1 => of_person.merged.push(level),
            2 => of_person.category = Some(level),
            _ => of_person.tags.push(level),
        }
    }
    Ok(wishes)
}

#[derive(QueryableByName)]
struct Watcher {
    #[diesel(sql_type = BigInt)]
    user_id: i64,
}

/// Those who watch a thread, one merged into it, its category or one of its tags, in the order of their numbers: up to some
/// hundreds from one number on, and the number of the last one when there may be more.
pub(super) fn watchers(db: &mut Db, thread: i64, after: i64, limit: i64) -> Result<Slice, StoreError> {
    let mut places = threads_of(db, thread)?;
    places.extend(around(db, thread)?);
    watchers_of(db, &places, after, limit)
}

/// Of these only those who watch the thread itself, or one merged into it.
pub(super) fn watchers_of_thread(db: &mut Db, thread: i64, after: i64, limit: i64) -> Result<Slice, StoreError> {
    let places = threads_of(db, thread)?;
    watchers_of(db, &places, after, limit)
}

fn watchers_of(db: &mut Db, places: &[Place], after: i64, limit: i64) -> Result<Slice, StoreError> {
    let mut gathering = Gathering::of(limit);
    for place in places {
        let (column, id) = place.key();
        let rows: Vec<Watcher> = diesel::sql_query(format!(
            "select user_id from subscriptions where {column} = $1 and level = 'watching' and user_id > $2 \
             order by user_id limit $3"
        ))
        .bind::<BigInt, _>(id)
        .bind::<BigInt, _>(after)
        .bind::<BigInt, _>(limit)
        .load(db)?;
        gathering.add(rows.into_iter().map(|row| row.user_id).collect());
    }
    Ok(gathering.slice())
}

/// A thread, and those that were merged into it.
fn threads_of(db: &mut Db, thread: i64) -> Result<Vec<Place>, StoreError> {
    let merged: Vec<Option<i64>> = replies::table
        .filter(replies::thread_id.eq(thread))
        .filter(replies::opens_id.is_not_null())
        .select(replies::opens_id)
        .load(db)?;
    let threads = merged.into_iter().flatten().chain([thread]);
    Ok(threads.map(|id| Place::Thread(ThreadId::stored(id))).collect())
}

/// The category and the tags whose watchers hear of what happens in a thread.
fn around(db: &mut Db, thread: i64) -> Result<Vec<Place>, StoreError> {
    let category: i64 = threads::table.find(thread).select(threads::category_id).first(db)?;
    let tags: Vec<i64> = thread_tags::table
        .filter(thread_tags::thread_id.eq(thread))
        .select(thread_tags::tag_id)
        .load(db)?;
    let tags = tags.into_iter().map(|id| Place::Tag(TagId::stored(id)));
    Ok([Place::Category(CategoryId::stored(category))]
        .into_iter()
        .chain(tags)
        .collect())
}

/// Two tags become one: whoever said something of the one says it of the other, unless they said something of that too.
pub(super) fn merge_tags(tx: &mut Db, tag: i64, twin: i64) -> Result<(), StoreError> {
    diesel::sql_query(
        "update subscriptions set tag_id = $1 where tag_id = $2 and not exists \
             (select 1 from subscriptions as other where other.tag_id = $1 and other.user_id = subscriptions.user_id)",
    )
    .bind::<BigInt, _>(twin)
    .bind::<BigInt, _>(tag)
    .execute(tx)?;
    Ok(())
}

/// Forgets what somebody wanted to hear of.
pub(super) fn forget(tx: &mut Db, reader: UserId) -> Result<usize, StoreError> {
    Ok(diesel::delete(subscriptions::table.filter(subscriptions::user_id.eq(reader.get()))).execute(tx)?)
}
