//! The notice on every page of somebody to whom nothing is sent, as letters came back from their address.

use maud::{Markup, html};

use super::components::{NoticeKind, Pen, PostButton, Weight, notice, post_button};
use crate::web::Visit;

/// Says so, and how to have letters again: with another address, or by trying this one once more.
pub fn banner(visit: &Visit, pen: &Pen<'_>) -> Markup {
    if !visit.letters_are_paused {
        return html! {};
    }
    let urls = &visit.site.urls;
    let (action, label) = (urls.resume_letters(), pen.say("letters-resume"));
    let button = PostButton {
        weight: Weight::Secondary,
        ..PostButton::new(&action, &label)
    };
    let content = html! {
        p {
            strong { (pen.say("letters-paused-title")) } " " (pen.say("letters-paused-about")) " "
            a href=(urls.own_account()) { (pen.say("letters-paused-address")) }
        }
        (post_button(pen, &button))
    };
    notice(pen, NoticeKind::Warning, content)
}
