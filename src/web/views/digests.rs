//! Digests: asking for them, choosing, stopping.

use maud::{Markup, html};

use super::components::{
    Choice, Field, Pen, PostButton, Problem, TagInput, Weight, check_group, email_field, error_summary, post_button,
    post_form, problem_with, radio_group, section_head, select_field, submit_button, tag_input, text_field,
};
use super::layout::{narrow, page_head, slim};
use super::signed::said;
use crate::domain::digest::{ChoicesInput, Frequency, Section};
use crate::domain::language::Language;
use crate::store::subscribers::Offered;
use crate::web::Visit;
use crate::web::page::{Page, home_button, pen};

/// The days of the week, Monday first, as their phrases are called.
const DAYS: [&str; 7] = [
    "setting-monday",
    "setting-tuesday",
    "setting-wednesday",
    "setting-thursday",
    "setting-friday",
    "setting-saturday",
    "setting-sunday",
];
/// The longest name of a time zone, in characters.
const LONGEST_ZONE: u32 = 40;
/// The longest list of tags.
const LONGEST_TAGS: u32 = 800;

/// The form in which visitors ask for digests.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    /// The address that was typed.
    pub typed: &'a str,
    /// The rest of the form.
    pub input: &'a ChoicesInput,
    /// What can be chosen.
    pub offered: &'a Offered,
}

/// The form of all choices.
#[derive(Debug, Clone, Copy)]
pub struct Choosing<'a> {
    /// What was typed or is chosen.
    pub input: &'a ChoicesInput,
    /// What can be chosen.
    pub offered: &'a Offered,
    /// The sections that can be switched off.
    pub sections: &'a [Section],
    /// Whether a language can be chosen: members choose it for all pages.
    pub has_language: bool,
    /// Whether nothing was chosen before: their browser may know the time zone better then.
    pub is_first: bool,
}

/// The page on which visitors ask for digests.
pub fn ask(visit: &Visit, asking: &Asking<'_>, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("digests-title");
    let label = pen.say("field-email");
    let content = narrow(html! {
        (page_head(&title, Some(&pen.say("digests-about")), html! {}))
        (error_summary(&pen, problems))
        (post_form(&visit.site.urls.digests(), &[], html! {
            (email_field(&pen, &Field {
                value: asking.typed,
                problem: problem_with(problems, "email"),
                autocomplete: Some("email"),
                longest: Some(254),
                ..Field::new("email", &label)
            }))
            (frequency(&pen, asking.input, problems))
            (categories(&pen, asking.offered, asking.input))
            (tags(visit, &pen, asking.input, problems))
            (language(&pen, asking.input, problems))
            div data-first-zone { input type="hidden" name="zone" value=(asking.input.zone); }
            p.hint { (pen.say("digests-about-visitor")) }
            (submit_button(&pen.say("digest-want"), Weight::Primary))
        }))
    });
    Page::new(title, content).unlisted()
}

/// All choices, as fields of a form.
pub fn choosing(visit: &Visit, pen: &Pen<'_>, choosing: &Choosing<'_>, problems: &[Problem]) -> Markup {
    let input = choosing.input;
    html! {
        (frequency(pen, input, problems))
        (weekday(pen, input, problems))
        (hour(pen, input, problems))
        div data-first-zone[choosing.is_first] { (zone(pen, input, problems)) }
        @if choosing.has_language { (language(pen, input, problems)) }
        (categories(pen, choosing.offered, input))
        (tags(visit, pen, input, problems))
        (sections(pen, choosing.sections, input))
    }
}

fn frequency(pen: &Pen<'_>, input: &ChoicesInput, problems: &[Problem]) -> Markup {
    let label = pen.say("digest-frequency");
    let said = Frequency::ALL
        .iter()
        .map(|one| (one.as_str(), pen.say(&format!("digest-{one}"))));
    let said: Vec<(&str, String)> = said.collect();
    let choices: Vec<Choice<'_>> = said.iter().map(|(value, label)| Choice::plain(value, label)).collect();
    let field = Field {
        value: &input.frequency,
        problem: problem_with(problems, "frequency"),
        ..Field::new("frequency", &label)
    };
    radio_group(pen, &field, &choices)
}

fn weekday(pen: &Pen<'_>, input: &ChoicesInput, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say("digest-weekday"), pen.say("digest-weekday-hint"));
    let said: Vec<(String, String)> = (1..)
        .zip(DAYS)
        .map(|(day, key)| (day.to_string(), pen.say(key)))
        .collect();
    let field = Field {
        value: &input.weekday,
        hint: Some(&hint),
        problem: problem_with(problems, "weekday"),
        ..Field::new("weekday", &label)
    };
    select_field(pen, &field, &choices_of(&said))
}

fn hour(pen: &Pen<'_>, input: &ChoicesInput, problems: &[Problem]) -> Markup {
    let label = pen.say("digest-hour");
    let said = (0..24).map(|hour: i64| {
        (
            hour.to_string(),
            pen.tell("digest-hour-of-day", &[("hour", hour.into())]),
        )
    });
    let said: Vec<(String, String)> = said.collect();
    let field = Field {
        value: &input.hour,
        problem: problem_with(problems, "hour"),
        ..Field::new("hour", &label)
    };
    select_field(pen, &field, &choices_of(&said))
}

fn choices_of(said: &[(String, String)]) -> Vec<Choice<'_>> {
    said.iter().map(|(value, label)| Choice::plain(value, label)).collect()
}

fn zone(pen: &Pen<'_>, input: &ChoicesInput, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say("digest-zone"), pen.say("digest-zone-hint"));
    let field = Field {
        value: &input.zone,
        hint: Some(&hint),
        problem: problem_with(problems, "zone"),
        autocomplete: Some("off"),
        longest: Some(LONGEST_ZONE),
        ..Field::new("zone", &label)
    };
    text_field(pen, &field)
}

fn language(pen: &Pen<'_>, input: &ChoicesInput, problems: &[Problem]) -> Markup {
    let label = pen.say("digest-language");
    let spoken = Language::ALL
        .iter()
        .map(|one| (one.code().to_owned(), one.own_name().to_owned()));
    let said: Vec<(String, String)> = std::iter::once((String::new(), pen.say("digest-language-site")))
        .chain(spoken)
        .collect();
    let field = Field {
        value: &input.language,
        problem: problem_with(problems, "language"),
        ..Field::new("language", &label)
    };
    select_field(pen, &field, &choices_of(&said))
}

/// Nothing where there is but one.
fn categories(pen: &Pen<'_>, offered: &Offered, input: &ChoicesInput) -> Markup {
    if offered.categories.len() < 2 {
        return html! {};
    }
    let (label, hint) = (pen.say("digest-categories"), pen.say("digest-categories-hint"));
    let ids: Vec<String> = offered
        .categories
        .iter()
        .map(|(slug, _)| format!("category-{slug}"))
        .collect();
    let named = offered.categories.iter().zip(&ids);
    let boxes: Vec<(Field<'_>, bool)> = named
        .map(|((slug, name), id)| {
            let field = Field {
                value: slug,
                id,
                ..Field::new("category", name)
            };
            (field, input.categories.contains(slug))
        })
        .collect();
    let group = Field {
        hint: Some(&hint),
        ..Field::new("categories", &label)
    };
    check_group(pen, &group, &boxes)
}

fn tags(visit: &Visit, pen: &Pen<'_>, input: &ChoicesInput, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say("digest-tags"), pen.say("digest-tags-hint"));
    let source = visit.site.urls.tag_completion();
    let field = Field {
        value: &input.tags,
        hint: Some(&hint),
        problem: problem_with(problems, "tags"),
        optional: true,
        longest: Some(LONGEST_TAGS),
        ..Field::new("tags", &label)
    };
    tag_input(pen, &TagInput { field, source: &source })
}

fn sections(pen: &Pen<'_>, offered: &[Section], input: &ChoicesInput) -> Markup {
    let label = pen.say("digest-sections");
    let said: Vec<(&str, String, String)> = offered
        .iter()
        .map(|one| {
            (
                one.as_str(),
                pen.say(&format!("digest-section-{one}")),
                format!("section-{one}"),
            )
        })
        .collect();
    let boxes: Vec<(Field<'_>, bool)> = said
        .iter()
        .map(|(name, label, id)| {
            let field = Field {
                value: name,
                id,
                ..Field::new("section", label)
            };
            (field, input.sections.iter().any(|wanted| wanted == name))
        })
        .collect();
    check_group(pen, &Field::new("sections", &label), &boxes)
}

/// All choices behind a letter's link, and the button that stops all.
pub fn choices(visit: &Visit, email: &str, form: &Choosing<'_>, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("digests-choose-title");
    let about = pen.tell("digests-choose-about", &[("email", email.to_owned().into())]);
    let content = narrow(html! {
        (page_head(&title, Some(&about), html! {}))
        (error_summary(&pen, problems))
        (post_form(&visit.path, &[], html! {
            (choosing(visit, &pen, form, problems))
            (submit_button(&pen.say("digest-save"), Weight::Primary))
        }))
        (stop_all(&pen, &visit.path, &[("stop", "true")]))
    });
    Page::new(title, content)
}

/// The button that stops all.
pub fn stop_all(pen: &Pen<'_>, action: &str, hidden: &[(&str, &str)]) -> Markup {
    let label = pen.say("digest-stop");
    let button = PostButton {
        weight: Weight::Secondary,
        hidden,
        ..PostButton::new(action, &label)
    };
    html! {
        (section_head(pen, &label, None))
        p.hint { (pen.say("digest-stop-about")) }
        (post_button(pen, &button))
    }
}

/// Says that a letter is on its way.
pub fn sent(visit: &Visit) -> Page {
    letter_sent(visit, "digests-sent-title", "digests-sent")
}

/// Says that a letter is on its way, in these words.
pub fn letter_sent(visit: &Visit, title: &str, sentence: &str) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say(title);
    let content = slim(html! {
        (page_head(&title, Some(&pen.say(sentence)), html! {}))
        p { (home_button(visit, &pen)) }
    });
    Page::new(title, content)
}

/// The button behind the link of the letter that asks for a word.
pub fn confirm(visit: &Visit, email: &str) -> Page {
    let about = visit
        .phrases
        .tell("digests-confirm-about", &[("email", email.to_owned().into())]);
    one_button(visit, "digests-confirm-title", Some(&about), "digests-confirm-button")
}

/// The button behind the link that stops.
pub fn stop(visit: &Visit) -> Page {
    one_button(visit, "digests-stop-title", None, "digests-stop-button")
}

/// A page with nothing but a button, which posts to the page's own address.
pub fn one_button(visit: &Visit, title: &str, about: Option<&str>, label: &str) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let (title, label) = (pen.say(title), pen.say(label));
    let button = PostButton {
        weight: Weight::Primary,
        ..PostButton::new(&visit.path, &label)
    };
    let content = slim(html! {
        (page_head(&title, about, html! {}))
        div.stack { (post_button(&pen, &button)) }
    });
    Page::new(title, content)
}

/// Says that digests come; `key` names the sentence.
pub fn confirmed(visit: &Visit, key: &str) -> Page {
    at_an_end(visit, "digests-confirmed-title", key)
}

/// Says that none comes any more.
pub fn stopped(visit: &Visit) -> Page {
    at_an_end(visit, "digests-stopped-title", "digests-stopped")
}

/// Says that none went anyway.
pub fn nothing(visit: &Visit) -> Page {
    at_an_end(visit, "digests-stopped-title", "digests-nothing")
}

/// Says that a link is good for nothing any more.
pub fn gone(visit: &Visit) -> Page {
    let ways = [
        ("digests-title", visit.site.urls.digests()),
        ("way-home", visit.site.urls.home()),
    ];
    said(
        visit,
        &visit.say("digests-gone-title"),
        &visit.say("digests-gone"),
        &ways,
        "",
    )
}

fn at_an_end(visit: &Visit, title: &str, sentence: &str) -> Page {
    let ways = [("way-home", visit.site.urls.home())];
    said(visit, &visit.say(title), &visit.say(sentence), &ways, "")
}
