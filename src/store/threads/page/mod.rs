//! A thread with all that stands on its page, in a fixed number of queries.

mod comments;
mod dressing;
mod moderation;
mod replies;
mod standing;
mod view;

use chrono::NaiveDateTime;
use diesel::dsl::exists;
use diesel::prelude::*;

use crate::domain::account::Viewer;
use crate::domain::category::{Audience, TemplateAnswer, TemplateField};
use crate::domain::draft::Asked;
use crate::domain::id::{ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::domain::thread::{Standing, ThreadKind};
use crate::store::article_links::LinkedArticle;
use crate::store::authors::Authors;
use crate::store::categories::columns as category_columns;
use crate::store::duplicates::{self, Duplicates};
use crate::store::finding::SimilarThread;
use crate::store::known_problems::ProblemView;
use crate::store::merges::OpeningView;
use crate::store::schema::{
    article_links as article_links_table, categories as categories_table, closures, duplicate_links,
    merges as merges_table, reopenings, splits as splits_table, threads,
};
use crate::store::splits::{self, Splits};
use crate::store::time::utc;
use crate::store::{Db, StoreError, article_links, categories, known_problems, merges, tags};

pub use comments::{COMMENTS_ON_PAGE, comments_of};
pub use moderation::Moderation;
pub use replies::REPLIES_ON_PAGE;
pub use view::{
    AcceptanceView, ClosureView, CommentView, PostView, ReopeningView, ReplyOrder, ReplyView, ThreadPage, Wanted,
};

use comments::{CommentRow, by_post, comment_rows};
use dressing::{Dressing, OwnMarks};
use replies::{ReplyRow, ReplyRows, reply_rows};
use standing::{AcceptedRow, ClosureRow, ReopeningRow};
use standing::{accepted_row, closure_row, other_categories, problem_categories, reopening_row};

#[derive(Queryable)]
struct Row {
    id: i64,
    kind: String,
    standing: String,
    author: (Option<i64>, Option<String>),
    times: (
        NaiveDateTime,
        Option<NaiveDateTime>,
        NaiveDateTime,
        Option<NaiveDateTime>,
    ),
    counts: (i64, i64, i64, i64, i64, i64),
    marks: (
        Option<NaiveDateTime>,
        Option<NaiveDateTime>,
        Option<NaiveDateTime>,
        bool,
    ),
    renderer: i16,
    title: String,
    template_answers: String,
    body_html: String,
}

impl Row {
    fn kind_and_standing(&self) -> Option<(ThreadKind, Standing)> {
        ThreadKind::parse(&self.kind).zip(Standing::parse(&self.standing))
    }
}

/// The page of a thread; absent when it is out of sight.
pub fn page(
    db: &mut Db,
    viewer: &Viewer,
    sight: Sight,
    id: ThreadId,
    wanted: Wanted,
) -> Result<ThreadPage, StoreError> {
    let (row, category, around) = row_in_sight(db, sight, id)?;
    let here = sight.at(category.audience);
    let strange = || StoreError::Unexpected(format!("thread {id}"));
    let (kind, standing) = row.kind_and_standing().ok_or_else(strange)?;
    let order = wanted.order.unwrap_or(ReplyOrder::of(kind));
    let found = Found::load(db, here, &row, standing, around, wanted.in_order(order))?;
    let authors = Authors::load(db, found.people(&row))?;
    let shown = found.replies();
    let own = OwnMarks::load(db, viewer.id(), id, &shown)?;
    let beside = Beside::load(db, sight, id, (kind, around), &shown)?;
    let mut dressing = Dressing::new(&authors, by_post(found.comments, &authors, db)?, &own);
    Ok(ThreadPage {
        id,
        kind,
        standing,
        order,
        is_first_page: found.others.is_first,
        tags: tags::of_threads(db, &[row.id])?.remove(&row.id).unwrap_or_default(),
        template_answers: serde_json::from_str(&row.template_answers).map_err(|_| strange())?,
        other_categories: other_categories(db, viewer, sight, &category, kind)?,
        problem_categories: problem_categories(db, viewer, sight, kind)?,
        duplicates: beside.duplicates,
        openings: beside.openings,
        splits: beside.splits,
        known_problem: beside.known_problem,
        news: Vec::new(),
        wishes: None,
        articles: beside.articles,
        suggested: Vec::new(),
        proposal: None,
        mentioned: Vec::new(),
        similar: Vec::new(),
        similar_articles: Vec::new(),
        canned: Vec::new(),
        moderation: Moderation::of(own.has_held),
        acceptance: found.acceptance.map(|row| row.view(&authors)),
        accepted: found.accepted.map(|row| dressing.reply(row, db)).transpose()?,
        closure: found.closure.map(|(row, original)| row.view(&authors, original)),
        reopening: found.reopening.map(|row| row.view(&authors)),
        replies: dressing.replies(found.others.rows, db)?,
        post: dressing.thread(&row, db)?,
        title: row.title,
        active_at: utc(row.times.2),
        reply_count: row.counts.0,
        me_too_count: row.counts.4,
        view_count: row.counts.5,
        has_me_too: own.has_me_too,
        is_pinned: row.marks.0.is_some(),
        pinned_until: row.marks.2.map(utc),
        is_locked: row.marks.1.is_some(),
        category,
    })
}

/// What other threads have to do with this one, and whether it is a known problem; nothing for most.
#[derive(Default)]
struct Beside {
    duplicates: Duplicates,
    openings: Vec<OpeningView>,
    splits: Splits,
    known_problem: Option<ProblemView>,
    articles: Vec<LinkedArticle>,
}

impl Beside {
    fn load(
        db: &mut Db,
        sight: Sight,
        id: ThreadId,
        (kind, around): (ThreadKind, Around),
        replies: &[i64],
    ) -> Result<Self, StoreError> {
        let mut beside = Self::default();
        if around.has_duplicates || around.has_merges {
            beside.duplicates = duplicates::of(db, sight, id)?;
        }
        if around.has_merges {
            beside.openings = merges::openings(db, id, replies)?;
        }
        if around.has_parts || around.is_part {
            beside.splits = splits::of_thread(db, sight, id)?;
        }
        if around.has_articles {
            beside.articles = article_links::of_thread(db, sight, id)?;
        }
        if kind == ThreadKind::Announcement {
            beside.known_problem = known_problems::of_thread(db, sight, id)?;
        }
        Ok(beside)
    }
}

/// The rows that stand around a thread's own.
struct Found {
    acceptance: Option<AcceptedRow>,
    accepted: Option<ReplyRow>,
    others: ReplyRows,
    comments: Vec<CommentRow>,
    closure: Option<(ClosureRow, Option<SimilarThread>)>,
    reopening: Option<ReopeningRow>,
}

impl Found {
    fn load(
        db: &mut Db,
        sight: Sight,
        thread: &Row,
        standing: Standing,
        around: Around,
        wanted: Wanted,
    ) -> Result<Self, StoreError> {
        let id = ThreadId::stored(thread.id);
        // An acceptance in force makes this standing; an article may, too.
        let (acceptance, accepted) = match standing {
            Standing::Resolved => accepted_row(db, id)?.unzip(),
            _ => (None, None),
        };
        let accepted_id = acceptance.as_ref().map(|row| row.reply_id);
        let mut found = Self {
            others: reply_rows(db, sight, id, wanted, accepted_id)?,
            accepted,
            acceptance,
            comments: Vec::new(),
            closure: if around.has_closure {
                closure_row(db, sight, id)?
            } else {
                None
            },
            reopening: if around.has_reopening && standing.is_open() {
                reopening_row(db, id)?
            } else {
                None
            },
        };
        if found.has_comments(thread) || sight.sees_deleted() {
            found.comments = comment_rows(db, sight, id, &found.replies())?;
        }
        Ok(found)
    }

    fn has_comments(&self, thread: &Row) -> bool {
        let replies = self.others.rows.items.iter().chain(&self.accepted);
        thread.counts.1 > 0 || replies.map(|row| row.counts.3).any(|count| count > 0)
    }

    /// The replies that stand on the page.
    fn replies(&self) -> Vec<i64> {
        let others = self.others.rows.items.iter().map(|row| row.id);
        others.chain(self.accepted.iter().map(|row| row.id)).collect()
    }

    /// Everybody who is named on the page.
    fn people(&self, thread: &Row) -> Vec<Option<i64>> {
        let mut people = vec![thread.author.0];
        people.extend(self.others.rows.items.iter().map(|row| row.author.0));
        people.extend(self.accepted.iter().map(|row| row.author.0));
        people.extend(self.comments.iter().map(|row| row.author.0));
        people.extend(self.acceptance.iter().map(|row| row.by));
        people.extend(self.closure.iter().map(|(row, _)| row.by));
        people.extend(self.reopening.iter().map(|row| row.by));
        people
    }
}

/// What most threads do not have, so that it is only asked for where it is.
#[derive(Clone, Copy, Queryable)]
struct Around {
    has_closure: bool,
    has_duplicates: bool,
    has_merges: bool,
    has_reopening: bool,
    has_articles: bool,
    has_parts: bool,
    is_part: bool,
}

fn row_in_sight(db: &mut Db, sight: Sight, id: ThreadId) -> Result<(Row, categories::Category, Around), StoreError> {
    let (row, category, around) = thread_row(db, id)?;
    let category = categories::in_sight(category, sight)?;
    if row.times.3.is_some() && !sight.sees_deleted_in(category.audience) {
        return Err(StoreError::NotFound);
    }
    Ok((row, category, around))
}

fn thread_row(db: &mut Db, id: ThreadId) -> Result<(Row, categories::Row, Around), StoreError> {
    let closure = closures::table
        .filter(closures::thread_id.eq(threads::id))
        .filter(closures::ended_at.is_null());
    let duplicate = duplicate_links::table.filter(duplicate_links::original_id.eq(threads::id));
    let reopening = reopenings::table
        .filter(reopenings::thread_id.eq(threads::id))
        .filter(reopenings::closure_id.is_null());
    let merged = merges_table::table
        .filter(merges_table::target_id.eq(threads::id))
        .filter(merges_table::undone_at.is_null());
    let link = article_links_table::table
        .filter(article_links_table::thread_id.eq(threads::id))
        .filter(article_links_table::ended_at.is_null());
    let around = (
        exists(closure),
        exists(duplicate),
        exists(merged),
        exists(reopening),
        exists(link),
        exists(splits_table::table.filter(splits_table::origin_id.eq(threads::id))),
        exists(splits_table::table.filter(splits_table::thread_id.eq(threads::id))),
    );
    let columns = (
        threads::id,
        threads::kind,
        threads::standing,
        (threads::author_id, threads::author_name),
        (
            threads::created_at,
            threads::edited_at,
            threads::active_at,
            threads::deleted_at,
        ),
        (
            threads::reply_count,
            threads::comment_count,
            threads::up_count,
            threads::down_count,
            threads::me_too_count,
            threads::view_count,
        ),
        (
            threads::pinned_at,
            threads::locked_at,
            threads::pinned_until,
            threads::erased_at.is_not_null(),
        ),
        threads::renderer,
        threads::title,
        threads::template_answers,
        threads::body_html,
    );
    Ok(threads::table
        .inner_join(categories_table::table)
        .filter(threads::id.eq(id.get()))
        .select((columns, category_columns!(), around))
        .first(db)?)
}

/// A thread's source, for the form that changes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadSource {
    /// Who started it.
    pub author: Option<UserId>,
    /// Who sees it.
    pub audience: Audience,
    /// Its title.
    pub title: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// The Markdown.
    pub body: String,
    /// What its category asks of a question, with what it answers.
    pub asked: Vec<Asked>,
}

/// A thread's source; absent when it is out of sight.
pub fn source(db: &mut Db, sight: Sight, id: ThreadId) -> Result<ThreadSource, StoreError> {
    let (title, audience) = crate::store::threads::named(db, sight, id)?;
    let (author, body, kind, answers, template): (Option<i64>, String, String, String, String) = threads::table
        .inner_join(categories_table::table)
        .filter(threads::id.eq(id.get()))
        .select((
            threads::author_id,
            threads::body_markdown,
            threads::kind,
            threads::template_answers,
            categories_table::template,
        ))
        .first(db)?;
    let strange = |_| StoreError::Unexpected(format!("thread {id}"));
    let template: Vec<TemplateField> = match ThreadKind::parse(&kind) {
        Some(ThreadKind::Question) => serde_json::from_str(&template).map_err(strange)?,
        _ => Vec::new(),
    };
    let answers: Vec<TemplateAnswer> = serde_json::from_str(&answers).map_err(strange)?;
    let tags = tags::of_threads(db, &[id.get()])?.remove(&id.get()).unwrap_or_default();
    Ok(ThreadSource {
        author: author.map(UserId::stored),
        audience,
        title,
        tags,
        body,
        asked: Asked::of(&template, &answers),
    })
}
