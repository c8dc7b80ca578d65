//! The list of categories, and the form of one.

use maud::{Markup, html};

use super::{Part, column, part};
use crate::domain::category::{Audience, CategoryInput, Kinds, LONGEST_CATEGORY_NAME, LONGEST_DESCRIPTION, PRIVATE};
use crate::domain::thread::ThreadKind;
use crate::store::categories::Category;
use crate::store::grants::Granted;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Choice, Column, Field, Icon, Link, NoticeKind, Pen, PostButton, Problem, Weight, actions, breadcrumb, check_group,
    empty_state, error_summary, figure, icon, link_button, notice, post_button, post_form, problem_with, radio_group,
    submit_button, table, text_area, text_field,
};
use crate::web::views::layout::page_head;

/// The categories in their order, each with what can be done to it.
pub fn list(visit: &Visit, categories: &[Category]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("admin-categories");
    let new = link_button(
        &pen,
        &pen.say("category-new"),
        &visit.site.urls.admin_new_category(),
        Some(Icon::Plus),
        Weight::Primary,
    );
    let content = html! {
        @if categories.is_empty() {
            (page_head(&title, None, html! {}))
            (empty_state(&pen, Icon::Category, &pen.say("categories-none-title"), &pen.say("categories-none"), new))
        } @else {
            (page_head(&title, Some(&pen.say("categories-about")), new))
            (rows(visit, &pen, &title, categories))
        }
    };
    part(visit, &pen, Part::Categories, &title, &content)
}

fn rows(visit: &Visit, pen: &Pen<'_>, title: &str, categories: &[Category]) -> Markup {
    let labels = [
        "category-name",
        "category-audience",
        "category-takes",
        "category-thread-count",
        "category-acts",
    ];
    let [name, audience, takes, threads, acts] = labels.map(|key| pen.say(key));
    let columns = [
        Column::words(&name),
        Column::words(&audience),
        Column::words(&takes),
        Column::numbers(&threads),
        Column::buttons(&acts),
    ];
    let last = categories.len().saturating_sub(1);
    let row = |(place, category): (usize, &Category)| {
        vec![
            named(visit, pen, category),
            html! { (pen.say(audience_key(category.audience))) },
            html! { (kinds(pen, category.kinds)) },
            html! { (figure(pen, category.thread_count)) },
            acts_on(visit, pen, category, place > 0, place < last),
        ]
    };
    let rows: Vec<Vec<Markup>> = categories.iter().enumerate().map(row).collect();
    html! { div.admin-table.level { (table(title, &columns, &rows)) } }
}

fn named(visit: &Visit, pen: &Pen<'_>, category: &Category) -> Markup {
    html! {
        a href=(visit.site.urls.admin_category(&category.slug)) dir="auto" { (category.name) }
        @if category.archived_at.is_some() {
            " " span.mark.closed { (icon(pen, Icon::Lock)) (pen.say("category-is-archived")) }
        }
    }
}

fn audience_key(audience: Audience) -> &'static str {
    match audience {
        Audience::Public => "audience-public",
        Audience::SignedIn => "audience-signed-in",
        Audience::Staff => "audience-staff",
        Audience::Private(_) => "audience-private",
    }
}

fn kinds(pen: &Pen<'_>, kinds: Kinds) -> String {
    let names: Vec<String> = kinds.iter().map(|kind| pen.say(kind_key(kind))).collect();
    names.join(", ")
}

fn kind_key(kind: ThreadKind) -> &'static str {
    match kind {
        ThreadKind::Question => "kind-questions",
        ThreadKind::Discussion => "kind-discussions",
        ThreadKind::Announcement => "kind-announcements",
    }
}

fn acts_on(visit: &Visit, pen: &Pen<'_>, category: &Category, may_rise: bool, may_sink: bool) -> Markup {
    let act = |part: &str, key: &str, drawing: Option<Icon>| {
        let (action, label) = (visit.site.urls.admin_category_part(&category.slug, part), pen.say(key));
        let button = PostButton {
            about: Some(&category.name),
            icon: drawing,
            ..PostButton::new(&action, &label)
        };
        post_button(pen, &button)
    };
    let acts = [
        match category.archived_at {
            None => act("archive", "category-archive", None),
            Some(_) => act("unarchive", "category-unarchive", None),
        },
        match may_rise {
            true => act("up", "category-move-up", Some(Icon::ArrowUp)),
            false => held(pen, "category-move-up", Icon::ArrowUp),
        },
        match may_sink {
            true => act("down", "category-move-down", Some(Icon::ArrowDown)),
            false => held(pen, "category-move-down", Icon::ArrowDown),
        },
    ];
    actions(
        &pen.tell("category-acts-on", &[("name", category.name.as_str().into())]),
        &acts,
    )
}

/// The room of a button that is not offered, so that the buttons of all rows stand below each other.
fn held(pen: &Pen<'_>, key: &str, drawing: Icon) -> Markup {
    html! { span.button.quiet.held aria-hidden="true" { (icon(pen, drawing)) (pen.say(key)) } }
}

/// The form of a new category, or of one that is there, with what was typed into it.
pub fn form(
    visit: &Visit,
    category: Option<(&Category, &[Granted])>,
    input: &CategoryInput,
    problems: &[Problem],
) -> Page {
    let (category, groups) = category.unzip();
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let (title, action, button) = match category {
        Some(category) => (
            category.name.clone(),
            urls.admin_category(&category.slug),
            "category-save",
        ),
        None => (pen.say("category-new"), urls.admin_new_category(), "category-make"),
    };
    let content = column(&html! {
        (breadcrumb(&pen, &[Link::new(pen.say("admin-categories"), urls.admin_categories())]))
        (page_head(&title, None, html! {}))
        @if category.is_some_and(|category| category.archived_at.is_some()) {
            (notice(&pen, NoticeKind::Information, html! { p { (pen.say("category-archived-about")) } }))
        }
        (error_summary(&pen, problems))
        (post_form(&action, &[], html! {
            (words(&pen, category, input, problems))
            (audience(&pen, input, problems))
            (kinds_taken(&pen, input, problems))
            (template(&pen, input, problems))
            (submit_button(&pen.say(button), Weight::Primary))
        }))
        @if let (Some(category), Some(groups)) = (category.filter(|category| category.audience.is_private()), groups) {
            (super::groups::of_category(visit, &pen, category, groups))
        }
    });
    part(visit, &pen, Part::Categories, &title, &content)
}

fn words(pen: &Pen<'_>, category: Option<&Category>, input: &CategoryInput, problems: &[Problem]) -> Markup {
    let (name, slug, description) = (
        pen.say("category-name"),
        pen.say("category-slug"),
        pen.say("category-description"),
    );
    let slug_hint = pen.say(if category.is_some() {
        "category-slug-kept"
    } else {
        "category-slug-hint"
    });
    let description_hint = pen.say("category-description-hint");
    html! {
        (text_field(pen, &Field {
            value: &input.name,
            problem: problem_with(problems, "name"),
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_CATEGORY_NAME).ok(),
            ..Field::new("name", &name)
        }))
        (text_field(pen, &Field {
            value: &input.slug,
            hint: Some(&slug_hint),
            problem: problem_with(problems, "slug"),
            optional: true,
            autocomplete: Some("off"),
            longest: Some(80),
            ..Field::new("slug", &slug)
        }))
        (text_field(pen, &Field {
            value: &input.description,
            hint: Some(&description_hint),
            problem: problem_with(problems, "description"),
            optional: true,
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_DESCRIPTION).ok(),
            ..Field::new("description", &description)
        }))
    }
}

fn audience(pen: &Pen<'_>, input: &CategoryInput, problems: &[Problem]) -> Markup {
    let named = |audience: &Audience| (audience.to_string(), audience_key(*audience));
    let shared = Audience::SHARED.iter().map(named);
    let all = shared.chain([(PRIVATE.to_owned(), "audience-private")]);
    let said = |(value, key): (String, &str)| (value, pen.say(key), pen.say(&format!("{key}-hint")));
    let said: Vec<(String, String, String)> = all.map(said).collect();
    let choices: Vec<Choice<'_>> = said
        .iter()
        .map(|(value, label, hint)| Choice {
            value,
            label,
            hint: Some(hint),
        })
        .collect();
    let label = pen.say("category-audience");
    let field = Field {
        value: &input.audience,
        problem: problem_with(problems, "audience"),
        ..Field::new("audience", &label)
    };
    radio_group(pen, &field, &choices)
}

fn kinds_taken(pen: &Pen<'_>, input: &CategoryInput, problems: &[Problem]) -> Markup {
    let label = pen.say("category-takes");
    let boxes = [
        ("questions", ThreadKind::Question, input.questions),
        ("discussions", ThreadKind::Discussion, input.discussions),
        ("announcements", ThreadKind::Announcement, input.announcements),
    ];
    let said = boxes.map(|(name, kind, checked)| {
        let key = kind_key(kind);
        (name, pen.say(key), pen.say(&format!("{key}-hint")), checked)
    });
    let fields: Vec<(Field<'_>, bool)> = said
        .iter()
        .map(|(name, label, hint, checked)| {
            (
                Field {
                    hint: Some(hint),
                    ..Field::new(name, label)
                },
                *checked,
            )
        })
        .collect();
    let group = Field {
        problem: problem_with(problems, "questions"),
        ..Field::new("kinds", &label)
    };
    check_group(pen, &group, &fields)
}

fn template(pen: &Pen<'_>, input: &CategoryInput, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say("category-template"), pen.say("category-template-hint"));
    let field = Field {
        value: &input.template,
        hint: Some(&hint),
        problem: problem_with(problems, "template"),
        optional: true,
        ..Field::new("template", &label)
    };
    text_area(pen, &field, 5)
}
