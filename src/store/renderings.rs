//! Rendered HTML that an older renderer made, in whatever table it stands.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::{articles, comments, replies, threads, users};
use super::{Db, StoreError, changes};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ThreadId, UserId};
use crate::domain::upload::PostId;
use crate::text::{RENDERER_VERSION, SafeHtml};

crate::named! {
    /// A kind of text that is stored rendered.
    pub enum TextKind {
        /// The body of a thread.
        Thread = "thread",
        /// The body of a reply.
        Reply = "reply",
        /// The body of an article.
        Article = "article",
        /// A comment.
        Comment = "comment",
        /// What a person says about themselves.
        About = "about",
    }
}

/// A text whose HTML is out of date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outdated {
    /// The row's id, in the table of its kind.
    pub id: i64,
    /// What to render again.
    pub markdown: String,
}

macro_rules! outdated {
    ($table:ident, $markdown:ident, $version:expr, $limit:expr, $db:expr) => {
        $table::table
            .filter($table::renderer.lt($version))
            .filter($table::$markdown.ne(""))
            .order(($table::renderer, $table::id))
            .limit($limit)
            .select(($table::id, $table::$markdown))
            .load::<(i64, String)>($db)?
    };
}

/// The next texts whose HTML was made by an older renderer than this.
pub fn outdated(db: &mut Db, kind: TextKind, version: i16, limit: i64) -> Result<Vec<Outdated>, StoreError> {
    let rows = match kind {
        TextKind::Thread => outdated!(threads, body_markdown, version, limit, db),
        TextKind::Reply => outdated!(replies, body_markdown, version, limit, db),
        TextKind::Article => outdated!(articles, body_markdown, version, limit, db),
        TextKind::Comment => outdated!(comments, body_markdown, version, limit, db),
        TextKind::About => outdated!(users, about_markdown, version, limit, db),
    };
    Ok(rows
        .into_iter()
        .map(|(id, markdown)| Outdated { id, markdown })
        .collect())
}

/// Whether any text's HTML was made by an older renderer than this.
pub fn any_outdated(db: &mut Db, version: i16) -> Result<bool, StoreError> {
    for kind in TextKind::ALL {
        if !outdated(db, *kind, version, 1)?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

macro_rules! replace {
    ($table:ident, $markdown:ident, $html_column:ident, $outdated:expr, $html:expr, $version:expr, $tx:expr) => {
        diesel::update(
            $table::table
                .filter($table::id.eq($outdated.id))
                .filter($table::$markdown.eq(&$outdated.markdown))
                .filter($table::renderer.lt($version)),
        )
        .set(($table::$html_column.eq($html), $table::renderer.eq($version)))
        .execute($tx)?
    };
}

/// Puts the HTML of this renderer into a row, unless its text was edited meanwhile.
pub fn replace(
    tx: &mut Db,
    kind: TextKind,
    outdated: &Outdated,
    html: &SafeHtml,
    version: i16,
) -> Result<(), StoreError> {
    let html = html.as_str();
    match kind {
        TextKind::Thread => replace!(threads, body_markdown, body_html, outdated, html, version, tx),
        TextKind::Reply => replace!(replies, body_markdown, body_html, outdated, html, version, tx),
        TextKind::Article => replace!(articles, body_markdown, body_html, outdated, html, version, tx),
        TextKind::Comment => replace!(comments, body_markdown, body_html, outdated, html, version, tx),
        TextKind::About => replace!(users, about_markdown, about_html, outdated, html, version, tx),
    };
    Ok(())
}

/// The Markdown of a post, and whose it is.
pub fn text(db: &mut Db, post: PostId) -> Result<(String, Option<UserId>), StoreError> {
    let (text, author): (String, Option<i64>) = match post {
        PostId::Thread(id) => threads::table
            .find(id.get())
            .select((threads::body_markdown, threads::author_id))
            .first(db)?,
        PostId::Reply(id) => replies::table
            .find(id.get())
            .select((replies::body_markdown, replies::author_id))
            .first(db)?,
    };
    Ok((text, author.map(UserId::stored)))
}

/// Puts HTML with copies of pictures into a post, unless its text was edited meanwhile; whoever shows it hears of it.
pub fn show_copies(
    tx: &mut Db,
    post: PostId,
    text: &str,
    html: &SafeHtml,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let html = html.as_str();
    let changed: Option<i64> = match post {
        PostId::Thread(id) => diesel::update(threads::table.find(id.get()).filter(threads::body_markdown.eq(text)))
            .set((threads::body_html.eq(html), threads::renderer.eq(RENDERER_VERSION)))
            .returning(threads::id)
            .get_result(tx)
            .optional()?,
        PostId::Reply(id) => diesel::update(replies::table.find(id.get()).filter(replies::body_markdown.eq(text)))
            .set((replies::body_html.eq(html), replies::renderer.eq(RENDERER_VERSION)))
            .returning(replies::thread_id)
            .get_result(tx)
            .optional()?,
    };
    let Some(thread) = changed else {
        return Ok(());
    };
    if let PostId::Reply(id) = post {
        changes::record(tx, Noun::Reply(id), ChangeVerb::Changed, now)?;
    }
    changes::record(tx, Noun::Thread(ThreadId::stored(thread)), ChangeVerb::Changed, now)
}
