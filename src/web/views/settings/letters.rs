//! What somebody hears of, and what of it goes by mail.

use std::collections::HashSet;

use maud::{Markup, html};

use super::{Part, part};
use crate::domain::notification::NotificationKind;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Field, Link, Pen, Weight, check_box, check_group, post_form, section_head, submit_button,
};

/// The form that chooses it; `by_mail` is what goes by mail now.
pub fn letters(visit: &Visit, watches_answered: bool, by_mail: &HashSet<NotificationKind>) -> Page {
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
        (kinds(&pen, by_mail))
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

fn kinds(pen: &Pen<'_>, by_mail: &HashSet<NotificationKind>) -> Markup {
    let labels = NotificationKind::ALL
        .iter()
        .map(|kind| (*kind, pen.say(&format!("letters-kind-{kind}"))))
        .collect::<Vec<_>>();
    let boxes: Vec<(Field<'_>, bool)> = labels
        .iter()
        .map(|(kind, label)| (Field::new(kind.as_str(), label), by_mail.contains(kind)))
        .collect();
    let (label, hint) = (pen.say("letters-by-mail"), pen.say("letters-by-mail-hint"));
    let group = Field {
        hint: Some(&hint),
        ..Field::new("by_mail", &label)
    };
    check_group(pen, &group, &boxes)
}
