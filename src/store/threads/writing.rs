//! Asking: a thread with its tags, counts and change in one transaction; and where imported things are found.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::count_for;
use crate::domain::account::User;
use crate::domain::case::Piece;
use crate::domain::category::TemplateAnswer;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::draft::ThreadDraft;
use crate::domain::id::{CategoryId, ReplyId, ThreadId, UserId};
use crate::domain::permission::{Verb, may_in};
use crate::domain::question::What;
use crate::domain::sight::Sight;
use crate::domain::tag::TagName;
use crate::domain::thread::{Standing, ThreadKind};
use crate::domain::upload::PostId;
use crate::store::outcome::Posting;
use crate::store::schema::{origins, threads};
use crate::store::screening::{self, Screening, Wording};
use crate::store::time::row_time;
use crate::store::written::Written;
use crate::store::{
    Db, StoreError, categories as category_store, changes, newcomers, notifications, questions, submissions, tags,
    uploads,
};

/// Posts a thread. `form_key` is the key of the form, which works once.
pub fn ask(
    tx: &mut Db,
    author: &User,
    sight: Sight,
    draft: &ThreadDraft,
    body: &Written,
    form_key: &str,
    now: DateTime<Utc>,
) -> Result<Posting<ThreadId>, StoreError> {
    let verb = if draft.kind == ThreadKind::Announcement {
        Verb::Announce
    } else {
        Verb::Ask
    };
    let category = category_store::find(tx, sight, draft.category)?;
    if !may_in(author, category.audience, verb, Some(author.id)) || category.archived_at.is_some() {
        return Ok(Posting::NotAllowed);
    }
    if let Some(id) = submissions::claim(tx, author.id, form_key, now)? {
        return Ok(Posting::PostedBefore(ThreadId::stored(id)));
    }
    if let Some(limit) = newcomers::limit_of_thread(tx, Some(author), body, now)? {
        submissions::release(tx, author.id, form_key)?;
        return Ok(Posting::NotYet(limit));
    }
    let (wording, hold) = match screening::thread(tx, author, Wording::of(draft, body))? {
        Screening::Passed(wording, hold) => (wording, hold),
        Screening::Blocked(words) => {
            submissions::release(tx, author.id, form_key)?;
            return Ok(Posting::Blocked(words));
        }
    };
    let id = insert(tx, author.id, draft, &wording, now)?;
    let body: &Written = &wording.body;
    if draft.kind == ThreadKind::Question {
        questions::note_of(tx, id.get(), What::Asked, author.id, now)?;
    }
    tags::put(tx, id.get(), &wording.tags, now)?;
    uploads::give(tx, PostId::Thread(id), body, author.id, now)?;
    category_store::count(tx, draft.category.get(), first_standing(draft.kind), 1)?;
    count_for(tx, Some(author.id), 1, 0, 0)?;
    notifications::asked(tx, author, (id, category.audience), body, now)?;
    submissions::settle(tx, author.id, form_key, id.get())?;
    changes::record(tx, Noun::Thread(id), ChangeVerb::Made, now)?;
    hold.settle(tx, Piece::Thread(id), now)?;
    Ok(Posting::Posted(id))
}

fn insert(
    tx: &mut Db,
    author: UserId,
    draft: &ThreadDraft,
    wording: &Wording<'_>,
    now: DateTime<Utc>,
) -> Result<ThreadId, StoreError> {
    let body: &Written = &wording.body;
    let answers = answers_json(&wording.answers)?;
    let id: i64 = diesel::insert_into(threads::table)
        .values((
            threads::category_id.eq(draft.category.get()),
            threads::kind.eq(draft.kind.as_str()),
            threads::standing.eq(first_standing(draft.kind).as_str()),
            threads::author_id.eq(Some(author.get())),
            threads::created_at.eq(row_time(now)),
            threads::active_at.eq(row_time(now)),
            threads::title.eq(wording.title.as_str()),
            threads::template_answers.eq(answers),
            threads::renderer.eq(body.renderer),
            threads::body_markdown.eq(&body.markdown),
            threads::body_html.eq(&body.html),
        ))
        .returning(threads::id)
        .get_result(tx)?;
    Ok(ThreadId::stored(id))
}

/// Gives a thread that was changed its tags, and the files of its text.
pub(super) fn dress(
    tx: &mut Db,
    id: ThreadId,
    names: &[TagName],
    (body, editor): (&Written, UserId),
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    tags::put(tx, id.get(), names, now)?;
    uploads::attach(tx, PostId::Thread(id), body, editor, now)
}

/// The answers to a category's template as a row has them.
pub(super) fn answers_json(answers: &[TemplateAnswer]) -> Result<String, StoreError> {
    serde_json::to_string(answers).map_err(|error| StoreError::Unexpected(error.to_string()))
}

fn first_standing(kind: ThreadKind) -> Standing {
    Standing::decide(kind, false, false, 0)
}

/// What an imported thing is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OldAddress {
    /// A thread.
    Thread(ThreadId),
    /// A reply.
    Reply(ReplyId),
    /// A category.
    Category(CategoryId),
}

/// What stands now where an imported forum of this family had the thing with this id; the first of several forums.
pub fn old_address(db: &mut Db, family: &str, nouns: &[&str], id: i64) -> Result<OldAddress, StoreError> {
    let row: (String, i64) = origins::table
        .filter(origins::family.eq(family))
        .filter(origins::noun.eq_any(nouns))
        .filter(origins::source_id.eq(id))
        .order((origins::source, origins::noun))
        .select((origins::noun, origins::noun_id))
        .first(db)?;
    match row.0.as_str() {
        "thread" | "opening" => Ok(OldAddress::Thread(ThreadId::stored(row.1))),
        "reply" => Ok(OldAddress::Reply(ReplyId::stored(row.1))),
        "category" => Ok(OldAddress::Category(CategoryId::stored(row.1))),
        _ => Err(StoreError::NotFound),
    }
}
