//! Visits to the ask form: what was shown and opened, and how they ended.
//!
//! A row tells nothing of a person: no address, no name, only a hash of a random cookie.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::dsl::{exists, max};
use diesel::prelude::*;

use super::native::{NativeDsl, among};
use super::schema::{ask_article_suggestions, ask_sessions, ask_suggestions, threads};
use super::time::{row_time, utc};
use super::{Db, StoreError};
use crate::domain::ask_session::{AskSession, Ending, POSTING_SPAN, Shown, Visitor};
use crate::domain::id::{ArticleId, AskSessionId, CategoryId, ThreadId};
use crate::domain::subject::Subject;
use crate::domain::thread::Standing;

/// How long a visit is remembered.
const MEMORY: Duration = Duration::days(365);
/// How many visits are forgotten in one transaction.
const MOST_SWEPT: i64 = 5_000;

/// Writes down what is known of a visit, beside what was written before. What came after its end changes nothing but what was
/// shown and opened.
pub fn keep(tx: &mut Db, session: &AskSession) -> Result<AskSessionId, StoreError> {
    let made = diesel::insert_into(ask_sessions::table)
        .values((
            ask_sessions::form.eq(&session.form),
            ask_sessions::visitor.eq(session.visitor.hash()),
            ask_sessions::is_signed_in.eq(session.is_signed_in),
            ask_sessions::is_held_out.eq(session.is_held_out),
            ask_sessions::category_id.eq(session.category.map(CategoryId::get)),
            ask_sessions::title.eq(&session.title),
            ask_sessions::began_at.eq(row_time(session.began_at)),
            ask_sessions::differed_at.eq(session.differed_at.map(row_time)),
        ))
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    let row = ask_sessions::table.filter(ask_sessions::form.eq(&session.form));
    let id: i64 = row.select(ask_sessions::id).first(tx)?;
    match made {
        0 => add(tx, id, session)?,
        _ => place(tx, id, session)?,
    }
    for (subject, shown) in &session.shown {
        match subject {
            Subject::Thread(thread) => show_thread(tx, id, *thread, *shown)?,
            Subject::Article(article) => show_article(tx, id, *article, *shown)?,
        }
        if let Some(at) = shown.opened_at {
            note_opened(tx, id, *subject, row_time(at))?;
        }
    }
    Ok(AskSessionId::stored(id))
}

/// Gives a new visit its place among those of its visitor, which may be written in another order than they began.
fn place(tx: &mut Db, id: i64, session: &AskSession) -> Result<(), StoreError> {
    let began = row_time(session.began_at);
    let others = ask_sessions::table
        .filter(ask_sessions::visitor.eq(session.visitor.hash()))
        .filter(ask_sessions::id.ne(id));
    let earlier: Option<NaiveDateTime> = others
        .filter(ask_sessions::began_at.le(began))
        .select(max(ask_sessions::began_at))
        .first(tx)?;
    let last = began + POSTING_SPAN;
    // A question is posted at the end of its visit, and not before its beginning, whatever a clock said.
    let posted = others
        .filter(ask_sessions::ending.eq(Ending::Posted.as_str()))
        .filter(ask_sessions::began_at.ge(began).or(ask_sessions::ended_at.ge(began)))
        .filter(ask_sessions::began_at.le(last))
        .filter(ask_sessions::ended_at.le(last));
    let has_posted: bool = diesel::select(exists(posted)).get_result(tx)?;
    diesel::update(ask_sessions::table.find(id))
        .set((
            ask_sessions::earlier_at.eq(earlier),
            ask_sessions::has_posted.eq(has_posted),
        ))
        .execute(tx)?;
    let later = others.filter(ask_sessions::began_at.gt(began)).filter(
        ask_sessions::earlier_at
            .is_null()
            .or(ask_sessions::earlier_at.lt(began)),
    );
    diesel::update(later)
        .set(ask_sessions::earlier_at.eq(Some(began)))
        .execute(tx)?;
    Ok(())
}

/// Writes down when something was first opened, and when what held an answer.
fn note_opened(tx: &mut Db, id: i64, subject: Subject, at: NaiveDateTime) -> Result<(), StoreError> {
    let row = ask_sessions::table.find(id);
    diesel::update(row.filter(ask_sessions::opened_at.is_null()))
        .set(ask_sessions::opened_at.eq(Some(at)))
        .execute(tx)?;
    if holds_answer(tx, subject)? {
        diesel::update(row.filter(ask_sessions::answer_opened_at.is_null()))
            .set(ask_sessions::answer_opened_at.eq(Some(at)))
            .execute(tx)?;
    }
    Ok(())
}

/// Whether something holds an answer: an article does, a thread once it is resolved.
pub(super) fn holds_answer(db: &mut Db, subject: Subject) -> Result<bool, StoreError> {
    let Subject::Thread(id) = subject else {
        return Ok(true);
    };
    let resolved = threads::table
        .find(id.get())
        .filter(threads::standing.eq(Standing::Resolved.as_str()));
    Ok(diesel::select(exists(resolved)).get_result(db)?)
}

fn add(tx: &mut Db, id: i64, session: &AskSession) -> Result<(), StoreError> {
    let open = ask_sessions::table.find(id).filter(ask_sessions::ended_at.is_null());
    if let Some(category) = session.category {
        diesel::update(open)
            .set(ask_sessions::category_id.eq(Some(category.get())))
            .execute(tx)?;
    }
    if !session.title.is_empty() {
        diesel::update(open)
            .set(ask_sessions::title.eq(&session.title))
            .execute(tx)?;
    }
    if let Some(at) = session.differed_at {
        diesel::update(open.filter(ask_sessions::differed_at.is_null()))
            .set(ask_sessions::differed_at.eq(Some(row_time(at))))
            .execute(tx)?;
    }
    Ok(())
}

fn show_thread(tx: &mut Db, session: i64, thread: ThreadId, shown: Shown) -> Result<(), StoreError> {
    diesel::insert_into(ask_suggestions::table)
        .values((
            ask_suggestions::ask_session_id.eq(session),
            ask_suggestions::thread_id.eq(thread.get()),
            ask_suggestions::position.eq(shown.position),
            ask_suggestions::shown_at.eq(row_time(shown.at)),
            ask_suggestions::opened_at.eq(shown.opened_at.map(row_time)),
        ))
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    if let Some(at) = shown.opened_at {
        let row = ask_suggestions::table.find((session, thread.get()));
        diesel::update(row.filter(ask_suggestions::opened_at.is_null()))
            .set(ask_suggestions::opened_at.eq(Some(row_time(at))))
            .execute(tx)?;
    }
    Ok(())
}

fn show_article(tx: &mut Db, session: i64, article: ArticleId, shown: Shown) -> Result<(), StoreError> {
    diesel::insert_into(ask_article_suggestions::table)
        .values((
            ask_article_suggestions::ask_session_id.eq(session),
            ask_article_suggestions::article_id.eq(article.get()),
            ask_article_suggestions::position.eq(shown.position),
            ask_article_suggestions::shown_at.eq(row_time(shown.at)),
            ask_article_suggestions::opened_at.eq(shown.opened_at.map(row_time)),
        ))
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    if let Some(at) = shown.opened_at {
        let row = ask_article_suggestions::table.find((session, article.get()));
        diesel::update(row.filter(ask_article_suggestions::opened_at.is_null()))
            .set(ask_article_suggestions::opened_at.eq(Some(row_time(at))))
            .execute(tx)?;
    }
    Ok(())
}

/// Writes down what is known of a visit, and that it ended so with this thread or article; the first end stands.
pub fn end(
    tx: &mut Db,
    session: &AskSession,
    ending: Ending,
    subject: Subject,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    keep(tx, session)?;
    end_known(tx, &session.form, ending, subject, now)
}

/// The same of a visit that was written down before, if it was.
pub fn end_known(
    tx: &mut Db,
    form: &str,
    ending: Ending,
    subject: Subject,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let open = ask_sessions::table
        .filter(ask_sessions::form.eq(form))
        .filter(ask_sessions::ended_at.is_null());
    let ended = diesel::update(open)
        .set((
            ask_sessions::ending.eq(Some(ending.as_str())),
            ask_sessions::ended_at.eq(Some(row_time(now))),
            ask_sessions::thread_id.eq(subject.thread().map(ThreadId::get)),
            ask_sessions::article_id.eq(subject.article().map(ArticleId::get)),
        ))
        .execute(tx)?;
    if ended > 0 && ending == Ending::Posted {
        note_posted(tx, form, row_time(now))?;
    }
    Ok(())
}

/// Says of each visit of the last days of the same visitor that they posted.
fn note_posted(tx: &mut Db, form: &str, now: NaiveDateTime) -> Result<(), StoreError> {
    let (visitor, began): (String, NaiveDateTime) = ask_sessions::table
        .filter(ask_sessions::form.eq(form))
        .select((ask_sessions::visitor, ask_sessions::began_at))
        .first(tx)?;
    let posted = now.max(began);
    let lately = ask_sessions::table
        .filter(ask_sessions::visitor.eq(visitor))
        .filter(ask_sessions::began_at.ge(posted - POSTING_SPAN))
        .filter(ask_sessions::began_at.le(posted));
    diesel::update(lately)
        .set(ask_sessions::has_posted.eq(true))
        .execute(tx)?;
    Ok(())
}

/// How a visit ended, and with what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// How.
    pub ending: Ending,
    /// With which thread or article; `None` once that is gone.
    pub subject: Option<Subject>,
}

type Row = (
    String,
    (bool, bool),
    (Option<i64>, String),
    NaiveDateTime,
    Option<NaiveDateTime>,
    (i64, Option<String>),
    (Option<i64>, Option<i64>),
);

/// A visit as it was written down; `None` when it was not.
pub fn find(db: &mut Db, form: &str) -> Result<Option<(AskSession, Option<Ended>)>, StoreError> {
    let row: Option<Row> = ask_sessions::table
        .filter(ask_sessions::form.eq(form))
        .select((
            ask_sessions::visitor,
            (ask_sessions::is_signed_in, ask_sessions::is_held_out),
            (ask_sessions::category_id, ask_sessions::title),
            ask_sessions::began_at,
            ask_sessions::differed_at,
            (ask_sessions::id, ask_sessions::ending),
            (ask_sessions::thread_id, ask_sessions::article_id),
        ))
        .first(db)
        .optional()?;
    let Some((visitor, (is_signed_in, is_held_out), (category, title), began_at, differed_at, end, with)) = row else {
        return Ok(None);
    };
    let session = AskSession {
        form: form.to_owned(),
        visitor: Visitor::stored(visitor),
        is_signed_in,
        is_held_out,
        category: category.map(CategoryId::stored),
        title,
        began_at: utc(began_at),
        differed_at: differed_at.map(utc),
        shown: shown_in(db, end.0)?,
    };
    let ending = end.1.as_deref().and_then(Ending::parse);
    let thread = with.0.map(|id| Subject::Thread(ThreadId::stored(id)));
    let subject = thread.or(with.1.map(|id| Subject::Article(ArticleId::stored(id))));
    Ok(Some((session, ending.map(|ending| Ended { ending, subject }))))
}

/// What was shown in a visit.
fn shown_in(db: &mut Db, session: i64) -> Result<BTreeMap<Subject, Shown>, StoreError> {
    type Row = (i64, i64, NaiveDateTime, Option<NaiveDateTime>);
    let threads: Vec<Row> = ask_suggestions::table
        .filter(ask_suggestions::ask_session_id.eq(session))
        .select((
            ask_suggestions::thread_id,
            ask_suggestions::position,
            ask_suggestions::shown_at,
            ask_suggestions::opened_at,
        ))
        .load(db)?;
    let articles: Vec<Row> = ask_article_suggestions::table
        .filter(ask_article_suggestions::ask_session_id.eq(session))
        .select((
            ask_article_suggestions::article_id,
            ask_article_suggestions::position,
            ask_article_suggestions::shown_at,
            ask_article_suggestions::opened_at,
        ))
        .load(db)?;
    let shown = |(_, position, at, opened_at): Row| Shown {
        position,
        at: utc(at),
        opened_at: opened_at.map(utc),
    };
    let threads = threads
        .into_iter()
        .map(|row| (Subject::Thread(ThreadId::stored(row.0)), shown(row)));
    let articles = articles
        .into_iter()
        .map(|row| (Subject::Article(ArticleId::stored(row.0)), shown(row)));
    Ok(threads.chain(articles).collect())
}

/// Forgets visits of a year ago, some at a time; answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let old: Vec<i64> = ask_sessions::table
        .filter(ask_sessions::began_at.lt(row_time(now - MEMORY)))
        .order(ask_sessions::began_at)
        .limit(MOST_SWEPT)
        .select(ask_sessions::id)
        .load(tx)?;
    Ok(diesel::delete(ask_sessions::table.filter(among(ask_sessions::id, old))).execute(tx)?)
}
