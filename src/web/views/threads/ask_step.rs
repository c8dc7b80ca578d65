//! The step before a question is posted, for whoever has not seen yet what may answer it: the list, and two ways on.

use maud::{Markup, html};

use super::known_problems::before_asking;
use super::secrets::secrets;
use super::suggestions::{acts, suggestions};
use crate::domain::draft::{ANSWER_FIELDS, AskInput};
use crate::domain::sign_up::SignUpInput;
use crate::domain::spam::{Manner, UNSEEN_FIELD};
use crate::domain::token::FormKey;
use crate::store::known_problems::KnownProblem;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::threads::{Memory, Pointed, Suggestion};
use crate::web::views::components::{Field, Pen, password_field};
use crate::web::views::contact::reach;
use crate::web::views::going_on::going_on;
use crate::web::views::layout::{narrow, page_head};

/// The step, with everything that was typed.
pub struct AskStep<'a> {
    /// The key of the form.
    pub key: &'a FormKey,
    /// What was typed.
    pub input: &'a AskInput,
    /// What a visitor typed about themselves.
    pub person: &'a SignUpInput,
    /// What the form remembers.
    pub memory: &'a Memory,
    /// What is known not to work in the category.
    pub problems: &'a [KnownProblem],
    /// What may answer it.
    pub suggestions: &'a [Suggestion],
    /// What in it should not stand in public.
    pub pointed: &'a [Pointed],
    /// How the form was filled.
    pub manner: &'a Manner,
}

/// The page of the step.
pub fn ask_step(visit: &Visit, step: &AskStep<'_>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("ask-step-title");
    let content = narrow(html! {
        (page_head(&title, Some(&pen.say("ask-step-explained")), html! {}))
        (before_asking(visit, &pen, step.problems))
        @if !step.suggestions.is_empty() { (suggestions(visit, &pen, step.key, step.suggestions, html! {})) }
        (secrets(visit, &pen, step.pointed))
        (going_on(&visit.site.urls.new_thread(), &carried(step), ways(visit, &pen, step)))
        (reach(visit, &pen))
        (acts(visit, step.key))
    });
    Page::new(title, content)
}

/// Everything but the password, which no page sends back.
fn carried<'a>(step: &AskStep<'a>) -> Vec<(&'a str, &'a str)> {
    let (input, person, memory) = (step.input, step.person, step.memory);
    let fields = [
        ("form_key", step.key.as_str()),
        ("kind", &input.kind),
        ("category", &input.category),
        ("title", &input.title),
        ("tags", &input.tags),
        ("body", &input.body),
        ("name", &person.name),
        ("email", &person.email),
        ("agreed", &person.agreed),
        ("suggested_for", &memory.suggested_for),
        ("pointed_out", &memory.pointed_out),
        ("begun", &step.manner.begun),
        (UNSEEN_FIELD, &step.manner.unseen),
        ("proof", &step.manner.proof),
        ("plain_answer", &step.manner.plain_answer),
    ];
    let answers = ANSWER_FIELDS.into_iter().zip(input.answers.iter().map(String::as_str));
    let fields = fields.into_iter().chain(answers);
    fields.filter(|(_, value)| !value.is_empty()).collect()
}

fn ways(visit: &Visit, pen: &Pen<'_>, step: &AskStep<'_>) -> Markup {
    let post = match (visit.viewer.user(), step.pointed) {
        (_, [_, ..]) => "ask-step-post-as-is",
        (Some(_), []) => "ask-step-post",
        (None, []) => "ask-step-sign-up",
    };
    let (password, hint) = (pen.say("field-password"), pen.say("ask-step-password"));
    html! {
        @if visit.viewer.user().is_none() {
            (password_field(pen, &Field {
                hint: Some(&hint),
                autocomplete: Some("new-password"),
                ..Field::new("password", &password)
            }))
        }
        div.next-buttons {
            button.button.primary type="submit" name="different" value="yes" { (pen.say(post)) }
            button.button type="submit" formaction=(visit.site.urls.preview_new_thread()) formnovalidate {
                (pen.say("ask-step-change"))
            }
        }
    }
}
