//! Replies: posting and changing; accepting and deleting are in files of their own.

mod accepting;
mod deleting;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::merges::hold_followed;
use super::moderations::{Moderated, Subject, log_change_if_others};
use super::notifications::Post;
use super::outcome::{Deed, Posting};
use super::revisions::{self, NewRevision};
use super::schema::{categories, replies, threads};
use super::screening::{self, Screening};
use super::threads::{Held, count_for, hold, settle};
use super::time::{row_time, utc};
use super::written::Written;
use super::{Db, StoreError, changes, newcomers, notifications, questions, submissions, uploads};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::case::Piece;
use crate::domain::category::Audience;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ReplyId, ThreadId, UserId};
use crate::domain::moderation::{Act, Changed};
use crate::domain::permission::{Verb, may_in};
use crate::domain::question::{Answerer, What};
use crate::domain::sight::Sight;
use crate::domain::upload::PostId;

pub(super) use accepting::reinstate;
pub use accepting::{Accepting, accept, unaccept};
pub use deleting::{delete, undelete};
pub(super) use deleting::{hide, settle_hidden, show};

/// Posts a reply. `form_key` is the key of the form, which works once.
pub fn post(
    tx: &mut Db,
    author: &User,
    sight: Sight,
    thread: ThreadId,
    body: &Written,
    form_key: &str,
    now: DateTime<Utc>,
) -> Result<Posting<ReplyId>, StoreError> {
    if let Some(id) = submissions::claim(tx, author.id, form_key, now)? {
        return Ok(Posting::PostedBefore(ReplyId::stored(id)));
    }
    let held = hold_followed(tx, sight, thread)?;
    let thread = ThreadId::stored(held.id);
    if !may_in(author, held.audience, Verb::Reply, held.author) {
        submissions::release(tx, author.id, form_key)?;
        return Ok(Posting::NotAllowed);
    }
    if !welcomes_posts(&held, author) {
        submissions::release(tx, author.id, form_key)?;
        return Ok(Posting::Locked);
    }
    if let Some(limit) = newcomers::limit_of_reply(tx, author, body, now)? {
        submissions::release(tx, author.id, form_key)?;
        return Ok(Posting::NotYet(limit));
    }
    let (body, hold) = match screening::reply(tx, author, body)? {
        Screening::Passed(body, hold) => (body, hold),
        Screening::Blocked(words) => {
            submissions::release(tx, author.id, form_key)?;
            return Ok(Posting::Blocked(words));
        }
    };
    let id = insert(tx, author.id, held.id, &body, now)?;
    let answered = What::Answered {
        reply: ReplyId::stored(id),
        answerer: Answerer::of(author, held.author),
    };
    questions::note(tx, &held, answered, author.id, now)?;
    diesel::update(threads::table.find(held.id))
        .set((
            threads::reply_count.eq(threads::reply_count + 1),
            threads::active_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    settle(tx, &held)?;
    uploads::give(tx, PostId::Reply(ReplyId::stored(id)), &body, author.id, now)?;
    count_for(tx, Some(author.id), 0, 1, 0)?;
    notifications::replied(tx, author, &held, id, &body, now)?;
    submissions::settle(tx, author.id, form_key, id)?;
    changes::record(tx, Noun::Reply(ReplyId::stored(id)), ChangeVerb::Made, now)?;
    changes::record(tx, Noun::Thread(thread), ChangeVerb::Changed, now)?;
    hold.settle(tx, Piece::Reply(ReplyId::stored(id)), now)?;
    Ok(Posting::Posted(ReplyId::stored(id)))
}

fn insert(tx: &mut Db, author: UserId, thread: i64, body: &Written, now: DateTime<Utc>) -> Result<i64, StoreError> {
    let id = diesel::insert_into(replies::table)
        .values((
            replies::thread_id.eq(thread),
            replies::author_id.eq(Some(author.get())),
            replies::created_at.eq(row_time(now)),
            replies::renderer.eq(body.renderer),
            replies::body_markdown.eq(&body.markdown),
            replies::body_html.eq(&body.html),
        ))
        .returning(replies::id)
        .get_result(tx)?;
    Ok(id)
}

/// Whether somebody may still post in a thread: nobody in a deleted one, only moderators in a locked or closed one.
pub(super) fn welcomes_posts(held: &Held, author: &User) -> bool {
    !held.is_deleted && ((!held.is_locked && !held.is_closed) || may_in(author, held.audience, Verb::Lock, None))
}

/// A reply as its verbs see it, in its thread, both held.
pub(super) struct HeldReply {
    pub(super) id: i64,
    pub(super) author: Option<UserId>,
    pub(super) is_deleted: bool,
    /// Whether its text was deleted for good.
    pub(super) is_erased: bool,
    /// Whether it is the own text of a merged thread: it answers nothing.
    pub(super) is_opening: bool,
    pub(super) thread: Held,
}

impl Moderated for HeldReply {
    fn author(&self) -> Option<UserId> {
        self.author
    }

    fn subject(&self) -> Subject {
        Subject {
            reply: Some(ReplyId::stored(self.id)),
            ..self.thread.subject()
        }
    }
}

/// Holds a reply and its thread; absent when either is out of sight.
pub(super) fn hold_reply(tx: &mut Db, sight: Sight, id: ReplyId) -> Result<HeldReply, StoreError> {
    type Row = (i64, Option<i64>, Option<NaiveDateTime>, (bool, bool));
    let row = |tx: &mut Db| -> Result<Row, StoreError> {
        let columns = (
            replies::thread_id,
            replies::author_id,
            replies::deleted_at,
            (replies::opens_id.is_not_null(), replies::erased_at.is_not_null()),
        );
        Ok(replies::table.find(id.get()).select(columns).first(tx)?)
    };
    let mut home = row(tx)?.0;
    // A merge that was waited for may have taken the reply to another thread.
    let (thread, (_, author, deleted_at, (is_opening, is_erased))) = loop {
        let thread = hold(tx, sight, ThreadId::stored(home));
        let now = row(tx)?;
        if now.0 == home {
            break (thread?, now);
        }
        home = now.0;
    };
    if deleted_at.is_some() && !sight.sees_deleted_in(thread.audience) {
        return Err(StoreError::NotFound);
    }
    Ok(HeldReply {
        id: id.get(),
        author: author.map(UserId::stored),
        is_deleted: deleted_at.is_some(),
        is_erased,
        is_opening,
        thread,
    })
}

/// Saves another version of a reply.
pub fn edit(
    tx: &mut Db,
    editor: &User,
    sight: Sight,
    id: ReplyId,
    body: &Written,
    reason: &Reason,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold_reply(tx, sight, id)?;
    if !may_in(editor, held.thread.audience, Verb::EditReply, held.author) {
        return Ok(Deed::NotYours);
    }
    if held.is_deleted || (held.thread.is_locked && !may_in(editor, held.thread.audience, Verb::Lock, None)) {
        return Ok(Deed::Locked);
    }
    let (old_body, old_html, created_at): (String, String, NaiveDateTime) = replies::table
        .find(held.id)
        .select((replies::body_markdown, replies::body_html, replies::created_at))
        .first(tx)?;
    if old_body == body.markdown {
        return Ok(Deed::Unchanged);
    }
    let (body, hold) = match screening::reply(tx, editor, body)? {
        Screening::Passed(body, hold) => (body, hold),
        Screening::Blocked(words) => return Ok(Deed::Blocked(words)),
    };
    let before = (old_body.as_str(), utc(created_at));
    let number = save_versions(tx, editor, &held, before, (&body, reason), now)?;
    diesel::update(replies::table.find(held.id))
        .set((
            replies::body_markdown.eq(&body.markdown),
            replies::body_html.eq(&body.html),
            replies::renderer.eq(body.renderer),
            replies::edited_at.eq(Some(row_time(now))),
        ))
        .execute(tx)?;
    uploads::attach(tx, PostId::Reply(id), &body, editor.id, now)?;
    let changed = Changed::of(Some(number - 1), Some(number));
    log_change_if_others(tx, editor, &held, Act::Edit, &changed, reason.as_str(), now)?;
    let post = Post::of_reply(held.author, held.id);
    notifications::reworded(tx, editor, &held.thread, post, (&old_html, &body), now)?;
    let deed = done(tx, &held, now)?;
    hold.settle(tx, Piece::Reply(id), now)?;
    Ok(deed)
}

/// Saves the new version, and before it the first one if there is no history yet; answers its number.
fn save_versions(
    tx: &mut Db,
    editor: &User,
    held: &HeldReply,
    (old_body, created_at): (&str, DateTime<Utc>),
    (body, reason): (&Written, &Reason),
    now: DateTime<Utc>,
) -> Result<i64, StoreError> {
    let first = NewRevision {
        thread: ThreadId::stored(held.thread.id),
        reply: Some(ReplyId::stored(held.id)),
        editor: held.author,
        created_at,
        reason: "",
        title: None,
        tags: None,
        answers: None,
        body: old_body,
    };
    if revisions::last_number(tx, first.thread, first.reply)? == 0 {
        revisions::save(tx, &first)?;
    }
    let newer = NewRevision {
        editor: Some(editor.id),
        created_at: now,
        reason: reason.as_str(),
        body: &body.markdown,
        ..first
    };
    revisions::save(tx, &newer)
}

/// A reply to change: its thread and the Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplySource {
    /// The thread that it stands under.
    pub thread: ThreadId,
    /// That thread's title.
    pub title: String,
    /// Who sees it.
    pub audience: Audience,
    /// Who wrote it.
    pub author: Option<UserId>,
    /// The Markdown.
    pub body: String,
}

/// A reply's source, for the form that changes it, its history and its permanent address.
pub fn source(db: &mut Db, sight: Sight, id: ReplyId) -> Result<ReplySource, StoreError> {
    let row: (i64, Option<i64>, String, Option<NaiveDateTime>) = replies::table
        .find(id.get())
        .select((
            replies::thread_id,
            replies::author_id,
            replies::body_markdown,
            replies::deleted_at,
        ))
        .first(db)?;
    let thread = ThreadId::stored(row.0);
    let (title, audience) = super::threads::named(db, sight, thread)?;
    if row.3.is_some() && !sight.sees_deleted_in(audience) {
        return Err(StoreError::NotFound);
    }
    Ok(ReplySource {
        audience,
        thread,
        title,
        author: row.1.map(UserId::stored),
        body: row.2,
    })
}

/// Whether a reply was deleted, or its thread was, in a category in sight: it was there, and is gone.
pub fn is_gone(db: &mut Db, sight: Sight, id: ReplyId) -> Result<bool, StoreError> {
    let row: Option<(String, Option<NaiveDateTime>, Option<NaiveDateTime>)> = replies::table
        .inner_join(threads::table.inner_join(categories::table))
        .filter(replies::id.eq(id.get()))
        .select((categories::audience, replies::deleted_at, threads::deleted_at))
        .first(db)
        .optional()?;
    let is_gone = |(audience, of_reply, of_thread): (String, Option<_>, Option<_>)| {
        let is_in_sight = Audience::parse(&audience).is_some_and(|audience| sight.includes(audience));
        is_in_sight && (of_reply.is_some() || of_thread.is_some())
    };
    Ok(row.is_some_and(is_gone))
}

/// Who wrote a reply.
pub(super) fn author_of(db: &mut Db, reply: i64) -> Result<Option<UserId>, StoreError> {
    let author: Option<i64> = replies::table.find(reply).select(replies::author_id).first(db)?;
    Ok(author.map(UserId::stored))
}

fn done(tx: &mut Db, held: &HeldReply, now: DateTime<Utc>) -> Result<Deed, StoreError> {
    changes::record(tx, Noun::Reply(ReplyId::stored(held.id)), ChangeVerb::Changed, now)?;
    super::threads::done(tx, ThreadId::stored(held.thread.id), now)
}
