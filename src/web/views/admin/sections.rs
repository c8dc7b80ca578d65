//! The list of sections, and the form of one.

use maud::{Markup, html};

use super::{Part, column, part};
use crate::domain::category::LONGEST_DESCRIPTION;
use crate::domain::id::SectionId;
use crate::domain::section::{LONGEST_SECTION_NAME, SectionInput};
use crate::store::sections::Section;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Choice, Column, Field, Icon, Link, Pen, PostButton, Problem, Weight, actions, breadcrumb, empty_state,
    error_summary, figure, link_button, post_button, post_form, problem_with, select_field, submit_button, table,
    text_field,
};
use crate::web::views::layout::page_head;

/// The sections in their order, each with what can be done to it.
pub fn list(visit: &Visit, sections: &[Section]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("admin-sections");
    let new = link_button(
        &pen,
        &pen.say("section-new"),
        &visit.site.urls.admin_new_section(),
        Some(Icon::Plus),
        Weight::Primary,
    );
    let content = html! {
        @if sections.is_empty() {
            (page_head(&title, None, html! {}))
            (empty_state(&pen, Icon::Article, &pen.say("sections-none"), &pen.say("sections-none-about"), new))
        } @else {
            (page_head(&title, Some(&pen.say("sections-about")), new))
            (rows(visit, &pen, &title, sections))
        }
    };
    part(visit, &pen, Part::Sections, &title, &content)
}

fn rows(visit: &Visit, pen: &Pen<'_>, title: &str, sections: &[Section]) -> Markup {
    let labels = ["section-name", "section-article-count", "category-acts"];
    let [name, articles, acts] = labels.map(|key| pen.say(key));
    let columns = [Column::words(&name), Column::numbers(&articles), Column::buttons(&acts)];
    let row = |section: &Section| {
        vec![
            html! {
                @if section.parent.is_some() { span aria-hidden="true" { "– " } }
                a href=(visit.site.urls.admin_section(section.id)) dir="auto" { (section.name) }
            },
            html! { (figure(pen, section.article_count)) },
            acts_on(visit, pen, section),
        ]
    };
    let rows: Vec<Vec<Markup>> = sections.iter().map(row).collect();
    html! { div.admin-table.level { (table(title, &columns, &rows)) } }
}

fn acts_on(visit: &Visit, pen: &Pen<'_>, section: &Section) -> Markup {
    let act = |part: &str, key: &str, drawing: Icon| {
        let (action, label) = (visit.site.urls.admin_section_part(section.id, part), pen.say(key));
        let button = PostButton {
            about: Some(&section.name),
            icon: Some(drawing),
            ..PostButton::new(&action, &label)
        };
        post_button(pen, &button)
    };
    let acts = [
        act("up", "category-move-up", Icon::ArrowUp),
        act("down", "category-move-down", Icon::ArrowDown),
        act("delete", "post-delete", Icon::Trash),
    ];
    actions(
        &pen.tell("category-acts-on", &[("name", section.name.as_str().into())]),
        &acts,
    )
}

/// The form of a new section, or of one that is there, with what was typed into it.
pub fn form(
    visit: &Visit,
    sections: &[Section],
    id: Option<SectionId>,
    input: &SectionInput,
    problems: &[Problem],
) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let section = sections.iter().find(|section| Some(section.id) == id);
    let title = section.map_or_else(|| pen.say("section-new"), |section| section.name.clone());
    let action = id.map_or_else(|| urls.admin_new_section(), |id| urls.admin_section(id));
    let button = if id.is_some() { "category-save" } else { "section-make" };
    let content = column(&html! {
        (breadcrumb(&pen, &[Link::new(pen.say("admin-sections"), urls.admin_sections())]))
        (page_head(&title, None, html! {}))
        (error_summary(&pen, problems))
        (post_form(&action, &[], html! {
            (fields(&pen, sections, id, input, problems))
            (submit_button(&pen.say(button), Weight::Primary))
        }))
    });
    part(visit, &pen, Part::Sections, &title, &content)
}

fn fields(
    pen: &Pen<'_>,
    sections: &[Section],
    id: Option<SectionId>,
    input: &SectionInput,
    problems: &[Problem],
) -> Markup {
    let labels = [
        "section-name",
        "category-description",
        "section-parent",
        "section-at-top",
    ];
    let [name, description, parent, at_top] = labels.map(|key| pen.say(key));
    let others = sections
        .iter()
        .filter(|other| other.parent.is_none() && Some(other.id) != id);
    let others: Vec<(String, &str)> = others
        .map(|other| (other.id.to_string(), other.name.as_str()))
        .collect();
    let choice = |value, label| Choice::plain(value, label);
    let mut choices = vec![choice("", &at_top)];
    choices.extend(others.iter().map(|(value, label)| choice(value, label)));
    html! {
        (text_field(pen, &Field {
            value: &input.name,
            problem: problem_with(problems, "name"),
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_SECTION_NAME).ok(),
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
        (select_field(pen, &Field {
            value: &input.parent,
            problem: problem_with(problems, "parent"),
            ..Field::new("parent", &parent)
        }, &choices))
    }
}
