//! The list of tags, and the form of one.

use maud::{Markup, html};

use super::{Part, column, part};
use crate::domain::category::LONGEST_DESCRIPTION;
use crate::domain::tag::LONGEST_TAG;
use crate::store::tags::Tag;
use crate::web::Visit;
use crate::web::admin::tags::{TagEntry, TagForm, WithSynonyms};
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Column, Field, Icon, Link, Pen, PostButton, Problem, Weight, breadcrumb, check_box, disclosure, empty_state,
    error_summary, figure, link_button, list_search, pager, post_button, post_form, problem_with, submit_button, table,
    text_field,
};
use crate::web::views::layout::page_head;

/// One page of the tags in order of use; `q` is what was searched for.
pub fn list(visit: &Visit, q: &str, page: u16, tags: &[Tag], has_more: bool) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("admin-tags");
    let newer = (page > 1).then(|| urls.admin_tags_from(q, page - 1));
    let older = has_more.then(|| urls.admin_tags_from(q, page.saturating_add(1)));
    let content = html! {
        (page_head(&title, Some(&pen.say("tags-about")), html! {}))
        (list_search(&pen, &urls.admin_tags(), &pen.say("tags-search"), q))
        @if tags.is_empty() {
            (nothing(&pen, q, &urls.admin_tags()))
        } @else {
            (rows(visit, &pen, &title, tags))
        }
        (pager(&pen, newer.as_deref(), older.as_deref()))
    };
    part(visit, &pen, Part::Tags, &title, &content)
}

fn nothing(pen: &Pen<'_>, q: &str, all: &str) -> Markup {
    if q.trim().is_empty() {
        return empty_state(
            pen,
            Icon::Tag,
            &pen.say("tags-none-yet-title"),
            &pen.say("tags-none-yet"),
            html! {},
        );
    }
    let way = link_button(pen, &pen.say("tags-all"), all, None, Weight::Secondary);
    let told = pen.tell("tags-not-found", &[("q", q.trim().into())]);
    empty_state(pen, Icon::Search, &pen.say("nothing-found-title"), &told, way)
}

fn rows(visit: &Visit, pen: &Pen<'_>, title: &str, tags: &[Tag]) -> Markup {
    let [name, description, threads] = ["tag-name", "tag-description", "tag-threads"].map(|key| pen.say(key));
    let columns = [
        Column::words(&name),
        Column::words(&description),
        Column::numbers(&threads),
    ];
    let row = |tag: &Tag| {
        vec![
            html! { a href=(visit.site.urls.admin_tag_part(&tag.name, "edit")) { bdi { (tag.name) } } },
            html! { @if !tag.description.is_empty() { span dir="auto" { (tag.description) } } },
            html! { (figure(pen, tag.thread_count)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = tags.iter().map(row).collect();
    html! { div.admin-table { (table(title, &columns, &rows)) } }
}

/// The page of a tag with what was typed.
pub fn form(visit: &Visit, found: &WithSynonyms, entry: &TagEntry<'_>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let (urls, tag) = (&visit.site.urls, &found.tag);
    let taken = entry.twin.map(|twin| name_taken(&pen, twin));
    let problems: Vec<Problem> = entry.problems.iter().cloned().chain(taken).collect();
    let see = link_button(&pen, &pen.say("tag-see"), &urls.tag(&tag.name), None, Weight::Quiet);
    let content = column(&html! {
        (breadcrumb(&pen, &[Link::new(pen.say("admin-tags"), urls.admin_tags())]))
        (page_head(&tag.name, Some(&pen.count("tag-carried", tag.thread_count)), see))
        (error_summary(&pen, &problems))
        (post_form(&urls.admin_tag_part(&tag.name, "edit"), &[], html! {
            (fields(&pen, &entry.form, &problems))
            (keep_box(&pen, entry.form.keep_name))
            @if let Some(twin) = entry.twin { (merge_box(&pen, twin, entry.form.merge)) }
            (submit_button(&pen.say("tag-save"), Weight::Primary))
        }))
        (synonyms(visit, &pen, found, entry.synonym, &problems))
        (deletion(visit, &pen, tag))
    });
    part(visit, &pen, Part::Tags, &tag.name, &content)
}

/// The names that lead to the tag, each with a button that ends that, and the form of another one.
fn synonyms(visit: &Visit, pen: &Pen<'_>, found: &WithSynonyms, typed: &str, problems: &[Problem]) -> Markup {
    let urls = &visit.site.urls;
    let (add, remove) = (
        urls.admin_tag_part(&found.tag.name, "synonyms"),
        urls.admin_tag_part(&found.tag.name, "synonyms/remove"),
    );
    let (label, hint, remove_label) = (
        pen.say("tag-synonym"),
        pen.say("tag-synonym-hint"),
        pen.say("tag-synonym-remove"),
    );
    html! {
        section.set-apart aria-labelledby="synonyms" {
            h2 #synonyms { (pen.say("tag-synonyms")) }
            p { (pen.say("tag-synonyms-about")) }
            @if !found.synonyms.is_empty() {
                ul {
                    @for name in &found.synonyms {
                        li { bdi { (name) } " " (post_button(pen, &PostButton {
                            about: Some(name.as_str()),
                            hidden: &[("synonym", name.as_str())],
                            ..PostButton::new(&remove, &remove_label)
                        })) }
                    }
                }
            }
            (post_form(&add, &[], html! {
                (text_field(pen, &Field {
                    value: typed,
                    hint: Some(&hint),
                    problem: problem_with(problems, "synonym"),
                    autocomplete: Some("off"),
                    longest: u32::try_from(LONGEST_TAG).ok(),
                    ..Field::new("synonym", &label)
                }))
                (submit_button(&pen.say("tag-synonym-add"), Weight::Secondary))
            }))
        }
    }
}

fn keep_box(pen: &Pen<'_>, checked: bool) -> Markup {
    let (label, hint) = (pen.say("tag-keep-name"), pen.say("tag-keep-name-hint"));
    check_box(
        pen,
        &Field {
            hint: Some(&hint),
            ..Field::new("keep_name", &label)
        },
        checked,
    )
}

/// Says whose name it is, and how to go on.
fn name_taken(pen: &Pen<'_>, twin: &Tag) -> Problem {
    let values = [("twin", twin.name.as_str().into()), ("count", twin.thread_count.into())];
    Problem::new("name", pen.tell("tag-name-taken", &values)).labelled(Some(pen.say("problem-field-name")))
}

fn merge_box(pen: &Pen<'_>, twin: &Tag, checked: bool) -> Markup {
    let label = pen.tell("tag-merge", &[("twin", twin.name.as_str().into())]);
    let hint = pen.say("tag-merge-hint");
    check_box(
        pen,
        &Field {
            hint: Some(&hint),
            ..Field::new("merge", &label)
        },
        checked,
    )
}

fn fields(pen: &Pen<'_>, form: &TagForm, problems: &[Problem]) -> Markup {
    let (name, name_hint) = (pen.say("tag-name"), pen.say("tag-name-hint"));
    let (description, description_hint) = (pen.say("tag-description"), pen.say("tag-description-hint"));
    html! {
        (text_field(pen, &Field {
            value: &form.name,
            hint: Some(&name_hint),
            problem: problem_with(problems, "name"),
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_TAG).ok(),
            ..Field::new("name", &name)
        }))
        (text_field(pen, &Field {
            value: &form.description,
            hint: Some(&description_hint),
            problem: problem_with(problems, "description"),
            optional: true,
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_DESCRIPTION).ok(),
            ..Field::new("description", &description)
        }))
    }
}

/// The button that deletes stands behind one that says what is lost.
fn deletion(visit: &Visit, pen: &Pen<'_>, tag: &Tag) -> Markup {
    let (action, label) = (
        visit.site.urls.admin_tag_part(&tag.name, "delete"),
        pen.say("tag-delete-now"),
    );
    let button = PostButton {
        weight: Weight::Danger,
        ..PostButton::new(&action, &label)
    };
    let content = html! {
        p { (pen.count("tag-delete-about", tag.thread_count)) }
        (post_button(pen, &button))
    };
    html! { div.set-apart { (disclosure(pen, &pen.say("tag-delete"), Some(Icon::Trash), content)) } }
}
