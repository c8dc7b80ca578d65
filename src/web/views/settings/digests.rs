//! One's own digests.

use maud::html;

use super::{Part, part};
use crate::store::subscribers::Subscriber;
use crate::text::time;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{Problem, Weight, post_form, section_head, submit_button};
use crate::web::views::digests::{Choosing, choosing, stop_all};

/// What digests are about and when they come; a button that stops them while they do.
pub fn digests(visit: &Visit, form: &Choosing<'_>, subscriber: Option<&Subscriber>, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let due = subscriber.and_then(|one| one.course.map(|course| (one, course.due_at)));
    let next = due.map(|(one, due_at)| {
        let shown = due_at.with_timezone(&one.choices.rhythm.zone).naive_local().and_utc();
        let values = [
            ("day", time::exact_day(pen.phrases, shown).into()),
            ("hour", i64::from(one.choices.rhythm.hour).into()),
        ];
        pen.tell("digest-next", &values)
    });
    let button = if due.is_some() { "digest-save" } else { "digest-want" };
    let content = html! {
        (section_head(&pen, &pen.say("digests-title"), None))
        p { (pen.say("digests-about")) }
        p.hint { (next.clone().unwrap_or_else(|| pen.say("digest-off"))) }
        (post_form(&visit.site.urls.own_digests(), &[], html! {
            (choosing(visit, &pen, form, problems))
            (submit_button(&pen.say(button), Weight::Primary))
        }))
        @if next.is_some() { (stop_all(&pen, &visit.site.urls.stop_own_digests(), &[])) }
    };
    part(visit, &pen, Part::Digests, problems, &content)
}
