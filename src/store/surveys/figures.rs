//! What the forum reads of its surveys: how many were asked and answered, what they said, and their comments.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::{SurveyId, ThreadId};
use crate::domain::sight::Sight;
use crate::domain::survey::{Score, Scores, SurveyAnswer};
use crate::store::schema::{surveys, threads};
use crate::store::threads::hidden_categories;
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError};

/// How many comments stand on a page.
pub const COMMENTS_ON_PAGE: i64 = 30;

/// What was said to the surveys of a time; no average without how many of those who were asked it is made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Figures {
    /// How many were invited.
    pub invited: i64,
    /// How many of them answered.
    pub answered: i64,
    /// How satisfied those are.
    pub ratings: Scores,
    /// How easy it was for them.
    pub efforts: Scores,
}

/// What was said by whoever was invited from one moment up to, but not including, another, in the categories in sight.
pub fn figures(db: &mut Db, sight: Sight, from: DateTime<Utc>, until: DateTime<Utc>) -> Result<Figures, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    let rows: Vec<(Option<i64>, Option<i64>, i64)> = surveys::table
        .inner_join(threads::table)
        .filter(surveys::invited_at.ge(row_time(from)))
        .filter(surveys::invited_at.lt(row_time(until)))
        .filter(threads::category_id.ne_all(hidden))
        .group_by((surveys::rating, surveys::effort))
        .select((surveys::rating, surveys::effort, count_star()))
        .load(db)?;
    let mut figures = Figures::default();
    for (rating, effort, count) in rows {
        figures.invited += count;
        if let (Some(rating), Some(effort)) = (rating.and_then(Score::stored), effort.and_then(Score::stored)) {
            figures.answered += count;
            figures.ratings.add(rating, count);
            figures.efforts.add(effort, count);
        }
    }
    Ok(figures)
}

/// What somebody added to their answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyComment {
    /// The survey.
    pub id: SurveyId,
    /// The question that it is about.
    pub thread: (ThreadId, String),
    /// When they were invited, by which comments are ordered.
    pub invited_at: DateTime<Utc>,
    /// All that they said.
    pub answer: SurveyAnswer,
}

type Row = (
    i64,
    (i64, String),
    NaiveDateTime,
    (Option<i64>, Option<i64>, Option<String>),
);

/// The comments of whoever was invited within this time, the newest invitation first, about questions in sight.
pub fn comments(
    db: &mut Db,
    sight: Sight,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    after: Option<Cursor>,
) -> Result<PageOf<SurveyComment>, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    let start = after.and_then(|after| DateTime::from_timestamp_micros(after.key));
    let start = start.filter(|start| *start < until);
    let (last, id) = match (start, after) {
        (Some(start), Some(after)) => (start, after.id),
        // Whatever came at that very moment is no longer of this time.
        _ => (until, 0),
    };
    let behind = surveys::invited_at.lt(row_time(last)).or(surveys::id.lt(id));
    let rows: Vec<Row> = surveys::table
        .inner_join(threads::table)
        .filter(surveys::comment.is_not_null())
        .filter(surveys::invited_at.ge(row_time(from)))
        .filter(surveys::invited_at.le(row_time(last)))
        .filter(behind)
        .filter(threads::deleted_at.is_null())
        .filter(threads::category_id.ne_all(hidden))
        .order((surveys::invited_at.desc(), surveys::id.desc()))
        .limit(COMMENTS_ON_PAGE + 1)
        .select((
            surveys::id,
            (threads::id, threads::title),
            surveys::invited_at,
            (surveys::rating, surveys::effort, surveys::comment),
        ))
        .load(db)?;
    let comments = rows.into_iter().filter_map(comment_of).collect();
    let position = |comment: &SurveyComment| Cursor {
        key: comment.invited_at.timestamp_micros(),
        id: comment.id.get(),
    };
    let size = usize::try_from(COMMENTS_ON_PAGE).unwrap_or(usize::MAX);
    Ok(PageOf::cut(comments, size, position))
}

fn comment_of((id, (thread, title), invited_at, (rating, effort, comment)): Row) -> Option<SurveyComment> {
    Some(SurveyComment {
        id: SurveyId::stored(id),
        thread: (ThreadId::stored(thread), title),
        invited_at: utc(invited_at),
        answer: SurveyAnswer {
            rating: Score::stored(rating?)?,
            effort: Score::stored(effort?)?,
            comment,
        },
    })
}
