//! What an author sees of something of theirs that waits for a moderator.

use maud::{Markup, html};

use super::components::{Icon, NoticeKind, Pen, Weight, link_button, notice, time_ago};
use super::layout::{narrow, page_head};
use crate::store::holds::OwnHeld;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The page of a thread that is held, for its author.
pub fn thread(visit: &Visit, own: &OwnHeld) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = own.thread.1.clone();
    let content = narrow(html! {
        (page_head(&title, None, html! {}))
        (why(&pen, own))
        div.prose dir="auto" { (own.body) }
        p.ways { (link_button(&pen, &pen.say("fault-way-threads"), &visit.site.urls.threads(), Some(Icon::ArrowLeft), Weight::Secondary)) }
    });
    Page::new(title, content).unlisted()
}

/// One's own posts in a thread that wait for a moderator; nothing for most.
pub fn own_held(pen: &Pen<'_>, held: &[OwnHeld]) -> Markup {
    html! {
        @if !held.is_empty() {
            section #held aria-labelledby="held-head" {
                h2 #held-head { (pen.say("held-title")) }
                @for own in held {
                    (why(pen, own))
                    div.prose dir="auto" { (own.body) }
                }
            }
        }
    }
}

/// That it waits, since when, and why.
fn why(pen: &Pen<'_>, own: &OwnHeld) -> Markup {
    let flagged_as = own
        .flagged_as
        .map(|reason| pen.say(&format!("held-as-{}", reason.as_str().replace('_', "-"))));
    let content = html! {
        p { (pen.say(&format!("held-{}", own.piece.noun()))) " " (time_ago(pen, own.held_at)) }
        p {
            (pen.say(&format!("held-for-{}", own.why)))
            @if let Some(said) = &flagged_as { " " (said) }
        }
        p { (pen.say("held-next")) }
    };
    notice(pen, NoticeKind::Warning, content)
}
