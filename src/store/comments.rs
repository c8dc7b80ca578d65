//! Comments: short notes under a thread or a reply.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::moderations::{Moderated, Subject, log_change_if_others, log_if_others};
use super::notifications::Post;
use super::outcome::{Deed, Posting};
use super::replies::{hold_reply, welcomes_posts};
use super::schema::{comments, replies, threads};
use super::screening::{self, Screening};
use super::threads::{Held, done, hold};
use super::time::row_time;
use super::written::Written;
use super::{Db, StoreError, cases, changes, merges, newcomers, notifications, submissions, users};
use crate::domain::account::User;
use crate::domain::case::Piece;
use crate::domain::category::Audience;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{CommentId, ReplyId, ThreadId, UserId};
use crate::domain::moderation::{Act, Changed};
use crate::domain::permission::{Verb, may_in};
use crate::domain::sight::Sight;

/// What a comment stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommentOn {
    /// A thread.
    Thread(ThreadId),
    /// A reply.
    Reply(ReplyId),
}

/// Posts a comment. `form_key` is the key of the form, which works once.
pub fn post(
    tx: &mut Db,
    author: &User,
    sight: Sight,
    on: CommentOn,
    body: &Written,
    form_key: &str,
    now: DateTime<Utc>,
) -> Result<Posting<CommentId>, StoreError> {
    if let Some(id) = submissions::claim(tx, author.id, form_key, now)? {
        return Ok(Posting::PostedBefore(CommentId::stored(id)));
    }
    let Some((held, reply)) = hold_post(tx, sight, on)? else {
        submissions::release(tx, author.id, form_key)?;
        return Ok(Posting::Locked);
    };
    if !may_in(author, held.audience, Verb::Comment, held.author) {
        submissions::release(tx, author.id, form_key)?;
        return Ok(Posting::NotAllowed);
    }
    if !welcomes_posts(&held, author) {
        submissions::release(tx, author.id, form_key)?;
        return Ok(Posting::Locked);
    }
    if let Some(limit) = newcomers::limit_of_comment(tx, author, body)? {
        submissions::release(tx, author.id, form_key)?;
        return Ok(Posting::NotYet(limit));
    }
    let (body, hold) = match screening::comment(tx, author, body)? {
        Screening::Passed(body, hold) => (body, hold),
        Screening::Blocked(words) => {
            submissions::release(tx, author.id, form_key)?;
            return Ok(Posting::Blocked(words));
        }
    };
    let id: i64 = diesel::insert_into(comments::table)
        .values((
            comments::thread_id.eq(held.id),
            comments::reply_id.eq(reply),
            comments::position.eq(next_position(tx, held.id, reply)?),
            comments::author_id.eq(Some(author.id.get())),
            comments::created_at.eq(row_time(now)),
            comments::renderer.eq(body.renderer),
            comments::body_markdown.eq(&body.markdown),
            comments::body_html.eq(&body.html),
        ))
        .returning(comments::id)
        .get_result(tx)?;
    count(tx, held.id, reply, 1)?;
    notifications::commented(tx, author, &held, (reply, id), &body, now)?;
    submissions::settle(tx, author.id, form_key, id)?;
    changes::record(tx, Noun::Thread(ThreadId::stored(held.id)), ChangeVerb::Changed, now)?;
    hold.settle(tx, Piece::Comment(CommentId::stored(id)), now)?;
    Ok(Posting::Posted(CommentId::stored(id)))
}

/// Holds what is commented on; `None` for a reply that is deleted. The text of a merged thread is a reply.
fn hold_post(tx: &mut Db, sight: Sight, on: CommentOn) -> Result<Option<(Held, Option<i64>)>, StoreError> {
    let reply = match on {
        CommentOn::Reply(id) => id,
        CommentOn::Thread(id) => {
            let held = match merges::opening_of(tx, id)? {
                None => hold(tx, sight, id),
                Some(_) => Err(StoreError::NotFound),
            };
            // A merge that was waited for is seen only now.
            match merges::opening_of(tx, id)? {
                None => return Ok(Some((held?, None))),
                Some(opening) => opening,
            }
        }
    };
    let held = hold_reply(tx, sight, reply)?;
    let is_there = !held.is_deleted;
    Ok(is_there.then_some((held.thread, Some(reply.get()))))
}

/// A comment as its verbs see it, with its thread held.
pub(super) struct HeldComment {
    id: i64,
    reply: Option<i64>,
    author: Option<UserId>,
    pub(super) is_deleted: bool,
    /// Whether its text was deleted for good.
    pub(super) is_erased: bool,
    pub(super) thread: Held,
}

impl Moderated for HeldComment {
    fn author(&self) -> Option<UserId> {
        self.author
    }

    fn subject(&self) -> Subject {
        Subject {
            reply: self.reply.map(ReplyId::stored),
            comment: Some(CommentId::stored(self.id)),
            ..self.thread.subject()
        }
    }
}

/// Holds a comment's thread; absent when either is out of sight.
pub(super) fn hold_comment(tx: &mut Db, sight: Sight, id: CommentId) -> Result<HeldComment, StoreError> {
    let thread: i64 = comments::table.find(id.get()).select(comments::thread_id).first(tx)?;
    let thread = hold(tx, sight, ThreadId::stored(thread))?;
    let row: (Option<i64>, Option<i64>, Option<NaiveDateTime>, bool) = comments::table
        .find(id.get())
        .select((
            comments::reply_id,
            comments::author_id,
            comments::deleted_at,
            comments::erased_at.is_not_null(),
        ))
        .first(tx)?;
    if let Some(reply) = row.0 {
        hold_reply(tx, sight, ReplyId::stored(reply))?;
    }
    if row.2.is_some() && !sight.sees_deleted_in(thread.audience) {
        return Err(StoreError::NotFound);
    }
    let author = row.1.map(UserId::stored);
    Ok(HeldComment {
        id: id.get(),
        reply: row.0,
        author,
        is_deleted: row.2.is_some(),
        is_erased: row.3,
        thread,
    })
}

/// Changes a comment; comments are too short to have a history.
pub fn edit(
    tx: &mut Db,
    editor: &User,
    sight: Sight,
    id: CommentId,
    body: &Written,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold_comment(tx, sight, id)?;
    if !may_in(editor, held.thread.audience, Verb::EditComment, held.author) {
        return Ok(Deed::NotYours);
    }
    if held.is_deleted || !welcomes_posts(&held.thread, editor) {
        return Ok(Deed::Locked);
    }
    let (before, html_before): (String, String) = comments::table
        .find(held.id)
        .select((comments::body_markdown, comments::body_html))
        .first(tx)?;
    if before == body.markdown {
        return Ok(Deed::Unchanged);
    }
    let (body, hold) = match screening::comment(tx, editor, body)? {
        Screening::Passed(body, hold) => (body, hold),
        Screening::Blocked(words) => return Ok(Deed::Blocked(words)),
    };
    diesel::update(comments::table.find(held.id))
        .set((
            comments::body_markdown.eq(&body.markdown),
            comments::body_html.eq(&body.html),
            comments::renderer.eq(body.renderer),
            comments::edited_at.eq(Some(row_time(now))),
        ))
        .execute(tx)?;
    let changed = Changed::of(Some(&before), Some(&body.markdown));
    log_change_if_others(tx, editor, &held, Act::Edit, &changed, "", now)?;
    let post = Post::of_comment(held.author, held.reply, held.id);
    notifications::reworded(tx, editor, &held.thread, post, (&html_before, &body), now)?;
    let deed = done(tx, ThreadId::stored(held.thread.id), now)?;
    hold.settle(tx, Piece::Comment(id), now)?;
    Ok(deed)
}

/// Deletes a comment softly.
pub fn delete(tx: &mut Db, by: &User, sight: Sight, id: CommentId, now: DateTime<Utc>) -> Result<Deed, StoreError> {
    let held = hold_comment(tx, sight, id)?;
    if !may_in(by, held.thread.audience, Verb::DeleteComment, held.author) {
        return Ok(Deed::NotYours);
    }
    if held.is_deleted {
        return Ok(Deed::Unchanged);
    }
    hide(tx, &held, Some(by.id), now)?;
    log_if_others(tx, by, &held, Act::Delete, "", now)?;
    cases::deleted(tx, Piece::Comment(id), by, held.author, now)?;
    Ok(Deed::Done(()))
}

/// Takes a comment that is there off its page; nobody in particular does it when it is held for a moderator.
pub(super) fn hide(tx: &mut Db, held: &HeldComment, by: Option<UserId>, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(comments::table.find(held.id))
        .set((
            comments::deleted_at.eq(Some(row_time(now))),
            comments::deleted_by_id.eq(by.map(UserId::get)),
        ))
        .execute(tx)?;
    count(tx, held.thread.id, held.reply, -1)?;
    done(tx, ThreadId::stored(held.thread.id), now).map(drop)
}

/// Says who deleted a comment that was hidden already.
pub(super) fn settle_hidden(
    tx: &mut Db,
    held: &HeldComment,
    by: Option<UserId>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::update(comments::table.find(held.id))
        .set(comments::deleted_by_id.eq(by.map(UserId::get)))
        .execute(tx)?;
    // What waited for a moderator can be brought back as long as what was there until now.
    if by.is_some() {
        diesel::update(comments::table.find(held.id))
            .set(comments::deleted_at.eq(Some(row_time(now))))
            .execute(tx)?;
    }
    Ok(())
}

/// Brings a deleted comment back, unless its author is removed: they come back with everything, or not at all.
pub fn undelete(tx: &mut Db, by: &User, sight: Sight, id: CommentId, now: DateTime<Utc>) -> Result<Deed, StoreError> {
    let held = hold_comment(tx, sight, id)?;
    if !may_in(by, held.thread.audience, Verb::Undelete, held.author) {
        return Ok(Deed::NotYours);
    }
    if !held.is_deleted {
        return Ok(Deed::Unchanged);
    }
    if held.is_erased {
        return Ok(Deed::Erased);
    }
    if let Some(author) = users::removed(tx, held.author)? {
        return Ok(Deed::AuthorRemoved(author));
    }
    show(tx, &held, now)?;
    log_if_others(tx, by, &held, Act::Undelete, "", now)?;
    cases::undeleted(tx, Piece::Comment(id), by, now)?;
    Ok(Deed::Done(()))
}

/// Puts a hidden comment back.
pub(super) fn show(tx: &mut Db, held: &HeldComment, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(comments::table.find(held.id))
        .set((
            comments::deleted_at.eq(None::<NaiveDateTime>),
            comments::deleted_by_id.eq(None::<i64>),
        ))
        .execute(tx)?;
    count(tx, held.thread.id, held.reply, 1)?;
    done(tx, ThreadId::stored(held.thread.id), now).map(drop)
}

/// A comment to change, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentSource {
    /// Its thread.
    pub thread: ThreadId,
    /// That thread's title.
    pub title: String,
    /// Who sees it.
    pub audience: Audience,
    /// The reply that it stands under, if any.
    pub reply: Option<ReplyId>,
    /// Who wrote it.
    pub author: Option<UserId>,
    /// The Markdown.
    pub body: String,
    /// Whether it is one of the first, which stand on the thread's page.
    pub is_among_first: bool,
}

/// A comment's source, for the form that changes it and its permanent address.
pub fn source(db: &mut Db, sight: Sight, id: CommentId) -> Result<CommentSource, StoreError> {
    let row: (i64, Option<i64>, Option<i64>, String, Option<NaiveDateTime>, i64) = comments::table
        .find(id.get())
        .select((
            comments::thread_id,
            comments::reply_id,
            comments::author_id,
            comments::body_markdown,
            comments::deleted_at,
            comments::position,
        ))
        .first(db)?;
    let reply = row.1.map(ReplyId::stored);
    if let Some(reply) = reply {
        super::replies::source(db, sight, reply)?;
    }
    let thread = ThreadId::stored(row.0);
    let (title, audience) = super::threads::named(db, sight, thread)?;
    if row.4.is_some() && !sight.sees_deleted_in(audience) {
        return Err(StoreError::NotFound);
    }
    Ok(CommentSource {
        audience,
        thread,
        title,
        reply,
        author: row.2.map(UserId::stored),
        body: row.3,
        is_among_first: row.5 <= super::threads::COMMENTS_ON_PAGE,
    })
}

fn next_position(tx: &mut Db, thread: i64, reply: Option<i64>) -> Result<i64, StoreError> {
    let last = comments::table
        .select(diesel::dsl::max(comments::position))
        .into_boxed();
    let last: Option<i64> = match reply {
        Some(reply) => last.filter(comments::reply_id.eq(reply)).first(tx)?,
        None => last
            .filter(comments::thread_id.eq(thread))
            .filter(comments::reply_id.is_null())
            .first(tx)?,
    };
    Ok(last.unwrap_or(0) + 1)
}

fn count(tx: &mut Db, thread: i64, reply: Option<i64>, more: i64) -> Result<(), StoreError> {
    match reply {
        Some(reply) => diesel::update(replies::table.find(reply))
            .set(replies::comment_count.eq(replies::comment_count + more))
            .execute(tx)?,
        None => diesel::update(threads::table.find(thread))
            .set(threads::comment_count.eq(threads::comment_count + more))
            .execute(tx)?,
    };
    Ok(())
}
