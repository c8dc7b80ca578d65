//! The two pages behind the links of a reminder, each with one button.

use maud::{Markup, html};

use super::components::{
    Choice, Field, Pen, Problem, Weight, error_summary, post_form, problem_with, radio_group, submit_button, text_area,
};
use super::layout::{narrow, page_head};
use super::signed::said;
use super::threads::name_of;
use crate::domain::asking_back::Response;
use crate::store::reminders::{Asked, OfferedAnswer, Stands, Whereabouts};
use crate::text::excerpt::excerpt_of_html;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// How much of an answer helps to know it again, in characters.
const EXCERPT: usize = 200;

/// Asks which answer solved the question; `chosen` is what was chosen before.
pub fn solved(visit: &Visit, question: &Whereabouts, chosen: &str, problems: &[Problem]) -> Page {
    let asked = match question {
        Whereabouts::Here(asked) => asked,
        away => return elsewhere(visit, away, ""),
    };
    match asked.stands {
        Stands::Open if asked.answers.is_empty() => as_it_is(visit, asked, "reminder-no-answers", ""),
        Stands::Open => choose(visit, asked, chosen, problems),
        Stands::Resolved => as_it_is(visit, asked, "reminder-is-resolved", ""),
        Stands::Frozen => as_it_is(visit, asked, "reminder-is-closed", ""),
    }
}

fn choose(visit: &Visit, asked: &Asked, chosen: &str, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("reminder-solved-title");
    let content = narrow(html! {
        (page_head(&title, Some(&asked.title), html! {}))
        (error_summary(&pen, problems))
        (post_form(&visit.path, &[], html! {
            (answers(visit, &pen, asked, chosen, problems))
            (submit_button(&pen.say("reminder-solved-button"), Weight::Primary))
        }))
        (way_to_question(visit, &pen, asked, "reminder-read-question"))
    });
    Page::new(title, content)
}

/// The answers to choose from; the only one is chosen already.
fn answers(visit: &Visit, pen: &Pen<'_>, asked: &Asked, chosen: &str, problems: &[Problem]) -> Markup {
    let lines: Vec<[String; 3]> = asked.answers.iter().map(|answer| line(visit, answer)).collect();
    let choices: Vec<Choice<'_>> = lines
        .iter()
        .map(|[value, label, hint]| Choice {
            value,
            label,
            hint: Some(hint),
        })
        .collect();
    let only = match lines.as_slice() {
        [[value, ..]] => value,
        _ => chosen,
    };
    let label = pen.say("reminder-which");
    let field = Field {
        value: only,
        problem: problem_with(problems, "answer"),
        ..Field::new("answer", &label)
    };
    radio_group(pen, &field, &choices)
}

/// The number of an answer, who wrote it, and how it begins.
fn line(visit: &Visit, answer: &OfferedAnswer) -> [String; 3] {
    [
        answer.id.to_string(),
        name_of(visit, &answer.author),
        excerpt_of_html(&answer.body, EXCERPT),
    ]
}

/// Asks what still does not work; the text may stay empty.
pub fn not_working(visit: &Visit, question: &Whereabouts, typed: &str, problems: &[Problem]) -> Page {
    let asked = match question {
        Whereabouts::Here(asked) => asked,
        away => return elsewhere(visit, away, typed),
    };
    let has_said = asked.response == Some(Response::NotWorking);
    match asked.stands {
        Stands::Frozen => as_it_is(visit, asked, "reminder-is-closed", typed),
        Stands::Open if has_said => as_it_is(visit, asked, "reminder-has-said", typed),
        Stands::Open => deny(visit, asked, "reminder-not-working-about", typed, problems),
        Stands::Resolved => deny(visit, asked, "reminder-not-working-reopens", typed, problems),
    }
}

fn deny(visit: &Visit, asked: &Asked, about: &str, typed: &str, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("reminder-not-working-title");
    let (label, hint) = (pen.say("reopen-reason"), pen.say("reminder-text-hint"));
    let field = Field {
        value: typed,
        hint: Some(&hint),
        problem: problem_with(problems, "body"),
        optional: true,
        ..Field::new("body", &label)
    };
    let content = narrow(html! {
        (page_head(&title, Some(&asked.title), html! {}))
        (error_summary(&pen, problems))
        p { (pen.say(about)) }
        (post_form(&visit.path, &[], html! {
            (text_area(&pen, &field, 6))
            (submit_button(&pen.say("reminder-not-working-button"), Weight::Primary))
        }))
        (way_to_question(visit, &pen, asked, "reminder-read-question"))
    });
    Page::new(title, content)
}

fn way_to_question(visit: &Visit, pen: &Pen<'_>, asked: &Asked, key: &str) -> Markup {
    html! { p { a href=(visit.site.urls.thread(asked.thread, &asked.title)) { (pen.say(key)) } } }
}

/// Says how the question stands, when nothing is asked of it any more.
fn as_it_is(visit: &Visit, asked: &Asked, key: &str, typed: &str) -> Page {
    let way = ("way-question", visit.site.urls.thread(asked.thread, &asked.title));
    said(visit, &asked.title, &visit.say(key), &[way], typed)
}

fn elsewhere(visit: &Visit, question: &Whereabouts, typed: &str) -> Page {
    let urls = &visit.site.urls;
    let title = visit.say("reminder-away-title");
    match question {
        Whereabouts::Merged(thread, name) => {
            let values = [("title", name.clone().into())];
            let sentence = visit.phrases.tell("reminder-is-merged", &values);
            let ways = [("way-question", urls.thread(*thread, name))];
            said(visit, &title, &sentence, &ways, typed)
        }
        Whereabouts::Here(_) | Whereabouts::Gone => {
            let ways = [("way-home", urls.home())];
            said(visit, &title, &visit.say("reminder-is-gone"), &ways, typed)
        }
    }
}
