//! The list of questions whose times cannot be true.

use maud::html;

use crate::domain::cursor::Cursor;
use crate::store::questions::anomalies::Strange;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{Column, Icon, empty_state, onward_pager, table};
use crate::web::views::layout::page_head;

/// The page at this address, `size` rows of it at most.
pub fn anomalies(visit: &Visit, here: &str, rows: &[Strange], is_further: bool, size: i64) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let (urls, title) = (&visit.site.urls, pen.say("anomalies-title"));
    let (question, what) = (pen.say("anomalies-question"), pen.say("anomalies-what"));
    let columns = [Column::words(&question), Column::words(&what)];
    let row = |strange: &Strange| {
        let said = pen.say(&format!("anomaly-{}", strange.anomaly.as_str().replace('_', "-")));
        let question = match &strange.title {
            Some(title) => html! { a href=(urls.thread(strange.thread, title)) dir="auto" { (title) } },
            None => html! { (strange.thread) },
        };
        vec![question, html! { (said) }]
    };
    let is_full = i64::try_from(rows.len()).unwrap_or(0) == size;
    let more = rows.last().filter(|_| is_full).map(|last| {
        let id = last.thread.get();
        urls.page_after(here, Cursor { key: 0, id })
    });
    let content = html! {
        (page_head(&title, Some(&pen.say("anomalies-about")), html! {}))
        @if rows.is_empty() {
            (empty_state(&pen, Icon::Search, &pen.say("anomalies-none-title"), &pen.say("anomalies-none"), html! {}))
        } @else {
            (table(&title, &columns, &rows.iter().map(row).collect::<Vec<_>>()))
            (onward_pager(&pen, is_further.then_some(here), more.as_deref()))
        }
    };
    Page::new(title, content).unlisted()
}
