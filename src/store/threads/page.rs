//! A thread with all that stands on its page, in a fixed number of queries.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::list::{ThreadRow, rows_of};
use crate::domain::account::Viewer;
use crate::domain::category::TemplateAnswer;
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::{CategoryId, CommentId, ReplyId, ThreadId, UserId};
use crate::domain::permission::{Verb, may};
use crate::domain::resolution::{CloseReason, Precision, When};
use crate::domain::sight::Sight;
use crate::domain::thread::{Standing, ThreadKind};
use crate::domain::vote::Vote;
use crate::store::authors::{Author, Authors};
use crate::store::categories::{self, Category};
use crate::store::schema::{
    acceptances, closures, comments, duplicate_links, me_toos, reopenings, replies, reply_votes, thread_votes, threads,
};
use crate::store::time::utc;
use crate::store::written::{shown_body, shown_comment};
use crate::store::{Db, StoreError, tags};
use crate::text::SafeHtml;

/// How many replies stand on a page.
pub const REPLIES_ON_PAGE: i64 = 30;
/// How many comments of a post stand on a thread's page; the rest have a page of their own.
pub const COMMENTS_ON_PAGE: i64 = 5;
/// How many duplicates of a thread are named.
const MOST_DUPLICATES: i64 = 10;

crate::named! {
    /// In which order replies stand.
    pub enum ReplyOrder {
        /// The most helpful first: how answers stand.
        Helpful = "helpful",
        /// The oldest first: how a discussion is read.
        Oldest = "oldest",
    }
}

/// A post as it is read: the thread's own, or a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostView {
    /// Who wrote it.
    pub author: Author,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub edited_at: Option<DateTime<Utc>>,
    /// When it was deleted; only for those who see that.
    pub deleted_at: Option<DateTime<Utc>>,
    /// The text.
    pub body: SafeHtml,
    /// Votes for it.
    pub up_count: i64,
    /// Votes against it.
    pub down_count: i64,
    /// How the viewer voted.
    pub own_vote: Option<Vote>,
    /// How many comments it has.
    pub comment_count: i64,
    /// The first of them.
    pub comments: Vec<CommentView>,
}

/// A reply as it is read.
pub type ReplyView = (ReplyId, PostView);

/// A comment as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentView {
    /// Its id.
    pub id: CommentId,
    /// Who wrote it.
    pub author: Author,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was deleted; only for those who see that.
    pub deleted_at: Option<DateTime<Utc>>,
    /// The text.
    pub body: SafeHtml,
    /// How many found it useful, where it was imported from.
    pub up_count: i64,
}

/// Who accepted an answer, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptanceView {
    /// The accepted answer.
    pub reply: ReplyId,
    /// Who accepted it.
    pub by: Author,
    /// Whether on the asker's behalf.
    pub on_behalf: bool,
    /// When.
    pub at: When,
}

/// Why a thread is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosureView {
    /// Why.
    pub reason: CloseReason,
    /// In the moderator's words.
    pub note: String,
    /// The thread that asks the same, with its title.
    pub original: Option<(ThreadId, String)>,
    /// Who closed it.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
}

/// The last time that somebody said it still does not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReopeningView {
    /// Who.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

/// All that stands on a thread's page.
#[derive(Debug, Clone)]
pub struct ThreadPage {
    /// Its id.
    pub id: ThreadId,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: ThreadKind,
    /// Where it stands.
    pub standing: Standing,
    /// Where it lives.
    pub category: Category,
    /// What it is about.
    pub tags: Vec<String>,
    /// What the asker wrote into the template.
    pub template_answers: Vec<TemplateAnswer>,
    /// The thread's own post.
    pub post: PostView,
    /// When it was last replied to.
    pub active_at: DateTime<Utc>,
    /// How many replies it has.
    pub reply_count: i64,
    /// How many people have this problem too, the asker not counted.
    pub me_too_count: i64,
    /// How often it was read.
    pub view_count: i64,
    /// Whether the viewer said so too.
    pub has_me_too: bool,
    /// When it was pinned.
    pub is_pinned: bool,
    /// Whether new posts are kept out.
    pub is_locked: bool,
    /// The acceptance in force.
    pub acceptance: Option<AcceptanceView>,
    /// The accepted answer itself, wherever it stands.
    pub accepted: Option<ReplyView>,
    /// Why it is closed.
    pub closure: Option<ClosureView>,
    /// The last reopening, while nothing has settled it since.
    pub reopening: Option<ReopeningView>,
    /// The slugs and names of other categories that would take it, for those who may move it.
    pub other_categories: Vec<(String, String)>,
    /// Threads that ask the same and point here.
    pub duplicates: Vec<ThreadRow>,
    /// In which order the replies stand.
    pub order: ReplyOrder,
    /// The other replies of this page.
    pub replies: PageOf<ReplyView>,
    /// Whether this is the first page of replies.
    pub is_first_page: bool,
}

/// Which part of a thread's replies is wanted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// The order; by default the kind's own.
    pub order: Option<ReplyOrder>,
    /// The page behind this position.
    pub after: Option<Cursor>,
    /// The page that holds this reply.
    pub reply: Option<ReplyId>,
}

#[derive(Queryable)]
struct Row {
    id: i64,
    category_id: i64,
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
    marks: (Option<NaiveDateTime>, Option<NaiveDateTime>),
    renderer: i16,
    title: String,
    template_answers: String,
    body_html: String,
}

/// The page of a thread; absent when it is out of sight.
pub fn page(
    db: &mut Db,
    viewer: &Viewer,
    sight: Sight,
    id: ThreadId,
    wanted: Wanted,
) -> Result<ThreadPage, StoreError> {
    let row = thread_row(db, id)?;
    if row.times.3.is_some() && !sight.sees_deleted() {
        return Err(StoreError::NotFound);
    }
    let category = categories::find(db, sight, CategoryId::stored(row.category_id))?;
    let strange = || StoreError::Unexpected(format!("thread {id}"));
    let kind = ThreadKind::parse(&row.kind).ok_or_else(strange)?;
    let standing = Standing::parse(&row.standing).ok_or_else(strange)?;
    let order = wanted.order.unwrap_or(if kind == ThreadKind::Question {
        ReplyOrder::Helpful
    } else {
        ReplyOrder::Oldest
    });
    let accepted = accepted_row(db, id)?;
    let accepted_id = accepted.as_ref().map(|row| row.reply_id);
    let others = reply_rows(db, sight, id, order, wanted, accepted_id)?;
    let is_first_page = wanted.after.is_none() && (wanted.reply.is_none() || others.is_first);
    let others = others.rows;
    let mut ids: Vec<i64> = others.items.iter().map(|row| row.id).collect();
    let accepted_post = match accepted_id {
        Some(id) => Some(reply_row(db, id)?),
        None => None,
    };
    ids.extend(accepted_id);
    let comments = comment_rows(db, sight, id, &ids)?;
    let closure = closure_row(db, id)?;
    let reopening = if standing.is_open() {
        reopening_row(db, id)?
    } else {
        None
    };
    let people = [row.author.0].into_iter();
    let people = people
        .chain(others.items.iter().map(|row| row.author.0))
        .chain(accepted_post.iter().map(|row| row.author.0));
    let people = people
        .chain(comments.iter().map(|row| row.author.0))
        .chain(accepted.iter().map(|row| row.by));
    let people = people
        .chain(closure.iter().map(|row| row.by))
        .chain(reopening.iter().map(|row| row.0));
    let authors = Authors::load(db, people.collect::<Vec<_>>())?;
    let own = OwnMarks::load(db, viewer.id(), id, &ids)?;
    let mut dressing = Dressing {
        authors: &authors,
        comments: by_post(comments, &authors, db)?,
        own: &own,
    };
    let closure = closure.map(|row| row.view(&authors, db, sight)).transpose()?;
    let thread_tags = tags::of_threads(db, &[row.id])?.remove(&row.id).unwrap_or_default();
    Ok(ThreadPage {
        id,
        kind,
        standing,
        order,
        is_first_page,
        tags: thread_tags,
        template_answers: serde_json::from_str(&row.template_answers).map_err(|_| strange())?,
        other_categories: other_categories(db, viewer, sight, &category, kind)?,
        duplicates: duplicates(db, sight, id)?,
        acceptance: accepted.map(|row| row.view(&authors)),
        accepted: accepted_post.map(|row| dressing.reply(row, db)).transpose()?,
        closure,
        reopening: reopening.map(|(by, at, reason)| ReopeningView {
            by: authors.of(by, None),
            at: utc(at),
            reason,
        }),
        replies: dressing.replies(others, db)?,
        post: dressing.thread(&row, db)?,
        title: row.title,
        active_at: utc(row.times.2),
        reply_count: row.counts.0,
        me_too_count: row.counts.4,
        view_count: row.counts.5,
        has_me_too: own.has_me_too,
        is_pinned: row.marks.0.is_some(),
        is_locked: row.marks.1.is_some(),
        category,
    })
}

fn thread_row(db: &mut Db, id: ThreadId) -> Result<Row, StoreError> {
    Ok(threads::table
        .find(id.get())
        .select((
            threads::id,
            threads::category_id,
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
            (threads::pinned_at, threads::locked_at),
            threads::renderer,
            threads::title,
            threads::template_answers,
            threads::body_html,
        ))
        .first(db)?)
}

struct AcceptedRow {
    reply_id: i64,
    by: Option<i64>,
    on_behalf: bool,
    at: Option<NaiveDateTime>,
    precision: String,
}

impl AcceptedRow {
    fn view(self, authors: &Authors) -> AcceptanceView {
        let precision = Precision::parse(&self.precision).unwrap_or(Precision::Unknown);
        AcceptanceView {
            reply: ReplyId::stored(self.reply_id),
            by: authors.of(self.by, None),
            on_behalf: self.on_behalf,
            at: When::from_parts(self.at.map(utc), precision),
        }
    }
}

fn accepted_row(db: &mut Db, id: ThreadId) -> Result<Option<AcceptedRow>, StoreError> {
    let row: Option<(i64, Option<i64>, bool, Option<NaiveDateTime>, String)> = acceptances::table
        .filter(acceptances::thread_id.eq(id.get()))
        .filter(acceptances::ended_at.is_null())
        .select((
            acceptances::reply_id,
            acceptances::accepted_by_id,
            acceptances::on_behalf,
            acceptances::accepted_at,
            acceptances::precision,
        ))
        .first(db)
        .optional()?;
    Ok(row.map(|(reply_id, by, on_behalf, at, precision)| AcceptedRow {
        reply_id,
        by,
        on_behalf,
        at,
        precision,
    }))
}

#[derive(Queryable)]
struct ReplyRow {
    id: i64,
    author: (Option<i64>, Option<String>),
    times: (NaiveDateTime, Option<NaiveDateTime>, Option<NaiveDateTime>),
    counts: (i64, i64, i64, i64),
    renderer: i16,
    body_html: String,
}

macro_rules! reply_columns {
    () => {
        (
            replies::id,
            (replies::author_id, replies::author_name),
            (replies::created_at, replies::edited_at, replies::deleted_at),
            (
                replies::up_count,
                replies::down_count,
                replies::score,
                replies::comment_count,
            ),
            replies::renderer,
            replies::body_html,
        )
    };
}

fn reply_row(db: &mut Db, id: i64) -> Result<ReplyRow, StoreError> {
    Ok(replies::table.find(id).select(reply_columns!()).first(db)?)
}

struct ReplyRows {
    rows: PageOf<ReplyRow>,
    is_first: bool,
}

fn reply_rows(
    db: &mut Db,
    sight: Sight,
    thread: ThreadId,
    order: ReplyOrder,
    wanted: Wanted,
    accepted: Option<i64>,
) -> Result<ReplyRows, StoreError> {
    let first = replies_from(db, sight, thread, order, wanted.after, false, accepted)?;
    let Some(reply) = wanted.reply.map(ReplyId::get).filter(|_| wanted.after.is_none()) else {
        return Ok(ReplyRows {
            rows: first,
            is_first: wanted.after.is_none(),
        });
    };
    if accepted == Some(reply) || first.items.iter().any(|row| row.id == reply) || first.more.is_none() {
        return Ok(ReplyRows {
            rows: first,
            is_first: true,
        });
    }
    let place: Option<(i64, NaiveDateTime)> = replies::table
        .filter(replies::id.eq(reply))
        .filter(replies::thread_id.eq(thread.get()))
        .select((replies::score, replies::created_at))
        .first(db)
        .optional()?;
    let Some((score, created_at)) = place else {
        return Ok(ReplyRows {
            rows: first,
            is_first: true,
        });
    };
    let key = match order {
        ReplyOrder::Helpful => score,
        ReplyOrder::Oldest => utc(created_at).timestamp_micros(),
    };
    let rows = replies_from(
        db,
        sight,
        thread,
        order,
        Some(Cursor { key, id: reply }),
        true,
        accepted,
    )?;
    Ok(ReplyRows { rows, is_first: false })
}

/// The replies behind a position, or from it on.
fn replies_from(
    db: &mut Db,
    sight: Sight,
    thread: ThreadId,
    order: ReplyOrder,
    from: Option<Cursor>,
    inclusive: bool,
    accepted: Option<i64>,
) -> Result<PageOf<ReplyRow>, StoreError> {
    let mut query = replies::table
        .filter(replies::thread_id.eq(thread.get()))
        .filter(replies::id.ne(accepted.unwrap_or(0)))
        .limit(REPLIES_ON_PAGE + 1)
        .select(reply_columns!())
        .into_boxed();
    if !sight.sees_deleted() {
        query = query.filter(replies::deleted_at.is_null());
    }
    query = match order {
        ReplyOrder::Helpful => query.order((replies::score.desc(), replies::id.desc())),
        ReplyOrder::Oldest => query.order((replies::created_at, replies::id)),
    };
    if let Some(Cursor { key, id }) = from {
        let (least, most) = if inclusive { (id - 1, id + 1) } else { (id, id) };
        query = match order {
            ReplyOrder::Helpful => query
                .filter(replies::score.le(key))
                .filter(replies::score.lt(key).or(replies::id.lt(most))),
            ReplyOrder::Oldest => {
                let at = DateTime::from_timestamp_micros(key).unwrap_or_default().naive_utc();
                query
                    .filter(replies::created_at.ge(at))
                    .filter(replies::created_at.gt(at).or(replies::id.gt(least)))
            }
        };
    }
    let position = |row: &ReplyRow| Cursor {
        key: match order {
            ReplyOrder::Helpful => row.counts.2,
            ReplyOrder::Oldest => utc(row.times.0).timestamp_micros(),
        },
        id: row.id,
    };
    Ok(PageOf::cut(
        query.load(db)?,
        usize::try_from(REPLIES_ON_PAGE).unwrap_or_default(),
        position,
    ))
}

#[derive(Queryable)]
struct CommentRow {
    id: i64,
    reply_id: Option<i64>,
    author: (Option<i64>, Option<String>),
    created_at: NaiveDateTime,
    deleted_at: Option<NaiveDateTime>,
    up_count: i64,
    renderer: i16,
    body_html: String,
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
        )
    };
}

/// The first comments of the thread and of these replies.
fn comment_rows(db: &mut Db, sight: Sight, thread: ThreadId, replies: &[i64]) -> Result<Vec<CommentRow>, StoreError> {
    let of_thread = comments::table
        .filter(comments::thread_id.eq(thread.get()))
        .filter(comments::reply_id.is_null())
        .filter(comments::position.le(COMMENTS_ON_PAGE))
        .order(comments::position)
        .select(comment_columns!());
    let of_replies = comments::table
        .filter(comments::reply_id.eq_any(replies.iter().map(|id| Some(*id)).collect::<Vec<_>>()))
        .filter(comments::position.le(COMMENTS_ON_PAGE))
        .order((comments::reply_id, comments::position))
        .select(comment_columns!());
    let mut rows: Vec<CommentRow> = of_thread.load(db)?;
    if !replies.is_empty() {
        let more: Vec<CommentRow> = of_replies.load(db)?;
        rows.extend(more);
    }
    rows.retain(|row| row.deleted_at.is_none() || sight.sees_deleted());
    Ok(rows)
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

struct ClosureRow {
    reason: String,
    note: String,
    original: Option<i64>,
    by: Option<i64>,
    at: NaiveDateTime,
}

impl ClosureRow {
    fn view(self, authors: &Authors, db: &mut Db, sight: Sight) -> Result<ClosureView, StoreError> {
        let original = match self.original.map(ThreadId::stored) {
            Some(id) => match super::address_of(db, sight, id) {
                Ok(title) => Some((id, title)),
                Err(StoreError::NotFound) => None,
                Err(error) => return Err(error),
            },
            None => None,
        };
        let reason = CloseReason::parse(&self.reason).unwrap_or(CloseReason::Other);
        Ok(ClosureView {
            reason,
            note: self.note,
            original,
            by: authors.of(self.by, None),
            at: utc(self.at),
        })
    }
}

fn closure_row(db: &mut Db, id: ThreadId) -> Result<Option<ClosureRow>, StoreError> {
    let row: Option<(String, String, Option<i64>, Option<i64>, NaiveDateTime)> = closures::table
        .filter(closures::thread_id.eq(id.get()))
        .filter(closures::ended_at.is_null())
        .select((
            closures::reason,
            closures::note,
            closures::original_id,
            closures::closed_by_id,
            closures::closed_at,
        ))
        .first(db)
        .optional()?;
    Ok(row.map(|(reason, note, original, by, at)| ClosureRow {
        reason,
        note,
        original,
        by,
        at,
    }))
}

fn reopening_row(db: &mut Db, id: ThreadId) -> Result<Option<(Option<i64>, NaiveDateTime, String)>, StoreError> {
    Ok(reopenings::table
        .filter(reopenings::thread_id.eq(id.get()))
        .filter(reopenings::acceptance_id.is_not_null())
        .order(reopenings::id.desc())
        .select((reopenings::reopened_by_id, reopenings::reopened_at, reopenings::reason))
        .first(db)
        .optional()?)
}

fn other_categories(
    db: &mut Db,
    viewer: &Viewer,
    sight: Sight,
    home: &Category,
    kind: ThreadKind,
) -> Result<Vec<(String, String)>, StoreError> {
    if !viewer.user().is_some_and(|user| may(user, Verb::Move, None)) {
        return Ok(Vec::new());
    }
    let others = categories::list(db, sight)?.into_iter();
    let others = others.filter(|other| other.id != home.id && other.archived_at.is_none() && other.kinds.take(kind));
    Ok(others.map(|other| (other.slug, other.name)).collect())
}

fn duplicates(db: &mut Db, sight: Sight, id: ThreadId) -> Result<Vec<ThreadRow>, StoreError> {
    let ids: Vec<i64> = duplicate_links::table
        .filter(duplicate_links::original_id.eq(id.get()))
        .order(duplicate_links::thread_id.desc())
        .limit(MOST_DUPLICATES)
        .select(duplicate_links::thread_id)
        .load(db)?;
    if ids.is_empty() {
        Ok(Vec::new())
    } else {
        rows_of(db, sight, &ids)
    }
}

/// What the viewer did here.
#[derive(Default)]
struct OwnMarks {
    thread_vote: Option<Vote>,
    reply_votes: HashMap<i64, Vote>,
    has_me_too: bool,
}

impl OwnMarks {
    fn load(db: &mut Db, viewer: Option<UserId>, thread: ThreadId, replies: &[i64]) -> Result<Self, StoreError> {
        let Some(viewer) = viewer.map(UserId::get) else {
            return Ok(Self::default());
        };
        let on_thread: Option<String> = thread_votes::table
            .find((thread.get(), viewer))
            .select(thread_votes::direction)
            .first(db)
            .optional()?;
        let on_replies: Vec<(i64, String)> = reply_votes::table
            .filter(reply_votes::user_id.eq(viewer))
            .filter(reply_votes::reply_id.eq_any(replies))
            .select((reply_votes::reply_id, reply_votes::direction))
            .load(db)?;
        let reply_votes = on_replies
            .into_iter()
            .filter_map(|(id, vote)| Vote::parse(&vote).map(|vote| (id, vote)));
        let joined = me_toos::table.find((thread.get(), viewer));
        Ok(Self {
            thread_vote: on_thread.as_deref().and_then(Vote::parse),
            reply_votes: reply_votes.collect(),
            has_me_too: diesel::select(diesel::dsl::exists(joined)).get_result(db)?,
        })
    }
}

/// What rows need to become posts.
struct Dressing<'a> {
    authors: &'a Authors,
    comments: HashMap<Option<i64>, Vec<CommentView>>,
    own: &'a OwnMarks,
}

impl Dressing<'_> {
    fn thread(&mut self, row: &Row, db: &mut Db) -> Result<PostView, StoreError> {
        let body = body_of(row.body_html.clone(), row.renderer, || {
            Ok(threads::table.find(row.id).select(threads::body_markdown).first(db)?)
        })?;
        Ok(PostView {
            author: self.authors.of(row.author.0, row.author.1.clone()),
            created_at: utc(row.times.0),
            edited_at: row.times.1.map(utc),
            deleted_at: row.times.3.map(utc),
            body,
            up_count: row.counts.2,
            down_count: row.counts.3,
            own_vote: self.own.thread_vote,
            comment_count: row.counts.1,
            comments: self.comments.remove(&None).unwrap_or_default(),
        })
    }

    fn reply(&mut self, row: ReplyRow, db: &mut Db) -> Result<ReplyView, StoreError> {
        let body = body_of(row.body_html, row.renderer, || {
            Ok(replies::table.find(row.id).select(replies::body_markdown).first(db)?)
        })?;
        let post = PostView {
            author: self.authors.of(row.author.0, row.author.1),
            created_at: utc(row.times.0),
            edited_at: row.times.1.map(utc),
            deleted_at: row.times.2.map(utc),
            body,
            up_count: row.counts.0,
            down_count: row.counts.1,
            own_vote: self.own.reply_votes.get(&row.id).copied(),
            comment_count: row.counts.3,
            comments: self.comments.remove(&Some(row.id)).unwrap_or_default(),
        };
        Ok((ReplyId::stored(row.id), post))
    }

    fn replies(&mut self, rows: PageOf<ReplyRow>, db: &mut Db) -> Result<PageOf<ReplyView>, StoreError> {
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

fn by_post(
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
        body: shown_comment(row.body_html, row.renderer, || markdown),
        up_count: row.up_count,
    })
}

/// A thread's source, for the form that changes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadSource {
    /// Who started it.
    pub author: Option<UserId>,
    /// Its title.
    pub title: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// The Markdown.
    pub body: String,
}

/// A thread's source; absent when it is out of sight.
pub fn source(db: &mut Db, sight: Sight, id: ThreadId) -> Result<ThreadSource, StoreError> {
    let title = super::address_of(db, sight, id)?;
    let (author, body): (Option<i64>, String) = threads::table
        .find(id.get())
        .select((threads::author_id, threads::body_markdown))
        .first(db)?;
    let tags = tags::of_threads(db, &[id.get()])?.remove(&id.get()).unwrap_or_default();
    Ok(ThreadSource {
        author: author.map(UserId::stored),
        title,
        tags,
        body,
    })
}
