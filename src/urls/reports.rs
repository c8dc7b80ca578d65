//! Addresses of reports: of which questions, in which form.

use super::{Urls, encode, with_query};
use crate::domain::figure::Figure;
use crate::domain::report::{Counting, Selection, Waiting};

impl Urls {
    /// How well questions are resolved.
    pub fn reports(&self) -> String {
        "/reports".to_owned()
    }

    /// What each figure means.
    pub fn report_definitions(&self) -> String {
        "/reports/definitions".to_owned()
    }

    /// The report about some questions.
    pub fn report_of(&self, selection: &Selection) -> String {
        with_query(self.reports(), &query(selection))
    }

    /// All its figures, for programs.
    pub fn report_json(&self, selection: &Selection) -> String {
        with_query("/reports/figures.json".to_owned(), &query(selection))
    }

    /// The questions that its figures are made of, as comma-separated values.
    pub fn report_questions(&self, selection: &Selection) -> String {
        with_query("/reports/questions.csv".to_owned(), &query(selection))
    }

    /// The visits to the ask form, as comma-separated values.
    pub fn report_visits(&self, selection: &Selection) -> String {
        with_query("/reports/visits.csv".to_owned(), &query(selection))
    }

    /// The searches, as comma-separated values.
    pub fn report_searches(&self, selection: &Selection) -> String {
        with_query("/reports/search-rows.csv".to_owned(), &query(selection))
    }

    /// The articles, as comma-separated values.
    pub fn report_articles(&self, selection: &Selection) -> String {
        with_query("/reports/articles.csv".to_owned(), &query(selection))
    }

    /// The invitations to surveys, and how they were answered.
    pub fn report_surveys(&self, selection: &Selection) -> String {
        with_query("/reports/surveys.csv".to_owned(), &query(selection))
    }

    /// What askers wrote in surveys.
    pub fn report_comments(&self, selection: &Selection) -> String {
        with_query("/reports/comments".to_owned(), &query(selection))
    }

    /// The questions whose times cannot be true.
    pub fn report_anomalies(&self, selection: &Selection) -> String {
        with_query("/reports/anomalies".to_owned(), &query(selection))
    }

    /// The exact definition of a figure.
    pub fn report_definition(&self, figure: Figure) -> String {
        format!("{}#{figure}", self.report_definitions())
    }
}

/// What was chosen; what is as usual has no part in the address, but the days always have.
fn query(selection: &Selection) -> Vec<String> {
    let period = &selection.period;
    let mut parts = vec![
        format!("from={}", period.first_day()),
        format!("to={}", period.last_day()),
    ];
    parts.extend(selection.category.map(|category| format!("category={category}")));
    parts.extend(
        selection
            .tag
            .as_ref()
            .map(|tag| format!("tag={}", encode(tag.as_str()))),
    );
    if let Some(field) = &selection.field {
        parts.push(format!("field={}", encode(&field.label)));
        parts.push(format!("answer={}", encode(&field.answer)));
    }
    parts.extend(selection.askers.map(|group| format!("askers={group}")));
    if selection.counting != Counting::Questions {
        parts.push(format!("counting={}", selection.counting));
    }
    if selection.waiting != Waiting::Calendar {
        parts.push(format!("waiting={}", selection.waiting));
    }
    parts
}
