//! Comments: the first of each post on a thread's page, and all of a post on a page of their own.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::CommentView;
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::{CommentId, ReplyId, ThreadId};
use crate::domain::sight::Sight;
use crate::store::authors::Authors;
use crate::store::native::{NativeDsl, among};
use crate::store::schema::comments;
use crate::store::time::utc;
use crate::store::written::shown_comment;
use crate::store::{Db, StoreError};

/// How many comments of a post stand on a thread's page; the rest have a page of their own.
pub const COMMENTS_ON_PAGE: i64 = 5;

#[derive(Queryable)]
pub(super) struct CommentRow {
    id: i64,
    reply_id: Option<i64>,
    pub(super) author: (Option<i64>, Option<String>),
    created_at: NaiveDateTime,
    deleted_at: Option<NaiveDateTime>,
    up_count: i64,
    renderer: i16,
    body_html: String,
    is_erased: bool,
}

macro_rules! comment_columns {
    () => {
        (
            comments::id,
            comments::reply_id,
            (comments::author_id, comments::author_name),
            comments::created_at,
            comments::deleted_at,
            comments::up_count,
            comments::renderer,
            comments::body_html,
            comments::erased_at.is_not_null(),
        )
    };
}

/// The first comments of the thread and of these replies.
pub(super) fn comment_rows(
    db: &mut Db,
    sight: Sight,
    thread: ThreadId,
    replies: &[i64],
) -> Result<Vec<CommentRow>, StoreError> {
    let of_thread = comments::table
        .filter(comments::thread_id.eq(thread.get()))
        .filter(comments::reply_id.is_null())
        .filter(comments::position.le(COMMENTS_ON_PAGE))
        .select((comments::position, comment_columns!()));
    let of_replies = comments::table
        .filter(among(comments::reply_id, replies.iter().copied()))
        .filter(comments::position.le(COMMENTS_ON_PAGE))
        .select((comments::position, comment_columns!()));
    let mut rows: Vec<(i64, CommentRow)> = of_thread.union_all(of_replies).native().load(db)?;
    rows.sort_by_key(|(position, row)| (*position, row.id));
    let rows = rows.into_iter().map(|(_, row)| row);
    Ok(rows
        .filter(|row| row.deleted_at.is_none() || sight.sees_deleted())
        .collect())
}

/// A page of the comments of a thread (`reply` is `None`) or of a reply, the oldest first. The caller has seen to the sight.
pub fn comments_of(
    db: &mut Db,
    sight: Sight,
    thread: ThreadId,
    reply: Option<ReplyId>,
    after: Option<Cursor>,
    size: i64,
) -> Result<PageOf<CommentView>, StoreError> {
    let mut query = comments::table
        .select((comments::position, comment_columns!()))
        .limit(size + 1)
        .into_boxed();
    query = match reply {
        Some(reply) => query.filter(comments::reply_id.eq(reply.get())),
        None => query
            .filter(comments::thread_id.eq(thread.get()))
            .filter(comments::reply_id.is_null()),
    };
    if let Some(Cursor { key, .. }) = after {
        query = query.filter(comments::position.gt(key));
    }
    if !sight.sees_deleted() {
        query = query.filter(comments::deleted_at.is_null());
    }
    let rows: Vec<(i64, CommentRow)> = query.order(comments::position).load(db)?;
    let authors = Authors::load(db, rows.iter().map(|(_, row)| row.author.0))?;
    let position = |(position, row): &(i64, CommentRow)| Cursor {
        key: *position,
        id: row.id,
    };
    let page = PageOf::cut(rows, usize::try_from(size).unwrap_or_default(), position);
    let mut items = Vec::new();
    for (_, row) in page.items {
        items.push(comment_view(row, &authors, db)?);
    }
    Ok(PageOf { items, more: page.more })
}

pub(super) fn by_post(
    rows: Vec<CommentRow>,
    authors: &Authors,
    db: &mut Db,
) -> Result<HashMap<Option<i64>, Vec<CommentView>>, StoreError> {
    let mut comments: HashMap<Option<i64>, Vec<CommentView>> = HashMap::new();
    for row in rows {
        let post = row.reply_id;
        let view = comment_view(row, authors, db)?;
        comments.entry(post).or_default().push(view);
    }
    Ok(comments)
}

fn comment_view(row: CommentRow, authors: &Authors, db: &mut Db) -> Result<CommentView, StoreError> {
    let markdown = if row.renderer == crate::text::RENDERER_VERSION {
        String::new()
    } else {
        comments::table.find(row.id).select(comments::body_markdown).first(db)?
    };
    Ok(CommentView {
        id: CommentId::stored(row.id),
        author: authors.of(row.author.0, row.author.1),
        created_at: utc(row.created_at),
        deleted_at: row.deleted_at.map(utc),
        is_erased: row.is_erased,
        body: shown_comment(row.body_html, row.renderer, || markdown),
        up_count: row.up_count,
    })
}
