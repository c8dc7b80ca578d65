//! How rows become posts: with authors, comments, the viewer's own votes, and HTML that is safe to show.

use std::collections::HashMap;

use diesel::prelude::*;

use super::replies::ReplyRow;
use super::{CommentView, PostView, ReplyView, Row};
use crate::domain::cursor::PageOf;
use crate::domain::id::{ReplyId, ThreadId, UserId};
use crate::domain::vote::Vote;
use crate::store::authors::Authors;
use crate::store::native::among;
use crate::store::schema::{cases, me_toos, replies, reply_votes, thread_votes, threads};
use crate::store::time::utc;
use crate::store::written::shown_body;
use crate::store::{Db, StoreError, thanks};
use crate::text::SafeHtml;

/// What the viewer did here.
#[derive(Default)]
pub(super) struct OwnMarks {
    thread_vote: Option<Vote>,
    reply_votes: HashMap<i64, Vote>,
    thanked: Vec<i64>,
    pub(super) has_me_too: bool,
    /// Whether something of theirs waits for a moderator, anywhere: seldom, so that pages ask for it only then.
    pub(super) has_held: bool,
}

impl OwnMarks {
    pub(super) fn load(
        db: &mut Db,
        viewer: Option<UserId>,
        thread: ThreadId,
        replies: &[i64],
    ) -> Result<Self, StoreError> {
        let Some(viewer) = viewer.map(UserId::get) else {
            return Ok(Self::default());
        };
        let vote = thread_votes::table
            .find((thread.get(), viewer))
            .select(thread_votes::direction)
            .single_value();
        let joined = me_toos::table.find((thread.get(), viewer)).select(me_toos::thread_id);
        let held = cases::table
            .filter(cases::author_id.eq(viewer))
            .filter(cases::held_at.is_not_null())
            .filter(cases::decided_at.is_null());
        let (on_thread, has_me_too, has_held): (Option<String>, bool, bool) =
            diesel::select((vote, diesel::dsl::exists(joined), diesel::dsl::exists(held))).get_result(db)?;
        let on_replies: Vec<(i64, String)> = reply_votes::table
            .filter(reply_votes::user_id.eq(viewer))
            .filter(among(reply_votes::reply_id, replies.iter().copied()))
            .select((reply_votes::reply_id, reply_votes::direction))
            .load(db)?;
        let reply_votes = on_replies
            .into_iter()
            .filter_map(|(id, vote)| Vote::parse(&vote).map(|vote| (id, vote)));
        Ok(Self {
            thread_vote: on_thread.as_deref().and_then(Vote::parse),
            reply_votes: reply_votes.collect(),
            has_me_too,
            has_held,
            thanked: thanks::given(db, viewer, replies)?,
        })
    }
}

/// What rows need to become posts.
pub(super) struct Dressing<'a> {
    authors: &'a Authors,
    comments: HashMap<Option<i64>, Vec<CommentView>>,
    own: &'a OwnMarks,
}

impl<'a> Dressing<'a> {
    pub(super) fn new(
        authors: &'a Authors,
        comments: HashMap<Option<i64>, Vec<CommentView>>,
        own: &'a OwnMarks,
    ) -> Self {
        Self { authors, comments, own }
    }

    pub(super) fn thread(&mut self, row: &Row, db: &mut Db) -> Result<PostView, StoreError> {
        let body = body_of(row.body_html.clone(), row.renderer, || {
            Ok(threads::table.find(row.id).select(threads::body_markdown).first(db)?)
        })?;
        Ok(PostView {
            author: self.authors.of(row.author.0, row.author.1.clone()),
            created_at: utc(row.times.0),
            edited_at: row.times.1.map(utc),
            by_mail: false,
            deleted_at: row.times.3.map(utc),
            is_erased: row.marks.3,
            body,
            up_count: row.counts.2,
            down_count: row.counts.3,
            own_vote: self.own.thread_vote,
            thanks_count: 0,
            has_thanked: false,
            comment_count: row.counts.1,
            comments: self.comments.remove(&None).unwrap_or_default(),
        })
    }

    pub(super) fn reply(&mut self, row: ReplyRow, db: &mut Db) -> Result<ReplyView, StoreError> {
        let body = body_of(row.body_html, row.renderer, || {
            Ok(replies::table.find(row.id).select(replies::body_markdown).first(db)?)
        })?;
        let post = PostView {
            author: self.authors.of(row.author.0, row.author.1),
            created_at: utc(row.times.0),
            edited_at: row.times.1.map(utc),
            by_mail: row.by_mail,
            deleted_at: row.times.2.map(utc),
            is_erased: row.is_erased,
            body,
            up_count: row.counts.0,
            down_count: row.counts.1,
            own_vote: self.own.reply_votes.get(&row.id).copied(),
            thanks_count: row.counts.4,
            has_thanked: self.own.thanked.contains(&row.id),
            comment_count: row.counts.3,
            comments: self.comments.remove(&Some(row.id)).unwrap_or_default(),
        };
        Ok((ReplyId::stored(row.id), post))
    }

    pub(super) fn replies(&mut self, rows: PageOf<ReplyRow>, db: &mut Db) -> Result<PageOf<ReplyView>, StoreError> {
        let mut items = Vec::new();
        for row in rows.items {
            items.push(self.reply(row, db)?);
        }
        Ok(PageOf { items, more: rows.more })
    }
}

/// The stored HTML, or, while an older renderer's stands there, the Markdown rendered anew.
fn body_of(
    html: String,
    renderer: i16,
    markdown: impl FnOnce() -> Result<String, StoreError>,
) -> Result<SafeHtml, StoreError> {
    if renderer == crate::text::RENDERER_VERSION {
        return Ok(shown_body(html, renderer, String::new));
    }
    let markdown = markdown()?;
    Ok(shown_body(html, renderer, || markdown))
}
