//! The browsers that are signed in.

use maud::{Markup, html};

use super::{Part, part};
use crate::domain::browser::Browser;
use crate::store::sessions::SessionRow;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{Column, Pen, PostButton, Weight, post_button, section_head, table, time_ago};

/// Each browser with when and from where it signed in, and the button that signs it out.
pub fn sessions(visit: &Visit, sessions: &[SessionRow]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let heads = ["session-browser", "session-network", "session-since", "session-seen"].map(|key| pen.say(key));
    let acts = pen.say("session-acts");
    let mut columns: Vec<Column<'_>> = heads.iter().map(|head| Column::words(head)).collect();
    columns.push(Column::buttons(&acts));
    let rows: Vec<Vec<Markup>> = sessions.iter().map(|session| row(visit, &pen, session)).collect();
    let (action, label) = (visit.site.urls.end_other_sessions(), pen.say("session-end-others"));
    let button = PostButton {
        weight: Weight::Secondary,
        ..PostButton::new(&action, &label)
    };
    let content = html! {
        (section_head(&pen, &pen.say("settings-sessions"), None))
        p.hint { (pen.say("session-about")) }
        (table(&pen.say("session-caption"), &columns, &rows))
        @if sessions.len() > 1 { (post_button(&pen, &button)) }
    };
    part(visit, &pen, Part::Sessions, &[], &content)
}

fn row(visit: &Visit, pen: &Pen<'_>, session: &SessionRow) -> Vec<Markup> {
    let is_this = visit.session == Some(session.id);
    let browser = browser_name(pen, &session.browser);
    let (action, label) = (visit.site.urls.end_session(session.id), pen.say("session-end"));
    let button = PostButton {
        about: Some(&browser),
        weight: Weight::Secondary,
        ..PostButton::new(&action, &label)
    };
    let network = if session.network.is_empty() {
        "–"
    } else {
        &session.network
    };
    vec![
        html! { span dir="auto" { (browser) } @if is_this { " " strong { (pen.say("session-this")) } } },
        html! { span dir="ltr" { (network) } },
        time_ago(pen, session.created_at),
        time_ago(pen, session.seen_at),
        html! { @if !is_this { (post_button(pen, &button)) } },
    ]
}

/// A browser in words.
fn browser_name(pen: &Pen<'_>, browser: &Browser) -> String {
    match (browser.program, browser.system) {
        (Some(program), Some(system)) => {
            pen.tell("session-on", &[("browser", program.into()), ("system", system.into())])
        }
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => pen.say("session-unknown"),
    }
}
