//! Splitting replies off into a thread of their own.
//!
//! A split is the way back of a merge: the thread is made as if its posts had been merged into the one in which they stand, and
//! taken apart by what takes merges apart. So their addresses lead on, and merging it again takes the split back.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::authors::{Author, Authors};
use super::categories::{self, Category};
use super::merges::{self, Undoing};
use super::native::among;
use super::schema::{
    acceptances, cases, categories as categories_table, incoming_messages, merged_replies, merges as merges_table,
    removed_pieces, replies, restraints, splits, threads,
};
use super::threads::{Held, hold, title_of};
use super::time::{row_time, utc};
use super::{Db, StoreError, notifications, questions};
use crate::domain::account::User;
use crate::domain::id::{ReplyId, ThreadId, UserId};
use crate::domain::moderation::Act;
use crate::domain::permission::{Verb, may_in};
use crate::domain::question::What;
use crate::domain::sight::Sight;
use crate::domain::split::{MOST_SPLIT, SplitDraft, SplitObjection, is_as_visible, kind_of_split};
use crate::domain::thread::{Standing, ThreadKind};
use crate::text::excerpt::excerpt;

/// How many threads that were split off one are named on its page.
const MOST_NAMED: i64 = 20;
/// How much of a reply is told where it is chosen, in characters.
const EXCERPT: usize = 140;

/// How splitting ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Splitting {
    /// The replies are a thread of their own, which is this.
    Split(ThreadId),
    /// It is not done, for this reason.
    Refused(SplitObjection),
    /// The user may not.
    NotYours,
}

/// Splits replies off a thread.
pub fn split(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    draft: &SplitDraft,
    now: DateTime<Utc>,
) -> Result<Splitting, StoreError> {
    let category = categories::find(tx, sight, draft.category)?;
    let held = hold(tx, sight, id)?;
    let may = |audience| may_in(by, audience, Verb::Merge, held.author);
    if !may(held.audience) || !may(category.audience) || held.is_deleted {
        return Ok(Splitting::NotYours);
    }
    let chosen = chosen(tx, &held, draft)?;
    let Some(first) = chosen.first().copied() else {
        return Ok(Splitting::Refused(SplitObjection::Gone));
    };
    if let Some(why) = objection(tx, &held, &category, draft, &chosen)? {
        return Ok(Splitting::Refused(why));
    }
    let (made, author, asked_at) = insert(tx, by, &held, first, draft, now)?;
    let thread = ThreadId::stored(made);
    if kind_of_split(held.kind) == ThreadKind::Question {
        questions::note_of(tx, made, What::Asked, author, asked_at)?;
        questions::note_of(tx, made, What::Merged { into: id }, by.id, now)?;
    }
    carry(tx, first, made)?;
    notifications::split_off(tx, first, now)?;
    write_as_merged(tx, by, (made, &held), &chosen, now)?;
    let parted = merges::part(tx, by, sight, thread, (Act::SplitOff, draft.reason.as_str()), now)?;
    if parted != Undoing::Undone {
        return Err(StoreError::Unexpected(format!("thread {made} was not split off")));
    }
    diesel::insert_into(splits::table)
        .values((
            splits::thread_id.eq(made),
            splits::origin_id.eq(held.id),
            splits::reply_count.eq(i64::try_from(chosen.len()).unwrap_or(i64::MAX)),
            splits::split_by_id.eq(Some(by.id.get())),
            splits::split_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    Ok(Splitting::Split(thread))
}

/// The replies that are still there, the oldest first.
fn chosen(db: &mut Db, held: &Held, draft: &SplitDraft) -> Result<Vec<i64>, StoreError> {
    Ok(replies::table
        .filter(among(replies::id, draft.replies.iter().map(|id| id.get())))
        .filter(replies::thread_id.eq(held.id))
        .filter(replies::deleted_at.is_null())
        .order((replies::created_at, replies::id))
        .select(replies::id)
        .load(db)?)
}

fn objection(
    db: &mut Db,
    held: &Held,
    category: &Category,
    draft: &SplitDraft,
    chosen: &[i64],
) -> Result<Option<SplitObjection>, StoreError> {
    if chosen.len() != draft.replies.len() {
        return Ok(Some(SplitObjection::Gone));
    }
    let fits = category.kinds.take(kind_of_split(held.kind)) && category.archived_at.is_none();
    if !fits || !is_as_visible(held.audience, category.audience) {
        return Ok(Some(SplitObjection::Category));
    }
    let openings = replies::table
        .filter(among(replies::id, chosen.iter().copied()))
        .filter(replies::opens_id.is_not_null());
    let moved = merged_replies::table.filter(among(merged_replies::reply_id, chosen.iter().copied()));
    let is_opening: bool = diesel::select(diesel::dsl::exists(openings)).get_result(db)?;
    let is_moved: bool = diesel::select(diesel::dsl::exists(moved)).get_result(db)?;
    if is_opening || is_moved {
        return Ok(Some(SplitObjection::Merged));
    }
    let first = acceptances::table.filter(acceptances::reply_id.eq(chosen.first().copied().unwrap_or(0)));
    let was_accepted: bool = diesel::select(diesel::dsl::exists(first)).get_result(db)?;
    Ok(was_accepted.then_some(SplitObjection::Accepted))
}

/// The thread, out of sight until it is taken apart; with who wrote its first post, and when.
fn insert(
    tx: &mut Db,
    by: &User,
    held: &Held,
    first: i64,
    draft: &SplitDraft,
    now: DateTime<Utc>,
) -> Result<(i64, Option<UserId>, DateTime<Utc>), StoreError> {
    type Post = ((Option<i64>, Option<String>), NaiveDateTime, i16, (String, String));
    let (author, at, renderer, body): Post = replies::table
        .find(first)
        .select((
            (replies::author_id, replies::author_name),
            replies::created_at,
            replies::renderer,
            (replies::body_markdown, replies::body_html),
        ))
        .first(tx)?;
    let kind = kind_of_split(held.kind);
    let made: i64 = diesel::insert_into(threads::table)
        .values((
            threads::category_id.eq(draft.category.get()),
            threads::kind.eq(kind.as_str()),
            threads::standing.eq(Standing::decide(kind, false, false, 0).as_str()),
            threads::author_id.eq(author.0),
            threads::author_name.eq(author.1),
            threads::created_at.eq(at),
            threads::active_at.eq(row_time(now)),
            threads::deleted_at.eq(Some(row_time(now))),
            threads::deleted_by_id.eq(Some(by.id.get())),
            threads::title.eq(draft.title.as_str()),
            threads::template_answers.eq("[]"),
            threads::renderer.eq(renderer),
            threads::body_markdown.eq(body.0),
            threads::body_html.eq(body.1),
        ))
        .returning(threads::id)
        .get_result(tx)?;
    Ok((made, author.0.map(UserId::stored), utc(at)))
}

/// What is said of the first reply is said of the thread from now on, whose text it is.
fn carry(tx: &mut Db, first: i64, made: i64) -> Result<(), StoreError> {
    macro_rules! carry {
        ($($table:ident),+) => {
            $(diesel::update($table::table.filter($table::reply_id.eq(first)))
                .set(($table::thread_id.eq(Some(made)), $table::reply_id.eq(None::<i64>)))
                .execute(tx)?;)+
        };
    }
    carry!(cases, removed_pieces, incoming_messages, restraints);
    Ok(())
}

/// Writes what a merge would have written, so that taking it apart finds it.
fn write_as_merged(
    tx: &mut Db,
    by: &User,
    (made, held): (i64, &Held),
    chosen: &[i64],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let first = chosen.first().copied().unwrap_or(0);
    diesel::update(replies::table.find(first))
        .set(replies::opens_id.eq(Some(made)))
        .execute(tx)?;
    let active_at: NaiveDateTime = threads::table.find(held.id).select(threads::active_at).first(tx)?;
    let merge: i64 = diesel::insert_into(merges_table::table)
        .values((
            merges_table::thread_id.eq(made),
            merges_table::target_id.eq(held.id),
            merges_table::opening_id.eq(first),
            merges_table::active_before.eq(active_at),
            merges_table::active_after.eq(active_at),
            merges_table::merged_by_id.eq(Some(by.id.get())),
            merges_table::merged_at.eq(row_time(now)),
        ))
        .returning(merges_table::id)
        .get_result(tx)?;
    for reply in chosen {
        diesel::insert_into(merged_replies::table)
            .values((merged_replies::merge_id.eq(merge), merged_replies::reply_id.eq(reply)))
            .execute(tx)?;
    }
    let rest = incoming_messages::table.filter(among(
        incoming_messages::reply_id.assume_not_null(),
        chosen.iter().copied(),
    ));
    diesel::update(rest)
        .set(incoming_messages::thread_id.eq(Some(made)))
        .execute(tx)?;
    Ok(())
}

/// A thread that is named: its number and its title.
pub type Named = (ThreadId, String);

/// What splits have to do with a thread.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Splits {
    /// The thread off which it was split.
    pub origin: Option<Named>,
    /// The threads that were split off it, the oldest first.
    pub parts: Vec<Named>,
}

/// The splits of a thread, as far as they are in sight and not taken back.
pub fn of_thread(db: &mut Db, sight: Sight, id: ThreadId) -> Result<Splits, StoreError> {
    macro_rules! in_sight {
        ($on:expr, $of:expr) => {
            threads::table
                .inner_join(categories_table::table)
                .inner_join(splits::table.on($on))
                .filter(threads::deleted_at.is_null())
                .filter(among(categories_table::audience, sight.audience_names()))
                .filter($of)
                .select((threads::id, threads::title))
        };
    }
    let parts: Vec<(i64, String)> = in_sight!(splits::thread_id.eq(threads::id), splits::origin_id.eq(id.get()))
        .order(splits::thread_id)
        .limit(MOST_NAMED)
        .load(db)?;
    let origin: Option<(i64, String)> = in_sight!(splits::origin_id.eq(threads::id), splits::thread_id.eq(id.get()))
        .first(db)
        .optional()?;
    let named = |(id, title): (i64, String)| (ThreadId::stored(id), title);
    Ok(Splits {
        origin: origin.map(named),
        parts: parts.into_iter().map(named).collect(),
    })
}

/// A reply that may be split off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The reply.
    pub reply: ReplyId,
    /// Who wrote it.
    pub author: Author,
    /// How it begins.
    pub excerpt: String,
}

/// What the page shows on which replies are chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SplitChoice {
    /// The thread's title.
    pub title: String,
    /// Where it lives.
    pub home: String,
    /// The categories to which the part may go: slug and name.
    pub categories: Vec<(String, String)>,
    /// The replies, the oldest first.
    pub candidates: Vec<Candidate>,
}

/// The replies that may be split off a thread, from one of them on or from the beginning, and where to.
pub fn choice(db: &mut Db, sight: Sight, id: ThreadId, from: Option<ReplyId>) -> Result<SplitChoice, StoreError> {
    let title = title_of(db, sight, id)?;
    let (kind, home): (String, i64) = threads::table
        .find(id.get())
        .select((threads::kind, threads::category_id))
        .first(db)?;
    let kind = ThreadKind::parse(&kind).ok_or(StoreError::NotFound)?;
    let all = categories::list(db, sight)?;
    let here = all
        .iter()
        .find(|category| category.id.get() == home)
        .ok_or(StoreError::NotFound)?;
    let (home, audience) = (here.slug.clone(), here.audience);
    let fits = |category: &Category| {
        category.archived_at.is_none()
            && category.kinds.take(kind_of_split(kind))
            && is_as_visible(audience, category.audience)
    };
    let categories = all.iter().filter(|category| fits(category));
    Ok(SplitChoice {
        title,
        home,
        categories: categories.map(|one| (one.slug.clone(), one.name.clone())).collect(),
        candidates: candidates(db, id, from)?,
    })
}

fn candidates(db: &mut Db, id: ThreadId, from: Option<ReplyId>) -> Result<Vec<Candidate>, StoreError> {
    let beginning: Option<NaiveDateTime> = match from {
        Some(from) => replies::table
            .find(from.get())
            .filter(replies::thread_id.eq(id.get()))
            .select(replies::created_at)
            .first(db)
            .optional()?,
        None => None,
    };
    let rows: Vec<(i64, Option<i64>, Option<String>, String)> = replies::table
        .filter(replies::thread_id.eq(id.get()))
        .filter(replies::created_at.ge(beginning.unwrap_or_default()))
        .filter(replies::deleted_at.is_null())
        .filter(replies::opens_id.is_null())
        .order((replies::created_at, replies::id))
        .limit(i64::try_from(MOST_SPLIT).unwrap_or_default())
        .select((
            replies::id,
            replies::author_id,
            replies::author_name,
            replies::body_markdown,
        ))
        .load(db)?;
    let authors = Authors::load(db, rows.iter().map(|row| row.1))?;
    let candidate = |(reply, author, name, body): (i64, Option<i64>, Option<String>, String)| Candidate {
        reply: ReplyId::stored(reply),
        author: authors.of(author, name),
        excerpt: excerpt(&body, EXCERPT),
    };
    Ok(rows.into_iter().map(candidate).collect())
}
