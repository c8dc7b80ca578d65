//! Threads: lists of them, one with all that stands on its page, and the verbs that make and change them.

mod deleting;
mod editing;
mod list;
mod page;
mod placing;
mod verbs;
mod writing;

use diesel::prelude::*;

use super::moderations::{Moderated, Subject};
use super::schema::{acceptances, categories, closures, threads, users};
use super::{Db, StoreError, article_links};
use crate::domain::category::Audience;
use crate::domain::id::{ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::domain::thread::{Standing, ThreadKind};

pub use deleting::{delete, delete_as, undelete};
pub(super) use deleting::{hide, settle_hidden, show};
pub use editing::edit;
pub(super) use list::rows_of;
pub use list::{LIST_SIZE, ThreadRow, list, pinned};
pub use page::{
    AcceptanceView, COMMENTS_ON_PAGE, ClosureView, CommentView, Moderation, PostView, REPLIES_ON_PAGE, ReopeningView,
    ReplyOrder, ReplyView, ThreadPage, ThreadSource, Wanted, comments_of, page, source,
};
pub use placing::{lock, r#move, pin, pin_until, retag, unpin_due};
pub use verbs::{Closing, close, reopen};
pub(super) use verbs::{acceptance_in_force, count_existence, done, end_acceptance, tell_originals};
pub use writing::{OldAddress, ask, old_address};

/// A thread as its verbs see it, held until the transaction ends.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub(super) id: i64,
    pub(super) category_id: i64,
    pub(super) kind: ThreadKind,
    pub(super) standing: Standing,
    pub(super) author: Option<UserId>,
    pub(super) title: String,
    pub(super) reply_count: i64,
    pub(super) is_locked: bool,
    /// Whether a closure is in force; the standing of a resolved question does not tell.
    pub(super) is_closed: bool,
    pub(super) is_deleted: bool,
    /// Whether its text was deleted for good.
    pub(super) is_erased: bool,
    pub(super) audience: Audience,
}

impl Moderated for Held {
    fn author(&self) -> Option<UserId> {
        self.author
    }

    fn subject(&self) -> Subject {
        Subject {
            thread: Some(ThreadId::stored(self.id)),
            ..Subject::default()
        }
    }
}

type HeldRow = (
    i64,
    i64,
    String,
    String,
    Option<i64>,
    String,
    i64,
    Option<chrono::NaiveDateTime>,
    Option<chrono::NaiveDateTime>,
    String,
    bool,
    bool,
);

/// Holds a thread for the rest of the transaction: on PostgreSQL by a lock on its row, on SQLite there is one writer.
///
/// Absent when it is out of sight.
pub(super) fn hold(tx: &mut Db, sight: Sight, id: ThreadId) -> Result<Held, StoreError> {
    if let Db::Postgres(db) = tx {
        threads::table
            .find(id.get())
            .select(threads::id)
            // What only refers to the thread, such as a reading of it, need not wait.
            .for_no_key_update()
            .first::<i64>(db)
            .optional()?;
    }
    let closure = closures::table
        .filter(closures::thread_id.eq(threads::id))
        .filter(closures::ended_at.is_null());
    let row: HeldRow = threads::table
        .inner_join(categories::table)
        .filter(threads::id.eq(id.get()))
        .select((
            threads::id,
            threads::category_id,
            threads::kind,
            threads::standing,
            threads::author_id,
            threads::title,
            threads::reply_count,
            threads::locked_at,
            threads::deleted_at,
            categories::audience,
            diesel::dsl::exists(closure),
            threads::erased_at.is_not_null(),
        ))
        .first(tx)?;
    let strange = || StoreError::Unexpected(format!("thread {id}"));
    let held = Held {
        id: row.0,
        category_id: row.1,
        kind: ThreadKind::parse(&row.2).ok_or_else(strange)?,
        standing: Standing::parse(&row.3).ok_or_else(strange)?,
        author: row.4.map(UserId::stored),
        title: row.5,
        reply_count: row.6,
        is_locked: row.7.is_some(),
        is_closed: row.10,
        is_deleted: row.8.is_some(),
        is_erased: row.11,
        audience: Audience::parse(&row.9).ok_or_else(strange)?,
    };
    let is_in_sight = sight.includes(held.audience) && (!held.is_deleted || sight.sees_deleted_in(held.audience));
    if is_in_sight {
        Ok(held)
    } else {
        Err(StoreError::NotFound)
    }
}

/// Decides anew where a thread stands, and counts it so in its category.
pub(super) fn settle(tx: &mut Db, held: &Held) -> Result<Standing, StoreError> {
    let accepted = acceptances::table
        .filter(acceptances::thread_id.eq(held.id))
        .filter(acceptances::ended_at.is_null());
    let is_accepted = diesel::select(diesel::dsl::exists(accepted)).get_result(tx)?;
    let closed = closures::table
        .filter(closures::thread_id.eq(held.id))
        .filter(closures::ended_at.is_null());
    let is_closed = diesel::select(diesel::dsl::exists(closed)).get_result(tx)?;
    let reply_count: i64 = threads::table.find(held.id).select(threads::reply_count).first(tx)?;
    let is_settled = is_accepted || article_links::is_answered(tx, held)?;
    let standing = Standing::decide(held.kind, is_settled, is_closed, reply_count);
    if standing != held.standing {
        diesel::update(threads::table.find(held.id))
            .set(threads::standing.eq(standing.as_str()))
            .execute(tx)?;
        if !held.is_deleted {
            super::categories::count(tx, held.category_id, held.standing, -1)?;
            super::categories::count(tx, held.category_id, standing, 1)?;
        }
    }
    Ok(standing)
}

/// The title of a thread, which is what its address is made of; absent when it is out of sight.
pub fn title_of(db: &mut Db, sight: Sight, id: ThreadId) -> Result<String, StoreError> {
    named(db, sight, id).map(|(title, _)| title)
}

/// The same, with who sees it.
pub fn named(db: &mut Db, sight: Sight, id: ThreadId) -> Result<(String, Audience), StoreError> {
    let row: (String, String, Option<chrono::NaiveDateTime>) = threads::table
        .inner_join(categories::table)
        .filter(threads::id.eq(id.get()))
        .select((threads::title, categories::audience, threads::deleted_at))
        .first(db)?;
    let audience = Audience::parse(&row.1).ok_or(StoreError::NotFound)?;
    let is_in_sight = sight.includes(audience) && (row.2.is_none() || sight.sees_deleted_in(audience));
    if is_in_sight {
        Ok((row.0, audience))
    } else {
        Err(StoreError::NotFound)
    }
}

/// A thread in a few words: what a picture of it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: ThreadKind,
    /// Where it stands.
    pub standing: Standing,
    /// How many replies it has.
    pub reply_count: i64,
}

/// A thread in a few words; absent when it is out of sight.
pub fn outline(db: &mut Db, sight: Sight, id: ThreadId) -> Result<Outline, StoreError> {
    let title = title_of(db, sight, id)?;
    let row: (String, String, i64) = threads::table
        .find(id.get())
        .select((threads::kind, threads::standing, threads::reply_count))
        .first(db)?;
    let strange = || StoreError::Unexpected(format!("thread {id}"));
    Ok(Outline {
        title,
        kind: ThreadKind::parse(&row.0).ok_or_else(strange)?,
        standing: Standing::parse(&row.1).ok_or_else(strange)?,
        reply_count: row.2,
    })
}

/// Whether a thread was deleted from a category in sight: its page was there, and is gone.
pub fn is_gone(db: &mut Db, sight: Sight, id: ThreadId) -> Result<bool, StoreError> {
    let audience: Option<String> = threads::table
        .inner_join(categories::table)
        .filter(threads::id.eq(id.get()))
        .filter(threads::deleted_at.is_not_null())
        .select(categories::audience)
        .first(db)
        .optional()?;
    let audience = audience.as_deref().and_then(Audience::parse);
    Ok(audience.is_some_and(|audience| sight.includes(audience)))
}

/// Adds the views that were counted; one short statement for each thread.
pub fn add_views(tx: &mut Db, views: &[(ThreadId, i64)]) -> Result<(), StoreError> {
    let mut views = views.to_vec();
    views.sort_unstable();
    for (id, count) in views {
        diesel::update(threads::table.find(id.get()))
            .set(threads::view_count.eq(threads::view_count + count))
            .execute(tx)?;
    }
    Ok(())
}

/// The ids of the categories that this sight does not include; seldom more than a few.
pub(super) fn hidden_categories(db: &mut Db, sight: Sight) -> Result<Vec<i64>, StoreError> {
    if sight.is_whole() {
        return Ok(Vec::new());
    }
    Ok(categories::table
        .filter(categories::audience.ne_all(sight.audience_names()))
        .select(categories::id)
        .load(db)?)
}

/// The ids of the categories that this sight includes.
pub(super) fn seen_categories(db: &mut Db, sight: Sight) -> Result<Vec<i64>, StoreError> {
    Ok(categories::table
        .filter(categories::audience.eq_any(sight.audience_names()))
        .select(categories::id)
        .load(db)?)
}

/// Changes how many of their answers are accepted, for these people by turns in the order of their ids.
pub(super) fn count_accepted(tx: &mut Db, mut changes: Vec<(UserId, i64)>) -> Result<(), StoreError> {
    changes.sort_unstable();
    let mut changes = changes.into_iter();
    changes.try_for_each(|(person, more)| count_for(tx, Some(person), 0, 0, more))
}

/// Changes a person's counts on their profile.
pub(super) fn count_for(
    tx: &mut Db,
    person: Option<UserId>,
    threads: i64,
    replies: i64,
    accepted: i64,
) -> Result<(), StoreError> {
    let Some(person) = person else { return Ok(()) };
    diesel::update(users::table.find(person.get()))
        .set((
            users::thread_count.eq(users::thread_count + threads),
            users::reply_count.eq(users::reply_count + replies),
            users::accepted_count.eq(users::accepted_count + accepted),
        ))
        .execute(tx)?;
    Ok(())
}
