//! The report of searches without an answer, for those who look after the forum: as a page and as a file.

use actix_web::HttpResponse;
use actix_web::http::header;
use serde::Deserialize;

use super::extract::{After, Query};
use super::{Fault, ModeratorOrStaff, Reply, views};
use crate::domain::searching::Period;
use crate::store::StoreError;
use crate::store::searches;

/// How many rows stand on a page.
const SIZE: i64 = 50;
/// The most rows of a file: who needs more, needs them of the database.
const LARGEST_FILE: i64 = 5_000;

/// The fields of the report's address.
#[derive(Debug, Deserialize)]
pub struct ReportQuery {
    days: Option<i64>,
}

impl ReportQuery {
    fn period(&self) -> Result<Period, Fault> {
        match self.days {
            None => Ok(Period::Month),
            Some(days) => Period::of_days(days).ok_or(Fault::Malformed("malformed-query")),
        }
    }
}

/// `GET /reports/searches`: what most people missed first.
pub async fn show(reader: ModeratorOrStaff, query: Query<ReportQuery>, after: After) -> Reply {
    let (visit, period, after) = (reader.0.visit, query.0.period()?, after.0);
    let found = visit.site.store.read(move |db| {
        let totals = searches::totals(db, period)?;
        Ok((totals, searches::unanswered(db, period, after, SIZE)?))
    });
    let (totals, rows) = found.await.map_err(|error: StoreError| error)?;
    let report = views::searches::Report {
        period,
        totals,
        rows,
        is_further: after.is_some(),
    };
    views::searches::page(&visit, &report).show(&visit)
}

/// `GET /reports/searches.csv`: the same rows, those of all pages.
pub async fn download(reader: ModeratorOrStaff, query: Query<ReportQuery>) -> Reply {
    let (visit, period) = (reader.0.visit, query.0.period()?);
    let found = visit
        .site
        .store
        .read(move |db| searches::unanswered(db, period, None, LARGEST_FILE));
    let rows = found.await?;
    let name = format!("attachment; filename=\"searches-{}-days.csv\"", period.days());
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(views::searches::file(&visit, &rows.items)))
}
