//! One obvious next step for whoever reads a question.

use maud::{Markup, html};

use super::articles;
use super::page::Scene;
use crate::domain::thread::Standing;
use crate::web::views::components::{
    Field, Icon, PostButton, Weight, disclosure, link_button, next_step, post_button, post_form, problem_with,
    submit_button, text_area,
};

/// One obvious next step for this reader.
pub(super) fn step(scene: &Scene<'_>) -> Markup {
    let (pen, thread, urls) = (&scene.pen, scene.thread, &scene.visit.site.urls);
    if !scene.is_question() || thread.post.deleted_at.is_some() {
        return html! {};
    }
    if scene.is_asker() && scene.offers_reopening() && articles::waits_for_word(scene) {
        let heading = pen.say("step-article");
        let explanation = pen.say("step-article-explained");
        return next_step(
            &heading,
            Some(&explanation),
            &[articles::solved(scene), reopen_form(scene)],
        );
    }
    if scene.is_asker() && scene.offers_reopening() {
        return next_step(
            &pen.say("step-solved"),
            Some(&pen.say("step-solved-explained")),
            &[reopen_form(scene)],
        );
    }
    if scene.is_asker() && thread.standing == Standing::Answered {
        let see = link_button(
            pen,
            &pen.say("step-see-answers"),
            "#replies",
            Some(Icon::ArrowDown),
            Weight::Secondary,
        );
        return next_step(&pen.say("step-which"), Some(&pen.say("step-which-explained")), &[see]);
    }
    if scene.is_asker() && thread.standing == Standing::Unanswered {
        return next_step(&pen.say("step-wait"), Some(&pen.say("step-wait-explained")), &[]);
    }
    if thread.standing.is_open() && !scene.is_asker() && !thread.is_locked {
        let action = urls.thread_part(thread.id, if thread.has_me_too { "not-me-too" } else { "me-too" });
        let label = pen.say("thread-me-too");
        let me_too = PostButton {
            icon: Some(Icon::People),
            weight: Weight::Secondary,
            pressed: Some(thread.has_me_too),
            ..PostButton::new(&action, &label)
        };
        let answer = link_button(
            pen,
            &pen.say("step-answer"),
            "#answer",
            Some(Icon::Answer),
            Weight::Primary,
        );
        return next_step(&pen.say("step-help"), None, &[answer, post_button(pen, &me_too)]);
    }
    html! {}
}

fn reopen_form(scene: &Scene<'_>) -> Markup {
    let pen = &scene.pen;
    let label = pen.say("reopen-reason");
    let (typed, problems) = scene.drafts.reopening.unwrap_or(("", &[]));
    let field = Field {
        value: typed,
        problem: problem_with(problems, "reopen_reason"),
        ..Field::new("reopen_reason", &label)
    };
    let form = post_form(
        &scene.visit.site.urls.thread_part(scene.thread.id, "reopen"),
        &[],
        html! { (text_area(pen, &field, 3)) (submit_button(&pen.say("reopen-button"), Weight::Secondary)) },
    );
    if scene.drafts.reopening.is_some() {
        form
    } else {
        disclosure(pen, &pen.say("reopen-open"), Some(Icon::Reopen), form)
    }
}

/// What a reader does whom the accepted answer did not help.
pub(super) fn still_stuck(scene: &Scene<'_>) -> Markup {
    let (pen, urls) = (&scene.pen, &scene.visit.site.urls);
    // An asker says so instead, unless the question takes nothing more.
    if (scene.is_asker() && scene.thread.closure.is_none()) || scene.thread.post.deleted_at.is_some() {
        return html! {};
    }
    let ask = urls.new_thread_in(&scene.thread.category.slug);
    let ask = link_button(pen, &pen.say("step-ask"), &ask, Some(Icon::Question), Weight::Secondary);
    next_step(&pen.say("step-stuck"), Some(&pen.say("step-stuck-explained")), &[ask])
}
