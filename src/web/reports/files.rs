//! The rows behind the figures, as files.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Bytes, Data};
use chrono::{DateTime, Utc};
use futures_util::stream::{self, Stream};

use super::{Hours, chosen, opening_hours, refuse};
use crate::domain::id::ThreadId;
use crate::domain::report::{Selection, SelectionInput};
use crate::domain::sight::Sight;
use crate::reports::cohort::Rules;
use crate::reports::rows::{QuestionRow, csv, head};
use crate::store::StoreError;
use crate::store::questions::cohort;
use crate::web::extract::Query;
use crate::web::{ModeratorOrStaff, Reply, Site};

/// How many rows one read of the database brings.
const AT_ONCE: i64 = 2_000;

/// Where the writing of a file stands.
struct Writing {
    site: Data<Site>,
    sight: Sight,
    selection: Arc<Selection>,
    hours: Hours,
    now: DateTime<Utc>,
    /// Behind which question it goes on: `None` before the first.
    after: Option<(i64, ThreadId)>,
    is_done: bool,
}

/// `GET /reports/questions.csv`: a row for each question that figures count.
pub async fn questions(reader: ModeratorOrStaff, query: Query<SelectionInput>) -> Reply {
    let visit = reader.0.visit;
    let (selection, problems) = chosen(&visit, &query.0).await?;
    refuse(&problems)?;
    let period = selection.period;
    let name = format!("questions-{}-{}.csv", period.first_day(), period.last_day());
    let writing = Writing {
        site: visit.site.clone(),
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
        let (sight, selection, after) = (self.sight, Arc::clone(&self.selection), self.after);
        let read = self
            .site
            .store
            .read(move |db| cohort::next_counted(db, sight, &selection, after, AT_ONCE));
        let rows = read.await?;
        self.is_done = i64::try_from(rows.len()).unwrap_or(0) < AT_ONCE;
        self.after = rows.last().map(|row| (row.asked, row.thread));
        if rows.is_empty() && after.is_none() {
            return Ok(Some(head().into()));
        }
        let rules = Rules::of(&self.selection, self.hours.as_deref(), self.now);
        let rows: Vec<QuestionRow> = rows.iter().map(|row| QuestionRow::of(row, &rules)).collect();
        let written = csv(&rows, after.is_none());
        Ok(Some(
            written.map_err(|error| StoreError::Unexpected(error.to_string()))?,
        ))
    }
}
