//! Known problems: as whoever is about to ask reads them, on a category's page, and on the announcement itself.

use maud::{Markup, html};

use super::page::Scene;
use super::suggestions::ACTS;
use crate::store::known_problems::KnownProblem;
use crate::web::Visit;
use crate::web::views::components::{
    Choice, Field, Icon, ModerationAct, NoticeKind, Pen, PostButton, Weight, icon, link_button, next_step, notice,
    post_button, post_form, select_field, submit_button, time_ago,
};

/// The known problems above an ask form, or above what may answer a question: first of all that help there is.
pub(super) fn before_asking(visit: &Visit, pen: &Pen<'_>, problems: &[KnownProblem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            section.suggestions.known-problems aria-label=(pen.say("known-problems")) data-told=(told(pen, problems)) {
                h2 { (pen.say("known-problems")) }
                ol {
                    @for problem in problems {
                        li.suggestion {
                            (about(visit, pen, problem, true))
                            p.suggestion-act { (join_while_asking(visit, pen, problem)) }
                        }
                    }
                }
            }
        }
    }
}

fn told(pen: &Pen<'_>, problems: &[KnownProblem]) -> String {
    pen.count("known-problems-told", i64::try_from(problems.len()).unwrap_or(i64::MAX))
}

/// The known problems on top of a category's page.
pub(super) fn in_category(visit: &Visit, pen: &Pen<'_>, problems: &[KnownProblem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            section.known-problems aria-label=(pen.say("known-problems")) {
                @for problem in problems {
                    (notice(pen, NoticeKind::Warning, html! {
                        (about(visit, pen, problem, false))
                        p.suggestion-act { (join(visit, pen, problem)) }
                    }))
                }
            }
        }
    }
}

/// Its title, since when, and how many have it; from a form it opens beside, so that nothing that was typed is lost.
fn about(visit: &Visit, pen: &Pen<'_>, problem: &KnownProblem, is_beside: bool) -> Markup {
    let href = visit.site.urls.thread(problem.thread, &problem.title);
    html! {
        p.suggestion-title dir="auto" {
            @if is_beside {
                a href=(href) target="_blank" rel="noopener nofollow" {
                    (problem.title) span.unseen { " " (pen.say("suggestion-beside")) }
                }
            } @else {
                a href=(href) { (problem.title) }
            }
        }
        p.suggestion-about {
            span.mark.waiting { (icon(pen, Icon::Alert)) (pen.say("mark-known-problem")) }
            span { (time_ago(pen, problem.since)) }
            @if problem.me_too_count > 0 { span { (pen.count("thread-affected", problem.me_too_count)) } }
        }
    }
}

/// Waits with others instead of asking: the visit to the form ends so.
fn join_while_asking(visit: &Visit, pen: &Pen<'_>, problem: &KnownProblem) -> Markup {
    let urls = &visit.site.urls;
    let label = html! { (icon(pen, Icon::People)) (pen.say("suggestion-me-too")) span.unseen { ": " (problem.title) } };
    html! {
        @if problem.is_locked || problem.is_own {
        } @else if visit.viewer.user().is_some() {
            button.button type="submit" form=(ACTS) formaction=(urls.join_while_asking()) name="thread" value=(problem.thread) { (label) }
        } @else {
            a.button href=(sign_in(visit, problem)) target="_blank" rel="noopener nofollow" { (label) }
        }
    }
}

fn join(visit: &Visit, pen: &Pen<'_>, problem: &KnownProblem) -> Markup {
    if problem.is_locked || problem.is_own {
        return html! {};
    }
    let label = pen.say("suggestion-me-too");
    if visit.viewer.user().is_none() {
        return link_button(
            pen,
            &label,
            &sign_in(visit, problem),
            Some(Icon::People),
            Weight::Secondary,
        );
    }
    let part = if problem.has_me_too { "not-me-too" } else { "me-too" };
    let action = visit.site.urls.thread_part(problem.thread, part);
    let button = PostButton {
        icon: Some(Icon::People),
        weight: Weight::Secondary,
        about: Some(&problem.title),
        pressed: Some(problem.has_me_too),
        ..PostButton::new(&action, &label)
    };
    post_button(pen, &button)
}

fn sign_in(visit: &Visit, problem: &KnownProblem) -> String {
    let urls = &visit.site.urls;
    urls.sign_in_and_return(&urls.thread(problem.thread, &problem.title))
}

/// What an announcement says of itself: that it is a known problem, and where, or that it was.
pub(super) fn problem_notice(scene: &Scene<'_>) -> Markup {
    let (pen, Some(problem)) = (&scene.pen, &scene.thread.known_problem) else {
        return html! {};
    };
    let (kind, key, at) = match problem.ended_at {
        Some(at) => (NoticeKind::Success, "thread-problem-solved", at),
        None => (NoticeKind::Warning, "thread-problem-known", problem.since),
    };
    notice(
        pen,
        kind,
        html! {
            p {
                (pen.say(key)) " " (time_ago(pen, at)) " "
                @if let Some((slug, name)) = &problem.category { a href=(scene.visit.site.urls.category(slug)) { (name) } }
            }
        },
    )
}

/// The next step of whoever reads of a problem that they may have too.
pub(super) fn problem_step(scene: &Scene<'_>) -> Markup {
    let (pen, thread, urls) = (&scene.pen, scene.thread, &scene.visit.site.urls);
    let is_known = thread
        .known_problem
        .as_ref()
        .is_some_and(|problem| problem.ended_at.is_none());
    let is_frozen = thread.is_locked || thread.post.deleted_at.is_some();
    if !is_known || is_frozen || scene.is_asker() {
        return html! {};
    }
    let action = urls.thread_part(thread.id, if thread.has_me_too { "not-me-too" } else { "me-too" });
    let label = pen.say("thread-me-too");
    let me_too = PostButton {
        icon: Some(Icon::People),
        weight: Weight::Secondary,
        pressed: Some(thread.has_me_too),
        ..PostButton::new(&action, &label)
    };
    next_step(&pen.say("step-problem"), None, &[post_button(pen, &me_too)])
}

/// The moderator's switch on an announcement: a known problem of this category, or solved.
pub(super) fn problem_act(scene: &Scene<'_>) -> Option<ModerationAct> {
    let (pen, thread, urls) = (&scene.pen, scene.thread, &scene.visit.site.urls);
    if thread.problem_categories.is_empty() {
        return None;
    }
    let present = thread
        .known_problem
        .as_ref()
        .filter(|problem| problem.ended_at.is_none());
    let content = match present {
        Some(_) => post_form(
            &urls.thread_part(thread.id, "solve-problem"),
            &[],
            html! {
                p { (pen.say("solve-problem-explained")) }
                (submit_button(&pen.say("solve-problem-button"), Weight::Secondary))
            },
        ),
        None => telling(scene),
    };
    Some(ModerationAct {
        label: pen.say(if present.is_some() {
            "act-solve-problem"
        } else {
            "act-tell-problem"
        }),
        icon: if present.is_some() { Icon::Check } else { Icon::Alert },
        open: false,
        content,
    })
}

fn telling(scene: &Scene<'_>) -> Markup {
    let (pen, thread) = (&scene.pen, scene.thread);
    let homes = thread.problem_categories.iter();
    let choices: Vec<_> = homes.map(|(slug, name)| Choice::plain(slug, name)).collect();
    let (label, hint) = (pen.say("tell-problem-in"), pen.say("tell-problem-hint"));
    let field = Field {
        value: &thread.category.slug,
        hint: Some(&hint),
        ..Field::new("problem_category", &label)
    };
    post_form(
        &scene.visit.site.urls.thread_part(thread.id, "tell-problem"),
        &[],
        html! {
            (select_field(pen, &field, &choices))
            (submit_button(&pen.say("tell-problem-button"), Weight::Secondary))
        },
    )
}
