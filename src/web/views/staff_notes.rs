//! Notes about a member, as moderators and the staff see them.

use maud::{Markup, html};

use super::components::{
    Field, Icon, Pen, PostButton, Problem, Weight, post_button, post_form, problem_with, section_head, submit_button,
    text_area, time_ago,
};
use super::threads::{name_of, page_of};
use crate::domain::body::LONGEST_REASON;
use crate::domain::id::UserId;
use crate::store::staff_notes::StaffNote;
use crate::web::Visit;

/// The notes about a member, each with the button that takes it back for whoever wrote it.
pub fn list(visit: &Visit, pen: &Pen<'_>, notes: &[StaffNote]) -> Markup {
    html! {
        (section_head(pen, &pen.say("notes-title"), None))
        @if notes.is_empty() {
            p { (pen.say("notes-none")) }
        } @else {
            ul.flags { @for note in notes { (row(visit, pen, note)) } }
        }
    }
}

fn row(visit: &Visit, pen: &Pen<'_>, note: &StaffNote) -> Markup {
    let name = name_of(visit, &note.by);
    let is_own = note.by.id.is_some() && note.by.id == visit.viewer.id();
    let (action, label) = (visit.site.urls.take_note_back(note.id), pen.say("restraint-lift"));
    let button = PostButton {
        icon: Some(Icon::Undo),
        ..PostButton::new(&action, &label)
    };
    html! {
        li {
            @if let Some(href) = page_of(visit, &note.by) { a.author href=(href) { bdi { (name) } } } @else { bdi { (name) } }
            " · " (time_ago(pen, note.noted_at))
            blockquote dir="auto" { p { (note.body) } }
            @if is_own { (post_button(pen, &button)) }
        }
    }
}

/// The form that writes another one.
pub fn form(visit: &Visit, pen: &Pen<'_>, about: UserId, typed: &str, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say("notes-note"), pen.say("notes-note-hint"));
    let field = Field {
        value: typed,
        hint: Some(&hint),
        longest: u32::try_from(LONGEST_REASON).ok(),
        problem: problem_with(problems, "note"),
        ..Field::new("note", &label)
    };
    let fields = html! {
        (text_area(pen, &field, 2))
        (submit_button(&pen.say("notes-button"), Weight::Secondary))
    };
    post_form(&visit.site.urls.note_about(about), &[], fields)
}
