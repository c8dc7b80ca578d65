//! What a sign-up proves: the challenge for the script that works it out, and the way for those without one.

use maud::{Markup, html};

use super::components::{Field, Pen, Problem, problem_with, text_field};
use crate::domain::spam::{LONGEST_PLAIN, PlainQuestion};
use crate::web::Visit;

/// The part of a sign-up's form; nothing where nothing is to be proved.
pub fn proving(visit: &Visit, pen: &Pen<'_>, problems: &[Problem]) -> Markup {
    let settings = visit.site.settings();
    let rules = &settings.spam;
    let key = visit.site.signing_key();
    let Some(challenge) = key.and_then(|key| rules.proof.challenge(&key, visit.now)) else {
        return html! {};
    };
    let words = ["proof-waits", "proof-going", "proof-done", "proof-progress"];
    let [waits, going, done, label] = words.map(|key| pen.say(key));
    html! {
        div.progress hidden data-challenge=(challenge) data-bits=(rules.proof.bits()) data-waits=(waits) data-going=(going) data-done=(done) {
            input type="hidden" name="proof" value="";
            progress max="100" value="0" aria-label=(label) {}
        }
        @match &rules.question {
            // Where a script runs that can prove nothing, nobody has seen the question yet.
            Some(plain) if problem_with(problems, "plain_answer").is_some() => (answer_field(pen, plain, problems)),
            Some(plain) => noscript { (answer_field(pen, plain, problems)) },
            None => noscript { p.hint { (pen.say("proof-without")) } },
        }
    }
}

fn answer_field(pen: &Pen<'_>, plain: &PlainQuestion, problems: &[Problem]) -> Markup {
    let hint = pen.say("plain-answer-hint");
    text_field(
        pen,
        &Field {
            hint: Some(&hint),
            problem: problem_with(problems, "plain_answer"),
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_PLAIN).ok(),
            ..Field::new("plain_answer", &plain.question)
        },
    )
}
