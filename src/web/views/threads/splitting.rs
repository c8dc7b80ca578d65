//! Splitting replies off: the page on which they are chosen, and what both threads say of it.

use maud::{Markup, html};

use super::name_of;
use super::page::Scene;
use super::post::PostOf;
use crate::domain::body::LONGEST_REASON;
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::permission::Verb;
use crate::domain::selection::SelectionAct;
use crate::domain::title::LONGEST_TITLE;
use crate::store::splits::{Named, SplitChoice};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Choice, Field, Icon, Link, NoticeKind, Pen, Problem, Weight, breadcrumb, check_group, error_summary, link_button,
    notice, post_form, problem_with, select_field, submit_button, text_field,
};
use crate::web::views::layout::{narrow, page_head};
use crate::web::views::selections::{may_select, selection_form};

/// The page, with what was typed.
pub struct SplitPage<'a> {
    /// The thread.
    pub thread: ThreadId,
    /// What may be chosen.
    pub choice: &'a SplitChoice,
    /// The reply with which the choice begins.
    pub from: Option<ReplyId>,
    /// The replies that are ticked.
    pub ticked: &'a [ReplyId],
    /// The title that was typed.
    pub title: &'a str,
    /// The slug of the category that is chosen.
    pub category: &'a str,
    /// The reason that was typed.
    pub reason: &'a str,
    /// What is wrong.
    pub problems: &'a [Problem],
}

/// The page on which replies are split off.
pub fn split(visit: &Visit, page: &SplitPage<'_>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let (pen, urls) = (pen(visit, &sprite), &visit.site.urls);
    let title = pen.say("split-title");
    let back = Link::new(page.choice.title.clone(), urls.thread(page.thread, &page.choice.title));
    let content = narrow(html! {
        (breadcrumb(&pen, &[Link::new(pen.say("way-home"), urls.home()), back]))
        (error_summary(&pen, page.problems))
        (page_head(&title, Some(&pen.say("split-explained")), html! {}))
        @if page.choice.candidates.is_empty() {
            p { (pen.say("split-nothing")) }
        } @else {
            (form(visit, &pen, page))
        }
    });
    Page::new(title, content)
}

fn form(visit: &Visit, pen: &Pen<'_>, page: &SplitPage<'_>) -> Markup {
    let (title, category, reason) = (
        pen.say("split-name"),
        pen.say("split-category"),
        pen.say("split-reason"),
    );
    let categories = page.choice.categories.iter();
    let categories: Vec<_> = categories.map(|(slug, name)| Choice::plain(slug, name)).collect();
    let title = Field {
        value: page.title,
        longest: u32::try_from(LONGEST_TITLE).ok(),
        problem: problem_with(page.problems, "split_title"),
        ..Field::new("split_title", &title)
    };
    let category = Field {
        value: page.category,
        problem: problem_with(page.problems, "split_category"),
        ..Field::new("split_category", &category)
    };
    let reason = Field {
        value: page.reason,
        optional: true,
        longest: u32::try_from(LONGEST_REASON).ok(),
        problem: problem_with(page.problems, "split_reason"),
        ..Field::new("split_reason", &reason)
    };
    let from = page.from.map(|from| from.to_string());
    let hidden: Vec<(&str, &str)> = from.iter().map(|from| ("from", from.as_str())).collect();
    let fields = html! {
        (replies(visit, pen, page))
        (text_field(pen, &title))
        (select_field(pen, &category, &categories))
        (text_field(pen, &reason))
        p { (pen.say("split-will")) }
        (submit_button(&pen.say("split-button"), Weight::Primary))
    };
    post_form(&visit.site.urls.split(page.thread), &hidden, fields)
}

/// A box for each reply, with who wrote it and how it begins.
fn replies(visit: &Visit, pen: &Pen<'_>, page: &SplitPage<'_>) -> Markup {
    let (label, hint) = (pen.say("split-replies"), pen.say("split-replies-hint"));
    let group = Field {
        hint: Some(&hint),
        problem: problem_with(page.problems, "split_reply"),
        ..Field::new("split_reply", &label)
    };
    let candidates = page.choice.candidates.iter();
    let named: Vec<(ReplyId, String, String, String)> = candidates
        .enumerate()
        .map(|(place, one)| {
            let id = match place {
                0 => "split_reply".to_owned(),
                _ => format!("split-reply-{}", one.reply),
            };
            let label = format!("{}: {}", name_of(visit, &one.author), one.excerpt);
            (one.reply, one.reply.to_string(), id, label)
        })
        .collect();
    let boxes: Vec<(Field<'_>, bool)> = named
        .iter()
        .map(|(reply, value, id, label)| {
            let field = Field {
                id,
                value,
                ..Field::new("split_reply", label)
            };
            (field, page.ticked.contains(reply))
        })
        .collect();
    check_group(pen, &group, &boxes)
}

/// Where replies of this thread went on, and off which thread it was split.
pub(super) fn split_notices(scene: &Scene<'_>) -> Markup {
    let (pen, splits) = (&scene.pen, &scene.thread.splits);
    html! {
        @if let Some(origin) = &splits.origin {
            (notice(pen, NoticeKind::Information, html! {
                p { (pen.say("split-from")) " " (named(scene, origin)) }
                @if scene.may(Verb::Merge, None) { p { (back(scene, origin)) } }
            }))
        }
        @if !splits.parts.is_empty() {
            (notice(pen, NoticeKind::Information, html! {
                p { (pen.say("split-went")) }
                ul { @for part in &splits.parts { li { (named(scene, part)) } } }
            }))
        }
    }
}

fn named(scene: &Scene<'_>, (id, title): &Named) -> Markup {
    html! { a href=(scene.visit.site.urls.thread(*id, title)) dir="auto" { (title) } }
}

/// The way back: merging it into where it came from.
fn back(scene: &Scene<'_>, (origin, _): &Named) -> Markup {
    let (label, href) = (
        scene.pen.say("split-back"),
        scene.visit.site.urls.merge_into(scene.thread.id, *origin),
    );
    link_button(&scene.pen, &label, &href, Some(Icon::Undo), Weight::Secondary)
}

/// Leads to where this reply, and what came after it, is split off.
pub(super) fn split_link(scene: &Scene<'_>, of: PostOf) -> Option<Markup> {
    let PostOf::Reply(reply) = of else { return None };
    if !scene.may(Verb::Merge, scene.thread.post.author.id) || scene.thread.post.deleted_at.is_some() {
        return None;
    }
    let (label, href) = (
        scene.pen.say("act-split"),
        scene.visit.site.urls.split_from(scene.thread.id, reply),
    );
    Some(link_button(&scene.pen, &label, &href, Some(Icon::Move), Weight::Quiet))
}

/// The box that ticks a reply for an act on several.
pub(super) fn pick_of(scene: &Scene<'_>, of: PostOf) -> Option<Markup> {
    let reply = of.reply().filter(|_| may_select(scene.visit))?;
    Some(html! {
        label.pick {
            input type="checkbox" form="selection" name="reply" value=(reply);
            span { (scene.pen.say("selection-pick-reply")) }
        }
    })
}

/// The form of these boxes, under the replies.
pub(super) fn picked(scene: &Scene<'_>) -> Markup {
    let thread = scene.thread;
    if thread.replies.items.is_empty() && thread.accepted.is_none() {
        return html! {};
    }
    let back = scene.visit.site.urls.thread(thread.id, &thread.title);
    selection_form(scene.visit, &scene.pen, &[SelectionAct::Delete], &back)
}
