//! The rows of one transaction of an import, with ids that were taken before.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::store::native::each;
use crate::store::schema::{
    acceptances, categories, closures, comments, duplicate_links, moderations, origins, replies, thread_tags, threads,
    users,
};
use crate::store::{Db, StoreError};

/// How many rows one statement holds: SQLite takes at most 32,766 values, and 65,535 are PostgreSQL's limit.
const ROWS: usize = 500;

/// A person without an address or a password: nobody can sign in until an administrator lets them claim it.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = users, treat_none_as_default_value = false)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct PersonRow {
    pub id: i64,
    pub name: String,
    pub name_folded: String,
    pub role: &'static str,
    pub trust: &'static str,
    pub created_at: NaiveDateTime,
    pub renderer: i16,
    pub about_markdown: String,
    pub about_html: String,
}

/// A category.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = categories, treat_none_as_default_value = false)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct CategoryRow {
    pub id: i64,
    pub slug: String,
    pub name: String,
    pub position: i64,
    pub audience: &'static str,
    pub takes_questions: bool,
    pub takes_discussions: bool,
    pub takes_announcements: bool,
    pub created_at: NaiveDateTime,
}

/// A thread; its counts of replies and comments follow when those are written.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = threads, treat_none_as_default_value = false)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct ThreadRow {
    pub id: i64,
    pub category_id: i64,
    pub kind: &'static str,
    pub standing: &'static str,
    pub author_id: Option<i64>,
    pub author_name: Option<String>,
    pub created_at: NaiveDateTime,
    pub edited_at: Option<NaiveDateTime>,
    pub active_at: NaiveDateTime,
    pub up_count: i64,
    pub down_count: i64,
    pub score: i64,
    pub view_count: i64,
    pub pinned_at: Option<NaiveDateTime>,
    pub locked_at: Option<NaiveDateTime>,
    pub deleted_at: Option<NaiveDateTime>,
    pub renderer: i16,
    pub title: String,
    pub body_markdown: String,
    pub body_html: String,
    pub body_source: Option<String>,
}

/// One tag of a thread.
#[derive(Debug, Clone, Copy, Insertable)]
#[diesel(table_name = thread_tags)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct ThreadTagRow {
    pub thread_id: i64,
    pub tag_id: i64,
}

/// A reply.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = replies, treat_none_as_default_value = false)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct ReplyRow {
    pub id: i64,
    pub thread_id: i64,
    pub author_id: Option<i64>,
    pub author_name: Option<String>,
    pub created_at: NaiveDateTime,
    pub edited_at: Option<NaiveDateTime>,
    pub up_count: i64,
    pub down_count: i64,
    pub score: i64,
    pub deleted_at: Option<NaiveDateTime>,
    pub renderer: i16,
    pub body_markdown: String,
    pub body_html: String,
    pub body_source: Option<String>,
}

/// A comment.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = comments, treat_none_as_default_value = false)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct CommentRow {
    pub id: i64,
    pub thread_id: i64,
    pub reply_id: Option<i64>,
    pub position: i64,
    pub author_id: Option<i64>,
    pub author_name: Option<String>,
    pub created_at: NaiveDateTime,
    pub up_count: i64,
    pub renderer: i16,
    pub body_markdown: String,
    pub body_html: String,
}

/// An acceptance in force.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = acceptances, treat_none_as_default_value = false)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct AcceptanceRow {
    pub thread_id: i64,
    pub reply_id: i64,
    pub accepted_by_id: Option<i64>,
    pub accepted_at: Option<NaiveDateTime>,
    pub precision: &'static str,
    pub answerer_id: Option<i64>,
}

/// A closure in force.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = closures, treat_none_as_default_value = false)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct ClosureRow {
    pub thread_id: i64,
    pub reason: &'static str,
    pub closed_by_id: Option<i64>,
    pub closed_at: NaiveDateTime,
}

/// That a thread asks the same as another.
#[derive(Debug, Clone, Copy, Insertable)]
#[diesel(table_name = duplicate_links, treat_none_as_default_value = false)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct DuplicateRow {
    pub thread_id: i64,
    pub original_id: i64,
    pub linked_at: NaiveDateTime,
}

/// A row of the moderation log.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = moderations, treat_none_as_default_value = false)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct ModerationRow {
    pub id: i64,
    pub moderator_id: Option<i64>,
    pub act: &'static str,
    pub thread_id: Option<i64>,
    pub reason: String,
    pub acted_at: NaiveDateTime,
}

/// Where something came from.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = origins, treat_none_as_default_value = false)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct OriginRow {
    pub source: String,
    pub noun: &'static str,
    pub source_id: i64,
    pub family: &'static str,
    pub noun_id: i64,
    pub number: Option<i64>,
}

/// What one transaction of an import writes.
#[derive(Debug, Default)]
pub struct Batch {
    /// People.
    pub people: Vec<PersonRow>,
    /// Categories.
    pub categories: Vec<CategoryRow>,
    /// Threads.
    pub threads: Vec<ThreadRow>,
    /// Their tags.
    pub thread_tags: Vec<ThreadTagRow>,
    /// Their closures.
    pub closures: Vec<ClosureRow>,
    /// Replies.
    pub replies: Vec<ReplyRow>,
    /// Comments.
    pub comments: Vec<CommentRow>,
    /// Acceptances.
    pub acceptances: Vec<AcceptanceRow>,
    /// Duplicate links; one that is there already is left alone.
    pub duplicates: Vec<DuplicateRow>,
    /// The moderation log.
    pub moderations: Vec<ModerationRow>,
    /// Where all these came from.
    pub origins: Vec<OriginRow>,
}

macro_rules! insert {
    ($tx:ident, $($rows:expr => $table:ident),+ $(,)?) => {$(
        for rows in $rows.chunks(ROWS) {
            each!($tx => diesel::insert_into($table::table).values(rows).execute($tx))?;
        }
    )+};
}

impl Batch {
    /// Writes all rows, each after those that it refers to, and gives how many duplicate links were new.
    pub fn write(&self, tx: &mut Db) -> Result<usize, StoreError> {
        insert!(
            tx,
            self.people => users,
            self.categories => categories,
            self.threads => threads,
            self.thread_tags => thread_tags,
            self.closures => closures,
            self.replies => replies,
            self.comments => comments,
            self.acceptances => acceptances,
            self.moderations => moderations,
            self.origins => origins,
        );
        let mut linked = 0;
        for link in &self.duplicates {
            linked += self.link(tx, link)?;
        }
        Ok(linked)
    }

    /// Links a duplicate, and lets its closure say what it is a duplicate of.
    fn link(&self, tx: &mut Db, link: &DuplicateRow) -> Result<usize, StoreError> {
        let linked = each!(tx => diesel::insert_into(duplicate_links::table)
            .values(link)
            .on_conflict_do_nothing()
            .execute(tx))?;
        if linked > 0 {
            diesel::update(closures::table)
                .filter(closures::thread_id.eq(link.thread_id))
                .filter(closures::reason.eq("duplicate"))
                .filter(closures::ended_at.is_null())
                .filter(closures::original_id.is_null())
                .set(closures::original_id.eq(link.original_id))
                .execute(tx)?;
        }
        Ok(linked)
    }
}
