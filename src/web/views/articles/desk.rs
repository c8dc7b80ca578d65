//! The desk of those who write: what waits, what is due, what does not help, and what pays back.

use maud::{Markup, html};

use super::marks;
use crate::store::articles::{ArticleRow, Desk};
use crate::store::proposals::Payback;
use crate::store::searches::WithoutArticle;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Column, Icon, Pen, Weight, empty_state, figure, link_button, section_head, table, time_ago,
};
use crate::web::views::layout::page_head;
use crate::web::views::repeats::paybacks;

/// The desk, with what is searched for and not written yet, and what was written for repeated questions.
pub fn desk(visit: &Visit, desk: &Desk, missing: &[WithoutArticle], told: &[Payback]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("desk-title");
    let urls = &visit.site.urls;
    let waiting = pen.count("desk-repeats", visit.waiting_proposals.unwrap_or_default());
    let buttons = html! {
        (link_button(&pen, &waiting, &urls.repeats(), Some(Icon::Duplicate), Weight::Quiet))
        (link_button(&pen, &pen.say("article-new"), &urls.new_article(), Some(Icon::Plus), Weight::Secondary))
    };
    let lists = [
        ("desk-in-review", &desk.in_review),
        ("desk-due", &desk.due),
        ("desk-cites-deleted", &desk.cites_deleted),
        ("desk-unhelpful", &desk.unhelpful),
        ("desk-drafts", &desk.drafts),
        ("desk-retired", &desk.retired),
    ];
    let is_clear = missing.is_empty() && lists.iter().all(|(_, rows)| rows.is_empty());
    let content = html! {
        (page_head(&title, Some(&pen.say("desk-about")), buttons))
        @if is_clear {
            (empty_state(&pen, Icon::Article, &pen.say("desk-clear"), &pen.say("desk-clear-about"), html! {}))
        }
        @for (key, rows) in lists {
            @if !rows.is_empty() { (list(visit, &pen, &pen.say(key), rows)) }
        }
        @if !missing.is_empty() { (unwritten(visit, &pen, missing)) }
        (paybacks(visit, &pen, told))
    };
    Page::new(title, content).unlisted()
}

fn list(visit: &Visit, pen: &Pen<'_>, heading: &str, articles: &[ArticleRow]) -> Markup {
    let labels = [
        "desk-article",
        "desk-edited",
        "desk-review",
        "desk-views",
        "desk-yes",
        "desk-no",
    ];
    let [article, edited, review, views, yes, no] = labels.map(|key| pen.say(key));
    let columns = [
        Column::words(&article),
        Column::words(&edited),
        Column::words(&review),
        Column::numbers(&views),
        Column::numbers(&yes),
        Column::numbers(&no),
    ];
    let row = |row: &ArticleRow| {
        vec![
            html! {
                a href=(visit.site.urls.article(row.id, &row.title)) dir="auto" { (row.title) }
                (marks(pen, row.state, row.audience))
            },
            time_ago(pen, row.edited_at),
            html! { @if let Some(at) = row.review_at { (time_ago(pen, at)) } },
            html! { (figure(pen, row.view_count)) },
            html! { (figure(pen, row.helpful_count)) },
            html! { (figure(pen, row.unhelpful_count)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = articles.iter().map(row).collect();
    html! {
        (section_head(pen, heading, None))
        div.admin-table { (table(heading, &columns, &rows)) }
    }
}

/// What was searched for and found no article, each with the way to write it.
fn unwritten(visit: &Visit, pen: &Pen<'_>, missing: &[WithoutArticle]) -> Markup {
    let heading = pen.say("desk-missing");
    let labels = [
        "searches-words",
        "desk-missing-count",
        "searches-last",
        "desk-missing-write",
    ];
    let [words, count, last, write] = labels.map(|key| pen.say(key));
    let columns = [
        Column::words(&words),
        Column::numbers(&count),
        Column::words(&last),
        Column::buttons(&write),
    ];
    let urls = &visit.site.urls;
    let row = |row: &WithoutArticle| {
        vec![
            html! { a href=(urls.found(&row.words, 1)) dir="auto" { (row.words) } },
            html! { (figure(pen, row.count)) },
            time_ago(pen, row.searched_at),
            html! {
                a href=(urls.new_article_about(&row.words)) {
                    (write) span.unseen { " " (pen.tell("searches-ask-about", &[("words", row.words.clone().into())])) }
                }
            },
        ]
    };
    let rows: Vec<Vec<Markup>> = missing.iter().map(row).collect();
    html! {
        (section_head(pen, &heading, None))
        p.hint { (pen.say("desk-missing-about")) }
        div.admin-table.missing { (table(&heading, &columns, &rows)) }
    }
}
