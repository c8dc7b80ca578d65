//! Removing a spammer, as moderators see it: the form, and what was taken.

use maud::{Markup, html};

use super::components::{
    Field, Icon, NoticeKind, Pen, PostButton, Problem, Weight, disclosure, notice, post_button, post_form,
    problem_with, section_head, submit_button, text_area, time_ago,
};
use super::threads::name_of;
use crate::domain::body::LONGEST_REASON;
use crate::domain::id::UserId;
use crate::domain::restraint::{Person, may_restrain};
use crate::store::authors::Author;
use crate::store::removals::Removed;
use crate::web::Visit;

/// That a person is removed, how much that took, and the button that brings everything back, for those who may.
pub fn taken(visit: &Visit, pen: &Pen<'_>, removed: &Removed, is_theirs: bool) -> Markup {
    let said = [
        ("name", name_of(visit, &removed.by).into()),
        ("count", removed.piece_count.into()),
    ];
    let (action, label) = (visit.site.urls.bring_back(removed.id), pen.say("removal-undo"));
    let button = PostButton {
        icon: Some(Icon::Undo),
        weight: Weight::Secondary,
        ..PostButton::new(&action, &label)
    };
    let content = html! {
        p { (pen.tell("removal-taken", &said)) " " (time_ago(pen, removed.removed_at)) }
        @if is_theirs { (post_button(pen, &button)) }
    };
    notice(pen, NoticeKind::Warning, content)
}

/// The section of a person's page with the form that removes them.
pub fn section(visit: &Visit, pen: &Pen<'_>, user: UserId, typed: &str, problems: &[Problem]) -> Markup {
    html! {
        (section_head(pen, &pen.say("removal-title"), None))
        p { (pen.say("removal-about")) }
        (form(visit, pen, user, typed, problems))
    }
}

/// The same behind a button, beside something that somebody wrote; nothing for those who may not.
pub fn beside(visit: &Visit, pen: &Pen<'_>, author: &Author) -> Option<Markup> {
    let person = Person {
        id: author.id?,
        role: author.role?,
        is_staff: author.is_staff,
    };
    let is_theirs = may_restrain(visit.viewer.user()?, person);
    let content = html! {
        p { (pen.say("removal-about")) }
        (form(visit, pen, person.id, "", &[]))
    };
    is_theirs.then(|| disclosure(pen, &pen.say("removal-title"), Some(Icon::Trash), content))
}

fn form(visit: &Visit, pen: &Pen<'_>, user: UserId, typed: &str, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say("restraint-reason"), pen.say("restraint-reason-hint"));
    let field = Field {
        value: typed,
        optional: true,
        hint: Some(&hint),
        longest: u32::try_from(LONGEST_REASON).ok(),
        problem: problem_with(problems, "removal_reason"),
        ..Field::new("removal_reason", &label)
    };
    let fields = html! {
        (text_area(pen, &field, 2))
        (submit_button(&pen.say("removal-button"), Weight::Danger))
    };
    post_form(&visit.site.urls.remove_person(user), &[], fields)
}
