//! Which article answers which thread, or has to do with it.
//!
//! A link that answers settles a question as an acceptance does: `threads::settle` asks for both. It ends with a row's
//! `ended_at`, when it is taken back or when the asker says that it still does not work.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::articles::{self as article_store, Held as HeldArticle};
use super::authors::{Author, Authors};
use super::moderations::{link_changed, log_change, unlinked};
use super::native::among;
use super::outcome::Deed;
use super::schema::{article_links, articles, categories, threads};
use super::threads::{Held, ThreadRow, done, hold, rows_of, settle};
use super::time::{row_time, utc};
use super::{Db, StoreError, awaitings, notifications, questions};
use crate::domain::account::User;
use crate::domain::article::{ArticleState, LinkKind};
use crate::domain::id::{ArticleId, ThreadId, UserId};
use crate::domain::moderation::Act;
use crate::domain::permission::{Verb, may_in};
use crate::domain::question::What;
use crate::domain::sight::Sight;
use crate::domain::thread::ThreadKind;

/// How linking an article ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Linking {
    /// It is linked.
    Linked,
    /// It was so already.
    Unchanged,
    /// The user may not, or the thread takes no such link.
    NotYours,
    /// The thread is locked.
    Locked,
    /// There is no such article, or it is not published.
    NoSuchArticle,
    /// Some readers of the thread would not see the article that is to answer it.
    NotForAll,
}

/// Says what an article is to a thread; what it was said to be before ends.
pub fn link(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    (thread, article): (ThreadId, ArticleId),
    kind: LinkKind,
    now: DateTime<Utc>,
) -> Result<Linking, StoreError> {
    let held = hold(tx, sight, thread)?;
    if !may_in(by, held.audience, Verb::LinkArticle, held.author) || held.is_deleted {
        return Ok(Linking::NotYours);
    }
    if held.is_locked && !may_in(by, held.audience, Verb::Lock, None) {
        return Ok(Linking::Locked);
    }
    if kind == LinkKind::Answers && held.kind != ThreadKind::Question {
        return Ok(Linking::NotYours);
    }
    let Some(found) = published(tx, sight, article)? else {
        return Ok(Linking::NoSuchArticle);
    };
    if kind == LinkKind::Answers && !held.audience.is_within(found.audience) {
        return Ok(Linking::NotForAll);
    }
    let before = in_force(tx, thread, article)?;
    match before {
        Some((_, known)) if known == kind => return Ok(Linking::Unchanged),
        Some((id, known)) => end(tx, thread, &[(id, article, known)], by.id, now)?,
        None => {}
    }
    insert(tx, by.id, (thread, article), kind, now)?;
    if kind == LinkKind::Answers {
        notifications::linked(tx, by, &held, article, now)?;
    }
    let standing = settle(tx, &held)?;
    awaitings::tell_if(standing, tx, held.id, now)?;
    let changed = link_changed(article, before.map(|before| before.1), Some(kind));
    log_change(tx, by, &held, Act::Link, &changed, &found.title, now)?;
    article_store::changed(tx, article.get(), now)?;
    done(tx, thread, now)?;
    Ok(Linking::Linked)
}

fn published(tx: &mut Db, sight: Sight, id: ArticleId) -> Result<Option<HeldArticle>, StoreError> {
    match article_store::look(tx, sight, id) {
        Ok(found) => Ok(Some(found).filter(|found| found.state == ArticleState::Published)),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The link in force between a thread and an article.
fn in_force(tx: &mut Db, thread: ThreadId, article: ArticleId) -> Result<Option<(i64, LinkKind)>, StoreError> {
    let row: Option<(i64, String)> = article_links::table
        .filter(article_links::thread_id.eq(thread.get()))
        .filter(article_links::article_id.eq(article.get()))
        .filter(article_links::ended_at.is_null())
        .select((article_links::id, article_links::kind))
        .first(tx)
        .optional()?;
    row.map(|(id, kind)| Ok((id, kind_of(id, &kind)?))).transpose()
}

fn kind_of(id: i64, text: &str) -> Result<LinkKind, StoreError> {
    LinkKind::parse(text).ok_or_else(|| StoreError::Unexpected(format!("article link {id}: kind")))
}

fn insert(
    tx: &mut Db,
    by: UserId,
    (thread, article): (ThreadId, ArticleId),
    kind: LinkKind,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::insert_into(article_links::table)
        .values((
            article_links::thread_id.eq(thread.get()),
            article_links::article_id.eq(article.get()),
            article_links::kind.eq(kind.as_str()),
            article_links::linked_by_id.eq(Some(by.get())),
            article_links::linked_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    note_answer(tx, thread, kind, What::Linked { article }, by, now)?;
    count(tx, article, kind, 1)
}

/// Only questions are answered by articles.
fn note_answer(
    tx: &mut Db,
    thread: ThreadId,
    kind: LinkKind,
    what: What,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    match kind {
        LinkKind::Answers => questions::note_of(tx, thread.get(), what, by, now),
        LinkKind::Related => Ok(()),
    }
}

/// Counts how many threads an article answers, by which what is asked most is put in order.
fn count(tx: &mut Db, article: ArticleId, kind: LinkKind, more: i64) -> Result<(), StoreError> {
    if kind == LinkKind::Answers {
        diesel::update(articles::table.find(article.get()))
            .set(articles::answer_count.eq(articles::answer_count + more))
            .execute(tx)?;
    }
    Ok(())
}

fn end(
    tx: &mut Db,
    thread: ThreadId,
    links: &[(i64, ArticleId, LinkKind)],
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    for (id, article, kind) in links {
        diesel::update(article_links::table.find(id))
            .set((
                article_links::ended_at.eq(Some(row_time(now))),
                article_links::ended_by_id.eq(Some(by.get())),
            ))
            .execute(tx)?;
        note_answer(tx, thread, *kind, What::Unlinked { article: *article }, by, now)?;
        notifications::unlinked(tx, thread, *article, now)?;
        count(tx, *article, *kind, -1)?;
    }
    Ok(())
}

/// Takes the link of an article back; a question that nothing else settles is open again.
pub fn unlink(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    (thread, article): (ThreadId, ArticleId),
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold(tx, sight, thread)?;
    if !may_in(by, held.audience, Verb::LinkArticle, held.author) || held.is_deleted {
        return Ok(Deed::NotYours);
    }
    if held.is_locked && !may_in(by, held.audience, Verb::Lock, None) {
        return Ok(Deed::Locked);
    }
    let Some((id, kind)) = in_force(tx, thread, article)? else {
        return Ok(Deed::Unchanged);
    };
    end(tx, thread, &[(id, article, kind)], by.id, now)?;
    settle(tx, &held)?;
    let title: String = articles::table.find(article.get()).select(articles::title).first(tx)?;
    log_change(tx, by, &held, Act::Unlink, &unlinked(article, kind), &title, now)?;
    article_store::changed(tx, article.get(), now)?;
    done(tx, thread, now)
}

/// The asker says that the article has solved it.
pub fn confirm(
    tx: &mut Db,
    asker: &User,
    sight: Sight,
    thread: ThreadId,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold(tx, sight, thread)?;
    if held.author != Some(asker.id) || held.is_deleted {
        return Ok(Deed::NotYours);
    }
    if held.is_locked && !may_in(asker, held.audience, Verb::Lock, None) {
        return Ok(Deed::Locked);
    }
    let open = article_links::table
        .filter(article_links::thread_id.eq(held.id))
        .filter(article_links::kind.eq(LinkKind::Answers.as_str()))
        .filter(article_links::ended_at.is_null())
        .filter(article_links::confirmed_at.is_null());
    let confirmed: Vec<i64> = diesel::update(open)
        .set(article_links::confirmed_at.eq(Some(row_time(now))))
        .returning(article_links::article_id)
        .get_results(tx)?;
    if confirmed.is_empty() {
        return Ok(Deed::Unchanged);
    }
    for article in confirmed.into_iter().map(ArticleId::stored) {
        questions::note(tx, &held, What::Confirmed { article }, asker.id, now)?;
    }
    done(tx, thread, now)
}

/// The links in force by which articles answer a thread, the first one first.
pub(super) fn answers_of(db: &mut Db, thread: i64) -> Result<Vec<(i64, ArticleId, LinkKind)>, StoreError> {
    let rows: Vec<(i64, i64)> = article_links::table
        .filter(article_links::thread_id.eq(thread))
        .filter(article_links::kind.eq(LinkKind::Answers.as_str()))
        .filter(article_links::ended_at.is_null())
        .order(article_links::id)
        .select((article_links::id, article_links::article_id))
        .load(db)?;
    let link = |(id, article)| (id, ArticleId::stored(article), LinkKind::Answers);
    Ok(rows.into_iter().map(link).collect())
}

/// Ends every link by which an article answers a thread: it still does not work. The caller settles the thread.
pub(super) fn end_answers(
    tx: &mut Db,
    thread: ThreadId,
    links: &[(i64, ArticleId, LinkKind)],
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    end(tx, thread, links, by, now)?;
    for (_, article, _) in links {
        article_store::changed(tx, article.get(), now)?;
    }
    Ok(())
}

/// An article that is linked to a thread, as the thread's page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedArticle {
    /// The article.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// The answer in a sentence or two.
    pub short_answer: String,
    /// What it is to the thread.
    pub kind: LinkKind,
    /// Who said so.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// When the asker said that it has solved it.
    pub confirmed_at: Option<DateTime<Utc>>,
}

/// How many linked articles a thread's page shows.
const MOST_LINKED: usize = 10;
/// How many links of a thread are read for that; nobody makes so many.
const MOST_READ: i64 = 100;

/// The published articles in sight that are linked to a thread: those that answer it first, then by time.
pub(super) fn of_thread(db: &mut Db, sight: Sight, thread: ThreadId) -> Result<Vec<LinkedArticle>, StoreError> {
    type Row = (
        i64,
        (i64, String, String),
        String,
        Option<i64>,
        (NaiveDateTime, Option<NaiveDateTime>),
    );
    let mut rows: Vec<Row> = article_links::table
        .inner_join(articles::table)
        .filter(article_links::thread_id.eq(thread.get()))
        .filter(article_links::ended_at.is_null())
        .filter(articles::state.eq(ArticleState::Published.as_str()))
        .filter(among(articles::audience, sight.audience_names()))
        .limit(MOST_READ)
        .select((
            article_links::id,
            (articles::id, articles::title, articles::short_answer),
            article_links::kind,
            article_links::linked_by_id,
            (article_links::linked_at, article_links::confirmed_at),
        ))
        .load(db)?;
    // By their names, those that answer stand before those that are related.
    rows.sort_by(|one, other| (&one.2, one.0).cmp(&(&other.2, other.0)));
    rows.truncate(MOST_LINKED);
    let people = Authors::load(db, rows.iter().map(|row| row.3))?;
    let linked = |(id, article, kind, by, times): Row| {
        Ok(LinkedArticle {
            id: ArticleId::stored(article.0),
            title: article.1,
            short_answer: article.2,
            kind: kind_of(id, &kind)?,
            by: people.of(by, None),
            at: utc(times.0),
            confirmed_at: times.1.map(utc),
        })
    };
    rows.into_iter().map(linked).collect()
}

/// The threads that an article answers, as its page tells them.
#[derive(Debug, Clone, Default)]
pub struct Answered {
    /// The latest of them.
    pub threads: Vec<ThreadRow>,
    /// How many there are in sight, up to [`MOST_COUNTED`].
    pub count: i64,
    /// Whether there are more than were counted.
    pub is_more: bool,
}

/// How many threads an article's page names.
const MOST_NAMED: usize = 10;
/// How many threads that an article answers are counted for its page.
pub const MOST_COUNTED: i64 = 200;

/// The threads in sight that an article answers.
pub(super) fn answered(db: &mut Db, sight: Sight, article: ArticleId) -> Result<Answered, StoreError> {
    let mut ids: Vec<i64> = article_links::table
        .inner_join(threads::table.inner_join(categories::table))
        .filter(article_links::article_id.eq(article.get()))
        .filter(article_links::kind.eq(LinkKind::Answers.as_str()))
        .filter(article_links::ended_at.is_null())
        .filter(threads::deleted_at.is_null())
        .filter(among(categories::audience, sight.audience_names()))
        .order(article_links::id.desc())
        .limit(MOST_COUNTED + 1)
        .select(article_links::thread_id)
        .load(db)?;
    let count = i64::try_from(ids.len()).unwrap_or(MOST_COUNTED);
    ids.truncate(MOST_NAMED);
    let threads = if ids.is_empty() {
        Vec::new()
    } else {
        rows_of(db, sight, &ids)?
    };
    Ok(Answered {
        threads,
        count: count.min(MOST_COUNTED),
        is_more: count > MOST_COUNTED,
    })
}

/// The articles that answer any of these threads.
pub fn articles_of(db: &mut Db, threads: &[ThreadId]) -> Result<Vec<ArticleId>, StoreError> {
    let ids: Vec<i64> = article_links::table
        .filter(among(article_links::thread_id, threads.iter().map(|id| id.get())))
        .filter(article_links::kind.eq(LinkKind::Answers.as_str()))
        .filter(article_links::ended_at.is_null())
        .select(article_links::article_id)
        .distinct()
        .load(db)?;
    Ok(ids.into_iter().map(ArticleId::stored).collect())
}

/// The threads that any of these articles answers.
pub fn threads_of(db: &mut Db, articles: &[ArticleId]) -> Result<Vec<ThreadId>, StoreError> {
    let ids: Vec<i64> = article_links::table
        .filter(among(article_links::article_id, articles.iter().map(|id| id.get())))
        .filter(article_links::kind.eq(LinkKind::Answers.as_str()))
        .filter(article_links::ended_at.is_null())
        .select(article_links::thread_id)
        .load(db)?;
    Ok(ids.into_iter().map(ThreadId::stored).collect())
}

/// Whether an article answers a thread whose row is held.
pub(super) fn is_answered(tx: &mut Db, held: &Held) -> Result<bool, StoreError> {
    Ok(!answers_of(tx, held.id)?.is_empty())
}
