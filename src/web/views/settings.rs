//! One's own settings.

use maud::{Markup, html};

use super::components::{
    Column, Field, Link, Pen, PostButton, Problem, Weight, error_summary, password_field, post_button, post_form,
    problem_with, section_head, submit_button, table, text_area, text_field, time_ago,
};
use super::layout::{narrow, page_head};
use super::sign_up::password_hint;
use crate::domain::browser::Browser;
use crate::domain::person::LONGEST_NAME;
use crate::domain::sign_up::LONGEST_ABOUT;
use crate::store::sessions::SessionRow;
use crate::store::users::profiles::Own;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The profile, the password, and the browsers that are signed in; `profile` is the address of one's own page.
pub fn page(visit: &Visit, own: &Own, profile: &str, sessions: &[SessionRow], problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("settings-title");
    let content = narrow(html! {
        (page_head(&title, None, html! {}))
        (error_summary(&pen, problems))
        (section_head(&pen, &pen.say("settings-profile"), Some(&Link::new(pen.say("settings-see"), profile))))
        (profile_form(visit, &pen, own, problems))
        (section_head(&pen, &pen.say("settings-password"), None))
        (password_form(visit, &pen, own, problems))
        (section_head(&pen, &pen.say("settings-sessions"), None))
        (session_list(visit, &pen, sessions))
    });
    Page::new(title, content)
}

fn profile_form(visit: &Visit, pen: &Pen<'_>, own: &Own, problems: &[Problem]) -> Markup {
    let (name, about, hint) = (
        pen.say("field-name"),
        pen.say("field-about"),
        pen.say("settings-about-hint"),
    );
    post_form(
        &visit.site.urls.settings(),
        &[],
        html! {
            (text_field(pen, &Field {
                value: &own.name,
                problem: problem_with(problems, "name"),
                autocomplete: Some("nickname"),
                longest: u32::try_from(LONGEST_NAME).ok(),
                ..Field::new("name", &name)
            }))
            (text_area(pen, &Field {
                value: &own.about,
                hint: Some(&hint),
                problem: problem_with(problems, "about"),
                optional: true,
                longest: u32::try_from(LONGEST_ABOUT).ok(),
                ..Field::new("about", &about)
            }, 6))
            (submit_button(&pen.say("settings-save"), Weight::Primary))
        },
    )
}

fn password_form(visit: &Visit, pen: &Pen<'_>, own: &Own, problems: &[Problem]) -> Markup {
    let (current, new) = (pen.say("field-current-password"), pen.say("field-new-password"));
    let hint = password_hint(pen);
    html! {
        (post_form(&visit.site.urls.change_password(), &[], html! {
            @if let Some(email) = &own.email {
                p { (pen.tell("settings-email", &[("email", email.clone().into())])) }
            }
            (password_field(pen, &Field {
                problem: problem_with(problems, "current_password"),
                autocomplete: Some("current-password"),
                ..Field::new("current_password", &current)
            }))
            (password_field(pen, &Field {
                hint: Some(&hint),
                problem: problem_with(problems, "new_password"),
                autocomplete: Some("new-password"),
                ..Field::new("new_password", &new)
            }))
            (submit_button(&pen.say("settings-change-password"), Weight::Secondary))
        }))
    }
}

/// A browser in words; the whole of what it calls itself when nothing in it is known.
fn browser_name(pen: &Pen<'_>, agent: &str) -> String {
    match Browser::of(agent) {
        Browser {
            program: Some(program),
            system: Some(system),
        } => pen.tell("session-on", &[("browser", program.into()), ("system", system.into())]),
        Browser {
            program: Some(name), ..
        }
        | Browser { system: Some(name), .. } => name.to_owned(),
        _ if agent.is_empty() => pen.say("session-unknown"),
        _ => agent.to_owned(),
    }
}

fn session_list(visit: &Visit, pen: &Pen<'_>, sessions: &[SessionRow]) -> Markup {
    let (browser, since, seen) = (
        pen.say("session-browser"),
        pen.say("session-since"),
        pen.say("session-seen"),
    );
    let columns = [Column::words(&browser), Column::words(&since), Column::words(&seen)];
    let row = |session: &SessionRow| {
        let is_this = visit.session == Some(session.id);
        vec![
            html! { span dir="auto" { (browser_name(pen, &session.agent)) } @if is_this { " " strong { (pen.say("session-this")) } } },
            time_ago(pen, session.created_at),
            time_ago(pen, session.seen_at),
        ]
    };
    let rows: Vec<Vec<Markup>> = sessions.iter().map(row).collect();
    let (action, label) = (visit.site.urls.end_other_sessions(), pen.say("session-end-others"));
    let button = PostButton {
        weight: Weight::Secondary,
        ..PostButton::new(&action, &label)
    };
    html! {
        (table(&pen.say("session-caption"), &columns, &rows))
        @if sessions.len() > 1 { (post_button(pen, &button)) }
    }
}
