//! The invitations that were given, the form that gives one, and the link of one.

use maud::{Markup, html};

use super::{Part, column, part};
use crate::domain::body::LONGEST_REASON;
use crate::domain::cursor::PageOf;
use crate::domain::invitation::InvitationInput;
use crate::domain::role::Role;
use crate::domain::token::Token;
use crate::store::groups::Group;
use crate::store::invitations::Invitation;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Column, Field, Link, NoticeKind, Pen, PostButton, Problem, Weight, breadcrumb, check_group, copy_link, email_field,
    error_summary, notice, onward_pager, post_button, post_form, problem_with, section_head, submit_button, table,
    text_field, time_ago,
};
use crate::web::views::layout::page_head;

/// A slice of the invitations from the newest, below the form that gives one.
pub fn list(
    visit: &Visit,
    (given, is_further): (&PageOf<Invitation>, bool),
    groups: &[Group],
    input: &InvitationInput,
    problems: &[Problem],
) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let (title, here) = (pen.say("admin-invitations"), urls.admin_invitations());
    let older = given.more.map(|after| urls.page_after(&here, after));
    let content = html! {
        (column(&html! {
            (page_head(&title, Some(&pen.say("invitations-about")), html! {}))
            (error_summary(&pen, problems))
            (post_form(&here, &[], html! {
                (fields(&pen, groups, input, problems))
                (submit_button(&pen.say("invitation-give"), Weight::Primary))
            }))
        }))
        @if !given.items.is_empty() {
            (section_head(&pen, &pen.say("invitations-given"), None))
            (rows(visit, &pen, &given.items))
        }
        (onward_pager(&pen, is_further.then_some(here.as_str()), older.as_deref()))
    };
    framed(visit, &pen, &title, content)
}

/// Among the parts of the administration for whom that is open, and by itself for moderators.
fn framed(visit: &Visit, pen: &Pen<'_>, title: &str, content: Markup) -> Page {
    match visit.viewer.user().is_some_and(|user| user.role == Role::Admin) {
        true => part(visit, pen, Part::Invitations, title, &content),
        false => Page::new(title.to_owned(), content).unlisted(),
    }
}

fn fields(pen: &Pen<'_>, groups: &[Group], input: &InvitationInput, problems: &[Problem]) -> Markup {
    let labels = [
        "invitation-email",
        "invitation-uses",
        "invitation-days",
        "person-reason",
    ];
    let [email, uses, days, reason] = labels.map(|key| pen.say(key));
    let hints = ["invitation-email-hint", "invitation-uses-hint", "person-reason-hint"].map(|key| pen.say(key));
    let [email_hint, uses_hint, reason_hint] = &hints;
    html! {
        (email_field(pen, &Field {
            value: &input.email,
            hint: Some(email_hint),
            problem: problem_with(problems, "email"),
            optional: true,
            autocomplete: Some("off"),
            longest: Some(254),
            ..Field::new("email", &email)
        }))
        (text_field(pen, &Field {
            value: &input.uses,
            hint: Some(uses_hint),
            problem: problem_with(problems, "uses"),
            longest: Some(4),
            ..Field::new("uses", &uses)
        }))
        (text_field(pen, &Field {
            value: &input.days,
            problem: problem_with(problems, "days"),
            longest: Some(3),
            ..Field::new("days", &days)
        }))
        (groups_to_join(pen, groups, input, problems))
        (text_field(pen, &Field {
            value: &input.reason,
            hint: Some(reason_hint),
            problem: problem_with(problems, "reason"),
            optional: true,
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_REASON).ok(),
            ..Field::new("reason", &reason)
        }))
    }
}

/// The groups, of which several may be ticked; nothing while there is none.
fn groups_to_join(pen: &Pen<'_>, groups: &[Group], input: &InvitationInput, problems: &[Problem]) -> Markup {
    if groups.is_empty() {
        return html! {};
    }
    let label = pen.say("invitation-groups-to-join");
    let named: Vec<(String, String, &str)> = groups
        .iter()
        .enumerate()
        .map(|(place, group)| {
            let number = group.id.to_string();
            // Problems lead to the first.
            let id = match place {
                0 => "groups".to_owned(),
                _ => format!("group-{number}"),
            };
            (number, id, group.name.as_str())
        })
        .collect();
    let boxes: Vec<(Field<'_>, bool)> = named
        .iter()
        .map(|(number, id, name)| {
            let field = Field {
                value: number,
                id,
                ..Field::new("group", name)
            };
            (field, input.groups.contains(number))
        })
        .collect();
    let group = Field {
        problem: problem_with(problems, "groups"),
        ..Field::new("groups", &label)
    };
    check_group(pen, &group, &boxes)
}

fn rows(visit: &Visit, pen: &Pen<'_>, given: &[Invitation]) -> Markup {
    let labels = [
        "invitation-to",
        "invitation-groups-joined",
        "invitation-used",
        "invitation-by",
        "invitation-until",
        "category-acts",
    ];
    let [to, groups, used, by, until, acts] = labels.map(|key| pen.say(key));
    let columns = [
        Column::words(&to),
        Column::words(&groups),
        Column::words(&used),
        Column::words(&by),
        Column::words(&until),
        Column::buttons(&acts),
    ];
    let row = |one: &Invitation| {
        let used = [("used", one.uses.0.into()), ("most", one.uses.1.into())];
        vec![
            html! { @match &one.email { Some(email) => (email), None => (pen.say("invitation-a-link")) } },
            html! { span dir="auto" { (one.groups.join(", ")) } },
            html! { (pen.tell("invitation-used-of", &used)) },
            // One thing in its cell, beside which a phone writes the column's name.
            html! { span { @if let Some(name) = &one.invited_by.name { bdi { (name) } " " } (time_ago(pen, one.invited_at)) } },
            until_when(pen, one),
            end(visit, pen, one),
        ]
    };
    let rows: Vec<Vec<Markup>> = given.iter().map(row).collect();
    html! { div.admin-table { (table(&pen.say("invitations-given"), &columns, &rows)) } }
}

fn until_when(pen: &Pen<'_>, one: &Invitation) -> Markup {
    match one.ended_at {
        Some(_) => html! { (pen.say("invitation-is-ended")) },
        None => time_ago(pen, one.expires_at),
    }
}

fn end(visit: &Visit, pen: &Pen<'_>, one: &Invitation) -> Markup {
    let (action, label) = (visit.site.urls.admin_invitation_end(one.id), pen.say("invitation-end"));
    let button = PostButton {
        about: one.email.as_deref(),
        ..PostButton::new(&action, &label)
    };
    html! { @if one.ended_at.is_none() && one.uses.0 < one.uses.1 { (post_button(pen, &button)) } }
}

/// The link of an invitation, shown once.
pub fn link(visit: &Visit, token: &Token) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let (title, address) = (pen.say("invitation-link-title"), urls.invitation(token));
    let content = column(&html! {
        (breadcrumb(&pen, &[Link::new(pen.say("admin-invitations"), urls.admin_invitations())]))
        (page_head(&title, Some(&pen.say("invitation-link-about")), html! {}))
        (notice(&pen, NoticeKind::Warning, html! { p { (pen.say("claim-link-once")) } }))
        p.secret { code { (address) } }
        p { (copy_link(&pen, &pen.say("claim-link-copy"), &address)) }
    });
    framed(visit, &pen, &title, content)
}
