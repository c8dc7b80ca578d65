//! Surveys: whoever asked a question that was resolved is asked, once and by letter, how satisfied they are.
//!
//! `due` finds whom to invite, `mod` is what the letter and its page say and what the asker answers, `figures` is what the forum
//! reads of it.

mod due;
mod figures;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::schema::{surveys, threads};
use super::threads::title_of;
use super::time::{row_time, utc};
use super::users as people;
use super::{Db, StoreError, merges};
use crate::domain::account::{User, Viewer};
use crate::domain::asking_back::{ANSWER_MAY_CHANGE_FOR, LINKS_ARE_GOOD_FOR};
use crate::domain::id::{SurveyId, ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::domain::signed_link::SignedLink;
use crate::domain::survey::{Score, SurveyAnswer};

pub use due::step;
pub use figures::{COMMENTS_ON_PAGE, Figures, SurveyComment, SurveyRow, comments, figures, rows};

/// What an invitation's letter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Whom it invites.
    pub asker: UserId,
    /// The title of their question.
    pub title: String,
    /// What its link says.
    pub link: SignedLink,
}

/// What the letter of an invitation says; `None` when it has gone already, or when nobody is left to read it.
pub fn invitation(db: &mut Db, id: SurveyId) -> Result<Option<Invitation>, StoreError> {
    let row: Option<(i64, i64, NaiveDateTime)> = surveys::table
        .inner_join(threads::table)
        .filter(surveys::id.eq(id.get()))
        .filter(surveys::posted_at.is_null())
        .filter(threads::deleted_at.is_null())
        .select((surveys::user_id, surveys::thread_id, surveys::invited_at))
        .first(db)
        .optional()?;
    let Some((asker, thread, invited_at)) = row else {
        return Ok(None);
    };
    if !people::reachable(db, [asker])?.contains(&asker) {
        return Ok(None);
    }
    let asker = people::find(db, UserId::stored(asker))?;
    let title = title_if_seen(db, &asker, ThreadId::stored(thread))?;
    Ok(title.map(|(_, title)| Invitation {
        asker: asker.id,
        title,
        link: SignedLink {
            user: asker.id,
            about: vec![id.get()],
            expires_at: utc(invited_at) + LINKS_ARE_GOOD_FOR,
        },
    }))
}

/// Writes down that the letter of an invitation has gone.
pub fn note_posted(tx: &mut Db, id: SurveyId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(surveys::table.find(id.get()))
        .set(surveys::posted_at.eq(Some(row_time(now))))
        .execute(tx)?;
    Ok(())
}

/// A survey as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyPage {
    /// The question that it is about, while the asker may see it.
    pub thread: Option<(ThreadId, String)>,
    /// What was answered so far, and until when that may be changed.
    pub answer: Option<(SurveyAnswer, DateTime<Utc>)>,
}

type Row = (i64, Option<NaiveDateTime>, Option<i64>, Option<i64>, Option<String>);

/// A survey for whoever was invited to it; absent for anybody else.
pub fn page(db: &mut Db, asker: &User, id: SurveyId) -> Result<SurveyPage, StoreError> {
    let (thread, answered_at, rating, effort, comment): Row = surveys::table
        .find(id.get())
        .filter(surveys::user_id.eq(asker.id.get()))
        .select((
            surveys::thread_id,
            surveys::answered_at,
            surveys::rating,
            surveys::effort,
            surveys::comment,
        ))
        .first(db)?;
    let scores = rating.and_then(Score::stored).zip(effort.and_then(Score::stored));
    let answer = scores.zip(answered_at).map(|((rating, effort), at)| {
        let answer = SurveyAnswer {
            rating,
            effort,
            comment,
        };
        (answer, utc(at) + ANSWER_MAY_CHANGE_FOR)
    });
    Ok(SurveyPage {
        thread: title_if_seen(db, asker, ThreadId::stored(thread))?,
        answer,
    })
}

/// The question or what it was merged into, as far as the asker sees it.
fn title_if_seen(db: &mut Db, asker: &User, thread: ThreadId) -> Result<Option<(ThreadId, String)>, StoreError> {
    let thread = merges::follow(db, thread)?;
    match title_of(db, Sight::of(&Viewer::User(asker.clone())), thread) {
        Ok(title) => Ok(Some((thread, title))),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// How answering a survey ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answering {
    /// It is answered.
    Answered,
    /// It was answered before, and says this now.
    Changed,
    /// It was answered too long ago to be changed.
    Over,
}

/// Answers a survey, or changes the answer while that may be; absent for anybody who was not invited.
pub fn answer(
    tx: &mut Db,
    asker: UserId,
    id: SurveyId,
    answer: &SurveyAnswer,
    now: DateTime<Utc>,
) -> Result<Answering, StoreError> {
    let own = surveys::table.find(id.get()).filter(surveys::user_id.eq(asker.get()));
    let answered_at: Option<NaiveDateTime> = own.select(surveys::answered_at).first(tx)?;
    if answered_at.is_some_and(|at| utc(at) + ANSWER_MAY_CHANGE_FOR <= now) {
        return Ok(Answering::Over);
    }
    let first = answered_at.unwrap_or_else(|| row_time(now));
    diesel::update(surveys::table.find(id.get()))
        .set((
            surveys::answered_at.eq(Some(first)),
            surveys::rating.eq(Some(answer.rating.get())),
            surveys::effort.eq(Some(answer.effort.get())),
            surveys::comment.eq(answer.comment.as_deref()),
        ))
        .execute(tx)?;
    Ok(match answered_at {
        Some(_) => Answering::Changed,
        None => Answering::Answered,
    })
}
