//! What questions that ask the same and their answers say, read for the draft of an article.
//!
//! What belongs here: the rows. What does not: what is made of them (`crate::repeats::drafting`).

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::not;
use diesel::prelude::*;

use super::authors::Authors;
use super::imports::OriginNoun;
use super::native::among;
use super::schema::{acceptances, origins, replies, tags, thread_tags, threads};
use super::threads::hidden_categories;
use super::time::utc;
use super::{Db, StoreError, settings};
use crate::domain::category::TemplateAnswer;
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::sight::Sight;

/// The most questions that are read.
pub const MOST_QUESTIONS: usize = 25;
/// The most answers that are read.
pub const MOST_ANSWERS: usize = 50;
/// How many answers that were voted for are looked at besides the accepted ones.
const MOST_UPVOTED: i64 = 50;

/// Questions that ask the same, their answers, and under which licence they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// The questions, in the order of their ids.
    pub questions: Vec<AskedQuestion>,
    /// The accepted answers and those that people voted for, in the order of their ids.
    pub answers: Vec<GivenAnswer>,
    /// The licence of what is written here; may be empty.
    pub licence: String,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedQuestion {
    /// Its thread.
    pub thread: ThreadId,
    /// Its title.
    pub title: String,
    /// Its text as Markdown.
    pub body: String,
    /// How like the others of its group it is, in thousandths of a likeness.
    pub thousandths: i64,
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// Who asked; `None` when nobody knows it any more.
    pub author: Option<String>,
    /// The names of its tags.
    pub tags: Vec<String>,
    /// What the asker wrote into the fields of the category's template.
    pub template_answers: Vec<TemplateAnswer>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenAnswer {
    /// The answer.
    pub reply: ReplyId,
    /// The question that it answers.
    pub thread: ThreadId,
    /// Its text as Markdown.
    pub body: String,
    /// Who wrote it; `None` when nobody knows it any more.
    pub author: Option<String>,
    /// When.
    pub posted_at: DateTime<Utc>,
    /// Whether it is the accepted one.
    pub is_accepted: bool,
    /// Votes for it less votes against it.
    pub score: i64,
    /// Whether somebody of the staff wrote it.
    pub is_by_staff: bool,
    /// The kind of forum that it was imported from.
    pub family: Option<String>,
}

/// Reads these questions with how like the others each is, and their answers: in a fixed number of queries, without what is
/// deleted or out of sight. Of more than [`MOST_QUESTIONS`] those that are most like the others are read.
pub fn read(db: &mut Db, sight: Sight, members: &[(ThreadId, i64)]) -> Result<Evidence, StoreError> {
    let mut central = members.to_vec();
    central.sort_by_key(|(thread, thousandths)| (std::cmp::Reverse(*thousandths), *thread));
    central.truncate(MOST_QUESTIONS);
    let questions = questions(db, sight, &central)?;
    let threads: Vec<i64> = questions.iter().map(|question| question.thread.get()).collect();
    Ok(Evidence {
        answers: answers(db, &threads)?,
        questions,
        licence: settings::load(db)?.content_licence,
    })
}

type QuestionRow = (
    i64,
    (String, String),
    String,
    NaiveDateTime,
    (Option<i64>, Option<String>),
);

fn questions(db: &mut Db, sight: Sight, central: &[(ThreadId, i64)]) -> Result<Vec<AskedQuestion>, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    let rows: Vec<QuestionRow> = threads::table
        .filter(among(threads::id, central.iter().map(|(id, _)| id.get())))
        .filter(threads::deleted_at.is_null())
        .filter(threads::category_id.ne_all(hidden))
        .order(threads::id)
        .select((
            threads::id,
            (threads::title, threads::body_markdown),
            threads::template_answers,
            threads::created_at,
            (threads::author_id, threads::author_name),
        ))
        .load(db)?;
    let mut tags = tags_of(db, rows.iter().map(|row| row.0))?;
    let people = Authors::load(db, rows.iter().map(|row| row.4.0))?;
    let likeness: HashMap<i64, i64> = central.iter().map(|(id, likeness)| (id.get(), *likeness)).collect();
    let question = |(id, text, fields, asked_at, author): QuestionRow| {
        Ok(AskedQuestion {
            thread: ThreadId::stored(id),
            title: text.0,
            body: text.1,
            thousandths: likeness.get(&id).copied().unwrap_or_default(),
            asked_at: utc(asked_at),
            author: people.of(author.0, author.1).name,
            tags: tags.remove(&id).unwrap_or_default(),
            template_answers: serde_json::from_str(&fields)
                .map_err(|_| StoreError::Unexpected(format!("thread {id}: template answers")))?,
        })
    };
    rows.into_iter().map(question).collect()
}

fn tags_of(db: &mut Db, ids: impl Iterator<Item = i64>) -> Result<HashMap<i64, Vec<String>>, StoreError> {
    let rows: Vec<(i64, String)> = thread_tags::table
        .inner_join(tags::table)
        .filter(among(thread_tags::thread_id, ids))
        .order((thread_tags::thread_id, tags::name))
        .select((thread_tags::thread_id, tags::name))
        .load(db)?;
    let mut found: HashMap<i64, Vec<String>> = HashMap::new();
    for (thread, name) in rows {
        found.entry(thread).or_default().push(name);
    }
    Ok(found)
}

type AnswerRow = (i64, i64, String, (Option<i64>, Option<String>), NaiveDateTime, i64);

fn answers(db: &mut Db, threads: &[i64]) -> Result<Vec<GivenAnswer>, StoreError> {
    let accepted = accepted(db, threads)?;
    let ids = accepted.iter().copied().chain(upvoted(db, threads, &accepted)?);
    let ids: Vec<i64> = ids.take(MOST_ANSWERS).collect();
    let rows: Vec<AnswerRow> = replies::table
        .filter(among(replies::id, ids.iter().copied()))
        .order(replies::id)
        .select((
            replies::id,
            replies::thread_id,
            replies::body_markdown,
            (replies::author_id, replies::author_name),
            replies::created_at,
            replies::score,
        ))
        .load(db)?;
    let people = Authors::load(db, rows.iter().map(|row| row.3.0))?;
    let mut families = families_of(db, &ids)?;
    let answer = |(id, thread, body, author, posted_at, score): AnswerRow| {
        let author = people.of(author.0, author.1);
        GivenAnswer {
            reply: ReplyId::stored(id),
            thread: ThreadId::stored(thread),
            body,
            author: author.name,
            posted_at: utc(posted_at),
            is_accepted: accepted.contains(&id),
            score,
            is_by_staff: author.is_staff,
            family: families.remove(&id),
        }
    };
    Ok(rows.into_iter().map(answer).collect())
}

/// The accepted answers of these threads.
fn accepted(db: &mut Db, threads: &[i64]) -> Result<Vec<i64>, StoreError> {
    Ok(acceptances::table
        .inner_join(replies::table)
        .filter(among(acceptances::thread_id, threads.iter().copied()))
        .filter(acceptances::ended_at.is_null())
        .filter(replies::deleted_at.is_null())
        .order(acceptances::reply_id)
        .select(acceptances::reply_id)
        .load(db)?)
}

/// The other answers that people voted for, the best first; the own texts of merged threads are no answers.
fn upvoted(db: &mut Db, threads: &[i64], accepted: &[i64]) -> Result<Vec<i64>, StoreError> {
    Ok(replies::table
        .filter(among(replies::thread_id, threads.iter().copied()))
        .filter(replies::score.gt(0))
        .filter(replies::deleted_at.is_null())
        .filter(replies::opens_id.is_null())
        .filter(not(among(replies::id, accepted.iter().copied())))
        .order((replies::score.desc(), replies::id))
        .limit(MOST_UPVOTED)
        .select(replies::id)
        .load(db)?)
}

/// Which kinds of forum these answers were imported from.
fn families_of(db: &mut Db, ids: &[i64]) -> Result<HashMap<i64, String>, StoreError> {
    let rows: Vec<(i64, String)> = origins::table
        .filter(origins::noun.eq(OriginNoun::Reply.as_str()))
        .filter(among(origins::noun_id, ids.iter().copied()))
        .select((origins::noun_id, origins::family))
        .load(db)?;
    Ok(rows.into_iter().collect())
}
