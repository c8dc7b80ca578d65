//! The figures at `/metrics`, in Prometheus' text form.

use std::time::Duration;

use actix_web::http::{Method, StatusCode};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use chrono::Days;
use prometheus::{HistogramOpts, HistogramVec, IntCounter, IntGauge, Opts, Registry, TextEncoder};

use super::{Fault, Reply, Site, client, reports};
use crate::domain::report::{Period, Selection};
use crate::domain::sight::Sight;
use crate::search::meilisearch::Figures;
use crate::store::questions::backlog::Aged;
use crate::store::{StoreError, jobs};

/// The figures, counted while the server runs.
pub struct Metrics {
    registry: Registry,
    requests: Option<HistogramVec>,
    kept: Option<IntCounter>,
    queries: Option<IntGauge>,
    missing_phrases: Option<IntCounter>,
    jobs_waiting: Option<IntGauge>,
    jobs_dead: Option<IntGauge>,
    questions: QuestionGauges,
    search_behind: Option<IntGauge>,
    search_answers: Option<IntCounter>,
    search_fallbacks: Option<IntCounter>,
}

/// How it stands with questions.
struct QuestionGauges {
    open: Option<IntGauge>,
    waiting: Option<IntGauge>,
    median_answer: Option<IntGauge>,
}

impl QuestionGauges {
    fn new(gauge: impl Fn(&str, &str) -> Option<IntGauge>) -> Self {
        Self {
            open: gauge("tanya_questions_open", "Questions that are open."),
            waiting: gauge(
                "tanya_questions_unanswered_for_a_day",
                "Open questions that have waited for more than 24 hours without an answer.",
            ),
            median_answer: gauge(
                "tanya_median_first_answer_seconds",
                "The time within which half of the questions of the last 30 days had an answer; -1 while it is not reached.",
            ),
        }
    }
}

impl Metrics {
    /// Figures that start at nought.
    pub fn new() -> Self {
        let registry = Registry::new();
        let options = HistogramOpts::new(
            "tanya_request_seconds",
            "Time to answer a request, by route and status.",
        );
        let requests = HistogramVec::new(options, &["method", "route", "status"]).ok();
        let requests = requests.filter(|figure| registry.register(Box::new(figure.clone())).is_ok());
        let gauge = |name: &str, help: &str| {
            let gauge = IntGauge::with_opts(Opts::new(name, help)).ok();
            gauge.filter(|figure| registry.register(Box::new(figure.clone())).is_ok())
        };
        let counter = |name: &str, help: &str| {
            let counter = IntCounter::new(name, help).ok();
            counter.filter(|figure| registry.register(Box::new(figure.clone())).is_ok())
        };
        let kept = counter("tanya_kept_pages_total", "Anonymous pages answered from memory.");
        let missing_phrases = counter(
            "tanya_missing_phrases_total",
            "Phrases that were said in English because the reader's language lacks them, or lacked a value.",
        );
        let search_answers = counter(
            "tanya_search_server_answers_total",
            "Searches that the search server answered.",
        );
        let search_fallbacks = counter(
            "tanya_search_server_fallbacks_total",
            "Searches that the embedded index answered because the search server was away, slow, busy or late.",
        );
        let search_behind = gauge(
            "tanya_search_server_behind_seconds",
            "For how long the oldest change waits that the search server was not told.",
        );
        let queries = gauge("tanya_queries", "Queries sent to the database since the start.");
        let jobs_waiting = gauge("tanya_jobs_waiting", "Jobs that wait or are in hand.");
        let jobs_dead = gauge("tanya_jobs_dead", "Jobs that were given up.");
        let questions = QuestionGauges::new(gauge);
        Self {
            registry,
            requests,
            kept,
            queries,
            missing_phrases,
            jobs_waiting,
            jobs_dead,
            questions,
            search_behind,
            search_answers,
            search_fallbacks,
        }
    }

    /// Counts an answered request; `route` is the pattern and strange methods are one, so that the number of figures is
    /// bounded.
    pub fn count(&self, method: &Method, route: &str, status: u16, seconds: f64) {
        let is_known = [Method::GET, Method::HEAD, Method::POST].contains(method);
        let method = if is_known { method.as_str() } else { "other" };
        if let Some(requests) = &self.requests {
            requests
                .with_label_values(&[method, route, &status.to_string()])
                .observe(seconds);
        }
    }

    /// Counts an answer that was kept.
    pub fn count_kept(&self, route: &str, status: StatusCode, time: Duration) {
        self.count(&Method::GET, route, status.as_u16(), time.as_secs_f64());
        if let Some(kept) = &self.kept {
            kept.inc();
        }
    }

    /// Takes over what the search counted.
    fn take_search(&self, said: Figures) {
        self.search_behind.iter().for_each(|gauge| gauge.set(said.behind));
        let counted = [
            (&self.search_answers, said.answers),
            (&self.search_fallbacks, said.fallbacks),
        ];
        for (counter, count) in counted {
            counter
                .iter()
                .for_each(|counter| counter.inc_by(count.saturating_sub(counter.get())));
        }
    }

    fn text(&self) -> String {
        TextEncoder::new()
            .encode_to_string(&self.registry.gather())
            .unwrap_or_default()
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

fn set(gauge: &Option<IntGauge>, value: i64) {
    gauge.iter().for_each(|gauge| gauge.set(value));
}

/// `GET /metrics`: for loopback and the declared networks only; for others there is no such page.
pub async fn show(request: HttpRequest, site: Data<Site>) -> Reply {
    let address = client::address(&request, &site);
    if !address.is_loopback() && !site.metrics_networks.iter().any(|network| network.contains(&address)) {
        return Err(Fault::NotFound);
    }
    let (waiting, dead) = site.store.read::<_, StoreError>(jobs::counts).await?;
    let metrics = &site.metrics;
    set(&metrics.jobs_waiting, waiting);
    set(&metrics.jobs_dead, dead);
    set(
        &metrics.queries,
        i64::try_from(site.store.query_count()).unwrap_or(i64::MAX),
    );
    take_questions(&site).await?;
    if let Some(server) = site.search.server() {
        metrics.take_search(server.figures());
    }
    if let Some(missing) = &metrics.missing_phrases {
        missing.inc_by(site.languages.missing_count().saturating_sub(missing.get()));
    }
    Ok(HttpResponse::Ok()
        .content_type("text/plain; version=0.0.4; charset=utf-8")
        .body(metrics.text()))
}

/// Takes over what is open, and how fast questions were answered lately, as the reports tell it to nobody in particular.
async fn take_questions(site: &Data<Site>) -> Result<(), Fault> {
    let (now, metrics) = (site.clock.now(), &site.metrics);
    let today = now.date_naive();
    let first = today.checked_sub_days(Days::new(29)).unwrap_or(today);
    let Some(period) = Period::of_days(first, today) else {
        return Ok(());
    };
    let selection = Selection::of(period);
    let kept = reports::figures(site, &selection, Sight::everything(), now).await?;
    let curve = kept.report.resolving.to_answer.curve.as_ref();
    let open: u64 = kept.report.backlog.iter().map(Aged::all).sum();
    let waiting = kept.report.unanswered_for_a_day;
    let median = curve.and_then(|curve| curve.median.seconds).unwrap_or(-1);
    set(&metrics.questions.open, i64::try_from(open).unwrap_or(i64::MAX));
    set(&metrics.questions.waiting, i64::try_from(waiting).unwrap_or(i64::MAX));
    set(&metrics.questions.median_answer, median);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strange_methods_are_one_figure() {
        let metrics = Metrics::new();
        for name in ["GET", "BREW", "WHEN", "PUT"] {
            metrics.count(&Method::from_bytes(name.as_bytes()).unwrap(), "/", 405, 0.001);
        }
        let text = metrics.text();
        assert!(text.contains("tanya_request_seconds_count{method=\"other\",route=\"/\",status=\"405\"} 3"));
        assert!(!text.contains("BREW") && !text.contains("PUT"), "{text}");
    }
}
