//! What adopted articles pay back: how many ask the same in a week, before the article and since.

use maud::{Markup, html};

use super::per_week;
use crate::store::proposals::{Payback, Week};
use crate::text::time;
use crate::web::Visit;
use crate::web::views::components::{Column, Icon, Pen, disclosure, figure, section_head, table, time_ago};

/// On an article's page, for those who write.
pub fn payback(pen: &Pen<'_>, payback: &Payback) -> Markup {
    let [week, count, when] = ["repeats-week", "repeats-asked-in-week", "payback-article"].map(|key| pen.say(key));
    let columns = [Column::words(&week), Column::numbers(&count), Column::words(&when)];
    let row = |row: &Week| {
        let key = if row.is_since {
            "payback-since"
        } else {
            "payback-before"
        };
        vec![
            html! { time datetime=(time::machine_day(row.from)) { (time::exact_day(pen.phrases, row.from)) } },
            html! { (figure(pen, row.count)) },
            html! { (pen.say(key)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = payback.weeks.iter().rev().map(row).collect();
    let heading = pen.say("payback-heading");
    html! {
        section.payback {
            (section_head(pen, &heading, None))
            p { (sentence(pen, payback)) }
            (disclosure(pen, &pen.say("payback-numbers"), Some(Icon::History), table(&heading, &columns, &rows)))
        }
    }
}

fn sentence(pen: &Pen<'_>, payback: &Payback) -> String {
    let values = [
        ("before", per_week(pen, payback.tenths_before()).into()),
        ("since", per_week(pen, payback.tenths_since()).into()),
        ("count-before", payback.before.0.into()),
        ("weeks-before", payback.before.1.into()),
        ("count-since", payback.since.0.into()),
        ("weeks-since", payback.since.1.into()),
    ];
    pen.tell("payback-sentence", &values)
}

/// On the desk of articles.
pub fn paybacks(visit: &Visit, pen: &Pen<'_>, paybacks: &[Payback]) -> Markup {
    if paybacks.is_empty() {
        return html! {};
    }
    let labels = [
        "desk-article",
        "payback-published",
        "payback-before",
        "payback-since",
        "payback-count",
    ];
    let [article, published, before, since, count] = labels.map(|key| pen.say(key));
    let columns = [
        Column::words(&article),
        Column::words(&published),
        Column::numbers(&before),
        Column::numbers(&since),
        Column::numbers(&count),
    ];
    let row = |row: &Payback| {
        vec![
            html! { a href=(visit.site.urls.article(row.article.0, &row.article.1)) dir="auto" { (row.article.1) } },
            time_ago(pen, row.published_at),
            html! { (per_week(pen, row.tenths_before())) },
            html! { (per_week(pen, row.tenths_since())) },
            html! { (figure(pen, row.since.0)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = paybacks.iter().map(row).collect();
    let heading = pen.say("payback-heading");
    html! {
        (section_head(pen, &heading, None))
        div.admin-table { (table(&heading, &columns, &rows)) }
    }
}
