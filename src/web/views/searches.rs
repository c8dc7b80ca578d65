//! The report of searches without an answer.

use chrono::SecondsFormat;
use maud::{Markup, html};

use super::components::{
    Column, Icon, Link, Pen, Weight, empty_state, figure, filter_links, link_button, onward_pager, table, time_ago,
};
use super::layout::page_head;
use crate::domain::cursor::PageOf;
use crate::domain::searching::Period;
use crate::store::searches::{Totals, Unanswered};
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// What the report tells.
pub struct Report {
    /// Over how many days.
    pub period: Period,
    /// How all searches ended.
    pub totals: Totals,
    /// What was searched for without an answer.
    pub rows: PageOf<Unanswered>,
    /// Whether this is a later page.
    pub is_further: bool,
}

/// The page: what was found out, in a sentence; the searches; what the words mean.
pub fn page(visit: &Visit, report: &Report) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("searches-title");
    let here = urls.searches_of(report.period);
    let older = report.rows.more.map(|after| urls.page_after(&here, after));
    let content = html! {
        (page_head(&title, Some(&pen.say("searches-about")), html! {}))
        (periods(visit, &pen, report.period))
        @if report.totals.search_count == 0 {
            (empty_state(&pen, Icon::Search, &pen.say("searches-none-title"), &pen.say("searches-none"), html! {}))
        } @else {
            p.finding { (finding(&pen, report)) }
            @if report.rows.items.is_empty() && !report.is_further {
                p { (pen.say("searches-all-answered")) }
            } @else {
                (rows(visit, &pen, &title, &report.rows.items))
                (onward_pager(&pen, report.is_further.then_some(here.as_str()), older.as_deref()))
                p.ways { (link_button(
                    &pen, &pen.say("searches-download"), &urls.searches_file(report.period), None, Weight::Secondary,
                )) }
            }
        }
        (meaning(&pen))
    };
    Page::new(title, content).unlisted()
}

fn periods(visit: &Visit, pen: &Pen<'_>, chosen: Period) -> Markup {
    let links = Period::ALL.map(|period| {
        let label = pen.count("searches-days", period.days());
        let link = Link::new(label, visit.site.urls.searches_of(period)).current_if(period == chosen);
        (link, None)
    });
    filter_links(pen, &pen.say("searches-period"), &links)
}

/// What came of all searches, in a sentence.
fn finding(pen: &Pen<'_>, report: &Report) -> String {
    let totals = &report.totals;
    let share = totals.unanswered_count() * 100 / totals.search_count.max(1);
    let all = pen.tell(
        "searches-finding",
        &[
            ("count", totals.search_count.into()),
            ("days", report.period.days().into()),
            ("share", share.into()),
        ],
    );
    let none = pen.count("searches-finding-none", totals.none_count);
    let unopened = pen.count("searches-finding-unopened", totals.unopened_count);
    format!("{all} {none} {unopened}")
}

const COLUMNS: [&str; 6] = [
    "searches-words",
    "searches-count",
    "searches-found-none",
    "searches-unopened",
    "searches-opened",
    "searches-last",
];

fn rows(visit: &Visit, pen: &Pen<'_>, title: &str, rows: &[Unanswered]) -> Markup {
    let [words, count, none, unopened, opened, last] = COLUMNS.map(|key| pen.say(key));
    let ask = pen.say("searches-ask");
    let columns = [
        Column::words(&words),
        Column::numbers(&count),
        Column::numbers(&none),
        Column::numbers(&unopened),
        Column::numbers(&opened),
        Column::words(&last),
        Column::buttons(&ask),
    ];
    let urls = &visit.site.urls;
    let row = |row: &Unanswered| {
        let totals = &row.totals;
        vec![
            html! { a href=(urls.found(&row.words, 1)) dir="auto" { (row.words) } },
            html! { (figure(pen, totals.search_count)) },
            html! { (figure(pen, totals.none_count)) },
            html! { (figure(pen, totals.unopened_count)) },
            html! { (figure(pen, totals.opened_count())) },
            time_ago(pen, row.searched_at),
            html! {
                a href=(urls.new_thread_about(&row.words)) {
                    (ask) span.unseen { " " (pen.tell("searches-ask-about", &[("words", row.words.clone().into())])) }
                }
            },
        ]
    };
    let cells: Vec<Vec<Markup>> = rows.iter().map(row).collect();
    html! { div.admin-table.searched { (table(title, &columns, &cells)) } }
}

/// What is counted, in words.
fn meaning(pen: &Pen<'_>) -> Markup {
    let terms = [
        ("searches-means-answer", "searches-means-answer-text"),
        ("searches-means-once", "searches-means-once-text"),
        ("searches-means-kept", "searches-means-kept-text"),
    ];
    html! {
        section.meaning {
            h2 { (pen.say("searches-means")) }
            dl {
                @for (term, text) in terms {
                    div { dt { (pen.say(term)) } dd { (pen.say(text)) } }
                }
            }
        }
    }
}

/// The rows as comma-separated values (RFC 4180).
pub fn file(visit: &Visit, rows: &[Unanswered]) -> String {
    let head = COLUMNS.map(|key| value(&visit.say(key))).join(",");
    let mut file = format!("{head}\r\n");
    for row in rows {
        let totals = &row.totals;
        let counts = [
            totals.search_count,
            totals.none_count,
            totals.unopened_count,
            totals.opened_count(),
        ];
        let counts = counts.map(|count| count.to_string()).join(",");
        let last = row.searched_at.to_rfc3339_opts(SecondsFormat::Secs, true);
        file.push_str(&format!("{},{counts},{last}\r\n", value(&row.words)));
    }
    file
}

/// A text as a value in quotes. What a spreadsheet would take for a formula gets a sign before it: strangers wrote it.
fn value(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@']);
    let guard = if is_formula { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn a_value_is_one_value_and_no_formula() {
        assert_eq!(value("card \"on\" file, changed"), "\"card \"\"on\"\" file, changed\"");
        assert_eq!(value("=cmd()"), "\"'=cmd()\"");
        assert_eq!(value("-paypal"), "\"'-paypal\"");
    }
}
