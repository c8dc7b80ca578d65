//! The front page of the administration.

use maud::{Markup, html};

use super::{Part, part};
use crate::domain::setting::Settings;
use crate::store::hints::Steps;
use crate::store::overview::Overview;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Icon, NoticeKind, Pen, PostButton, icon, named_icon, notice, post_button, section_head,
};
use crate::web::views::layout::page_head;

/// What needs a hand, the first steps until they are taken or sent away, and the parts with what each is for.
pub fn page(visit: &Visit, overview: &Overview, steps: Steps) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("admin-title");
    let content = html! {
        (page_head(&title, None, html! {}))
        @if overview.dead_jobs > 0 { (dead_jobs(visit, &pen, overview)) }
        @if !steps.is_dismissed && !steps.are_taken() { (first_steps(visit, &pen, steps)) }
        (parts(visit, &pen, overview))
    };
    part(visit, &pen, Part::Overview, &pen.say("admin-overview"), &content)
}

fn dead_jobs(visit: &Visit, pen: &Pen<'_>, overview: &Overview) -> Markup {
    let content = html! {
        p {
            (pen.count("admin-dead-jobs", overview.dead_jobs)) " "
            a href=(visit.site.urls.admin_dead_jobs()) { (pen.say("admin-dead-jobs-see")) }
        }
    };
    notice(pen, NoticeKind::Warning, content)
}

fn first_steps(visit: &Visit, pen: &Pen<'_>, taken: Steps) -> Markup {
    let urls = &visit.site.urls;
    let is_named = visit.site.settings().site_name != Settings::default().site_name;
    let steps = [
        (is_named, "first-step-name", urls.admin_appearance()),
        (taken.has_category, "first-step-category", urls.admin_new_category()),
        (visit.site.letters_go_out, "first-step-letters", urls.admin_jobs()),
        (taken.has_help, "first-step-help", urls.admin_people()),
        (taken.has_threads, "first-step-thread", urls.new_thread()),
    ];
    let (action, label) = (urls.dismiss_hints(), pen.say("hints-dismiss"));
    html! {
        (section_head(pen, &pen.say("first-steps-title"), None))
        ol.steps {
            @for (is_done, key, href) in steps {
                li.done[is_done] {
                    @if is_done { (named_icon(pen, Icon::Check, &pen.say("first-step-done"))) } @else { (icon(pen, Icon::ArrowRight)) }
                    div {
                        a href=(href) { (pen.say(key)) }
                        p.hint { (pen.say(&format!("{key}-why"))) }
                    }
                }
            }
        }
        @if !taken.has_threads { p.hint { (pen.say("first-step-import")) " " code.whole { (IMPORT) } } }
        (post_button(pen, &PostButton::new(&action, &label)))
        (section_head(pen, &pen.say("admin-parts"), None))
    }
}

/// The command that brings another forum in.
const IMPORT: &str = "tanya import --help";

fn parts(visit: &Visit, pen: &Pen<'_>, overview: &Overview) -> Markup {
    let urls = &visit.site.urls;
    let waiting = pen.count("admin-jobs-waiting", overview.waiting_jobs);
    let categories = pen.count("admin-categories-count", overview.category_count);
    let cards = [
        ("admin-settings", urls.admin_settings(), None),
        ("admin-appearance", urls.admin_appearance(), None),
        ("admin-documents", urls.admin_documents(), None),
        ("admin-categories", urls.admin_categories(), Some(categories)),
        ("admin-tags", urls.admin_tags(), None),
        ("admin-people", urls.admin_people(), None),
        ("admin-groups", urls.admin_groups(), None),
        ("admin-letters", urls.admin_letters(), None),
        ("admin-jobs", urls.admin_jobs(), Some(waiting)),
        ("moderation-title", urls.moderation_log(), None),
    ];
    let card = |(key, href, figure): (&str, String, Option<String>)| card(pen, key, &href, figure.as_deref());
    html! { ul.cards.admin-cards { @for each in cards { (card(each)) } } }
}

fn card(pen: &Pen<'_>, key: &str, href: &str, figure: Option<&str>) -> Markup {
    html! {
        li.card {
            h2 { a.cover href=(href) { (pen.say(key)) } }
            p { (pen.say(&format!("{key}-about"))) }
            @if let Some(figure) = figure { p.card-figures { span { (figure) } } }
        }
    }
}
