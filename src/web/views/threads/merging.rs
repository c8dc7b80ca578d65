//! Merging a thread into another one: the page that asks and says what will happen, and what stands above a merged text.

use maud::{Markup, html};

use super::mark;
use super::page::Scene;
use crate::domain::category::{Audience, TemplateAnswer};
use crate::domain::id::ReplyId;
use crate::domain::permission::Verb;
use crate::domain::thread::{Standing, ThreadKind};
use crate::store::finding::SimilarThread;
use crate::store::merges::{OpeningView, Plan, Planned};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::threads::objection_key;
use crate::web::views::components::{
    Field, Icon, Link, NoticeKind, Pen, PostButton, Problem, Weight, breadcrumb, disclosure, error_summary,
    link_button, notice, post_button, post_form, problem_with, submit_button, text_field, thread_mark,
};
use crate::web::views::layout::{narrow, page_head};

/// The page, as far as a moderator has come.
pub struct MergePage<'a> {
    /// The thread that is to be merged.
    pub thread: &'a Planned,
    /// Into which one.
    pub choice: MergeChoice<'a>,
    /// The reason that was typed.
    pub reason: &'a str,
    /// What is wrong.
    pub problems: &'a [Problem],
}

/// Into which thread another one is to be merged.
pub enum MergeChoice<'a> {
    /// It is not chosen yet.
    Open {
        /// What was typed to find it.
        typed: &'a str,
        /// What that finds.
        found: &'a [SimilarThread],
    },
    /// Into this one; what that will do.
    Into(&'a Plan),
}

/// The page on which a thread is merged.
pub fn merge(visit: &Visit, page: &MergePage<'_>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let (pen, urls) = (pen(visit, &sprite), &visit.site.urls);
    let title = pen.say("merge-title");
    let back = Link::new(
        page.thread.title.clone(),
        urls.thread(page.thread.id, &page.thread.title),
    );
    let content = narrow(html! {
        (breadcrumb(&pen, &[Link::new(pen.say("way-home"), urls.home()), back]))
        (error_summary(&pen, page.problems))
        (page_head(&title, Some(&pen.say("merge-explained")), html! {}))
        @match page.choice {
            MergeChoice::Open { typed, found } => (choosing(visit, &pen, page, typed, found)),
            MergeChoice::Into(plan) => (confirming(visit, &pen, page, plan)),
        }
    });
    Page::new(title, content)
}

fn choosing(visit: &Visit, pen: &Pen<'_>, page: &MergePage<'_>, typed: &str, found: &[SimilarThread]) -> Markup {
    let urls = &visit.site.urls;
    let (label, hint) = (pen.say("merge-find"), pen.say("merge-find-hint"));
    let field = Field {
        value: typed,
        hint: Some(&hint),
        problem: problem_with(page.problems, "q"),
        ..Field::new("q", &label)
    };
    html! {
        form.form method="get" action=(urls.merge(page.thread.id)) {
            (text_field(pen, &field))
            (submit_button(&pen.say("merge-find-button"), Weight::Primary))
        }
        @if !found.is_empty() {
            section.facts.merge-found aria-labelledby="merge-found" {
                h2 #merge-found { (pen.say("merge-found")) }
                ul {
                    @for thread in found {
                        li {
                            a href=(urls.merge_into(page.thread.id, thread.id)) dir="auto" { (thread.title) } " "
                            (thread_mark(pen, mark(thread.kind, thread.standing)))
                        }
                    }
                }
            }
        }
    }
}

fn confirming(visit: &Visit, pen: &Pen<'_>, page: &MergePage<'_>, plan: &Plan) -> Markup {
    let urls = &visit.site.urls;
    let other = link_button(
        pen,
        &pen.say("merge-other"),
        &urls.merge(plan.merged.id),
        None,
        Weight::Quiet,
    );
    let label = pen.say("merge-reason");
    let reason = Field {
        value: page.reason,
        optional: true,
        longest: Some(500),
        problem: problem_with(page.problems, "merge_reason"),
        ..Field::new("merge_reason", &label)
    };
    let into = plan.target.id.to_string();
    html! {
        dl.merge-sides #into {
            div { dt { (pen.say("merge-this")) } dd { (side(visit, pen, &plan.merged)) } }
            div { dt { (pen.say("merge-that")) } dd { (side(visit, pen, &plan.target)) } }
        }
        @if let Some(why) = plan.objection {
            (notice(pen, NoticeKind::Failure, html! { p { (pen.say(objection_key(why))) } }))
            p { (other) }
        } @else {
            (consequences(pen, plan))
            (post_form(&urls.merge(plan.merged.id), &[("into", &into)], html! {
                (text_field(pen, &reason))
                div.next-buttons { (submit_button(&pen.say("merge-button"), Weight::Danger)) (other) }
            }))
        }
    }
}

fn side(visit: &Visit, pen: &Pen<'_>, thread: &Planned) -> Markup {
    let href = visit.site.urls.thread(thread.id, &thread.title);
    html! {
        a href=(href) dir="auto" { (thread.title) } " "
        (thread_mark(pen, mark(thread.kind, thread.standing))) " "
        span { (pen.count("thread-row-answers", thread.reply_count)) }
    }
}

/// What will happen, a sentence for each.
fn consequences(pen: &Pen<'_>, plan: &Plan) -> Markup {
    let (merged, target) = (&plan.merged, &plan.target);
    let settles = match (merged.standing, target.standing) {
        (Standing::Resolved, Standing::Resolved) => Some("merge-will-keep-answer"),
        (Standing::Resolved, _) => Some("merge-will-bring-answer"),
        _ => None,
    };
    html! {
        h2 { (pen.say("merge-will")) }
        ul.merge-will {
            li { (pen.count("merge-will-move", merged.reply_count)) }
            li { (pen.say("merge-will-lead")) }
            @if merged.kind == ThreadKind::Question { li { (pen.say("merge-will-join")) } }
            @if let Some(key) = settles { li { (pen.say(key)) } }
            li { (pen.say("merge-will-undo")) }
        }
        @if target.audience != merged.audience && target.audience.is_within(merged.audience) {
            (notice(pen, NoticeKind::Warning, html! { p { (pen.say(narrower(target.audience))) } }))
        }
    }
}

fn narrower(audience: Audience) -> &'static str {
    match audience {
        Audience::Staff => "merge-will-hide-staff",
        Audience::Private(_) => "merge-will-hide-private",
        Audience::Public | Audience::SignedIn => "merge-will-hide",
    }
}

/// The merged thread whose text a reply of this page is.
pub(super) fn opening_of<'a>(scene: &Scene<'a>, reply: Option<ReplyId>) -> Option<&'a OpeningView> {
    let reply = reply?;
    scene.thread.openings.iter().find(|opening| opening.reply == reply)
}

/// What stands above the text of a merged thread: its title, what its asker was asked, and the way back for moderators.
pub(super) fn opening_note(scene: &Scene<'_>, opening: &OpeningView) -> Markup {
    let pen = &scene.pen;
    let key = if scene.is_question() {
        "opening-question"
    } else {
        "opening-thread"
    };
    let may_undo = opening.is_direct && scene.may(Verb::Merge, None);
    html! {
        div.opening-note {
            p { (pen.say(key)) " " strong dir="auto" { (opening.title) } }
            (given(&opening.template_answers))
            @if may_undo { (undo(scene, opening)) }
        }
    }
}

/// What an asker wrote into the template.
pub(super) fn given(answers: &[TemplateAnswer]) -> Markup {
    html! {
        @if !answers.is_empty() {
            dl.template-answers {
                @for answer in answers { div { dt dir="auto" { (answer.label) } dd dir="auto" { (answer.answer) } } }
            }
        }
    }
}

fn undo(scene: &Scene<'_>, opening: &OpeningView) -> Markup {
    let pen = &scene.pen;
    let (action, label) = (scene.visit.site.urls.unmerge(opening.thread), pen.say("unmerge-button"));
    let button = PostButton {
        icon: Some(Icon::Undo),
        about: Some(&opening.title),
        weight: Weight::Secondary,
        ..PostButton::new(&action, &label)
    };
    let content = html! { p { (pen.say("unmerge-explained")) } (post_button(pen, &button)) };
    disclosure(pen, &pen.say("unmerge-open"), Some(Icon::Undo), content)
}
