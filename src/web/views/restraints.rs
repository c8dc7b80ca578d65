//! What was said to somebody about their conduct: on every page of theirs, on the sign-in page, and on the page of moderators.

use maud::{Markup, html};

use super::components::{
    Choice, Field, Icon, Link, NoticeKind, Pen, PostButton, Problem, Weight, breadcrumb, date_field, error_summary,
    link_button, notice, person_head_of, post_button, post_form, problem_with, radio_group, section_head, select_field,
    submit_button, text_area, time_ago,
};
use super::contact::reach;
use super::layout::{narrow, page_head};
use super::removals::{section, taken};
use super::staff_notes;
use super::threads::{name_of, page_of};
use super::users::{facts, roles};
use crate::domain::body::LONGEST_REASON;
use crate::domain::case::Piece;
use crate::domain::restraint::{Ending, RestraintInput, RestraintKind, piece_of_name};
use crate::domain::role::Role;
use crate::store::authors::Author;
use crate::store::removals::Removed;
use crate::store::restraints::Restraint;
use crate::store::staff_notes::StaffNote;
use crate::store::users::profiles::Card;
use crate::text::time::exact;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// What the page of moderators shows.
pub struct Conduct {
    /// Whose conduct it is.
    pub card: Card,
    /// The removal that took them and everything that they wrote, while it is in force.
    pub removed: Option<Removed>,
    /// What moderators and the staff noted about them, the newest first.
    pub notes: Vec<StaffNote>,
    /// All that was said to them, the newest first, with whose act it was.
    pub restraints: Vec<(Restraint, Author)>,
    /// Whether the viewer may say more.
    pub is_theirs: bool,
}

/// What was typed into the forms of the page of moderators.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// Into the form that warns, silences or suspends.
    pub restraint: RestraintInput,
    /// Why a spammer is removed.
    pub removal_reason: String,
    /// A note.
    pub note: String,
}

/// The notices on every page of somebody who was warned or silenced.
pub fn banner(visit: &Visit, pen: &Pen<'_>) -> Markup {
    html! {
        @for restraint in &visit.pressing {
            @if restraint.kind == RestraintKind::Warning { (warning(visit, pen, restraint)) } @else { (kept_from(visit, pen, restraint)) }
        }
    }
}

/// A warning, with the button that says that it was read.
fn warning(visit: &Visit, pen: &Pen<'_>, restraint: &Restraint) -> Markup {
    let (action, label) = (visit.site.urls.warning_read(restraint.id), pen.say("warning-read"));
    let button = PostButton {
        icon: Some(Icon::Check),
        weight: Weight::Secondary,
        hidden: &[("back", &visit.back)],
        ..PostButton::new(&action, &label)
    };
    let content = html! {
        p { strong { (pen.say("warning-title")) } " " (time_ago(pen, restraint.span.begun_at)) }
        (reason(restraint))
        @if let Some(piece) = restraint.about { p { (about(visit, pen, piece)) } }
        (post_button(pen, &button))
    };
    notice(pen, NoticeKind::Warning, content)
}

/// That somebody is silenced or suspended: until when, why, and how to reach a person.
pub fn kept_from(visit: &Visit, pen: &Pen<'_>, restraint: &Restraint) -> Markup {
    let key = format!("restraint-{}", restraint.kind);
    let content = html! {
        p { strong { (pen.say(&key)) } " " (until(pen, restraint)) }
        (reason(restraint))
        (reach(visit, pen))
    };
    notice(pen, NoticeKind::Warning, content)
}

fn until(pen: &Pen<'_>, restraint: &Restraint) -> String {
    match restraint.span.ends_at {
        Some(at) => pen.tell("restraint-ends", &[("at", exact(pen.phrases, at).into())]),
        None => pen.say("restraint-without-end"),
    }
}

fn reason(restraint: &Restraint) -> Markup {
    html! { @if !restraint.reason.is_empty() { blockquote dir="auto" { p { (restraint.reason) } } } }
}

/// The way to what somebody wrote; a thread is found by its number alone.
fn about(visit: &Visit, pen: &Pen<'_>, piece: Piece) -> Markup {
    let label = pen.say(&format!("restraint-about-{}", piece.noun()));
    html! { a href=(visit.site.urls.piece(piece, "")) { (label) } }
}

/// What moderators see of a person and what they may do, with what was typed into the form.
pub fn page(visit: &Visit, conduct: &Conduct, typed: &Typed, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let (card, urls) = (&conduct.card, &visit.site.urls);
    let is_moderator = visit.viewer.user().is_some_and(|user| user.role >= Role::Moderator);
    let title = pen.tell("conduct-title", &[("name", card.name.clone().into())]);
    let own_page = Link::new(card.name.clone(), urls.user(card.id, &card.name));
    let content = narrow(html! {
        (breadcrumb(&pen, &[own_page]))
        (error_summary(&pen, problems))
        (person_head_of(&title, &card.name, &roles(&pen, card), &facts(&pen, card)))
        @if let Some(removed) = &conduct.removed { (taken(visit, &pen, removed, conduct.is_theirs)) }
        (history(visit, &pen, conduct))
        (staff_notes::list(visit, &pen, &conduct.notes))
        (staff_notes::form(visit, &pen, card.id, &typed.note, problems))
        // Whoever is to mend something finds it, whatever others did meanwhile.
        @if conduct.is_theirs && (conduct.removed.is_none() || !problems.is_empty()) {
            (section_head(&pen, &pen.say("restraint-title"), None))
            (form(visit, &pen, conduct, &typed.restraint, problems))
            (section(visit, &pen, card.id, &typed.removal_reason, problems))
        } @else if is_moderator && !conduct.is_theirs {
            p { (pen.say("restraint-not-yours")) }
        }
    });
    Page::new(title, content).unlisted()
}

fn history(visit: &Visit, pen: &Pen<'_>, conduct: &Conduct) -> Markup {
    html! {
        (section_head(pen, &pen.say("conduct-history"), None))
        @if conduct.restraints.is_empty() {
            p { (pen.say("conduct-nothing")) }
        } @else {
            ul.flags {
                @for (restraint, by) in &conduct.restraints { (row(visit, pen, conduct, restraint, by)) }
            }
        }
    }
}

/// A restraint: what, whose act, when, where it stands by now, and the button that takes it back.
fn row(visit: &Visit, pen: &Pen<'_>, conduct: &Conduct, restraint: &Restraint, by: &Author) -> Markup {
    let name = name_of(visit, by);
    let is_over = restraint.ended_at.is_some() || !restraint.span.holds(visit.now);
    // Whoever is removed stays suspended until everything comes back.
    let is_kept = restraint.kind == RestraintKind::Suspension && conduct.removed.is_some();
    let (action, label) = (visit.site.urls.lift_restraint(restraint.id), pen.say("restraint-lift"));
    let button = PostButton {
        icon: Some(Icon::Undo),
        ..PostButton::new(&action, &label)
    };
    html! {
        li {
            strong { (pen.say(&format!("restraint-kind-{}", restraint.kind))) } " · "
            @if let Some(href) = page_of(visit, by) { a.author href=(href) { bdi { (name) } } } @else { bdi { (name) } }
            " · " (time_ago(pen, restraint.span.begun_at)) " · " (stands(pen, restraint))
            @if let Some(piece) = restraint.about { " · " (about(visit, pen, piece)) }
            (reason(restraint))
            @if conduct.is_theirs && !is_over && !is_kept { (post_button(pen, &button)) }
        }
    }
}

/// Where a restraint stands by now.
fn stands(pen: &Pen<'_>, restraint: &Restraint) -> Markup {
    html! {
        @if let Some(at) = restraint.ended_at {
            (pen.say("restraint-taken-back")) " " (time_ago(pen, at))
        } @else if let Some(at) = restraint.read_at {
            (pen.say("restraint-read")) " " (time_ago(pen, at))
        } @else if restraint.kind == RestraintKind::Warning {
            (pen.say("restraint-unread"))
        } @else if !restraint.span.holds(pen.now) {
            (pen.say("restraint-over"))
        } @else {
            (until(pen, restraint))
        }
    }
}

fn form(visit: &Visit, pen: &Pen<'_>, conduct: &Conduct, input: &RestraintInput, problems: &[Problem]) -> Markup {
    let fields = html! {
        (kinds(pen, input, problems))
        (words(pen, input, problems))
        (ends(pen, input, problems))
        @if let Some(piece) = piece_of_name(&input.about) { p { (pen.say("restraint-about")) " " (about(visit, pen, piece)) } }
        (submit_button(&pen.say("restraint-button"), Weight::Danger))
    };
    let action = visit.site.urls.restrain(conduct.card.id);
    post_form(&action, &[("about", &input.about)], fields)
}

fn kinds(pen: &Pen<'_>, input: &RestraintInput, problems: &[Problem]) -> Markup {
    let names: Vec<(String, String)> = RestraintKind::ALL
        .iter()
        .map(|kind| format!("restraint-choose-{kind}"))
        .map(|key| (pen.say(&key), pen.say(&format!("{key}-hint"))))
        .collect();
    let choices: Vec<Choice<'_>> = RestraintKind::ALL
        .iter()
        .zip(&names)
        .map(|(kind, (label, hint))| Choice {
            value: kind.as_str(),
            label,
            hint: Some(hint),
        })
        .collect();
    let label = pen.say("restraint-what");
    let field = Field {
        value: &input.restraint,
        problem: problem_with(problems, "restraint"),
        ..Field::new("restraint", &label)
    };
    radio_group(pen, &field, &choices)
}

fn words(pen: &Pen<'_>, input: &RestraintInput, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say("restraint-reason"), pen.say("restraint-reason-hint"));
    let field = Field {
        value: &input.restraint_reason,
        hint: Some(&hint),
        longest: u32::try_from(LONGEST_REASON).ok(),
        problem: problem_with(problems, "restraint_reason"),
        ..Field::new("restraint_reason", &label)
    };
    text_area(pen, &field, 3)
}

fn ends(pen: &Pen<'_>, input: &RestraintInput, problems: &[Problem]) -> Markup {
    let labels: Vec<String> = Ending::ALL
        .iter()
        .map(|ending| pen.say(&format!("restraint-for-{ending}")))
        .collect();
    let choices: Vec<Choice<'_>> = Ending::ALL
        .iter()
        .zip(&labels)
        .map(|(ending, label)| Choice::plain(ending.as_str(), label))
        .collect();
    let (how_long, hint) = (pen.say("restraint-how-long"), pen.say("restraint-how-long-hint"));
    let (on, on_hint) = (pen.say("restraint-day"), pen.say("restraint-day-hint"));
    html! {
        (select_field(pen, &Field {
            value: &input.ends,
            hint: Some(&hint),
            problem: problem_with(problems, "ends"),
            ..Field::new("ends", &how_long)
        }, &choices))
        (date_field(pen, &Field {
            value: &input.ends_on,
            hint: Some(&on_hint),
            optional: true,
            problem: problem_with(problems, "ends_on"),
            ..Field::new("ends_on", &on)
        }))
    }
}

/// What a person reads of what moderators said to them; not whose act it was, as in the letters about it.
pub fn own(visit: &Visit, said: &[(Restraint, Author)]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("conduct-own-title");
    let back = Link::new(pen.say("notifications-title"), visit.site.urls.notifications());
    let content = narrow(html! {
        (breadcrumb(&pen, &[back]))
        (page_head(&title, Some(&pen.say("conduct-own-about")), html! {}))
        @if said.is_empty() {
            p { (pen.say("conduct-own-nothing")) }
        } @else {
            ul.flags { @for (restraint, _) in said { (own_row(visit, &pen, restraint)) } }
        }
        (reach(visit, &pen))
    });
    Page::new(title, content).unlisted()
}

fn own_row(visit: &Visit, pen: &Pen<'_>, restraint: &Restraint) -> Markup {
    html! {
        li {
            strong { (pen.say(&format!("restraint-kind-{}", restraint.kind))) } " · "
            (time_ago(pen, restraint.span.begun_at)) " · " (stands(pen, restraint))
            @if let Some(piece) = restraint.about { " · " (about(visit, pen, piece)) }
            (reason(restraint))
        }
    }
}

/// The way to a person's page of moderators, from what they wrote or from their own page; nothing for those who may not go there.
pub fn way(
    visit: &Visit,
    pen: &Pen<'_>,
    author: Option<crate::domain::id::UserId>,
    about: Option<Piece>,
) -> Option<Markup> {
    let user = visit.viewer.user()?;
    let author = author.filter(|author| *author != user.id && user.reads_reports())?;
    let href = visit.site.urls.conduct_about(author, about);
    let label = pen.say("conduct-way");
    Some(link_button(pen, &label, &href, Some(Icon::Shield), Weight::Quiet))
}
