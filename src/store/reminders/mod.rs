//! Reminders: an asker whose question has an answer and is still open is asked, once and by letter, whether that solved it.
//!
//! `due` finds whom to ask, `mod` tells the letter and its pages what they say, `verbs` is what the asker answers. A row of
//! `reminders` comes with the job of its letter, so that no crash loses or repeats one.

mod due;
mod verbs;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::authors::{Author, Authors};
use super::schema::{closures, reminders, replies, threads};
use super::threads::title_of;
use super::time::{row_time, utc};
use super::users as people;
use super::written::shown_body;
use super::{Db, StoreError, merges};
use crate::domain::account::{User, Viewer};
use crate::domain::asking_back::{LINKS_ARE_GOOD_FOR, Response};
use crate::domain::id::{ReplyId, ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::domain::signed_link::SignedLink;
use crate::domain::thread::Standing;
use crate::text::SafeHtml;

pub use due::step;
pub use verbs::{Denying, Settling, not_working, solved};

/// How many answers the page offers; whoever has more chooses under the question.
pub const ANSWERS_OFFERED: i64 = 30;

/// What a reminder's letter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Whom it asks.
    pub asker: UserId,
    /// Their question, with its title.
    pub thread: (ThreadId, String),
    /// What its links say.
    pub link: SignedLink,
}

/// What the letter of a reminder says; `None` when it has gone already, or when there is nothing to ask any more.
pub fn told(db: &mut Db, thread: ThreadId) -> Result<Option<Told>, StoreError> {
    let row: Option<(i64, chrono::NaiveDateTime)> = reminders::table
        .inner_join(threads::table)
        .filter(reminders::thread_id.eq(thread.get()))
        .filter(reminders::posted_at.is_null())
        .filter(threads::standing.eq(Standing::Answered.as_str()))
        .filter(threads::deleted_at.is_null())
        .select((reminders::asker_id, reminders::reminded_at))
        .first(db)
        .optional()?;
    let Some((asker, reminded_at)) = row else {
        return Ok(None);
    };
    if !people::reachable(db, [asker])?.contains(&asker) {
        return Ok(None);
    }
    let asker = people::find(db, UserId::stored(asker))?;
    let title = match title_of(db, sight_of(&asker), thread) {
        Ok(title) => title,
        Err(StoreError::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok(Some(Told {
        asker: asker.id,
        thread: (thread, title),
        link: SignedLink {
            user: asker.id,
            about: vec![thread.get()],
            expires_at: utc(reminded_at) + LINKS_ARE_GOOD_FOR,
        },
    }))
}

/// Writes down that the letter of a reminder has gone.
pub fn note_posted(tx: &mut Db, thread: ThreadId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(reminders::table.find(thread.get()))
        .set(reminders::posted_at.eq(Some(row_time(now))))
        .execute(tx)?;
    Ok(())
}

/// Where the question of a reminder is by now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whereabouts {
    /// Where it was.
    Here(Asked),
    /// In the thread into which it was merged.
    Merged(ThreadId, String),
    /// Deleted, or out of the asker's sight.
    Gone,
}

impl Whereabouts {
    /// Whether its asker may still say which answer solved it.
    pub fn takes_answer(&self) -> bool {
        matches!(self, Whereabouts::Here(asked) if asked.stands == Stands::Open && !asked.answers.is_empty())
    }

    /// Whether its asker may still say that it does not work.
    pub fn takes_denial(&self) -> bool {
        let Whereabouts::Here(asked) = self else { return false };
        match asked.stands {
            Stands::Open => asked.response != Some(Response::NotWorking),
            Stands::Resolved => true,
            Stands::Frozen => false,
        }
    }
}

/// The question of a reminder, as the pages behind its links show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub thread: ThreadId,
    /// Its title.
    pub title: String,
    /// What may be done to it.
    pub stands: Stands,
    /// What the asker said to the reminder before.
    pub response: Option<Response>,
    /// The answers of others, the oldest first.
    pub answers: Vec<OfferedAnswer>,
}

/// What an asker may still do to their question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// It waits for a word.
    Open,
    /// It is resolved, by whatever.
    Resolved,
    /// It is closed or locked.
    Frozen,
}

/// An answer that may have solved the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedAnswer {
    /// The reply.
    pub id: ReplyId,
    /// Who wrote it.
    pub author: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// What it says.
    pub body: SafeHtml,
}

/// The question of a reminder, as its asker may see it.
pub fn question(db: &mut Db, asker: &User, thread: ThreadId) -> Result<Whereabouts, StoreError> {
    let sight = sight_of(asker);
    if let Some(landing) = merges::landing(db, sight, thread)? {
        return Ok(Whereabouts::Merged(landing.thread, landing.title));
    }
    let title = match title_of(db, sight, thread) {
        Ok(title) => title,
        Err(StoreError::NotFound) => return Ok(Whereabouts::Gone),
        Err(error) => return Err(error),
    };
    let closed = closures::table
        .filter(closures::thread_id.eq(threads::id))
        .filter(closures::ended_at.is_null());
    let row: Option<(String, bool, bool)> = threads::table
        .find(thread.get())
        .filter(threads::author_id.eq(Some(asker.id.get())))
        .filter(threads::deleted_at.is_null())
        .select((
            threads::standing,
            threads::locked_at.is_not_null(),
            diesel::dsl::exists(closed),
        ))
        .first(db)
        .optional()?;
    let Some((standing, is_locked, is_closed)) = row else {
        return Ok(Whereabouts::Gone);
    };
    let stands = match Standing::parse(&standing) {
        _ if is_locked || is_closed => Stands::Frozen,
        Some(Standing::Resolved) => Stands::Resolved,
        Some(Standing::Answered | Standing::Unanswered) => Stands::Open,
        _ => return Ok(Whereabouts::Gone),
    };
    Ok(Whereabouts::Here(Asked {
        thread,
        title,
        stands,
        response: response(db, thread)?,
        answers: answers(db, asker.id, thread)?,
    }))
}

fn response(db: &mut Db, thread: ThreadId) -> Result<Option<Response>, StoreError> {
    let said: Option<Option<String>> = reminders::table
        .find(thread.get())
        .select(reminders::response)
        .first(db)
        .optional()?;
    Ok(said.flatten().as_deref().and_then(Response::parse))
}

type AnswerRow = (
    i64,
    (Option<i64>, Option<String>),
    chrono::NaiveDateTime,
    (String, i16, String),
);

fn answers(db: &mut Db, asker: UserId, thread: ThreadId) -> Result<Vec<OfferedAnswer>, StoreError> {
    let of_others = replies::author_id.is_null().or(replies::author_id.ne(asker.get()));
    let rows: Vec<AnswerRow> = replies::table
        .filter(replies::thread_id.eq(thread.get()))
        .filter(replies::deleted_at.is_null())
        .filter(replies::opens_id.is_null())
        .filter(of_others)
        .order((replies::created_at, replies::id))
        .limit(ANSWERS_OFFERED)
        .select((
            replies::id,
            (replies::author_id, replies::author_name),
            replies::created_at,
            (replies::body_html, replies::renderer, replies::body_markdown),
        ))
        .load(db)?;
    let authors = Authors::load(db, rows.iter().map(|row| row.1.0))?;
    let offered = |(id, (author, name), at, (html, renderer, markdown)): AnswerRow| OfferedAnswer {
        id: ReplyId::stored(id),
        author: authors.of(author, name),
        at: utc(at),
        body: shown_body(html, renderer, || markdown),
    };
    Ok(rows.into_iter().map(offered).collect())
}

/// What an asker sees, whether or not they are signed in.
fn sight_of(asker: &User) -> Sight {
    Sight::of(&Viewer::User(asker.clone()))
}
