//! The list of people, a person's page, and the link to an imported account.

use maud::{Markup, html};

use super::{Part, column, part};
use crate::domain::cursor::PageOf;
use crate::domain::role::Role;
use crate::domain::token::Token;
use crate::store::users::directory::{PersonPage, PersonRow};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Choice, Column, Fact, Field, Icon, Link, NoticeKind, Pen, PostButton, Problem, Weight, breadcrumb, copy_link,
    empty_state, error_summary, fact_list, icon, link_button, list_search, notice, onward_pager, person_head,
    post_button, post_form, problem_with, radio_group, role_mark, section_head, submit_button, table, text_area,
    text_field, time_ago,
};
use crate::web::views::layout::page_head;

/// One page of the people from the newest; `q` is what was searched for.
pub fn list(visit: &Visit, q: &str, people: &PageOf<PersonRow>, is_further: bool) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("admin-people");
    let here = urls.admin_people_named(q.trim());
    let older = people.more.map(|after| urls.page_after(&here, after));
    let content = html! {
        (page_head(&title, None, html! {}))
        (list_search(&pen, &urls.admin_people(), &pen.say("people-search"), q))
        @if people.items.is_empty() {
            (nothing(&pen, q, &urls.admin_people()))
        } @else {
            (rows(visit, &pen, &title, &people.items))
        }
        (onward_pager(&pen, is_further.then_some(here.as_str()), older.as_deref()))
    };
    part(visit, &pen, Part::People, &title, &content)
}

fn nothing(pen: &Pen<'_>, q: &str, all: &str) -> Markup {
    let way = link_button(pen, &pen.say("people-all"), all, None, Weight::Secondary);
    let told = pen.tell("people-not-found", &[("q", q.trim().into())]);
    empty_state(pen, Icon::Search, &pen.say("nothing-found-title"), &told, way)
}

fn rows(visit: &Visit, pen: &Pen<'_>, title: &str, people: &[PersonRow]) -> Markup {
    let labels = [
        "person-name",
        "person-roles",
        "person-email",
        "person-joined",
        "person-seen",
    ];
    let [name, roles, email, joined, seen] = labels.map(|key| pen.say(key));
    let columns = [&name, &roles, &email, &joined, &seen].map(|label| Column::words(label));
    let row = |person: &PersonRow| {
        vec![
            html! { a href=(visit.site.urls.admin_person(person.id)) { bdi { (person.name) } } },
            marks(pen, person),
            html! { @if let Some(email) = &person.email { (email) } },
            time_ago(pen, person.created_at),
            html! { @if let Some(seen) = person.seen_at { (time_ago(pen, seen)) } @else { (pen.say("person-never")) } },
        ]
    };
    let rows: Vec<Vec<Markup>> = people.iter().map(row).collect();
    html! { div.admin-table { (table(title, &columns, &rows)) } }
}

fn marks(pen: &Pen<'_>, person: &PersonRow) -> Markup {
    let roles = roles(pen, person);
    let (is_imported, suspended_at) = (!person.has_password, person.suspended_at(pen.now));
    html! {
        @if !roles.is_empty() || is_imported || suspended_at.is_some() {
            span.marks {
                @for role in &roles { (role_mark(role)) }
                @if is_imported { (role_mark(&pen.say("person-unclaimed"))) }
                @if suspended_at.is_some() {
                    span.mark.dead { (icon(pen, Icon::Lock)) (pen.say("person-suspended")) }
                }
            }
        }
    }
}

/// What stands out about a person; members are the rule.
fn roles(pen: &Pen<'_>, person: &PersonRow) -> Vec<String> {
    let role = (person.role != Role::Member).then(|| role_key(person.role));
    let staff = person.is_staff.then_some("role-staff");
    role.into_iter().chain(staff).map(|key| pen.say(key)).collect()
}

fn role_key(role: Role) -> &'static str {
    match role {
        Role::Member => "role-member",
        Role::Helper => "role-helper",
        Role::Moderator => "role-moderator",
        Role::Admin => "role-admin",
    }
}

/// What was typed into the forms of a person's page.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The chosen role; the present one when nothing was chosen.
    pub role: Option<String>,
    /// Why the role changes.
    pub role_reason: String,
    /// Why the person is suspended.
    pub suspension_reason: String,
}

/// A person, and what an administrator may do.
pub fn page(visit: &Visit, page: &PersonPage, typed: &Typed, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let person = &page.person;
    let joined = html! { (pen.say("user-since")) " " (time_ago(&pen, person.created_at)) };
    let public = html! { a href=(urls.user(person.id, &person.name)) { (pen.say("person-public-page")) } };
    let content = column(&html! {
        (breadcrumb(&pen, &[Link::new(pen.say("admin-people"), urls.admin_people())]))
        (person_head(&person.name, &roles(&pen, person), &[joined, public]))
        (error_summary(&pen, problems))
        @if let Some(since) = person.suspended_at(visit.now) { (suspended(&pen, since)) }
        (fact_list(None, &facts(&pen, person)))
        @if !person.has_password { (claim(visit, &pen, person)) }
        (role(visit, &pen, page, typed, problems))
        (staff(visit, &pen, person))
        (super::groups::of_person(visit, &pen, page))
        @if page.has_second_factor { (second_factor(visit, &pen, person)) }
        (suspension(visit, &pen, page, typed, problems))
    });
    part(visit, &pen, Part::People, &person.name, &content)
}

fn suspended(pen: &Pen<'_>, since: chrono::DateTime<chrono::Utc>) -> Markup {
    notice(
        pen,
        NoticeKind::Warning,
        html! { p { (pen.say("person-suspended-since")) " " (time_ago(pen, since)) } },
    )
}

fn facts(pen: &Pen<'_>, person: &PersonRow) -> Vec<Fact> {
    let email = person.email.clone().unwrap_or_else(|| pen.say("person-no-email"));
    let trust = pen.say(&format!("trust-{}", person.trust));
    let seen = match person.seen_at {
        Some(seen) => time_ago(pen, seen),
        None => html! { (pen.say("person-never")) },
    };
    let sign_in = if person.has_password {
        "person-signs-in"
    } else {
        "person-cannot-sign-in"
    };
    vec![
        Fact::new(pen.say("person-email"), html! { (email) }),
        Fact::new(pen.say("person-account"), html! { (pen.say(sign_in)) }),
        Fact::new(pen.say("person-seen"), seen),
        Fact::new(pen.say("person-trust"), html! { (trust) }),
    ]
}

fn claim(visit: &Visit, pen: &Pen<'_>, person: &PersonRow) -> Markup {
    let (action, label) = (
        visit.site.urls.admin_person_part(person.id, "claim-link"),
        pen.say("claim-link-make"),
    );
    let button = PostButton {
        weight: Weight::Secondary,
        icon: Some(Icon::Link),
        ..PostButton::new(&action, &label)
    };
    html! {
        (section_head(pen, &pen.say("claim-link-title"), None))
        p { (pen.say("claim-link-about")) }
        (post_button(pen, &button))
    }
}

fn role(visit: &Visit, pen: &Pen<'_>, page: &PersonPage, typed: &Typed, problems: &[Problem]) -> Markup {
    let person = &page.person;
    let said = |role: Role| {
        (
            role.as_str(),
            pen.say(role_key(role)),
            pen.say(&format!("{}-hint", role_key(role))),
        )
    };
    let said: Vec<(&str, String, String)> = Role::ALL.iter().copied().map(said).collect();
    let choices: Vec<Choice<'_>> = said
        .iter()
        .map(|(value, label, hint)| Choice {
            value,
            label,
            hint: Some(hint),
        })
        .collect();
    let problem = problem_with(problems, "role");
    let (label, last) = (pen.say("person-role"), pen.say("person-last-admin"));
    let (reason, reason_hint) = (pen.say("person-reason"), pen.say("person-reason-hint"));
    html! {
        (section_head(pen, &label, None))
        (post_form(&visit.site.urls.admin_person_part(person.id, "role"), &[], html! {
            (radio_group(pen, &Field {
                value: typed.role.as_deref().unwrap_or(person.role.as_str()),
                hint: (page.is_last_admin && problem.is_none()).then_some(last.as_str()),
                problem,
                ..Field::new("role", &pen.say("person-may"))
            }, &choices))
            (text_field(pen, &Field {
                value: &typed.role_reason,
                hint: Some(&reason_hint),
                problem: problem_with(problems, "role_reason"),
                optional: true,
                autocomplete: Some("off"),
                ..Field::new("role_reason", &reason)
            }))
            (submit_button(&pen.say("person-change-role"), Weight::Secondary))
        }))
    }
}

fn second_factor(visit: &Visit, pen: &Pen<'_>, person: &PersonRow) -> Markup {
    let action = visit.site.urls.admin_person_part(person.id, "second-factor");
    let label = pen.say("person-end-second-factor");
    let button = PostButton {
        weight: Weight::Danger,
        ..PostButton::new(&action, &label)
    };
    html! {
        (section_head(pen, &pen.say("second-factor-title"), None))
        p { (pen.say("person-second-factor-about")) }
        (post_button(pen, &button))
    }
}

fn staff(visit: &Visit, pen: &Pen<'_>, person: &PersonRow) -> Markup {
    let action = visit.site.urls.admin_person_part(person.id, "staff");
    let (key, staff) = if person.is_staff {
        ("staff-leave", "false")
    } else {
        ("staff-join", "true")
    };
    let (label, hidden) = (pen.say(key), [("staff", staff)]);
    let button = PostButton {
        weight: Weight::Secondary,
        hidden: &hidden,
        ..PostButton::new(&action, &label)
    };
    html! {
        (section_head(pen, &pen.say("role-staff"), None))
        p { (pen.say("staff-about")) }
        (post_button(pen, &button))
    }
}

fn suspension(visit: &Visit, pen: &Pen<'_>, page: &PersonPage, typed: &Typed, problems: &[Problem]) -> Markup {
    let person = &page.person;
    let is_refused = problem_with(problems, "suspension_reason").is_some();
    let is_self = visit.viewer.id() == Some(person.id);
    html! {
        (section_head(pen, &pen.say("suspension-title"), None))
        @if person.suspended_at(visit.now).is_some() && !is_refused {
            (lift(visit, pen, person))
        } @else if page.is_last_admin && !is_refused {
            p { (pen.say("person-last-admin")) }
        } @else if is_self && !is_refused {
            p { (pen.say("problem-suspend-self")) }
        } @else {
            p { (pen.say("suspension-about")) " " a href=(visit.site.urls.conduct(person.id)) { (pen.say("suspension-more")) } }
            (suspend_form(visit, pen, person, typed, problems))
        }
    }
}

fn lift(visit: &Visit, pen: &Pen<'_>, person: &PersonRow) -> Markup {
    let (action, label) = (
        visit.site.urls.admin_person_part(person.id, "unsuspend"),
        pen.say("suspension-lift"),
    );
    post_button(
        pen,
        &PostButton {
            weight: Weight::Secondary,
            ..PostButton::new(&action, &label)
        },
    )
}

fn suspend_form(visit: &Visit, pen: &Pen<'_>, person: &PersonRow, typed: &Typed, problems: &[Problem]) -> Markup {
    let (reason, hint) = (pen.say("person-reason"), pen.say("person-reason-hint"));
    let field = Field {
        value: &typed.suspension_reason,
        hint: Some(&hint),
        problem: problem_with(problems, "suspension_reason"),
        ..Field::new("suspension_reason", &reason)
    };
    post_form(
        &visit.site.urls.admin_person_part(person.id, "suspend"),
        &[],
        html! { (text_area(pen, &field, 2)) (submit_button(&pen.say("suspension-suspend"), Weight::Danger)) },
    )
}

/// The link by which a person takes over their imported account, shown once.
pub fn claim_link(visit: &Visit, person: &PersonRow, token: &Token) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let (title, address) = (pen.say("claim-link-title"), urls.claim_account(token));
    let told = pen.tell("claim-link-hand-over", &[("name", person.name.as_str().into())]);
    let way = [
        Link::new(pen.say("admin-people"), urls.admin_people()),
        Link::new(person.name.clone(), urls.admin_person(person.id)),
    ];
    let content = column(&html! {
        (breadcrumb(&pen, &way))
        (page_head(&title, Some(&told), html! {}))
        (notice(&pen, NoticeKind::Warning, html! { p { (pen.say("claim-link-once")) } }))
        p.secret { code { (address) } }
        p { (copy_link(&pen, &pen.say("claim-link-copy"), &address)) }
    });
    part(visit, &pen, Part::People, &title, &content)
}
