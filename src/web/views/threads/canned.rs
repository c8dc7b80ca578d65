//! The list from which those who help put a canned reply into their answer.

use maud::{Markup, html};

use super::page::Scene;
use crate::web::views::components::{Choice, Field, Icon, icon, select_field};

/// The list and its button, for those who have any. The button gives the page back with the text; the script puts it in at once.
pub(super) fn picker(scene: &Scene<'_>) -> Markup {
    let (pen, canned) = (&scene.pen, &scene.thread.canned);
    if canned.is_empty() {
        return html! {};
    }
    let action = scene.visit.site.urls.thread_part(scene.thread.id, "replies/insert");
    let (label, none) = (pen.say("canned-pick"), pen.say("canned-none"));
    let ids: Vec<String> = canned.iter().map(|(id, _)| id.to_string()).collect();
    let mut choices = vec![Choice::plain("", &none)];
    let named = ids.iter().zip(canned);
    choices.extend(named.map(|(id, (_, title))| Choice::plain(id, title)));
    html! {
        div.canned {
            (select_field(pen, &Field::new("canned", &label), &choices))
            button.button type="submit" formaction=(action) formnovalidate data-canned {
                (icon(pen, Icon::Plus)) (pen.say("canned-insert"))
            }
        }
    }
}
