//! The ask form; for visitors it ends with the fields of a sign-up.

use maud::{Markup, html};

use super::known_problems::before_asking;
use super::secrets;
use super::suggestions::{acts, differed, place};
use crate::domain::body::LONGEST_BODY;
use crate::domain::draft::{ANSWER_FIELDS, AskInput, Asked};
use crate::domain::permission::{Verb, may};
use crate::domain::sign_up::SignUpInput;
use crate::domain::spam::Manner;
use crate::domain::thread::ThreadKind;
use crate::domain::title::LONGEST_TITLE;
use crate::domain::token::FormKey;
use crate::store::categories::Category;
use crate::store::known_problems::KnownProblem;
use crate::text::SafeHtml;
use crate::web::page::{Page, pen};
use crate::web::threads::{Memory, Pointed};
use crate::web::views::attaching::Offer;
use crate::web::views::components::{
    Choice, Editor, Field, Icon, NoticeKind, Pen, Problem, TagInput, Weight, editor, empty_state, error_summary,
    notice, post_form, problem_with, radio_group, select_field, submit_button, tag_input, text_area, text_field,
    writing_form,
};
use crate::web::views::contact::reach;
use crate::web::views::layout::{narrow, page_head};
use crate::web::views::proving::proving;
use crate::web::views::sign_up;
use crate::web::views::unseen::unseen_field;
use crate::web::{Visit, screened};

/// The form, with what was typed into it.
pub struct AskForm<'a> {
    /// The categories to choose from.
    pub homes: &'a [Category],
    /// Why a visitor cannot ask, as the key of a sentence.
    pub closed: Option<&'static str>,
    /// The key of the form.
    pub key: &'a FormKey,
    /// What is known not to work in the chosen category.
    pub known: &'a [KnownProblem],
    /// What was typed.
    pub input: &'a AskInput,
    /// What a visitor typed about themselves.
    pub person: &'a SignUpInput,
    /// What was typed of a picture whose file was refused.
    pub alt: &'a str,
    /// What the form remembers of the help on the way.
    pub memory: &'a Memory,
    /// How the form was filled so far.
    pub manner: &'a Manner,
    /// What is wrong.
    pub problems: &'a [Problem],
    /// How the body will look.
    pub preview: Option<&'a SafeHtml>,
    /// What in it should not stand in public.
    pub pointed: &'a [Pointed],
}

/// The page of the ask form.
pub fn ask(visit: &Visit, form: &AskForm<'_>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("ask-title");
    let chosen = form.homes.iter().find(|category| category.slug == form.input.category);
    let begun = screened::begun(visit, &form.manner.begun);
    let content = narrow(html! {
        (error_summary(&pen, &labelled(form.problems, |place| Some(chosen?.template.get(place)?.label.clone()))))
        (page_head(&title, Some(&pen.say("ask-explained")), html! {}))
        @if form.homes.is_empty() {
            (empty_state(&pen, Icon::Category, &pen.say("home-empty"), &pen.say("home-empty-explained"), html! {}))
        } @else if let Some(why) = form.closed {
            (closed(visit, &pen, form, chosen, why))
        } @else {
            (writing_form(&visit.site.urls.new_thread(), &screened::hidden(form.key, &begun), Offer::to(visit).is_some(), fields(visit, &pen, form, chosen)))
            (acts(visit, form.key))
            (reach(visit, &pen))
        }
    });
    Page::new(title, content).description(pen.say("about-ask"))
}

/// The problems with what the category asks for, by the category's own words.
pub(super) fn labelled(problems: &[Problem], label: impl Fn(usize) -> Option<String>) -> Vec<Problem> {
    let asked = |problem: &Problem| label(ANSWER_FIELDS.iter().position(|name| *name == problem.field)?);
    let named = |problem: &Problem| match asked(problem) {
        Some(label) => problem.clone().labelled(Some(label)),
        None => problem.clone(),
    };
    problems.iter().map(named).collect()
}

fn fields(visit: &Visit, pen: &Pen<'_>, form: &AskForm<'_>, chosen: Option<&Category>) -> Markup {
    let urls = &visit.site.urls;
    let button = match (visit.viewer.user(), kind_of(form, chosen)) {
        (None, _) if !form.pointed.is_empty() => "ask-sign-up-as-is",
        (Some(_), _) if !form.pointed.is_empty() => "ask-post-as-is",
        (None, _) => "ask-sign-up-button",
        (Some(_), ThreadKind::Question) => "ask-button",
        (Some(_), _) => "ask-post-button",
    };
    html! {
        (question(visit, pen, form, chosen))
        @if visit.viewer.user().is_none() {
            fieldset.sign-up-half {
                legend { (pen.say("ask-who-are-you")) }
                p { (pen.say("ask-who-explained")) " " a href=(urls.sign_in_and_return(&urls.new_thread())) data-keeps-form { (pen.say("ask-have-account")) } }
                (sign_up::fields(visit, pen, &pen.say("sign-up-email-hint"), form.person, form.problems))
                (proving(visit, pen, form.problems))
            }
        }
        (unseen_field(visit, pen))
        (secrets::place(&form.memory.pointed_out, secrets::secrets(visit, pen, form.pointed)))
        p.hint { (pen.say(if visit.viewer.user().is_some() { "ask-next" } else { "ask-next-visitor" })) }
        (submit_button(&pen.say(button), Weight::Primary))
    }
}

fn question(visit: &Visit, pen: &Pen<'_>, form: &AskForm<'_>, chosen: Option<&Category>) -> Markup {
    html! {
        (title_field(pen, form))
        (place(visit, form.memory, html! {
            (before_asking(visit, pen, form.known))
            @if form.memory.is_different { (differed(visit, pen)) }
        }))
        (category_field(pen, form))
        // A script puts the part of another category here when one is chosen.
        div #category-asks {
            @if let Some(category) = chosen {
                (kind_field(visit, pen, form, category))
                @if kind_of(form, chosen) == ThreadKind::Question { (template(pen, form, category)) }
            } @else if form.homes.iter().any(|category| !category.template.is_empty() || category.kinds.iter().count() > 1) {
                noscript { p.hint { (pen.say("ask-choose-hint")) } }
            }
        }
        (body_field(visit, pen, form))
        (tags_field(visit, pen, form))
    }
}

/// Nobody is to write in vain: why a visitor cannot ask, and the way for whoever has an account. What was written already
/// stands below, without a button, and goes along when a script can carry it.
fn closed(visit: &Visit, pen: &Pen<'_>, form: &AskForm<'_>, chosen: Option<&Category>, why: &str) -> Markup {
    let urls = &visit.site.urls;
    let sign_in = urls.sign_in_and_return(&urls.new_thread());
    let said = notice(
        pen,
        NoticeKind::Information,
        html! {
            p { (pen.say(why)) }
            p { a href=(sign_in) data-keeps-form { (pen.say("ask-have-account")) } }
        },
    );
    let is_written = [&form.input.title, &form.input.body, &form.input.tags]
        .iter()
        .any(|text| !text.trim().is_empty());
    html! {
        @if is_written {
            (post_form(&urls.new_thread(), &[("form_key", form.key.as_str())], html! {
                (said)
                (question(visit, pen, form, chosen))
            }))
        } @else {
            (said)
        }
    }
}

fn title_field(pen: &Pen<'_>, form: &AskForm<'_>) -> Markup {
    let (label, hint) = (pen.say("field-title"), pen.say("field-title-hint"));
    let field = Field {
        value: &form.input.title,
        hint: Some(&hint),
        problem: problem_with(form.problems, "title"),
        longest: u32::try_from(LONGEST_TITLE).ok(),
        ..Field::new("title", &label)
    };
    text_field(pen, &field)
}

fn category_field(pen: &Pen<'_>, form: &AskForm<'_>) -> Markup {
    let (label, choose) = (pen.say("field-category"), pen.say("field-category-choose"));
    let mut choices = Vec::new();
    if !form.homes.iter().any(|category| category.slug == form.input.category) {
        choices.push(Choice::plain("", &choose));
    }
    choices.extend(
        form.homes
            .iter()
            .map(|category| Choice::plain(&category.slug, &category.name)),
    );
    let field = Field {
        value: &form.input.category,
        problem: problem_with(form.problems, "category"),
        ..Field::new("category", &label)
    };
    select_field(pen, &field, &choices)
}

fn kind_of(form: &AskForm<'_>, chosen: Option<&Category>) -> ThreadKind {
    let first = chosen
        .and_then(|category| category.kinds.iter().next())
        .unwrap_or(ThreadKind::Question);
    let typed = ThreadKind::parse(&form.input.kind);
    typed
        .filter(|kind| chosen.is_some_and(|category| category.kinds.take(*kind)))
        .unwrap_or(first)
}

/// Only where a category takes several kinds that this viewer may start.
fn kind_field(visit: &Visit, pen: &Pen<'_>, form: &AskForm<'_>, category: &Category) -> Markup {
    let announces = visit
        .viewer
        .user()
        .is_some_and(|user| may(user, Verb::Announce, Some(user.id)));
    let kinds: Vec<_> = category
        .kinds
        .iter()
        .filter(|kind| announces || *kind != ThreadKind::Announcement)
        .collect();
    let names: Vec<_> = kinds.iter().map(|kind| pen.say(&format!("kind-{kind}"))).collect();
    let hints: Vec<_> = kinds.iter().map(|kind| pen.say(&format!("kind-{kind}-hint"))).collect();
    let choices = kinds.iter().zip(names.iter().zip(&hints));
    let choices: Vec<_> = choices
        .map(|(kind, (label, hint))| Choice {
            value: kind.as_str(),
            label,
            hint: Some(hint),
        })
        .collect();
    let label = pen.say("field-kind");
    let value = kind_of(form, Some(category)).as_str();
    html! {
        @if choices.len() > 1 {
            (radio_group(pen, &Field { value, problem: problem_with(form.problems, "kind"), ..Field::new("kind", &label) }, &choices))
        } @else {
            input type="hidden" name="kind" value=(value);
        }
    }
}

fn template(pen: &Pen<'_>, form: &AskForm<'_>, category: &Category) -> Markup {
    let typed = |place: usize| form.input.answers.get(place).cloned().unwrap_or_default();
    let asked = category.template.iter().enumerate().map(|(place, field)| Asked {
        label: field.label.clone(),
        hint: field.hint.clone(),
        required: field.required,
        answer: typed(place),
    });
    answers(pen, &asked.collect::<Vec<_>>(), form.problems)
}

/// The fields of what a category asks.
pub(super) fn answers(pen: &Pen<'_>, asked: &[Asked], problems: &[Problem]) -> Markup {
    html! {
        @for (asked, name) in asked.iter().zip(ANSWER_FIELDS) {
            (text_area(pen, &Field {
                value: &asked.answer,
                hint: Some(asked.hint.as_str()).filter(|hint| !hint.is_empty()),
                problem: problem_with(problems, name),
                optional: !asked.required,
                ..Field::new(name, &asked.label)
            }, if asked.answer.contains('\n') { 4 } else { 1 }))
        }
    }
}

fn body_field(visit: &Visit, pen: &Pen<'_>, form: &AskForm<'_>) -> Markup {
    let (label, hint) = (pen.say("field-body"), pen.say("field-body-hint"));
    let field = Field {
        value: &form.input.body,
        hint: Some(&hint),
        problem: problem_with(form.problems, "body"),
        longest: u32::try_from(LONGEST_BODY).ok(),
        ..Field::new("body", &label)
    };
    let offer = Offer::to(visit);
    editor(
        pen,
        &Editor {
            field,
            attaching: offer.as_ref().map(|offer| offer.again(form.alt, form.problems)),
            preview_action: &visit.site.urls.preview_new_thread(),
            preview_source: &visit.site.urls.preview(),
            preview: form.preview,
            rows: 10,
        },
    )
}

fn tags_field(visit: &Visit, pen: &Pen<'_>, form: &AskForm<'_>) -> Markup {
    let (label, hint) = (pen.say("field-tags"), pen.say("field-tags-hint"));
    let field = Field {
        value: &form.input.tags,
        hint: Some(&hint),
        problem: problem_with(form.problems, "tags"),
        optional: true,
        ..Field::new("tags", &label)
    };
    tag_input(
        pen,
        &TagInput {
            field,
            source: &visit.site.urls.tag_completion(),
        },
    )
}
