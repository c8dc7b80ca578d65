//! Proposals of people to name in a text: first those who posted in a thread, then whoever's name begins so.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::{role_of, staff_membership};
use crate::domain::id::{ThreadId, UserId};
use crate::domain::role::Role;
use crate::domain::sight::Sight;
use crate::domain::slug::fold;
use crate::store::native::beginning_with;
use crate::store::schema::{replies, threads, users};
use crate::store::{Db, StoreError};

/// How many of a thread's latest replies are looked through for their authors.
const LATEST: i64 = 200;
/// A character behind all others, so that it ends the range of names with one beginning.
const LAST: char = char::MAX;

/// A person who may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Who it is.
    pub id: UserId,
    /// The name that people see.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Whether they answer for the company.
    pub is_staff: bool,
}

type Row = (i64, String, String, bool);

macro_rules! columns {
    () => {
        (users::id, users::name, users::role, exists(staff_membership()))
    };
}

/// At most `size` people whose name begins so: those of the thread first, if there is one and it is in sight.
pub fn beginning(
    db: &mut Db,
    sight: Sight,
    thread: Option<ThreadId>,
    beginning: &str,
    size: i64,
) -> Result<Vec<Named>, StoreError> {
    let folded = fold(beginning);
    if folded.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = match thread {
        Some(thread) => of_thread(db, sight, thread, &folded)?,
        None => Vec::new(),
    };
    for row in of_all(db, &folded, size)? {
        if rows.iter().all(|known| known.0 != row.0) {
            rows.push(row);
        }
    }
    let wanted = usize::try_from(size).unwrap_or_default();
    rows.into_iter().take(wanted).map(named).collect()
}

fn named((id, name, role, is_staff): Row) -> Result<Named, StoreError> {
    Ok(Named {
        id: UserId::stored(id),
        role: role_of(&role)?,
        name,
        is_staff,
    })
}

/// Those who wrote in a thread, by its latest replies.
fn of_thread(db: &mut Db, sight: Sight, thread: ThreadId, folded: &str) -> Result<Vec<Row>, StoreError> {
    match crate::store::threads::title_of(db, sight, thread) {
        Err(StoreError::NotFound) => return Ok(Vec::new()),
        title => title?,
    };
    let asker: Option<i64> = threads::table.find(thread.get()).select(threads::author_id).first(db)?;
    let answerers: Vec<Option<i64>> = replies::table
        .filter(replies::thread_id.eq(thread.get()))
        .filter(replies::deleted_at.is_null())
        .order((replies::created_at.desc(), replies::id.desc()))
        .limit(LATEST)
        .select(replies::author_id)
        .load(db)?;
    let mut people: Vec<i64> = answerers.into_iter().chain([asker]).flatten().collect();
    people.sort_unstable();
    people.dedup();
    let query = users::table
        .filter(users::id.eq_any(people))
        .filter(users::suspended_at.is_null())
        .filter(users::closed_at.is_null())
        .filter(users::name_folded.like(beginning_with(folded)).escape('!'));
    let mut rows: Vec<Row> = query.select(columns!()).load(db)?;
    // So few that the database need not sort them.
    rows.sort_by_cached_key(|row| (fold(&row.1), row.0));
    Ok(rows)
}

/// Everybody, by name.
fn of_all(db: &mut Db, folded: &str, size: i64) -> Result<Vec<Row>, StoreError> {
    let mut query = users::table
        .filter(users::suspended_at.is_null())
        .filter(users::closed_at.is_null())
        .filter(users::name_folded.like(beginning_with(folded)).escape('!'))
        .select(columns!())
        .order((users::name_folded, users::id))
        .limit(size)
        .into_boxed();
    // PostgreSQL finds the beginning by an index of its own; SQLite uses an index only for a range, in which it compares bytes.
    if !db.is_postgres() {
        query = query
            .filter(users::name_folded.ge(folded.to_owned()))
            .filter(users::name_folded.lt(format!("{folded}{LAST}")));
    }
    Ok(query.load(db)?)
}
