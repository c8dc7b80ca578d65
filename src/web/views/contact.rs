//! The way to a person, offered wherever people may not find what they need by themselves.

use maud::{Markup, html};

use super::components::{Icon, Pen, icon};
use crate::web::Visit;

/// The contact of the site in a line; nothing when there is none.
pub fn reach(visit: &Visit, pen: &Pen<'_>) -> Markup {
    let settings = visit.site.settings();
    let Some(contact) = &settings.contact else {
        return html! {};
    };
    // A page opens beside this one, so that nothing that was typed is lost.
    let target = contact.href().starts_with("https:").then_some("_blank");
    html! {
        p.contact {
            (icon(pen, Icon::Person)) span { (pen.say("contact-or")) }
            a href=(contact.href()) target=[target] rel="noopener" dir="auto" { (contact.label()) }
        }
    }
}
