//! Who signed up in a way that programs do, for moderators: the list on the desk, and the page with its two buttons.

use maud::{Markup, html};

use super::components::{Icon, Link, NoticeKind, Pen, Weight, breadcrumb, icon, notice, section_head, time_ago};
use super::desk::{key, pressed};
use super::layout::columns;
use crate::domain::id::UserId;
use crate::domain::spam::Admission;
use crate::store::doubts::{DoubtRow, next};
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// What the page of somebody shows.
pub struct Doubted {
    /// Who.
    pub row: DoubtRow,
    /// The first of those who wait.
    pub queue: Vec<DoubtRow>,
    /// Whom the viewer decided on last.
    pub last: Option<DoubtRow>,
    /// How many notes there are about them.
    pub note_count: i64,
}

/// The page of somebody who waits, or who was decided on.
pub fn page(visit: &Visit, page: &Doubted) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let (row, urls) = (&page.row, &visit.site.urls);
    let title = pen.tell("doubts-one", &[("name", row.name.as_str().into())]);
    let last = page.last.as_ref().filter(|last| last.user != row.user);
    let content = html! {
        (breadcrumb(&pen, &[Link::new(pen.say("cases-title"), urls.desk())]))
        (undo_line(visit, &pen, last))
        header.page-head {
            // The next one is read from here on, and its keys are at hand.
            div { h1 #case tabindex="-1" autofocus dir="auto" { (title) } }
        }
        p.meta { (pen.say("cases-came")) " " (time_ago(&pen, row.opened_at)) }
        @if let Some((decision, _)) = row.decided {
            (notice(&pen, NoticeKind::Information, html! { p { (pen.say(&phrase("doubts-decided", decision))) } }))
        }
        (notice(&pen, NoticeKind::Warning, html! {
            p { (pen.say(&format!("doubts-why-{}", row.why))) }
            p { (pen.say("doubts-about")) }
        }))
        @if row.decided.is_none() { (acts(visit, &pen, row.user)) } @else { (again(visit, &pen, row.user)) }
        (others(visit, &pen, page))
    };
    Page::new(title, columns(content, list(visit, &pen, &page.queue, Some(row.user)))).unlisted()
}

/// The phrase of a decision.
fn phrase(beginning: &str, decision: Admission) -> String {
    format!("{beginning}-{}", decision.as_str().replace('_', "-"))
}

fn acts(visit: &Visit, pen: &Pen<'_>, user: UserId) -> Markup {
    html! {
        div.case-buttons {
            (act(visit, pen, user, ("let-in", "doubts-let-in", key::KEEP), Weight::Secondary))
            (act(visit, pen, user, ("remove", "doubts-remove", key::DELETE), Weight::Danger))
        }
    }
}

fn again(visit: &Visit, pen: &Pen<'_>, user: UserId) -> Markup {
    act(
        visit,
        pen,
        user,
        ("put-back", "cases-put-back", key::UNDO),
        Weight::Secondary,
    )
}

/// The button of an act, with its key.
fn act(visit: &Visit, pen: &Pen<'_>, user: UserId, (act, label, key): (&str, &str, &str), weight: Weight) -> Markup {
    html! {
        form.inline method="post" action=(visit.site.urls.doubt_act(user, act)) {
            button class=(weight.class()) type="submit" data-key=(key) aria-keyshortcuts=(key) {
                (pen.say(label)) (pressed(key))
            }
        }
    }
}

/// What can be done without deciding: the next one, and what else is known of them.
fn others(visit: &Visit, pen: &Pen<'_>, page: &Doubted) -> Markup {
    let (row, urls) = (&page.row, &visit.site.urls);
    html! {
        div.actions role="group" aria-label=(pen.say("cases-others")) {
            @if let Some(next) = next(&page.queue, Some(row)) {
                a.button.quiet href=(urls.doubt(next.user)) data-key=(key::NEXT) aria-keyshortcuts=(key::NEXT) {
                    (icon(pen, Icon::ArrowRight)) (pen.say("cases-next")) (pressed(key::NEXT))
                }
            }
            a.button.quiet href=(urls.user(row.user, &row.name)) data-key=(key::OPEN) aria-keyshortcuts=(key::OPEN) {
                (icon(pen, Icon::Eye)) (pen.say("doubts-open")) (pressed(key::OPEN))
            }
            @if page.note_count > 0 { a href=(urls.conduct(row.user)) { (pen.count("cases-notes", page.note_count)) } }
        }
    }
}

/// Whom the viewer decided on last, with the button that takes it back.
pub(super) fn undo_line(visit: &Visit, pen: &Pen<'_>, last: Option<&DoubtRow>) -> Markup {
    html! {
        @if let Some((last, decision)) = last.and_then(|last| Some((last, last.decided?.0))) {
            @let said = [("name", last.name.as_str().into())];
            div.undo-line role="status" {
                p dir="auto" { (pen.tell(&phrase("doubts-last", decision), &said)) }
                form.inline method="post" action=(visit.site.urls.doubt_act(last.user, "put-back")) {
                    button.button.quiet type="submit" data-key=(key::UNDO) aria-keyshortcuts=(key::UNDO) {
                        (icon(pen, Icon::Undo)) (pen.say("cases-undo")) (pressed(key::UNDO))
                    }
                }
            }
        }
    }
}

/// Those who wait, under the cases; the one that is open is marked.
pub fn list(visit: &Visit, pen: &Pen<'_>, queue: &[DoubtRow], open: Option<UserId>) -> Markup {
    html! {
        @if !queue.is_empty() {
            (section_head(pen, &pen.say("doubts-title"), None))
            ol.queue {
                @for row in queue {
                    li {
                        a href=(visit.site.urls.doubt(row.user)) aria-current=[(open == Some(row.user)).then_some("page")] dir="auto" { (row.name) }
                        p.meta { (pen.say(&format!("doubts-row-{}", row.why))) " · " (time_ago(pen, row.opened_at)) }
                    }
                }
            }
        }
    }
}
