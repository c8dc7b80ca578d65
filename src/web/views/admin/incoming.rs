//! The list of messages that came in by mail.

use maud::{Markup, html};

use super::{Part, part};
use crate::domain::cursor::PageOf;
use crate::domain::incoming::Outcome;
use crate::store::incoming::IncomingRow;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Column, Icon, Link, Pen, empty_state, filter_links, onward_pager, table, time_ago,
};
use crate::web::views::layout::page_head;

/// One page of messages, of all or of those that ended so.
pub fn page(visit: &Visit, outcome: Option<Outcome>, messages: &PageOf<IncomingRow>, is_further: bool) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("admin-incoming");
    let all = Link::new(pen.say("incoming-all"), urls.admin_incoming_of(None)).current_if(outcome.is_none());
    let mut lists = vec![(all, None)];
    for one in Outcome::ALL {
        let link = Link::new(pen.say(&format!("incoming-{one}")), urls.admin_incoming_of(Some(*one)));
        lists.push((link.current_if(outcome == Some(*one)), None));
    }
    let here = urls.admin_incoming_of(outcome);
    let older = messages.more.map(|after| urls.page_after(&here, after));
    let content = html! {
        (page_head(&title, Some(&pen.say("incoming-about")), html! {}))
        (filter_links(&pen, &title, &lists))
        @if messages.items.is_empty() {
            (empty_state(&pen, Icon::Check, &pen.say("incoming-none-title"), &pen.say("incoming-none"), html! {}))
        } @else {
            (rows(visit, &pen, &title, &messages.items))
        }
        (onward_pager(&pen, is_further.then_some(here.as_str()), older.as_deref()))
    };
    part(visit, &pen, Part::Incoming, &title, &content)
}

fn rows(visit: &Visit, pen: &Pen<'_>, title: &str, messages: &[IncomingRow]) -> Markup {
    let labels = [
        "incoming-when",
        "incoming-sender",
        "incoming-subject",
        "incoming-outcome",
    ]
    .map(|key| pen.say(key));
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column::words(label)).collect();
    let rows: Vec<Vec<Markup>> = messages.iter().map(|message| row(visit, pen, message)).collect();
    html! { div.admin-table.level { (table(title, &columns, &rows)) } }
}

fn row(visit: &Visit, pen: &Pen<'_>, message: &IncomingRow) -> Vec<Markup> {
    vec![
        time_ago(pen, message.received_at),
        html! { @if let Some(sender) = &message.sender { bdi { (sender) } } },
        html! { @if let Some(subject) = &message.subject { bdi { (subject) } } },
        outcome(visit, pen, message),
    ]
}

/// What became of a message, why, and a link to where it stands.
fn outcome(visit: &Visit, pen: &Pen<'_>, message: &IncomingRow) -> Markup {
    let Some(outcome) = message.outcome else {
        return html! { (pen.say("incoming-waits")) };
    };
    let words = pen.say(&format!("incoming-{outcome}"));
    html! {
        @if let Some(reply) = message.reply {
            a href=(visit.site.urls.reply(reply)) { (words) }
        } @else {
            (words)
        }
        @if let Some(why) = message.why { ": " (pen.say(&format!("incoming-why-{why}"))) }
    }
}
