//! What askers wrote in surveys.

use maud::{Markup, html};

use crate::domain::cursor::PageOf;
use crate::domain::survey::Score;
use crate::store::surveys::SurveyComment;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{Column, Icon, Pen, empty_state, onward_pager, table, time_ago};
use crate::web::views::layout::page_head;

/// The page at this address.
pub fn comments(visit: &Visit, here: &str, said: &PageOf<SurveyComment>, is_further: bool) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("survey-comments-title");
    let keys = [
        "survey-comments-question",
        "survey-comments-comment",
        "survey-satisfied",
        "survey-easy",
        "survey-comments-invited",
    ];
    let [question, comment, satisfied, easy, invited] = keys.map(|key| pen.say(key));
    let columns = [
        Column::words(&question),
        Column::words(&comment),
        Column::numbers(&satisfied),
        Column::numbers(&easy),
        Column::words(&invited),
    ];
    let rows: Vec<_> = said.items.iter().map(|one| row(visit, &pen, one)).collect();
    let older = said.more.map(|after| visit.site.urls.page_after(here, after));
    let content = html! {
        (page_head(&title, Some(&pen.say("survey-comments-about")), html! {}))
        @if rows.is_empty() {
            (empty_state(&pen, Icon::Search, &pen.say("survey-comments-none-title"), &pen.say("survey-comments-none"), html! {}))
        } @else {
            (table(&title, &columns, &rows))
            (onward_pager(&pen, is_further.then_some(here), older.as_deref()))
        }
    };
    Page::new(title, content).unlisted()
}

fn row(visit: &Visit, pen: &Pen<'_>, said: &SurveyComment) -> Vec<Markup> {
    let score = |score: Score| html! { (score.get()) };
    let question = match &said.title {
        Some(title) => html! { a href=(visit.site.urls.thread(said.thread, title)) dir="auto" { (title) } },
        None => html! { (pen.say("survey-comments-question-gone")) },
    };
    vec![
        question,
        html! { bdi { (said.answer.comment.as_deref().unwrap_or_default()) } },
        score(said.answer.rating),
        score(said.answer.effort),
        time_ago(pen, said.invited_at),
    ]
}
