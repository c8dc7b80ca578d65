//! Waiting for a question without an account.

use maud::html;

use super::components::{
    Field, Pen, PostButton, Problem, Weight, email_field, error_summary, link_button, post_button, post_form,
    problem_with, submit_button,
};
use super::digests::one_button;
use super::layout::{page_head, slim};
use super::signed::said;
use crate::domain::id::ThreadId;
use crate::domain::thread::Standing;
use crate::store::awaitings::Awaiting;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The form in which an address is left.
pub fn form(
    visit: &Visit,
    (thread, title, standing): &(ThreadId, String, Standing),
    typed: &str,
    problems: &[Problem],
) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let question = visit.site.urls.thread(*thread, title);
    let heading = pen.say("tell-me-title");
    let content = slim(html! {
        (page_head(&heading, Some(title), html! {}))
        (error_summary(&pen, problems))
        @if *standing == Standing::Resolved {
            p { (pen.say("tell-me-resolved")) }
        } @else {
            p { (pen.say("tell-me-about")) }
            (post_form(&visit.site.urls.tell_me(*thread), &[], html! {
                (address(&pen, typed, problems))
                (submit_button(&pen.say("tell-me-button"), Weight::Primary))
            }))
        }
        p.ways { (link_button(&pen, &pen.say("way-question"), &question, None, Weight::Secondary)) }
    });
    Page::new(heading, content).unlisted()
}

fn address(pen: &Pen<'_>, typed: &str, problems: &[Problem]) -> maud::Markup {
    let label = pen.say("field-email");
    let field = Field {
        value: typed,
        problem: problem_with(problems, "email"),
        autocomplete: Some("email"),
        longest: Some(254),
        ..Field::new("email", &label)
    };
    email_field(pen, &field)
}

/// The page behind the letter's link: the button that says yes, or, once it was said, the one that takes it back.
pub fn word(visit: &Visit, awaiting: &Awaiting) -> Page {
    if !awaiting.is_confirmed {
        return one_button(
            visit,
            "tell-me-confirm-title",
            Some(&awaiting.title),
            "tell-me-confirm-button",
        );
    }
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("tell-me-waits-title");
    let label = pen.say("tell-me-withdraw");
    let button = PostButton {
        weight: Weight::Secondary,
        hidden: &[("withdraw", "true")],
        ..PostButton::new(&visit.path, &label)
    };
    let question = visit.site.urls.thread(awaiting.thread, &awaiting.title);
    let content = slim(html! {
        (page_head(&title, Some(&awaiting.title), html! {}))
        div.stack {
            p { (pen.say("tell-me-waits")) }
            p.ways { (link_button(&pen, &pen.say("way-question"), &question, None, Weight::Secondary)) }
            (post_button(&pen, &button))
        }
    });
    Page::new(title, content)
}

/// Says that nobody is told by this link.
pub fn forgotten(visit: &Visit) -> Page {
    let ways = [("way-home", visit.site.urls.home())];
    said(
        visit,
        &visit.say("tell-me-forgotten-title"),
        &visit.say("tell-me-forgotten"),
        &ways,
        "",
    )
}
