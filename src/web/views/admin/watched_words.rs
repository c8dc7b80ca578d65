//! The list of watched words, and the forms of one.

use maud::{Markup, html};

use super::{Part, column, part, scans};
use crate::domain::id::WatchedWordId;
use crate::domain::watched_word::{
    LONGEST_REPLACEMENT, LONGEST_WATCHED, WatchedDeed, WatchedDraft, WatchedForm, WatchedInput,
};
use crate::store::scans::Scanning;
use crate::store::watched_words::WatchedWord;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Choice, Column, Field, Link, Pen, PostButton, Problem, Weight, breadcrumb, error_summary, post_button, post_form,
    problem_with, section_head, select_field, submit_button, table, text_field,
};
use crate::web::views::layout::page_head;

/// The list, the form for another one with what was typed into it and its problems, and what looks through what is here already.
pub fn list(
    visit: &Visit,
    words: &[WatchedWord],
    scanning: &Scanning,
    (input, problems): (&WatchedInput, &[Problem]),
) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("admin-watched-words");
    let content = html! {
        (page_head(&title, Some(&pen.say("watched-about")), html! {}))
        (error_summary(&pen, problems))
        @if words.is_empty() { p { (pen.say("watched-none")) } } @else { (rows(visit, &pen, &title, words)) }
        (column(&html! {
            (section_head(&pen, &pen.say("watched-new"), None))
            (post_form(&visit.site.urls.admin_watched_words(), &[], fields(&pen, input, problems)))
            (scans::section(visit, &pen, scanning))
        }))
    };
    part(visit, &pen, Part::WatchedWords, &title, &content)
}

fn rows(visit: &Visit, pen: &Pen<'_>, title: &str, words: &[WatchedWord]) -> Markup {
    let labels = ["watched-text", "watched-deed", "category-acts"].map(|key| pen.say(key));
    let [text, deed, acts] = &labels;
    let columns = [Column::words(text), Column::words(deed), Column::buttons(acts)];
    let urls = &visit.site.urls;
    let row = |word: &WatchedWord| {
        let (action, label) = (urls.delete_watched_word(word.id), pen.say("post-delete"));
        let button = PostButton {
            about: Some(&word.draft.text),
            ..PostButton::new(&action, &label)
        };
        vec![
            html! {
                a href=(urls.admin_watched_word(word.id)) dir="auto" {
                    @match word.draft.form {
                        WatchedForm::Words => (word.draft.text),
                        WatchedForm::Pattern => code { (word.draft.text) },
                    }
                }
            },
            html! { (happens(pen, &word.draft)) },
            post_button(pen, &button),
        ]
    };
    let rows: Vec<Vec<Markup>> = words.iter().map(row).collect();
    html! { div.admin-table.level { (table(title, &columns, &rows)) } }
}

/// What happens, in a few words.
fn happens(pen: &Pen<'_>, draft: &WatchedDraft) -> String {
    pen.tell(
        &format!("watched-happens-{}", draft.deed),
        &[("with", draft.with.as_str().into())],
    )
}

/// The form that changes one.
pub fn form(visit: &Visit, id: WatchedWordId, input: &WatchedInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let (urls, title) = (&visit.site.urls, pen.say("watched-one"));
    let way = [Link::new(pen.say("admin-watched-words"), urls.admin_watched_words())];
    let content = column(&html! {
        (breadcrumb(&pen, &way))
        (page_head(&title, None, html! {}))
        (error_summary(&pen, problems))
        (post_form(&urls.admin_watched_word(id), &[], fields(&pen, input, problems)))
    });
    part(visit, &pen, Part::WatchedWords, &title, &content)
}

fn fields(pen: &Pen<'_>, input: &WatchedInput, problems: &[Problem]) -> Markup {
    let forms: Vec<(&str, String)> = WatchedForm::ALL
        .iter()
        .map(|form| (form.as_str(), pen.say(&format!("watched-form-{form}"))))
        .collect();
    let deeds: Vec<(&str, String)> = WatchedDeed::ALL
        .iter()
        .map(|deed| (deed.as_str(), pen.say(&format!("watched-deed-{deed}"))))
        .collect();
    let text = [
        "watched-text",
        "watched-text-hint",
        "watched-form",
        "watched-deed",
        "watched-with",
        "watched-with-hint",
    ];
    let [text, text_hint, form, deed, with, with_hint] = text.map(|key| pen.say(key));
    let choices = |all: &[(&'static str, String)], name: &'static str, label: &str, value: &str| {
        let choices: Vec<Choice<'_>> = all.iter().map(|(value, label)| Choice::plain(value, label)).collect();
        let field = Field {
            value,
            problem: problem_with(problems, name),
            ..Field::new(name, label)
        };
        select_field(pen, &field, &choices)
    };
    html! {
        (text_field(pen, &Field {
            value: &input.watched_text,
            hint: Some(&text_hint),
            problem: problem_with(problems, "watched_text"),
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_WATCHED).ok(),
            ..Field::new("watched_text", &text)
        }))
        (choices(&forms, "watched_form", &form, &input.watched_form))
        (choices(&deeds, "watched_deed", &deed, &input.watched_deed))
        (text_field(pen, &Field {
            value: &input.watched_with,
            hint: Some(&with_hint),
            problem: problem_with(problems, "watched_with"),
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_REPLACEMENT).ok(),
            ..Field::new("watched_with", &with)
        }))
        (submit_button(&pen.say("watched-keep"), Weight::Primary))
    }
}
