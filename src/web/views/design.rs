//! The tokens of the style sheet, and every component in all its states.

mod parts;
mod pictures;

use maud::{Markup, html};

use super::components::{Link, Pen, filter_links, section_head};
use super::layout::page_head;
use super::samples;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The colours, in the order of the style sheet.
const COLOURS: &[&str] = &[
    "paper",
    "card",
    "sunk",
    "ink",
    "soft",
    "line",
    "edge",
    "accent",
    "accent-strong",
    "accent-wash",
    "on-accent",
    "visited",
    "band",
    "band-ink",
    "band-tint",
    "resolved",
    "resolved-wash",
    "waiting",
    "waiting-wash",
    "closed-wash",
    "danger",
    "danger-wash",
    "focus",
];
/// The sizes of type with the class or element that has each.
const SIZES: &[&str] = &["tiny", "small", "body", "large", "title", "title-wide"];
/// The steps of the grid, in pixels.
const STEPS: &[i32] = &[4, 8, 12, 16, 24, 32, 48, 64];

/// The whole page; `look` is `light`, `dark` or empty.
pub fn page(visit: &Visit, look: &str) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("design-title");
    let urls = &visit.site.urls;
    let looks = [
        (
            Link::new(pen.say("look-own"), urls.design()).current_if(look.is_empty()),
            None,
        ),
        (
            Link::new(pen.say("look-light"), urls.design_in("light")).current_if(look == "light"),
            None,
        ),
        (
            Link::new(pen.say("look-dark"), urls.design_in("dark")).current_if(look == "dark"),
            None,
        ),
    ];
    let content = html! {
        (page_head(&title, Some(&pen.say("design-about")), html! {}))
        (filter_links(&pen, &pen.say("design-looks"), &looks))
        div class={ "look " (look) } {
            (tokens(&pen))
            @for (key, part) in parts::all(&pen) {
                section.specimen aria-label=(pen.say(key)) {
                    (section_head(&pen, &pen.say(key), None))
                    (part)
                }
            }
            (section_head(&pen, &pen.say("design-pages"), None))
            (samples::home(&pen, ""))
            (samples::thread(&pen, "whole"))
        }
    };
    Page::new(title, content)
}

fn tokens(pen: &Pen<'_>) -> Markup {
    html! {
        (section_head(pen, &pen.say("design-colours"), None))
        ul.swatches {
            @for name in COLOURS {
                li {
                    svg.swatch viewBox="0 0 16 16" aria-hidden="true" focusable="false" {
                        rect width="16" height="16" rx="3" fill={ "var(--" (name) ")" } {}
                    }
                    code { "--" (name) }
                }
            }
        }
        (section_head(pen, &pen.say("design-type"), None))
        ul { @for size in SIZES { li class={ "type-" (size) } { (pen.say("sample-title")) " " code { (size) } } } }
        (section_head(pen, &pen.say("design-grid"), None))
        ul.swatches {
            @for step in STEPS {
                li {
                    svg width=(step) height="16" aria-hidden="true" focusable="false" {
                        rect width=(step) height="16" fill="var(--accent)" {}
                    }
                    code { (step) " px" }
                }
            }
        }
    }
}
