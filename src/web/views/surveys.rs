//! A survey: two questions with five steps each, and room for a comment.

use maud::{Markup, html};

use super::components::{
    Choice, Field, Pen, Problem, Weight, error_summary, post_form, problem_with, radio_group, submit_button, text_area,
};
use super::layout::{narrow, page_head};
use super::signed::said;
use crate::domain::survey::{LONGEST_SURVEY_COMMENT, Score, SurveyInput};
use crate::store::surveys::SurveyPage;
use crate::text::time;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The form, with what was chosen so far; or that it was answered too long ago.
pub fn page(visit: &Visit, survey: &SurveyPage, input: &SurveyInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("survey-title");
    let until = survey.answer.as_ref().map(|(_, until)| *until);
    if until.is_some_and(|until| until <= visit.now) {
        let ways = [("way-home", visit.site.urls.home())];
        let kept = survey.answer.as_ref().and_then(|(answer, _)| answer.comment.as_deref());
        let typed = Some(input.comment.as_str()).filter(|typed| Some(*typed) != kept);
        return said(
            visit,
            &title,
            &pen.say("survey-is-over"),
            &ways,
            typed.unwrap_or_default(),
        );
    }
    let about = survey.thread.as_ref().map(|(_, title)| title.as_str());
    let content = narrow(html! {
        (page_head(&title, about, html! {}))
        (error_summary(&pen, problems))
        @if let Some(until) = until {
            p { (pen.tell("survey-may-change", &[("day", time::exact_day(pen.phrases, until).into())])) }
        }
        (post_form(&visit.path, &[], html! {
            (steps(&pen, "rating", &input.rating, problems))
            (steps(&pen, "effort", &input.effort, problems))
            (comment(&pen, input, problems))
            (submit_button(&pen.say("survey-button"), Weight::Primary))
        }))
        p.hint { (pen.say("survey-who-reads")) }
        @if let Some((thread, title)) = &survey.thread {
            p { a href=(visit.site.urls.thread(*thread, title)) { (pen.say("reminder-read-question")) } }
        }
    });
    Page::new(title, content)
}

/// Five steps with words at both ends.
fn steps(pen: &Pen<'_>, name: &str, chosen: &str, problems: &[Problem]) -> Markup {
    let question = pen.say(&format!("survey-{name}"));
    let lines: Vec<[String; 2]> = Score::ALL
        .iter()
        .map(|score| {
            let step = score.get();
            let values = [("step", step.into())];
            let label = match step {
                1 => pen.tell(&format!("survey-{name}-worst"), &values),
                5 => pen.tell(&format!("survey-{name}-best"), &values),
                _ => step.to_string(),
            };
            [step.to_string(), label]
        })
        .collect();
    let choices: Vec<Choice<'_>> = lines.iter().map(|[value, label]| Choice::plain(value, label)).collect();
    let field = Field {
        value: chosen,
        problem: problem_with(problems, name),
        ..Field::new(name, &question)
    };
    radio_group(pen, &field, &choices)
}

fn comment(pen: &Pen<'_>, input: &SurveyInput, problems: &[Problem]) -> Markup {
    let label = pen.say("survey-comment");
    let field = Field {
        value: &input.comment,
        problem: problem_with(problems, "comment"),
        optional: true,
        longest: u32::try_from(LONGEST_SURVEY_COMMENT).ok(),
        ..Field::new("comment", &label)
    };
    text_area(pen, &field, 4)
}
