//! What the knowledge base does: the articles that answer and pay back, those that do not help, and those that are due.

use maud::{Markup, html};

use super::self_service::{defined, many, money, share};
use crate::domain::account::User;
use crate::domain::figure::Figure;
use crate::domain::report_settings::ReportSettings;
use crate::domain::worth::Worth;
use crate::reports::knowledge::{Knowledge, helped};
use crate::reports::statistics::proportion::Proportion;
use crate::store::knowledge::{ArticleRow, Totals};
use crate::web::Visit;
use crate::web::page::pen;
use crate::web::views::components::{Column, Pen, figure, table, time_ago};

/// The section of the report page.
pub fn section(visit: &Visit, figures: &Knowledge, settings: &ReportSettings) -> Markup {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let worth = settings.contact_worth.as_ref();
    html! {
        section.report.wide #knowledge {
            h2 { (pen.say("knowledge-title")) }
            (answering(visit, &pen, &figures.totals))
            (paying(visit, &pen, figures, worth))
            (failing(visit, &pen, figures))
            (due(visit, &pen, figures))
        }
    }
}

/// How many threads articles answered, all together.
fn answering(visit: &Visit, pen: &Pen<'_>, totals: &Totals) -> Markup {
    let values = [
        ("answered", many(pen, totals.answered).into()),
        ("solved", many(pen, totals.solved).into()),
    ];
    html! {
        (defined(visit, pen, Figure::ArticlesAnswering))
        p { (pen.tell("knowledge-answering", &values)) }
    }
}

fn paying(visit: &Visit, pen: &Pen<'_>, figures: &Knowledge, worth: Option<&Worth>) -> Markup {
    html! {
        (defined(visit, pen, Figure::ArticlesPayback))
        @if let Some(worth) = worth {
            p { (pen.tell("knowledge-payback", &[("amount", amount(pen, figures.totals.contacts(), worth).into())])) }
        }
        @if figures.paying.is_empty() {
            p { (pen.say("knowledge-none-paying")) }
        } @else {
            div.admin-table { (paying_table(visit, pen, &figures.paying, worth)) }
        }
    }
}

fn amount(pen: &Pen<'_>, contacts: i64, worth: &Worth) -> String {
    money(pen, contacts.saturating_mul(worth.hundredths), &worth.currency)
}

fn paying_table(visit: &Visit, pen: &Pen<'_>, rows: &[ArticleRow], worth: Option<&Worth>) -> Markup {
    let labels = [
        "desk-article",
        "knowledge-answered",
        "knowledge-solved",
        "knowledge-helped",
        "desk-views",
        "knowledge-saved",
    ];
    let [article, answered, solved, helped, views, saved] = labels.map(|key| pen.say(key));
    let mut columns = vec![
        Column::words(&article),
        Column::numbers(&answered),
        Column::numbers(&solved),
        Column::numbers(&helped),
        Column::numbers(&views),
    ];
    columns.extend(worth.map(|_| Column::numbers(&saved)));
    let row = |row: &ArticleRow| {
        let mut cells = vec![
            title(visit, row),
            html! { (figure(pen, row.answered)) },
            html! { (figure(pen, row.solved)) },
            html! { (share(pen, helped_of(row))) },
            html! { (figure(pen, row.views)) },
        ];
        cells.extend(worth.map(|worth| html! { (amount(pen, row.contacts(), worth)) }));
        cells
    };
    let cells: Vec<Vec<Markup>> = rows.iter().map(row).collect();
    table(&pen.say("figure-articles-payback"), &columns, &cells)
}

fn title(visit: &Visit, row: &ArticleRow) -> Markup {
    html! { a href=(visit.site.urls.article(row.id(), &row.title)) dir="auto" { (row.title) } }
}

fn helped_of(row: &ArticleRow) -> Option<Proportion> {
    helped(row.helped.unsigned_abs(), row.not_helped.unsigned_abs())
}

/// How many readers were helped, all together, and the articles of which most say that they were not.
fn failing(visit: &Visit, pen: &Pen<'_>, figures: &Knowledge) -> Markup {
    let totals = &figures.totals;
    let values = [
        ("count", many(pen, totals.helped + totals.not_helped).into()),
        ("share", share(pen, helped(totals.helped, totals.not_helped)).into()),
    ];
    let labels = ["desk-article", "desk-no", "desk-yes", "knowledge-helped", "desk-views"];
    let [article, no, yes, helped_share, views] = labels.map(|key| pen.say(key));
    let columns = [
        Column::words(&article),
        Column::numbers(&no),
        Column::numbers(&yes),
        Column::numbers(&helped_share),
        Column::numbers(&views),
    ];
    let row = |row: &ArticleRow| {
        vec![
            title(visit, row),
            html! { (figure(pen, row.not_helped)) },
            html! { (figure(pen, row.helped)) },
            html! { (share(pen, helped_of(row))) },
            html! { (figure(pen, row.views)) },
        ]
    };
    let cells: Vec<Vec<Markup>> = figures.failing.iter().map(row).collect();
    let caption = pen.say("knowledge-failing");
    html! {
        (defined(visit, pen, Figure::ArticlesHelped))
        @if totals.helped + totals.not_helped == 0 {
            p { (pen.say("knowledge-no-opinions")) }
        } @else {
            p { (pen.tell("knowledge-opinions", &values)) }
        }
        @if !cells.is_empty() {
            p { (caption) }
            div.admin-table { (table(&caption, &columns, &cells)) }
        }
    }
}

/// The articles that somebody should look over by now.
fn due(visit: &Visit, pen: &Pen<'_>, figures: &Knowledge) -> Markup {
    let [article, since, views] = ["desk-article", "knowledge-due-since", "desk-views"].map(|key| pen.say(key));
    let columns = [Column::words(&article), Column::words(&since), Column::numbers(&views)];
    let row = |row: &ArticleRow| {
        vec![
            title(visit, row),
            html! { @if let Some(at) = row.review_at { (time_ago(pen, at)) } },
            html! { (figure(pen, row.views)) },
        ]
    };
    let cells: Vec<Vec<Markup>> = figures.due.iter().map(row).collect();
    let caption = pen.say("figure-articles-due");
    let writes = visit.viewer.user().is_some_and(User::writes_articles);
    html! {
        (defined(visit, pen, Figure::ArticlesDue))
        p { (pen.count("knowledge-due", i64::try_from(figures.totals.due).unwrap_or(i64::MAX))) }
        @if !cells.is_empty() { div.admin-table { (table(&caption, &columns, &cells)) } }
        @if writes { p { a href=(visit.site.urls.article_desk()) { (pen.say("knowledge-desk")) } } }
    }
}
