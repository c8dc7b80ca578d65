//! What becomes of letters: the queue, and the addresses to which nothing is sent.

use maud::{Markup, html};

use super::jobs::{error, kind, state};
use super::{Part, part};
use crate::domain::bounce::Bounce;
use crate::domain::cursor::PageOf;
use crate::store::bounces::Paused;
use crate::store::jobs::{JobRow, LETTERS_KEPT_FOR};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Column, Icon, Link, Pen, PostButton, Weight, empty_state, figure, filter_links, job_state, onward_pager,
    post_button, table, time_ago,
};
use crate::web::views::layout::page_head;

/// The pages about letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// What waits.
    Waiting,
    /// What was given up.
    Dead,
    /// Addresses to which nothing is sent.
    Paused,
    /// Every kind of letter.
    Specimens,
}

/// The links between the pages about letters.
pub fn places(visit: &Visit, pen: &Pen<'_>, here: Place) -> Markup {
    let urls = &visit.site.urls;
    let all = [
        (Place::Waiting, "jobs-waiting", urls.admin_letters()),
        (Place::Dead, "jobs-dead", urls.admin_dead_letters()),
        (Place::Paused, "letters-paused", urls.admin_paused_addresses()),
        (Place::Specimens, "letters-specimens", urls.admin_specimens()),
    ];
    let links = all.map(|(place, key, href)| (Link::new(pen.say(key), href).current_if(place == here), None));
    filter_links(pen, &pen.say("admin-letters"), &links)
}

/// One page of the letters that wait, or that were given up.
pub fn queue(visit: &Visit, dead: bool, letters: &PageOf<JobRow>, is_further: bool) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("admin-letters");
    let (place, here) = if dead {
        (Place::Dead, urls.admin_dead_letters())
    } else {
        (Place::Waiting, urls.admin_letters())
    };
    let older = letters.more.map(|after| urls.page_after(&here, after));
    let content = html! {
        (page_head(&title, Some(&pen.say("letters-about")), html! {}))
        (places(visit, &pen, place))
        @if letters.items.is_empty() {
            (nothing(&pen, dead))
        } @else {
            @if dead {
                p.hint { (pen.tell("letters-dead-kept", &[("days", LETTERS_KEPT_FOR.num_days().into())])) }
                (retry_all(visit, &pen))
            }
            (rows(visit, &pen, dead, &letters.items))
        }
        (onward_pager(&pen, is_further.then_some(here.as_str()), older.as_deref()))
    };
    part(visit, &pen, Part::Letters, &title, &content)
}

fn nothing(pen: &Pen<'_>, dead: bool) -> Markup {
    let (title, about) = if dead {
        ("jobs-no-dead-title", "letters-no-dead")
    } else {
        ("jobs-none-title", "letters-none")
    };
    empty_state(pen, Icon::Check, &pen.say(title), &pen.say(about), html! {})
}

fn retry_all(visit: &Visit, pen: &Pen<'_>) -> Markup {
    let (action, label) = (visit.site.urls.admin_letters_retry(), pen.say("letters-retry-all"));
    let button = PostButton {
        weight: Weight::Secondary,
        icon: Some(Icon::Reopen),
        ..PostButton::new(&action, &label)
    };
    post_button(pen, &button)
}

fn rows(visit: &Visit, pen: &Pen<'_>, dead: bool, letters: &[JobRow]) -> Markup {
    let (caption, when) = if dead {
        ("jobs-dead", "job-dead-since")
    } else {
        ("jobs-waiting", "job-when")
    };
    let last = if dead { "letter-acts" } else { "job-state" };
    let labels = ["job-kind", when, "job-attempts", "job-error", last].map(|key| pen.say(key));
    let [kind, when, attempts, error, last] = &labels;
    let columns = [
        Column::words(kind),
        Column::words(when),
        Column::numbers(attempts),
        Column::words(error),
        if dead {
            Column::buttons(last)
        } else {
            Column::words(last)
        },
    ];
    let rows: Vec<Vec<Markup>> = letters.iter().map(|letter| row(visit, pen, letter)).collect();
    html! { div.admin-table.level { (table(&pen.say(caption), &columns, &rows)) } }
}

/// A dead letter ends with its buttons, a waiting one with its state.
fn row(visit: &Visit, pen: &Pen<'_>, letter: &JobRow) -> Vec<Markup> {
    let named = kind(pen, &letter.kind);
    let last = match letter.dead_at {
        Some(_) => acts(visit, pen, letter, &named),
        None => job_state(pen, state(letter)),
    };
    vec![
        html! { (named) },
        time_ago(pen, letter.dead_at.unwrap_or(letter.run_at)),
        html! { (figure(pen, letter.attempt_count)) },
        error(pen, letter.last_error.as_deref()),
        last,
    ]
}

fn acts(visit: &Visit, pen: &Pen<'_>, letter: &JobRow, named: &str) -> Markup {
    let urls = &visit.site.urls;
    let button = |verb: &str, key: &str| {
        let (action, label) = (urls.admin_letter_part(letter.id, verb), pen.say(key));
        let button = PostButton {
            weight: Weight::Secondary,
            about: Some(named),
            ..PostButton::new(&action, &label)
        };
        post_button(pen, &button)
    };
    html! { div.actions { (button("retry", "job-retry")) (button("discard", "letter-discard")) } }
}

/// The addresses to which nothing is sent, with why, and a button for each.
pub fn paused(visit: &Visit, all: &[Paused]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("letters-paused");
    let labels = ["paused-address", "paused-why", "paused-since", "paused-acts"].map(|key| pen.say(key));
    let [address, why, since, acts] = &labels;
    let columns = [
        Column::words(address),
        Column::words(why),
        Column::words(since),
        Column::buttons(acts),
    ];
    let rows: Vec<Vec<Markup>> = all.iter().map(|paused| paused_row(visit, &pen, paused)).collect();
    let content = html! {
        (page_head(&title, Some(&pen.say("letters-paused-explained")), html! {}))
        (places(visit, &pen, Place::Paused))
        @if all.is_empty() {
            (empty_state(&pen, Icon::Check, &pen.say("paused-none-title"), &pen.say("paused-none"), html! {}))
        } @else {
            div.admin-table.level { (table(&title, &columns, &rows)) }
        }
    };
    part(visit, &pen, Part::Letters, &title, &content)
}

fn paused_row(visit: &Visit, pen: &Pen<'_>, paused: &Paused) -> Vec<Markup> {
    let why = match paused.bounce {
        Bounce::Soft => "bounce-soft",
        Bounce::Hard => "bounce-hard",
        Bounce::Complaint => "bounce-complaint",
    };
    let (action, label) = (visit.site.urls.admin_lift_pause(), pen.say("paused-lift"));
    let button = PostButton {
        weight: Weight::Secondary,
        about: Some(&paused.address),
        hidden: &[("address", &paused.address)],
        ..PostButton::new(&action, &label)
    };
    vec![
        html! { (paused.address) },
        html! { (pen.say(why)) " " (error(pen, Some(&paused.said))) },
        time_ago(pen, paused.paused_at),
        post_button(pen, &button),
    ]
}
