//! Every kind of letter: a list, and each as it is written.

use maud::{Markup, html};

use super::letters::{Place, places};
use super::{Part, part};
use crate::domain::language::Language;
use crate::letters::Letter;
use crate::letters::specimens::all;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Icon, Link, Pen, PostButton, Weight, filter_links, link_button, post_button, section_head,
};
use crate::web::views::layout::page_head;

/// The kinds, each with what it is for.
pub fn list(visit: &Visit) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("letters-specimens");
    let content = html! {
        (page_head(&title, Some(&pen.say("specimens-about")), html! {}))
        (places(visit, &pen, Place::Specimens))
        div.prose {
            ul {
                @for specimen in all() {
                    li { a href=(visit.site.urls.admin_specimen(specimen.kind, None)) { (named(&pen, specimen.kind)) } }
                }
            }
        }
    };
    part(visit, &pen, Part::Letters, &title, &content)
}

fn named(pen: &Pen<'_>, kind: &str) -> String {
    pen.say(&format!("specimen-{kind}"))
}

/// One kind, in a language.
pub fn one(visit: &Visit, kind: &str, letter: &Letter, language: Language) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = named(&pen, kind);
    let languages = Language::ALL.map(|other| {
        let link = Link::new(other.own_name().to_owned(), urls.admin_specimen(kind, Some(other)));
        (link.current_if(other == language), None)
    });
    let html_address = urls.admin_specimen_html(kind, language);
    let content = html! {
        (page_head(&title, Some(&pen.say("specimen-about")), html! {}))
        (places(visit, &pen, Place::Specimens))
        (filter_links(&pen, &pen.say("layout-language"), &languages))
        div.actions {
            (link_button(&pen, &pen.say("specimen-look"), &html_address, Some(Icon::ArrowRight), Weight::Secondary))
            (send(visit, &pen, kind))
        }
        (section_head(&pen, &pen.say("specimen-text"), None))
        p lang=(language.code()) { strong { (letter.subject) } }
        pre.letter-text lang=(language.code()) tabindex="0" { (letter.text) }
        (heading(&pen, letter))
    };
    part(visit, &pen, Part::Letters, &title, &content)
}

fn send(visit: &Visit, pen: &Pen<'_>, kind: &str) -> Markup {
    let (action, label) = (visit.site.urls.admin_specimen_send(kind), pen.say("specimen-send"));
    let button = PostButton {
        weight: Weight::Secondary,
        ..PostButton::new(&action, &label)
    };
    post_button(pen, &button)
}

/// What it says to mail programs, where it says more than others.
fn heading(pen: &Pen<'_>, letter: &Letter) -> Markup {
    let heading = &letter.heading;
    let list = heading.list.as_ref().map(|list| list.name.clone());
    let facts = [
        ("specimen-list", list),
        ("specimen-stop", heading.stop.clone()),
        (
            "specimen-reply-to",
            heading.reply_to.as_ref().map(|to| to.as_str().to_owned()),
        ),
    ];
    let told: Vec<(&str, String)> = facts
        .into_iter()
        .filter_map(|(key, value)| Some((key, value?)))
        .collect();
    html! {
        @if !told.is_empty() {
            dl.facts {
                @for (key, value) in &told { div { dt { (pen.say(key)) } dd { (value) } } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::phrases::Languages;

    #[test]
    fn every_kind_of_letter_has_a_name_in_every_language() {
        let languages = Languages::load().unwrap();
        for language in Language::ALL {
            let phrases = languages.speak(language);
            for specimen in all() {
                let key = format!("specimen-{}", specimen.kind);
                assert!(phrases.has(&key), "{key} in {}", language.code());
            }
        }
    }
}
