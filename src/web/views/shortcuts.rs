//! The sheet of keyboard shortcuts: a page of its own, from which the script takes its dialog.

use maud::{Markup, html};

use super::desk::KEYS as KEYS_OF_DESK;
use super::layout::{narrow, page_head};
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The keys, each with what it does; keys that are pressed one after the other stand side by side.
const KEYS: &[(&[&str], &str)] = &[
    (&["?"], "shortcut-sheet"),
    (&["g", "h"], "shortcut-home"),
    (&["g", "t"], "shortcut-threads"),
    (&["g", "u"], "shortcut-unanswered"),
    (&["c"], "shortcut-ask"),
    (&["j"], "shortcut-next"),
    (&["k"], "shortcut-previous"),
    (&["r"], "shortcut-reply"),
];

/// The page of the sheet.
pub fn page(visit: &Visit) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("shortcuts-title");
    let content = narrow(html! {
        (page_head(&title, Some(&pen.say("shortcuts-about")), html! {}))
        noscript { p.hint { (pen.say("shortcuts-need-script")) } }
        div #shortcuts {
            dl.keys {
                @for (keys, meaning) in KEYS {
                    div { dt { (pressed(keys, &pen.say("shortcut-then"))) } dd { (pen.say(meaning)) } }
                }
            }
            h2 { (pen.say("shortcuts-desk")) }
            dl.keys {
                @for (keys, meaning) in KEYS_OF_DESK {
                    div { dt { (pressed(keys, &pen.say("shortcut-then"))) } dd { (pen.say(meaning)) } }
                }
            }
            // The script shows it: without one there are no keys to switch off.
            p hidden {
                label.switch { input type="checkbox" checked data-shortcuts-switch; " " (pen.say("shortcuts-switch")) }
            }
        }
    });
    Page::new(title, content).description(pen.say("shortcuts-about"))
}

fn pressed(keys: &[&str], then: &str) -> Markup {
    html! {
        @for (place, key) in keys.iter().enumerate() {
            @if place > 0 { " " span.hint { (then) } " " }
            kbd { (key) }
        }
    }
}
