//! What a search found, as its page shows it: threads and articles in one list, each with the piece of its text that shows why.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::domain::category::Audience;
use crate::domain::id::{ArticleId, ThreadId};
use crate::domain::sight::Sight;
use crate::domain::subject::Subject;
use crate::search::document::tongue_of;
use crate::search::embedded::Answer;
use crate::search::language::Tongue;
use crate::search::query::Query;
use crate::search::snippet::{Marking, Piece};
use crate::store::articles::{self, WholeArticle};
use crate::store::finding;
use crate::store::indexing::WholeThread;
use crate::store::threads::ThreadRow;
use crate::store::{Db, StoreError};
use crate::text::excerpt;

/// How much of a text is searched for a snippet, in characters.
const SEARCHED: usize = 20_000;
/// How long an excerpt is when nothing in the text itself was found, in characters.
const EXCERPT: usize = 200;

/// A thread or an article that was found.
#[derive(Debug)]
pub struct Found {
    /// As a line of a list.
    pub line: Line,
    /// Its title, with what was looked for marked.
    pub title: Vec<Piece>,
    /// The piece of its text that shows why.
    pub snippet: Vec<Piece>,
    /// Whether that piece is of the accepted answer.
    pub is_of_answer: bool,
}

/// What a line tells besides its title.
#[derive(Debug)]
pub enum Line {
    /// Of a thread.
    Thread(Box<ThreadRow>),
    /// Of an article.
    Article(ArticleLine),
}

/// What the line of an article tells.
#[derive(Debug)]
pub struct ArticleLine {
    /// The article.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// The name of its section.
    pub section: String,
    /// Who it is for.
    pub audience: Audience,
    /// When it was published.
    pub published_at: DateTime<Utc>,
}

impl Line {
    /// What it is a line of, with the title of which its address is made.
    pub fn named(&self) -> (Subject, &str) {
        match self {
            Self::Thread(row) => (Subject::Thread(row.id), &row.title),
            Self::Article(line) => (Subject::Article(line.id), &line.title),
        }
    }
}

/// What an answer names, in its order; what is not in sight is left out, whatever an index that is late may say.
pub(super) fn results(
    db: &mut Db,
    sight: Sight,
    query: &Query,
    answer: &Answer,
    forum: Tongue,
) -> Result<Vec<Found>, StoreError> {
    let marking = Marking::of(query, answer.corrected.values());
    let subjects = || answer.hits.iter().map(|hit| hit.subject);
    let threads: Vec<ThreadId> = subjects().filter_map(Subject::thread).collect();
    let ids: Vec<ArticleId> = subjects().filter_map(Subject::article).collect();
    let threads = finding::found(db, sight, &threads)?.into_iter();
    let threads = threads.map(|(row, whole)| (Subject::Thread(row.id), of_thread(row, &whole, &marking, forum)));
    let articles = articles::whole(db, sight, &ids)?.into_iter();
    let articles = articles.map(|whole| (Subject::Article(whole.id), of_article(whole, &marking)));
    let mut found: HashMap<Subject, Found> = threads.chain(articles).collect();
    Ok(subjects().filter_map(|subject| found.remove(&subject)).collect())
}

/// The piece of the accepted answer is what helps most, then that of the question.
fn of_thread(row: ThreadRow, whole: &WholeThread, marking: &Marking, forum: Tongue) -> Found {
    let body = excerpt::words(&whole.body, SEARCHED);
    let tongue = Tongue::of_titled(&whole.title, &body, forum);
    let accepted = whole.accepted.as_ref().map(|html| excerpt::words(html, SEARCHED));
    let of_answer = accepted.as_ref().and_then(|text| marking.snippet(text, tongue));
    let is_of_answer = of_answer.is_some();
    let snippet = of_answer.or_else(|| marking.snippet(&body, tongue));
    Found {
        title: marking.mark(&row.title, tongue),
        snippet: snippet.unwrap_or_else(|| unmarked(excerpt::excerpt_of_html(&whole.body, EXCERPT))),
        line: Line::Thread(Box::new(row)),
        is_of_answer,
    }
}

/// The short answer is what helps most, then the piece of the text.
fn of_article(whole: WholeArticle, marking: &Marking) -> Found {
    let body = excerpt::words(&whole.body, SEARCHED);
    let tongue = tongue_of(&whole, &body);
    let snippet = marking.snippet(&whole.short_answer, tongue);
    let snippet = snippet.or_else(|| marking.snippet(&body, tongue));
    Found {
        title: marking.mark(&whole.title, tongue),
        snippet: snippet.unwrap_or_else(|| unmarked(whole.short_answer)),
        line: Line::Article(ArticleLine {
            id: whole.id,
            title: whole.title,
            section: whole.section,
            audience: whole.audience,
            published_at: whole.published_at,
        }),
        is_of_answer: false,
    }
}

fn unmarked(text: String) -> Vec<Piece> {
    vec![Piece { text, is_found: false }]
}
