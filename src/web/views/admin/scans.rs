//! The section that looks through what is here already: how far that is, what it found, and the button.

use maud::{Markup, html};

use crate::store::scans::{Scan, Scanning};
use crate::web::Visit;
use crate::web::views::components::{Link, Pen, PostButton, Weight, post_button, section_head, time_ago};

/// The section below the words that are watched.
pub fn section(visit: &Visit, pen: &Pen<'_>, scanning: &Scanning) -> Markup {
    let urls = &visit.site.urls;
    let desk = Link::new(pen.say("cases-title"), urls.desk());
    let stopped = scanning.newest.as_ref().is_some_and(|scan| scan.place.is_some());
    let is_going = scanning.newest.as_ref().is_some_and(|scan| scan.ended_at.is_none());
    let (action, label) = (
        urls.scan_posts(),
        pen.say(if stopped { "scan-go-on" } else { "scan-begin" }),
    );
    let button = PostButton {
        weight: Weight::Secondary,
        ..PostButton::new(&action, &label)
    };
    html! {
        section #scan {
            (section_head(pen, &pen.say("scan-title"), Some(&desk)))
            p { (pen.say("scan-about")) }
            @if !scanning.tells_advertising { p.meta { (pen.say("scan-words-only")) } }
            @if let Some(scan) = &scanning.newest { (standing(pen, scan, scanning)) }
            @if !is_going || scanning.is_given_up { (post_button(pen, &button)) }
        }
    }
}

/// How the newest scan stands.
fn standing(pen: &Pen<'_>, scan: &Scan, scanning: &Scanning) -> Markup {
    let found = pen.count("scan-found", scan.case_count);
    html! {
        @match scan.ended_at {
            None => {
                p { (pen.tell("scan-going", &[("percent", scanning.percent.into())])) " " (found) }
                @if scanning.is_given_up { p { (pen.say("scan-given-up")) } }
            }
            Some(at) => {
                p { (pen.say("scan-ended")) " " (time_ago(pen, at)) ". " (found) }
                @if scan.place.is_some() { p { (pen.say("scan-full")) } }
            }
        }
    }
}
