//! Every saved version of a post, with what changed from one to the next.

use std::time::Duration;

use maud::{Markup, html};

use super::components::{DiffLine, DiffPiece, Icon, Link, Pen, breadcrumb, diff_view, empty_state, time_ago};
use super::layout::{narrow, page_head};
use super::threads::name_of;
use crate::store::revisions::Revision;
use crate::text::diff::{self, Patience};
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// How long all versions of a page are compared; the oldest of a long history are then shown as changed as a whole.
const COMPARED_FOR: Duration = Duration::from_millis(250);

/// The page; the newest version stands first, `back` leads to the post.
pub fn page(visit: &Visit, title: &str, back: &str, revisions: &[Revision]) -> Page {
    page_with(visit, title, back, revisions, &|_| None)
}

/// The same with something that can be done to a version.
pub fn page_with(
    visit: &Visit,
    title: &str,
    back: &str,
    revisions: &[Revision],
    act: &dyn Fn(&Revision) -> Option<Markup>,
) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let heading = pen.say("history-title");
    let earlier = revisions.iter().skip(1).map(Some).chain(std::iter::once(None));
    let patience = Patience::of(COMPARED_FOR);
    let content = narrow(html! {
        (breadcrumb(&pen, &[Link::new(title, back)]))
        (page_head(&heading, None, html! {}))
        @if revisions.is_empty() {
            (empty_state(&pen, Icon::History, &pen.say("history-none"), &pen.say("history-none-explained"), html! {}))
        }
        @for (revision, before) in revisions.iter().zip(earlier) {
            (version(visit, &pen, revision, before, patience, act(revision)))
        }
    });
    Page::new(heading, content)
}

fn version(
    visit: &Visit,
    pen: &Pen<'_>,
    revision: &Revision,
    before: Option<&Revision>,
    patience: Patience,
    act: Option<Markup>,
) -> Markup {
    let name = name_of(visit, &revision.editor);
    let heading = pen.tell("history-version", &[("number", revision.number.into())]);
    html! {
        section.revision {
            h2 { (heading) }
            p.meta { bdi { (name) } " · " (time_ago(pen, revision.created_at)) }
            @if !revision.reason.is_empty() { p dir="auto" { (revision.reason) } }
            @if let Some(act) = act { (act) }
            @match before {
                Some(before) => {
                    (changed(pen, "history-title-changed", (before.title.as_deref(), revision.title.as_deref()), patience))
                    (changed(pen, "history-lead-changed", (before.short_answer.as_deref(), revision.short_answer.as_deref()), patience))
                    (changed(pen, "history-tags-changed", (before.tags.as_deref(), revision.tags.as_deref()), patience))
                    (changed(pen, "history-answers-changed", (Some(&answers(before)), Some(&answers(revision))), patience))
                    (changed(pen, "history-body-changed", (Some(&before.body), Some(&revision.body)), patience))
                }
                None => { pre dir="auto" { code { (revision.body) } } }
            }
        }
    }
}

/// The answers to the category's template, as lines to compare.
fn answers(revision: &Revision) -> String {
    let lines = revision.answers.iter();
    let lines: Vec<String> = lines.map(|one| format!("{}: {}", one.label, one.answer)).collect();
    lines.join("\n")
}

/// What differs between two versions of a text, under a heading; nothing when they are alike.
pub fn compared(pen: &Pen<'_>, label: &str, before: &str, after: &str) -> Markup {
    changed(pen, label, (Some(before), Some(after)), Patience::of(COMPARED_FOR))
}

fn changed(pen: &Pen<'_>, label: &str, versions: (Option<&str>, Option<&str>), patience: Patience) -> Markup {
    let (before, after) = (versions.0.unwrap_or_default(), versions.1.unwrap_or_default());
    html! {
        @if before != after {
            h3 { (pen.say(label)) }
            (diff_view(pen, &pen.say(label), &lines(before, after, patience)))
        }
    }
}

fn lines(before: &str, after: &str, patience: Patience) -> Vec<DiffLine> {
    let pieces = |spans: Vec<diff::DiffSpan>| {
        spans
            .into_iter()
            .map(|span| DiffPiece {
                text: span.text,
                changed: span.changed,
            })
            .collect()
    };
    let line = |line| match line {
        diff::DiffLine::Kept(text) => DiffLine::Same(text),
        diff::DiffLine::Added(spans) => DiffLine::Added(pieces(spans)),
        diff::DiffLine::Removed(spans) => DiffLine::Removed(pieces(spans)),
        diff::DiffLine::Folded(count) => DiffLine::Skipped(i64::try_from(count).unwrap_or(i64::MAX)),
    };
    diff::between(before, after, patience).into_iter().map(line).collect()
}
