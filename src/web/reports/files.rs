//! The rows behind the figures, as files.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Bytes, Data};
use chrono::{DateTime, Utc};
use futures_util::stream::{self, Stream};

use super::{Hours, chosen, opening_hours, refuse};
use crate::domain::cursor::Cursor;
use crate::domain::id::{ArticleId, ThreadId};
use crate::domain::report::{Selection, SelectionInput};
use crate::domain::sight::Sight;
use crate::reports::cohort::Rules;
use crate::reports::rows::{QuestionRow, csv, head, no_formula};
use crate::store::questions::cohort;
use crate::store::{Db, StoreError, knowledge, self_service, surveys};
use crate::web::extract::Query;
use crate::web::{Fault, Reply, ReportReader, Site};

/// How many rows one read of the database brings.
const AT_ONCE: i64 = 1_000;

/// What the rows of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rows {
    /// The questions that figures count.
    Questions,
    /// The visits to the ask form.
    Visits,
    /// The searches.
    Searches,
    /// The articles.
    Articles,
    /// The invitations to surveys.
    Surveys,
}

/// A part of a file, and behind which row the next one begins; `None` when there is none.
type Piece = (Vec<u8>, Option<Cursor>);

/// Where the writing of a file stands.
struct Writing {
    site: Data<Site>,
    rows: Rows,
    sight: Sight,
    selection: Arc<Selection>,
    hours: Hours,
    now: DateTime<Utc>,
    /// Behind which row it goes on: `None` before the first.
    after: Option<Cursor>,
    is_done: bool,
}

/// `GET /reports/questions.csv`
pub async fn questions(reader: ReportReader, query: Query<SelectionInput>) -> Reply {
    file(reader, &query.0, Rows::Questions, "questions").await
}

/// `GET /reports/visits.csv`
pub async fn visits(reader: ReportReader, query: Query<SelectionInput>) -> Reply {
    file(reader, &query.0, Rows::Visits, "visits").await
}

/// `GET /reports/search-rows.csv`: with their words, so not for everybody where reports are published.
pub async fn searches(reader: ReportReader, query: Query<SelectionInput>) -> Reply {
    if !self_service::reads_words(reader.0.sight()) {
        return Err(Fault::Forbidden);
    }
    file(reader, &query.0, Rows::Searches, "searches").await
}

/// `GET /reports/articles.csv`
pub async fn articles(reader: ReportReader, query: Query<SelectionInput>) -> Reply {
    file(reader, &query.0, Rows::Articles, "articles").await
}

/// `GET /reports/surveys.csv`
pub async fn surveys(reader: ReportReader, query: Query<SelectionInput>) -> Reply {
    file(reader, &query.0, Rows::Surveys, "surveys").await
}

async fn file(reader: ReportReader, input: &SelectionInput, rows: Rows, name: &str) -> Reply {
    let visit = reader.0;
    let (selection, problems) = chosen(&visit, input).await?;
    refuse(&problems)?;
    let period = selection.period;
    let name = format!("{name}-{}-{}.csv", period.first_day(), period.last_day());
    let writing = Writing {
        site: visit.site.clone(),
        rows,
        sight: visit.sight(),
        selection: Arc::new(selection),
        hours: opening_hours(&visit.site),
        now: visit.now,
        after: None,
        is_done: false,
    };
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .streaming(written(writing)))
}

/// The pieces of the file; each is one short read of the database.
fn written(writing: Writing) -> impl Stream<Item = Result<Bytes, StoreError>> {
    stream::try_unfold(writing, |mut writing| async move {
        let piece = writing.next().await?;
        Ok(piece.map(|piece| (Bytes::from(piece), writing)))
    })
}

impl Writing {
    async fn next(&mut self) -> Result<Option<Vec<u8>>, StoreError> {
        if self.is_done {
            return Ok(None);
        }
        let (rows, sight, selection) = (self.rows, self.sight, Arc::clone(&self.selection));
        let (hours, now, after) = (self.hours.clone(), self.now, self.after);
        let read = self.site.store.read(move |db| match rows {
            Rows::Questions => {
                let rules = Rules::of(&selection, hours.as_deref(), now);
                questions_after(db, sight, &selection, &rules, after)
            }
            Rows::Visits => {
                let page = self_service::visits(db, sight, &selection, after, AT_ONCE)?;
                Ok((bytes(&page.items, after)?, page.more))
            }
            Rows::Searches => {
                let mut page = self_service::searches(db, sight, selection.period, after, AT_ONCE)?;
                page.items.iter_mut().for_each(|row| row.words = no_formula(&row.words));
                Ok((bytes(&page.items, after)?, page.more))
            }
            Rows::Surveys => {
                let page = surveys::rows(db, sight, &selection, after, AT_ONCE)?;
                Ok((bytes(&page.items, after)?, page.more))
            }
            Rows::Articles => {
                let behind = after.map(|after| ArticleId::stored(after.id));
                let mut found = knowledge::articles(db, sight, &selection, behind, AT_ONCE)?;
                found.iter_mut().for_each(|row| row.title = no_formula(&row.title));
                let is_full = i64::try_from(found.len()).unwrap_or(0) == AT_ONCE;
                let more = found.last().filter(|_| is_full).map(|last| Cursor {
                    key: 0,
                    id: last.number,
                });
                Ok((bytes(&found, after)?, more))
            }
        });
        let (piece, more) = read.await?;
        (self.after, self.is_done) = (more, more.is_none());
        Ok(Some(piece))
    }
}

fn questions_after(
    db: &mut Db,
    sight: Sight,
    selection: &Selection,
    rules: &Rules<'_>,
    after: Option<Cursor>,
) -> Result<Piece, StoreError> {
    let behind = after.map(|after| (after.key, ThreadId::stored(after.id)));
    let found = cohort::next_counted(db, sight, selection, behind, AT_ONCE)?;
    let is_full = i64::try_from(found.len()).unwrap_or(0) == AT_ONCE;
    let more = found.last().filter(|_| is_full).map(|last| Cursor {
        key: last.asked,
        id: last.thread.get(),
    });
    if found.is_empty() && after.is_none() {
        return Ok((head().into(), None));
    }
    let rows: Vec<QuestionRow> = found.iter().map(|row| QuestionRow::of(row, rules)).collect();
    Ok((bytes(&rows, after)?, more))
}

/// The rows, under their head when they are the first.
fn bytes<T: serde::Serialize>(rows: &[T], after: Option<Cursor>) -> Result<Vec<u8>, StoreError> {
    csv(rows, after.is_none()).map_err(|error| StoreError::Unexpected(error.to_string()))
}
