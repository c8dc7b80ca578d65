//! What was so before an act, as far as taking it back needs more than the row of the log says.

use diesel::prelude::*;

use super::Subject;
use crate::domain::article::LinkKind;
use crate::domain::body::{Body, CommentBody, Reason};
use crate::domain::case::Piece;
use crate::domain::draft::ThreadEdit;
use crate::domain::id::{ArticleId, CommentId, ModerationId, ReplyId, ThreadId, UserId};
use crate::domain::moderation::{Act, Changed};
use crate::domain::sight::Sight;
use crate::domain::tag::TagName;
use crate::domain::title::Title;
use crate::store::schema::moderations;
use crate::store::{Db, StoreError, comments, replies, revisions, threads};

/// A row of the log as undoing reads it.
#[derive(Debug, Clone)]
pub(super) struct Logged {
    pub(super) id: i64,
    pub(super) act: Act,
    pub(super) subject: Subject,
    pub(super) was: Option<String>,
    pub(super) became: Option<String>,
    pub(super) is_in_force: bool,
}

impl Logged {
    /// What was so before, as a number.
    pub(super) fn was_number(&self) -> Option<i64> {
        self.was.as_deref()?.parse().ok()
    }

    /// What is so since, as a number.
    pub(super) fn became_number(&self) -> Option<i64> {
        self.became.as_deref()?.parse().ok()
    }
}

pub(super) fn logged(db: &mut Db, id: ModerationId) -> Result<Logged, StoreError> {
    type Row = (
        String,
        (Option<i64>, Option<i64>, Option<i64>, Option<i64>),
        (Option<String>, Option<String>),
        bool,
    );
    let (act, (thread, reply, comment, user), (was, became), is_in_force): Row = moderations::table
        .find(id.get())
        .select((
            moderations::act,
            (
                moderations::thread_id,
                moderations::reply_id,
                moderations::comment_id,
                moderations::user_id,
            ),
            (moderations::was, moderations::became),
            moderations::ended_at.is_null(),
        ))
        .first(db)?;
    Ok(Logged {
        id: id.get(),
        act: Act::parse(&act).unwrap_or(Act::Other),
        subject: Subject {
            thread: thread.map(ThreadId::stored),
            reply: reply.map(ReplyId::stored),
            comment: comment.map(CommentId::stored),
            user: user.map(UserId::stored),
        },
        was,
        became,
        is_in_force,
    })
}

/// The text that a post had before an edit; it is rendered before the edit is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Former {
    /// A thread's.
    Thread(ThreadEdit),
    /// A reply's.
    Reply(Body),
    /// A comment's.
    Comment(CommentBody),
}

/// The text before an edit; `None` for any other act, and once the text was changed again.
pub fn former(db: &mut Db, sight: Sight, id: ModerationId) -> Result<Option<Former>, StoreError> {
    let row = logged(db, id)?;
    if row.act != Act::Edit || !row.is_in_force {
        return Ok(None);
    }
    match row.subject.piece() {
        Some(Piece::Comment(id)) => {
            let present = comments::source(db, sight, id)?.body;
            let is_present = row.became.as_deref() == Some(present.as_str());
            let was = row.was.as_deref().filter(|_| is_present);
            Ok(was.and_then(|was| CommentBody::parse(was).ok()).map(Former::Comment))
        }
        Some(Piece::Reply(id)) => {
            let source = replies::source(db, sight, id)?;
            let former = version(db, &row, source.thread, Some(id))?;
            Ok(former
                .and_then(|former| Body::parse(&former.body).ok())
                .map(Former::Reply))
        }
        Some(Piece::Thread(id)) => {
            threads::title_of(db, sight, id)?;
            let former = version(db, &row, id, None)?;
            Ok(former.and_then(thread_edit).map(Former::Thread))
        }
        None => Ok(None),
    }
}

/// The version before an edit, while the one that the edit made is the newest.
fn version(
    db: &mut Db,
    row: &Logged,
    thread: ThreadId,
    reply: Option<ReplyId>,
) -> Result<Option<revisions::Revision>, StoreError> {
    let history = revisions::history(db, thread, reply)?;
    if history.first().map(|newest| newest.number) != row.became_number() {
        return Ok(None);
    }
    let was = row.was_number();
    Ok(history.into_iter().find(|version| Some(version.number) == was))
}

fn thread_edit(former: revisions::Revision) -> Option<ThreadEdit> {
    Some(ThreadEdit {
        title: Title::parse(former.title.as_deref()?).ok()?,
        tags: TagName::parse_list(former.tags.as_deref()?).ok()?,
        body: Body::parse(&former.body).ok()?,
        template_answers: Some(former.answers),
        reason: Reason::default(),
    })
}

/// What happened to the link of an article, as a row of the log names it: `12 answers`.
pub(in crate::store) fn link_changed(article: ArticleId, was: Option<LinkKind>, became: Option<LinkKind>) -> Changed {
    let named = |kind: LinkKind| format!("{article} {kind}");
    Changed::of(was.map(named), became.map(named))
}

/// That the link of an article was taken back.
pub(in crate::store) fn unlinked(article: ArticleId, was: LinkKind) -> Changed {
    link_changed(article, Some(was), None)
}

/// The link that a row of the log names.
pub(super) fn link_of_name(name: &str) -> Option<(ArticleId, LinkKind)> {
    let (article, kind) = name.split_once(' ')?;
    Some((article.parse().ok()?, LinkKind::parse(kind)?))
}
