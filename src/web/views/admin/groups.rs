//! The list of groups, one with its people, and what groups are granted in a private category.

use maud::{Markup, html};

use super::{Part, column, part};
use crate::domain::body::LONGEST_REASON;
use crate::domain::category::LONGEST_DESCRIPTION;
use crate::domain::cursor::PageOf;
use crate::domain::grant::Grant;
use crate::domain::group::{GroupInput, LONGEST_GROUP_NAME};
use crate::domain::id::UserId;
use crate::store::categories::Category;
use crate::store::grants::Granted;
use crate::store::groups::Group;
use crate::store::users::directory::PersonPage;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Choice, Column, Field, Link, Pen, PostButton, Problem, Weight, breadcrumb, error_summary, figure, onward_pager,
    post_button, post_form, problem_with, section_head, select_field, submit_button, table, text_field,
};
use crate::web::views::layout::page_head;

/// A group, as its page shows it.
pub struct GroupPage {
    /// The group.
    pub group: Group,
    /// The private categories that it sees: address, name, and what it may do there.
    pub grants: Vec<(String, String, Grant)>,
    /// A slice of its people.
    pub members: PageOf<(UserId, String)>,
    /// Whether people stand before this slice.
    pub is_further: bool,
}

/// What was typed into the forms of a group.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// Its words.
    pub words: Option<GroupInput>,
    /// Who is to come in, or leave.
    pub person: String,
    /// Why they are.
    pub put_reason: String,
    /// Why the group is to be taken apart.
    pub delete_reason: String,
}

/// All groups, and the form that makes one.
pub fn list(visit: &Visit, groups: &[Group], input: &GroupInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("admin-groups");
    let labels = ["group-name", "group-description", "group-member-count"];
    let [name, description, count] = labels.map(|key| pen.say(key));
    let columns = [
        Column::words(&name),
        Column::words(&description),
        Column::numbers(&count),
    ];
    let row = |group: &Group| {
        vec![
            html! { a href=(urls.admin_group(group.id)) dir="auto" { (group.name) } },
            html! { span dir="auto" { (described(&pen, group)) } },
            html! { (figure(&pen, group.member_count)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = groups.iter().map(row).collect();
    let content = html! {
        (page_head(&title, Some(&pen.say("groups-about")), html! {}))
        (error_summary(&pen, problems))
        div.admin-table.level { (table(&title, &columns, &rows)) }
        (column(&html! {
            (section_head(&pen, &pen.say("group-new"), None))
            (post_form(&urls.admin_groups(), &[], html! {
                (words(&pen, input, problems))
                (reason(&pen, ("reason", "reason"), &input.reason, problems))
                (submit_button(&pen.say("group-make"), Weight::Primary))
            }))
        }))
    };
    part(visit, &pen, Part::Groups, &title, &content)
}

fn described(pen: &Pen<'_>, group: &Group) -> String {
    match group.is_built_in {
        true => pen.say("group-staff-about"),
        false => group.description.clone(),
    }
}

fn words(pen: &Pen<'_>, input: &GroupInput, problems: &[Problem]) -> Markup {
    let (name, description) = (pen.say("group-name"), pen.say("group-description"));
    html! {
        (text_field(pen, &Field {
            value: &input.name,
            problem: problem_with(problems, "name"),
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_GROUP_NAME).ok(),
            ..Field::new("name", &name)
        }))
        (text_field(pen, &Field {
            value: &input.description,
            problem: problem_with(problems, "description"),
            optional: true,
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_DESCRIPTION).ok(),
            ..Field::new("description", &description)
        }))
    }
}

/// Why something is done; it stands in the log.
fn reason(pen: &Pen<'_>, (id, name): (&str, &str), value: &str, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say("person-reason"), pen.say("person-reason-hint"));
    let field = Field {
        id,
        value,
        hint: Some(&hint),
        problem: problem_with(problems, name),
        optional: true,
        autocomplete: Some("off"),
        longest: u32::try_from(LONGEST_REASON).ok(),
        ..Field::new(name, &label)
    };
    text_field(pen, &field)
}

/// A group with what it may do and who is in it.
pub fn page(visit: &Visit, page: &GroupPage, typed: &Typed, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let (urls, group) = (&visit.site.urls, &page.group);
    let about = described(&pen, group);
    let here = urls.admin_group(group.id);
    let older = page.members.more.map(|after| urls.page_after(&here, after));
    let content = column(&html! {
        (breadcrumb(&pen, &[Link::new(pen.say("admin-groups"), urls.admin_groups())]))
        (page_head(&group.name, (!about.is_empty()).then_some(about.as_str()), html! {}))
        (error_summary(&pen, problems))
        (granted(visit, &pen, page))
        (section_head(&pen, &pen.say("group-people"), None))
        @if !group.is_built_in { (put(visit, &pen, group, typed, problems)) }
        @if page.members.items.is_empty() { p { (pen.say("group-empty")) } } @else { (members(visit, &pen, page)) }
        (onward_pager(&pen, page.is_further.then_some(here.as_str()), older.as_deref()))
        @if !group.is_built_in { (changes(visit, &pen, group, typed, problems)) }
    });
    part(visit, &pen, Part::Groups, &group.name, &content)
}

fn granted(visit: &Visit, pen: &Pen<'_>, page: &GroupPage) -> Markup {
    html! {
        (section_head(pen, &pen.say("group-grants"), None))
        @if page.grants.is_empty() {
            p { (pen.say("group-grants-none")) }
        } @else {
            ul {
                @for (slug, name, grant) in &page.grants {
                    li {
                        a href=(visit.site.urls.admin_category(slug)) dir="auto" { (name) }
                        ": " (pen.say(&format!("grant-{grant}")))
                    }
                }
            }
        }
    }
}

fn put(visit: &Visit, pen: &Pen<'_>, group: &Group, typed: &Typed, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say("group-person"), pen.say("group-person-hint"));
    let field = Field {
        value: &typed.person,
        hint: Some(&hint),
        problem: problem_with(problems, "person"),
        autocomplete: Some("off"),
        ..Field::new("person", &label)
    };
    let take = visit.site.urls.admin_group_part(group.id, "take");
    post_form(
        &visit.site.urls.admin_group_part(group.id, "put"),
        &[],
        html! {
            (text_field(pen, &field))
            (reason(pen, ("put_reason", "put_reason"), &typed.put_reason, problems))
            div.next-buttons {
                (submit_button(&pen.say("group-put"), Weight::Primary))
                button.button type="submit" formaction=(take) { (pen.say("group-take-named")) }
            }
        },
    )
}

fn members(visit: &Visit, pen: &Pen<'_>, page: &GroupPage) -> Markup {
    let (urls, group) = (&visit.site.urls, &page.group);
    let (name, acts) = (pen.say("person-name"), pen.say("category-acts"));
    let (columns, label) = ([Column::words(&name), Column::buttons(&acts)], pen.say("group-take"));
    let action = urls.admin_group_part(group.id, "take");
    let row = |(id, name): &(UserId, String)| {
        let number = id.to_string();
        let hidden = [("user", number.as_str())];
        let button = PostButton {
            about: Some(name),
            hidden: &hidden,
            ..PostButton::new(&action, &label)
        };
        vec![
            html! { a href=(urls.admin_person(*id)) { bdi { (name) } } },
            html! { @if !group.is_built_in { (post_button(pen, &button)) } },
        ]
    };
    let rows: Vec<Vec<Markup>> = page.members.items.iter().map(row).collect();
    html! { div.admin-table { (table(&pen.say("group-people"), &columns, &rows)) } }
}

fn changes(visit: &Visit, pen: &Pen<'_>, group: &Group, typed: &Typed, problems: &[Problem]) -> Markup {
    let urls = &visit.site.urls;
    let present = GroupInput {
        name: group.name.clone(),
        description: group.description.clone(),
        reason: String::new(),
    };
    let words_typed = typed.words.as_ref().unwrap_or(&present);
    html! {
        (section_head(pen, &pen.say("group-words"), None))
        (post_form(&urls.admin_group(group.id), &[], html! {
            (words(pen, words_typed, problems))
            (reason(pen, ("reason", "reason"), &words_typed.reason, problems))
            (submit_button(&pen.say("group-save"), Weight::Secondary))
        }))
        p { (pen.say("group-delete-about")) }
        (post_form(&urls.admin_group_part(group.id, "delete"), &[], html! {
            (reason(pen, ("delete_reason", "delete_reason"), &typed.delete_reason, problems))
            (submit_button(&pen.say("group-delete"), Weight::Danger))
        }))
    }
}

/// What groups may do in a private category, below its form.
pub(super) fn of_category(visit: &Visit, pen: &Pen<'_>, category: &Category, groups: &[Granted]) -> Markup {
    let columns = [
        pen.say("group-name"),
        pen.say("group-member-count"),
        pen.say("group-level"),
    ];
    let [name, count, level] = &columns;
    let columns = [Column::words(name), Column::numbers(count), Column::buttons(level)];
    let row = |granted: &Granted| {
        vec![
            html! { a href=(visit.site.urls.admin_group(granted.group.0)) dir="auto" { (granted.group.1) } },
            html! { (figure(pen, granted.member_count)) },
            level_form(visit, pen, category, granted),
        ]
    };
    let rows: Vec<Vec<Markup>> = groups.iter().map(row).collect();
    html! {
        (section_head(pen, &pen.say("category-groups"), None))
        p { (pen.say("category-groups-about")) }
        div.admin-table { (table(&pen.say("category-groups"), &columns, &rows)) }
    }
}

fn level_form(visit: &Visit, pen: &Pen<'_>, category: &Category, granted: &Granted) -> Markup {
    let label = pen.tell("group-level-of", &[("name", granted.group.1.as_str().into())]);
    let nothing = pen.say("grant-nothing");
    let said: Vec<(&str, String)> = Grant::ALL
        .iter()
        .map(|grant| (grant.as_str(), pen.say(&format!("grant-{grant}"))))
        .collect();
    let mut choices = vec![Choice::plain("", &nothing)];
    choices.extend(said.iter().map(|(value, label)| Choice::plain(value, label)));
    let (group, id) = (granted.group.0.to_string(), format!("level-{}", granted.group.0));
    let (why, reason_label) = (format!("reason-{}", granted.group.0), pen.say("person-reason"));
    let reason = Field {
        id: &why,
        optional: true,
        autocomplete: Some("off"),
        longest: u32::try_from(LONGEST_REASON).ok(),
        ..Field::new("reason", &reason_label)
    };
    let field = Field {
        id: &id,
        value: granted.grant.map_or("", Grant::as_str),
        ..Field::new("level", &label)
    };
    post_form(
        &visit.site.urls.admin_category_groups(&category.slug),
        &[("group", &group)],
        html! {
            (select_field(pen, &field, &choices))
            (text_field(pen, &reason))
            (submit_button(&pen.say("group-level-save"), Weight::Secondary))
        },
    )
}

/// The groups of a person, each with the button that takes them out or puts them in.
pub(super) fn of_person(visit: &Visit, pen: &Pen<'_>, page: &PersonPage) -> Markup {
    let button = |(group, is_in): &(Group, bool)| {
        let (part, key) = match is_in {
            true => ("take", "group-take-out-of"),
            false => ("put", "group-put-into"),
        };
        let action = visit.site.urls.admin_group_part(group.id, part);
        let label = pen.tell(key, &[("name", group.name.as_str().into())]);
        let user = page.person.id.to_string();
        let hidden = [("user", user.as_str()), ("from", "person")];
        let button = PostButton {
            hidden: &hidden,
            weight: Weight::Secondary,
            ..PostButton::new(&action, &label)
        };
        post_button(pen, &button)
    };
    html! {
        @if !page.groups.is_empty() {
            (section_head(pen, &pen.say("admin-groups"), None))
            p { (pen.say("person-groups-about")) }
            @for group in &page.groups { (button(group)) " " }
        }
    }
}
