//! What the forum reads of its surveys: how many were asked and answered, what they said, and their comments.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use serde::Serialize;

use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::{SurveyId, ThreadId};
use crate::domain::report::Selection;
use crate::domain::sight::Sight;
use crate::domain::survey::{Score, Scores, SurveyAnswer};
use crate::store::db::MultiBackend;
use crate::store::native::among;
use crate::store::schema::{group_members, question_fields, surveys, tags, thread_tags, threads};
use crate::store::threads::hidden_categories;
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError};

/// How many invitations are read at a time.
const AT_ONCE: i64 = 20_000;
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

/// The surveys of whoever was invited in the period of a selection, about its questions, in the categories in sight.
fn selected(
    db: &mut Db,
    sight: Sight,
    selection: &Selection,
) -> Result<surveys::BoxedQuery<'static, MultiBackend>, StoreError> {
    let asked = || threads::table.filter(threads::id.eq(surveys::thread_id));
    let seen = asked().filter(threads::category_id.ne_all(hidden_categories(db, sight)?));
    let mut query = surveys::table
        .filter(surveys::invited_at.ge(row_time(selection.period.from)))
        .filter(surveys::invited_at.lt(row_time(selection.period.until)))
        .filter(exists(seen))
        .into_boxed();
    if let Some(category) = selection.category {
        query = query.filter(exists(asked().filter(threads::category_id.eq(category.get()))));
    }
    if let Some(tag) = &selection.tag {
        let tagged = thread_tags::table
            .inner_join(tags::table)
            .filter(thread_tags::thread_id.eq(surveys::thread_id))
            .filter(tags::name.eq(tag.as_str().to_owned()));
        query = query.filter(exists(tagged));
    }
    if let Some(field) = &selection.field {
        let said = question_fields::table
            .filter(question_fields::thread_id.eq(surveys::thread_id))
            .filter(question_fields::label.eq(field.label.clone()))
            .filter(question_fields::answer.eq(field.answer.clone()));
        query = query.filter(exists(said));
    }
    if let Some(group) = selection.askers {
        let member = group_members::table
            .filter(group_members::user_id.eq(surveys::user_id))
            .filter(group_members::group_id.eq(group.get()));
        query = query.filter(exists(member));
    }
    Ok(query)
}

/// What was said by whoever was invited in the period of a selection, about its questions.
pub fn figures(db: &mut Db, sight: Sight, selection: &Selection) -> Result<Figures, StoreError> {
    let mut figures = Figures::default();
    let mut after = None;
    loop {
        let page = rows(db, sight, selection, after, AT_ONCE)?;
        page.items.iter().for_each(|row| figures.add(row));
        after = page.more;
        if after.is_none() {
            return Ok(figures);
        }
    }
}

impl Figures {
    fn add(&mut self, row: &SurveyRow) {
        self.invited += 1;
        if let (Some(rating), Some(effort)) = (row.rating.and_then(Score::stored), row.effort.and_then(Score::stored)) {
            self.answered += 1;
            self.ratings.add(rating, 1);
            self.efforts.add(effort, 1);
        }
    }
}

/// An invitation to a survey as a row of a file; whoever was invited is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SurveyRow {
    /// Its number.
    pub number: i64,
    /// When it went out.
    pub invited_at: DateTime<Utc>,
    /// Whether it was answered: 1, or not so far: 0.
    pub answered: u8,
    /// How satisfied they are, from 1 to 5.
    pub rating: Option<i64>,
    /// How easy it was, from 1, very hard, to 5.
    pub effort: Option<i64>,
}

/// The next invitations that figures count, the earliest first.
pub fn rows(
    db: &mut Db,
    sight: Sight,
    selection: &Selection,
    after: Option<Cursor>,
    most: i64,
) -> Result<PageOf<SurveyRow>, StoreError> {
    type Row = (i64, NaiveDateTime, Option<i64>, Option<i64>);
    let mut query = selected(db, sight, selection)?;
    if let Some((at, id)) = position(after) {
        let behind = surveys::invited_at.gt(row_time(at)).or(surveys::id.gt(id));
        query = query.filter(surveys::invited_at.ge(row_time(at))).filter(behind);
    }
    let found: Vec<Row> = query
        .order((surveys::invited_at, surveys::id))
        .limit(most + 1)
        .select((surveys::id, surveys::invited_at, surveys::rating, surveys::effort))
        .load(db)?;
    let row = |(number, invited_at, rating, effort): Row| SurveyRow {
        number,
        invited_at: utc(invited_at),
        answered: rating.is_some().into(),
        rating,
        effort,
    };
    let rows = found.into_iter().map(row).collect();
    let size = usize::try_from(most).unwrap_or_default();
    Ok(PageOf::cut(rows, size, |row: &SurveyRow| {
        Cursor::at(row.invited_at, row.number)
    }))
}

fn position(after: Option<Cursor>) -> Option<(DateTime<Utc>, i64)> {
    let after = after?;
    Some((after.moment()?, after.id))
}

/// What somebody added to their answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyComment {
    /// The survey.
    pub id: SurveyId,
    /// The question that it is about.
    pub thread: ThreadId,
    /// Its title; `None` when it is deleted.
    pub title: Option<String>,
    /// When they were invited, by which comments are ordered.
    pub invited_at: DateTime<Utc>,
    /// All that they said.
    pub answer: SurveyAnswer,
}

type Said = ((i64, i64, NaiveDateTime), (Option<i64>, Option<i64>, Option<String>));

/// The comments of whoever was invited in the period of a selection, the newest invitation first, about its questions.
pub fn comments(
    db: &mut Db,
    sight: Sight,
    selection: &Selection,
    after: Option<Cursor>,
) -> Result<PageOf<SurveyComment>, StoreError> {
    let mut query = selected(db, sight, selection)?.filter(surveys::comment.is_not_null());
    if let Some((at, id)) = position(after) {
        let behind = surveys::invited_at.lt(row_time(at)).or(surveys::id.lt(id));
        query = query.filter(surveys::invited_at.le(row_time(at))).filter(behind);
    }
    let said: Vec<Said> = query
        .order((surveys::invited_at.desc(), surveys::id.desc()))
        .limit(COMMENTS_ON_PAGE + 1)
        .select((
            (surveys::id, surveys::thread_id, surveys::invited_at),
            (surveys::rating, surveys::effort, surveys::comment),
        ))
        .load(db)?;
    let titles: Vec<(i64, String)> = threads::table
        .filter(among(threads::id, said.iter().map(|one| one.0.1)))
        .filter(threads::deleted_at.is_null())
        .select((threads::id, threads::title))
        .load(db)?;
    let titles: HashMap<i64, String> = titles.into_iter().collect();
    let comments = said.into_iter().filter_map(|one| comment_of(one, &titles)).collect();
    let size = usize::try_from(COMMENTS_ON_PAGE).unwrap_or(usize::MAX);
    Ok(PageOf::cut(comments, size, |comment: &SurveyComment| {
        Cursor::at(comment.invited_at, comment.id.get())
    }))
}

fn comment_of(said: Said, titles: &HashMap<i64, String>) -> Option<SurveyComment> {
    let ((id, thread, invited_at), (rating, effort, comment)) = said;
    Some(SurveyComment {
        id: SurveyId::stored(id),
        thread: ThreadId::stored(thread),
        title: titles.get(&thread).cloned(),
        invited_at: utc(invited_at),
        answer: SurveyAnswer {
            rating: Score::stored(rating?)?,
            effort: Score::stored(effort?)?,
            comment,
        },
    })
}
