//! What somebody was told, as their page and the bell show it: what is undone, deleted or out of their sight is left out.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, SmallInt, Text, Timestamp};

use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::{ArticleId, CommentId, ReplyId, ThreadId, TidingId, UserId};
use crate::domain::moderation::Act;
use crate::domain::notification::{MOST_UNREAD, NotificationKind, TidingKind};
use crate::domain::sight::Sight;
use crate::domain::thread::ThreadKind;
use crate::store::authors::{Author, Authors};
use crate::store::native::audiences;
use crate::store::readings::Readings;
use crate::store::time::utc;
use crate::store::users::Having;
use crate::store::written::{shown_body, shown_comment};
use crate::store::{Db, StoreError, restraints};
use crate::text::excerpt::excerpt_of_html;

/// How many stand on a page.
pub const PAGE: i64 = 30;
/// How many characters of a post are shown on a page.
const EXCERPT: usize = 160;
/// How many stand in a letter.
const QUOTED: usize = 600;

/// What somebody was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// The fact.
    pub tiding: TidingId,
    /// How it concerns them.
    pub kind: NotificationKind,
    /// When it happened.
    pub happened_at: DateTime<Utc>,
    /// Whether they have read it.
    pub is_read: bool,
    /// What they were told.
    pub told: Told,
}

/// A fact, as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What happened.
    pub kind: TidingKind,
    /// What a moderator did, if it is that.
    pub act: Option<Act>,
    /// Why, in the moderator's words.
    pub reason: String,
    /// Who did it.
    pub by: Author,
    /// The thread in which it stands by now, and its title.
    pub thread: (ThreadId, String),
    /// What that is.
    pub thread_kind: ThreadKind,
    /// Whether that is deleted, as only what a moderator did to it tells.
    pub is_thread_gone: bool,
    /// The reply that it is about.
    pub reply: Option<ReplyId>,
    /// The comment that it is about.
    pub comment: Option<CommentId>,
    /// The article that it is about, and its title.
    pub article: Option<(ArticleId, String)>,
    /// The beginning of what was written.
    pub excerpt: String,
}

/// The rows of facts with where they stand by now: a reply takes its fact along to where it was merged.
const STANDING: &str = "inner join tidings on tidings.id = told.tiding_id \
    left join comments on comments.id = tidings.comment_id \
    left join replies on replies.id = coalesce(comments.reply_id, tidings.reply_id) \
    inner join threads on threads.id = coalesce(comments.thread_id, replies.thread_id, tidings.thread_id) \
    inner join categories on categories.id = threads.category_id \
    left join articles on articles.id = tidings.article_id";

/// Whether a fact is still one, and in sight. What was deleted, held or merged is told although it is gone.
fn is_shown(sight: Sight) -> String {
    let audiences = audiences(sight);
    format!(
        "(tidings.ended_at is null \
         and (comments.deleted_at is null or coalesce(tidings.act, '') in ('delete', 'hold')) \
         and (replies.deleted_at is null or coalesce(tidings.act, '') in ('delete', 'hold')) \
         and (threads.deleted_at is null or coalesce(tidings.act, '') in ('delete', 'hold', 'merge')) \
         and categories.audience in ({audiences}) \
         and (articles.id is null or (articles.state = 'published' and articles.audience in ({audiences}))))"
    )
}

#[derive(QueryableByName)]
struct UnreadRow {
    #[diesel(sql_type = BigInt)]
    thread_id: i64,
    #[diesel(sql_type = Timestamp)]
    happened_at: NaiveDateTime,
}

/// What somebody has not read: of the newest hundred in which thread it stands, and when it happened; and how much moderators said to
/// them about their conduct.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unread {
    told: Vec<(ThreadId, DateTime<Utc>)>,
    notice_count: i64,
}

impl Unread {
    /// How much it is, one more than [`MOST_UNREAD`] at most.
    pub fn count(&self) -> i64 {
        let told = i64::try_from(self.told.len()).unwrap_or(MOST_UNREAD);
        (told + self.notice_count).min(MOST_UNREAD + 1)
    }

    /// Leaves out what was read a moment ago and may not be written yet.
    pub fn leave_out(&mut self, waiting: &Readings) {
        self.told
            .retain(|(thread, at)| waiting.get(thread).is_none_or(|reading| reading.at < *at));
    }
}

/// What somebody has not read, of the newest hundred.
pub fn unread(db: &mut Db, reader: UserId, sight: Sight) -> Result<Unread, StoreError> {
    let rows: Vec<UnreadRow> = diesel::sql_query(format!(
        "select threads.id as thread_id, told.happened_at as happened_at from \
             (select tiding_id, happened_at from notifications where user_id = $1 and read_at is null \
              order by tiding_id desc limit {limit}) as told {STANDING} where {shown}",
        limit = MOST_UNREAD + 1,
        shown = is_shown(sight),
    ))
    .bind::<BigInt, _>(reader.get())
    .load(db)?;
    let unread = |row: UnreadRow| (ThreadId::stored(row.thread_id), utc(row.happened_at));
    Ok(Unread {
        told: rows.into_iter().map(unread).collect(),
        notice_count: 0,
    })
}

/// The same with what moderators said about the reader's conduct; only what their row says there is is asked for.
pub fn unread_having(db: &mut Db, reader: UserId, sight: Sight, having: &Having) -> Result<Unread, StoreError> {
    let unread = match having.has_unread {
        true => unread(db, reader, sight)?,
        false => Unread::default(),
    };
    let notice_count = match having.has_notice {
        true => restraints::untold_count(db, reader)?,
        false => 0,
    };
    Ok(Unread { notice_count, ..unread })
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    tiding_id: i64,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Timestamp)]
    happened_at: NaiveDateTime,
    #[diesel(sql_type = Bool)]
    is_read: bool,
    #[diesel(sql_type = Bool)]
    is_shown: bool,
    #[diesel(sql_type = Text)]
    fact: String,
    #[diesel(sql_type = Nullable<Text>)]
    act: Option<String>,
    #[diesel(sql_type = Text)]
    reason: String,
    #[diesel(sql_type = Nullable<BigInt>)]
    by_id: Option<i64>,
    #[diesel(sql_type = BigInt)]
    thread_id: i64,
    #[diesel(sql_type = Text)]
    thread_title: String,
    #[diesel(sql_type = Text)]
    thread_kind: String,
    #[diesel(sql_type = Bool)]
    is_thread_gone: bool,
    #[diesel(sql_type = Nullable<BigInt>)]
    reply_id: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    comment_id: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    article_id: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    article_title: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    text_html: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    text_markdown: Option<String>,
    #[diesel(sql_type = Nullable<SmallInt>)]
    renderer: Option<i16>,
}

/// What is told of a fact: of comments their own text, of replies theirs.
const TOLD: &str = "tidings.kind as fact, tidings.act as act, tidings.reason as reason, tidings.by_id as by_id, \
    threads.id as thread_id, threads.title as thread_title, threads.kind as thread_kind, \
    (threads.deleted_at is not null) as is_thread_gone, replies.id as reply_id, \
    comments.id as comment_id, articles.id as article_id, articles.title as article_title, \
    coalesce(comments.body_html, replies.body_html, articles.short_answer) as text_html, \
    coalesce(comments.body_markdown, replies.body_markdown, articles.short_answer) as text_markdown, \
    coalesce(comments.renderer, replies.renderer) as renderer";

/// What somebody was told, the newest first. A page may hold less than it could: what is not shown leaves its place empty.
pub fn page(
    db: &mut Db,
    reader: UserId,
    sight: Sight,
    after: Option<Cursor>,
) -> Result<PageOf<Notification>, StoreError> {
    let rows: Vec<Row> = diesel::sql_query(format!(
        "select told.tiding_id as tiding_id, told.kind as kind, told.happened_at as happened_at, \
             (told.read_at is not null) as is_read, {shown} as is_shown, {TOLD} from \
             (select tiding_id, kind, happened_at, read_at from notifications where user_id = $1 and tiding_id < $2 \
              order by tiding_id desc limit $3) as told {STANDING} order by told.tiding_id desc",
        shown = is_shown(sight),
    ))
    .bind::<BigInt, _>(reader.get())
    .bind::<BigInt, _>(after.map_or(i64::MAX, |after| after.id))
    .bind::<BigInt, _>(PAGE + 1)
    .load(db)?;
    let position = |row: &Row| Cursor::at(utc(row.happened_at), row.tiding_id);
    let PageOf { items: mut rows, more } = PageOf::cut(rows, usize::try_from(PAGE).unwrap_or_default(), position);
    rows.retain(|row| row.is_shown);
    let people = Authors::load(db, rows.iter().map(|row| row.by_id))?;
    let items = rows.into_iter().map(|row| notification(row, &people, EXCERPT));
    Ok(PageOf {
        items: items.collect::<Result<_, _>>()?,
        more,
    })
}

/// What somebody has not read of a thread since a moment and wants by mail, the oldest first; one more than wanted, if there is more.
pub(super) fn unread_of_thread(
    db: &mut Db,
    (reader, sight): (UserId, Sight),
    thread: ThreadId,
    since: NaiveDateTime,
    wanted: usize,
) -> Result<Vec<Notification>, StoreError> {
    let rows: Vec<Row> = diesel::sql_query(format!(
        "select told.tiding_id as tiding_id, told.kind as kind, told.happened_at as happened_at, \
             (1 = 0) as is_read, (1 = 1) as is_shown, {TOLD} from \
             (select tiding_id, kind, happened_at from notifications where user_id = $1 and thread_id = $2 \
              and read_at is null and is_by_mail and happened_at >= $3 order by tiding_id limit $4) as told \
         {STANDING} where {shown} order by told.tiding_id",
        shown = is_shown(sight),
    ))
    .bind::<BigInt, _>(reader.get())
    .bind::<BigInt, _>(thread.get())
    .bind::<Timestamp, _>(since)
    .bind::<BigInt, _>(i64::try_from(wanted).unwrap_or_default() + 1)
    .load(db)?;
    let people = Authors::load(db, rows.iter().map(|row| row.by_id))?;
    rows.into_iter().map(|row| notification(row, &people, QUOTED)).collect()
}

fn notification(row: Row, people: &Authors, length: usize) -> Result<Notification, StoreError> {
    let strange = || StoreError::Unexpected(format!("tiding {}", row.tiding_id));
    let kind = NotificationKind::parse(&row.kind).ok_or_else(strange)?;
    let fact = TidingKind::parse(&row.fact).ok_or_else(strange)?;
    let act = row.act.as_deref().map(|act| Act::parse(act).ok_or_else(strange));
    let thread_kind = ThreadKind::parse(&row.thread_kind).ok_or_else(strange)?;
    Ok(Notification {
        tiding: TidingId::stored(row.tiding_id),
        kind,
        happened_at: utc(row.happened_at),
        is_read: row.is_read,
        told: Told {
            kind: fact,
            act: act.transpose()?,
            by: people.of(row.by_id, None),
            thread: (ThreadId::stored(row.thread_id), row.thread_title.clone()),
            thread_kind,
            is_thread_gone: row.is_thread_gone,
            reply: row.reply_id.map(ReplyId::stored),
            comment: row.comment_id.map(CommentId::stored),
            article: row.article_id.map(ArticleId::stored).zip(row.article_title.clone()),
            excerpt: excerpt(&row, length),
            reason: row.reason,
        },
    })
}

/// The beginning of what was written; an article's short answer is plain text.
fn excerpt(row: &Row, length: usize) -> String {
    let (Some(html), Some(renderer)) = (&row.text_html, row.renderer) else {
        return row.text_markdown.clone().unwrap_or_default();
    };
    let markdown = || row.text_markdown.clone().unwrap_or_default();
    let body = match row.comment_id {
        Some(_) => shown_comment(html.clone(), renderer, markdown),
        None => shown_body(html.clone(), renderer, markdown),
    };
    excerpt_of_html(&body, length)
}
