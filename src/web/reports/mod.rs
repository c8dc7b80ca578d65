//! The reports on resolution: the page, its figures for programs, the rows behind them, and what each figure means.

mod files;

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Data;
use chrono::{DateTime, Utc};
use serde_json::json;

use super::extract::{After, Query};
use super::{Fault, ModeratorOrStaff, Reply, ReportReader, Site, Visit, views};
use crate::domain::id::ThreadId;
use crate::domain::problem::Problems;
use crate::domain::report::{Selection, SelectionInput, Waiting};
use crate::domain::sight::Sight;
use crate::reports::desk::{Advice, Kept, Key};
use crate::reports::statistics::business_hours::OpeningHours;
use crate::reports::{opening_hours, report};
use crate::store::questions::{self, anomalies};
use crate::store::{StoreError, authors, categories, surveys as survey_answers};

pub use files::{articles, questions, searches, surveys, visits};

/// How many questions with times that cannot be true stand on a page.
const ON_A_PAGE: i64 = 50;

/// `GET /reports`
pub async fn show(reader: ReportReader, query: Query<SelectionInput>) -> Reply {
    let visit = reader.0;
    let (selection, problems) = chosen(&visit, &query.0).await?;
    let sight = visit.sight();
    let kept = figures(&visit.site, &selection, sight, visit.now).await?;
    let people: Vec<_> = kept.report.resolving.answerers.iter().map(|one| one.user).collect();
    let read = visit.site.store.read(move |db| {
        let choices = questions::choices(db, sight)?;
        Ok((choices, authors::names_of(db, &people)?))
    });
    let (choices, names) = read.await.map_err(|error: StoreError| error)?;
    let shown = views::reports::Shown {
        selection: &selection,
        input: &query.0,
        kept: &kept,
        choices: &choices,
        names: &names,
        problems: &views::problems(&visit, &problems),
    };
    views::reports::page(&visit, &shown).show(&visit)
}

/// `GET /reports/definitions`
pub async fn definitions(reader: ReportReader) -> Reply {
    views::reports::definitions(&reader.0).show(&reader.0)
}

/// `GET /reports/figures.json`
pub async fn json(reader: ReportReader, query: Query<SelectionInput>) -> Reply {
    let visit = reader.0;
    let (selection, problems) = chosen(&visit, &query.0).await?;
    refuse(&problems)?;
    let kept = figures(&visit.site, &selection, visit.sight(), visit.now).await?;
    let told = json!({
        "definitions": visit.site.urls.absolute(&visit.site.urls.report_definitions()),
        "seconds_to_work_out": kept.took.as_secs_f64(),
        "figures": kept.report.as_ref(),
    });
    Ok(HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(told.to_string()))
}

/// `GET /reports/anomalies`
pub async fn anomalies(reader: ReportReader, query: Query<SelectionInput>, after: After) -> Reply {
    let visit = reader.0;
    let (selection, _) = chosen(&visit, &query.0).await?;
    let (sight, from) = (visit.sight(), after.0.map(|cursor| ThreadId::stored(cursor.id)));
    let read = visit
        .site
        .store
        .read(move |db| Ok((anomalies::page(db, sight, &selection, from, ON_A_PAGE)?, selection)));
    let (rows, selection) = read.await.map_err(|error: StoreError| error)?;
    let here = visit.site.urls.report_anomalies(&selection);
    views::reports::anomalies(&visit, &here, &rows, from.is_some(), ON_A_PAGE).show(&visit)
}

/// `GET /reports/comments`: what askers wrote is between them and whoever helps, so it is not published with the figures.
pub async fn comments(reader: ModeratorOrStaff, query: Query<SelectionInput>, after: After) -> Reply {
    let visit = reader.0.visit;
    let (selection, _) = chosen(&visit, &query.0).await?;
    let (sight, from) = (visit.sight(), after.0);
    let read = visit
        .site
        .store
        .read(move |db| Ok((survey_answers::comments(db, sight, &selection, from)?, selection)));
    let (said, selection) = read.await.map_err(|error: StoreError| error)?;
    let here = visit.site.urls.report_comments(&selection);
    views::reports::comments(&visit, &here, &said, from.is_some()).show(&visit)
}

/// What was chosen. A category that is out of sight is as unknown as one that is not there.
async fn chosen(visit: &Visit, input: &SelectionInput) -> Result<(Selection, Problems), Fault> {
    let (selection, problems) = input.parse(visit.now);
    if let Some(category) = selection.category {
        let sight = visit.sight();
        let found = visit.site.store.read(move |db| categories::find(db, sight, category));
        found.await?;
    }
    Ok((selection, problems))
}

/// A program is not given other figures than it asked for.
fn refuse(problems: &Problems) -> Result<(), Fault> {
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Fault::Malformed("malformed-query"))
    }
}

/// The hours at which somebody is there to answer.
type Hours = Option<Arc<OpeningHours>>;

/// The hours that count as business hours.
fn opening_hours(site: &Site) -> Hours {
    opening_hours::opening_hours(&site.settings().reports.hours).map(Arc::new)
}

/// The figures, worked out now or a while ago.
pub(super) async fn figures(
    site: &Data<Site>,
    selection: &Selection,
    sight: Sight,
    now: DateTime<Utc>,
) -> Result<Kept, Fault> {
    let hours = opening_hours(site);
    let by_hours = selection.waiting == Waiting::Business;
    let key = (
        selection.clone(),
        sight,
        by_hours.then(|| site.settings().reports.hours.clone()),
    );
    match site.reports.look_up(&key) {
        Advice::Good(kept) => Ok(kept),
        Advice::Stale(kept) => {
            let site = site.clone();
            actix_web::rt::spawn(async move {
                if let Err(error) = work_out(&site, key, hours, now).await {
                    tracing::warn!(%error, "a report cannot be worked out");
                }
            });
            Ok(kept)
        }
        Advice::None => {
            let _turn = site.reports.turn().await;
            match site.reports.look_up(&key) {
                Advice::Good(kept) => Ok(kept),
                Advice::Stale(_) | Advice::None => Ok(work_out(site, key, hours, now).await?),
            }
        }
    }
}

async fn work_out(site: &Data<Site>, key: Key, hours: Hours, now: DateTime<Utc>) -> Result<Kept, StoreError> {
    let (inner, wanted) = (site.clone(), key.clone());
    let working = site.store.read_by_two(move |readers| {
        let (selection, sight): (&Selection, Sight) = (&wanted.0, wanted.1);
        inner.reports.work_out(&wanted, || {
            report::work_out(readers, sight, selection, hours.as_deref(), now)
        })
    });
    working.await
}
