//! What somebody hears of.

use maud::html;

use super::{Part, part};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{Field, Link, Weight, check_box, post_form, section_head, submit_button};

/// The form that chooses it.
pub fn letters(visit: &Visit, watches_answered: bool) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let (label, hint) = (
        pen.say("letters-watches-answered"),
        pen.say("letters-watches-answered-hint"),
    );
    let watches = Field {
        hint: Some(&hint),
        ..Field::new("watches_answered", &label)
    };
    let fields = html! {
        (check_box(&pen, &watches, watches_answered))
        (submit_button(&pen.say("letters-save"), Weight::Primary))
    };
    let see = Link::new(pen.say("letters-see"), urls.notifications());
    let content = html! {
        (section_head(&pen, &pen.say("settings-letters"), Some(&see)))
        p { (pen.say("letters-explained")) }
        (post_form(&urls.own_letters(), &[], fields))
    };
    part(visit, &pen, Part::Letters, &[], &content)
}
