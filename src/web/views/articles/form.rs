//! The form of an article: a new one, or one that is changed.

use maud::{Markup, html};

use super::guide_form::{guide_help, guide_steps};
use crate::domain::article::{ArticleInput, ArticleKind, LONGEST_SHORT_ANSWER};
use crate::domain::category::Audience;
use crate::domain::id::ArticleId;
use crate::domain::language::Language;
use crate::domain::role::Role;
use crate::domain::title::LONGEST_TITLE;
use crate::store::articles::ArticleSource;
use crate::store::sections::Section;
use crate::text::SafeHtml;
use crate::text::guide::Guide;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Choice, Editor, Field, Icon, Link, NoticeKind, Pen, Problem, TagInput, Weight, breadcrumb, check_box, date_field,
    editor, empty_state, error_summary, link_button, notice, post_form, problem_with, select_field, submit_button,
    tag_input, text_area, text_field,
};
use crate::web::views::history::compared;
use crate::web::views::layout::{narrow, page_head};

/// The form, with what was typed into it.
pub struct ArticleForm<'a> {
    /// The article; `None` is a new one.
    pub id: Option<ArticleId>,
    /// What was typed.
    pub input: &'a ArticleInput,
    /// The sections that it may stand in.
    pub sections: &'a [Section],
    /// What is wrong.
    pub problems: &'a [Problem],
    /// How the body will look.
    pub preview: Option<&'a SafeHtml>,
    /// The steps of a guide, when a preview was asked for.
    pub guide: Option<&'a Guide>,
    /// What somebody else saved meanwhile.
    pub raced: Option<&'a ArticleSource>,
}

impl<'a> ArticleForm<'a> {
    fn field<'b>(&self, name: &'b str, label: &'b str, value: &'b str) -> Field<'b>
    where
        'a: 'b,
    {
        Field {
            value,
            problem: problem_with(self.problems, name),
            ..Field::new(name, label)
        }
    }
}

/// The page of the form.
pub fn form(visit: &Visit, form: &ArticleForm<'_>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say(if form.id.is_some() {
        "article-edit"
    } else {
        "article-new"
    });
    let action = form
        .id
        .map_or_else(|| urls.new_article(), |id| urls.article_part(id, "edit"));
    let hidden = match form.id {
        Some(_) => vec![("after", form.input.after.as_str())],
        None if form.input.proposal.is_empty() => vec![("form_key", form.input.form_key.as_str())],
        None => vec![
            ("form_key", form.input.form_key.as_str()),
            ("proposal", &form.input.proposal),
        ],
    };
    let content = narrow(html! {
        (breadcrumb(&pen, &[Link::new(pen.say("articles-title"), urls.articles())]))
        (error_summary(&pen, form.problems))
        (page_head(&title, None, html! {}))
        @if form.sections.is_empty() {
            (no_section(visit, &pen))
        } @else {
            (raced(&pen, form))
            (begun(&pen, form))
            (post_form(&action, &hidden, html! {
                (words(visit, &pen, form))
                (place(&pen, form))
                (upkeep(&pen, form))
                (despite_deleted(&pen, form))
                (submit_button(&pen.say(if form.id.is_some() { "edit-button" } else { "article-save-draft" }), Weight::Primary))
            }))
        }
    });
    Page::new(title, content)
}

/// Articles stand in sections: without one there is nowhere to write.
fn no_section(visit: &Visit, pen: &Pen<'_>) -> Markup {
    let is_admin = visit.viewer.user().is_some_and(|user| user.role == Role::Admin);
    let make = visit.site.urls.admin_new_section();
    let action = html! {
        @if is_admin { (link_button(pen, &pen.say("section-new"), &make, Some(Icon::Plus), Weight::Primary)) }
    };
    empty_state(
        pen,
        Icon::Article,
        &pen.say("article-no-section"),
        &pen.say("articles-none-writer"),
        action,
    )
}

/// Where the words of a new article come from that repeated questions proposed, and what publishing it does.
fn begun(pen: &Pen<'_>, form: &ArticleForm<'_>) -> Markup {
    html! {
        @if form.id.is_none() && !form.input.proposal.is_empty() {
            (notice(pen, NoticeKind::Information, html! { p { (pen.say("article-from-proposal")) } }))
        }
    }
}

/// What differs between the version that somebody else saved meanwhile and this one.
fn raced(pen: &Pen<'_>, form: &ArticleForm<'_>) -> Markup {
    let Some(newest) = form.raced else { return html! {} };
    let (theirs, own) = (&newest.input, form.input);
    html! {
        section.revision {
            h2 { (pen.say("article-raced-differences")) }
            (compared(pen, "history-title-changed", &theirs.title, &own.title))
            (compared(pen, "history-lead-changed", &theirs.short_answer, &own.short_answer))
            (compared(pen, "history-tags-changed", &theirs.tags, &own.tags))
            (compared(pen, "history-body-changed", &theirs.body, &own.body))
        }
    }
}

fn words(visit: &Visit, pen: &Pen<'_>, form: &ArticleForm<'_>) -> Markup {
    let urls = &visit.site.urls;
    let [title, lead, body, tags] = [
        "article-field-title",
        "article-field-lead",
        "article-field-body",
        "field-tags",
    ]
    .map(|key| pen.say(key));
    let [title_hint, lead_hint, body_hint, tags_hint] = [
        "article-field-title-hint",
        "article-field-lead-hint",
        "article-field-body-hint",
        "field-tags-hint",
    ]
    .map(|key| pen.say(key));
    let preview = form.id.map_or_else(
        || urls.preview_new_article(),
        |id| urls.article_part(id, "edit/preview"),
    );
    html! {
        (text_field(pen, &Field {
            hint: Some(&title_hint),
            longest: u32::try_from(LONGEST_TITLE).ok(),
            ..form.field("title", &title, &form.input.title)
        }))
        (kind(pen, form))
        (text_area(pen, &Field {
            hint: Some(&lead_hint),
            longest: u32::try_from(LONGEST_SHORT_ANSWER).ok(),
            ..form.field("short_answer", &lead, &form.input.short_answer)
        }, 2))
        (editor(pen, &Editor {
            field: Field { hint: Some(&body_hint), ..form.field("body", &body, &form.input.body) },
            attaching: None,
            preview_action: &preview,
            preview_source: &urls.preview(),
            preview: form.preview,
            rows: 18,
        }))
        (guide_help(pen, &preview, form.input.kind == ArticleKind::Guide.as_str()))
        @if let Some(guide) = form.guide { (guide_steps(pen, guide)) }
        (tag_input(pen, &TagInput {
            field: Field { optional: true, hint: Some(&tags_hint), ..form.field("tags", &tags, &form.input.tags) },
            source: &urls.tag_completion(),
        }))
    }
}

/// How it is read: from the top to the end, or step by step.
fn kind(pen: &Pen<'_>, form: &ArticleForm<'_>) -> Markup {
    let [label, hint, article, guide] = [
        "article-field-kind",
        "article-field-kind-hint",
        "article-kind-article",
        "article-kind-guide",
    ]
    .map(|key| pen.say(key));
    let choices = [
        Choice::plain(ArticleKind::Article.as_str(), &article),
        Choice::plain(ArticleKind::Guide.as_str(), &guide),
    ];
    let field = Field {
        hint: Some(&hint),
        ..form.field("kind", &label, &form.input.kind)
    };
    select_field(pen, &field, &choices)
}

/// Where it stands, who it is for, and in which language.
fn place(pen: &Pen<'_>, form: &ArticleForm<'_>) -> Markup {
    let [section, audience, language, original, original_hint] = [
        "article-field-section",
        "category-audience",
        "article-field-language",
        "article-field-original",
        "article-field-original-hint",
    ]
    .map(|key| pen.say(key));
    let sections: Vec<(String, String)> = form
        .sections
        .iter()
        .map(|one| (one.id.to_string(), named(one)))
        .collect();
    let audiences = [
        (Audience::Public, "audience-public"),
        (Audience::SignedIn, "audience-signed-in"),
        (Audience::Staff, "audience-staff"),
    ];
    let audiences: Vec<(String, String)> = audiences
        .iter()
        .map(|(audience, key)| (audience.to_string(), pen.say(key)))
        .collect();
    let languages = Language::ALL.iter();
    let languages: Vec<(String, String)> = languages
        .map(|language| (language.code().to_owned(), language.own_name().to_owned()))
        .collect();
    html! {
        (select_field(pen, &form.field("section", &section, &form.input.section), &choices(&sections)))
        (select_field(pen, &form.field("audience", &audience, &form.input.audience), &choices(&audiences)))
        (select_field(pen, &form.field("language", &language, &form.input.language), &choices(&languages)))
        (text_field(pen, &Field {
            optional: true,
            hint: Some(&original_hint),
            ..form.field("original", &original, &form.input.original)
        }))
    }
}

/// Asked only when the text cites an answer that is deleted: readers will be told.
fn despite_deleted(pen: &Pen<'_>, form: &ArticleForm<'_>) -> Markup {
    let problem = problem_with(form.problems, "despite_deleted");
    if problem.is_none() && !form.input.despite_deleted {
        return html! {};
    }
    let label = pen.say("article-despite-deleted");
    check_box(
        pen,
        &form.field("despite_deleted", &label, ""),
        form.input.despite_deleted,
    )
}

/// A section within another one is set in, as plain text has it.
fn named(section: &Section) -> String {
    match section.parent {
        Some(_) => format!("– {}", section.name),
        None => section.name.clone(),
    }
}

fn choices(named: &[(String, String)]) -> Vec<Choice<'_>> {
    named.iter().map(|(value, label)| Choice::plain(value, label)).collect()
}

/// What keeps it right: what it points to, who looks after it, and when.
fn upkeep(pen: &Pen<'_>, form: &ArticleForm<'_>) -> Markup {
    let labels = [
        "article-see-also",
        "article-field-owner",
        "article-field-review",
        "field-reason",
    ];
    let [see_also, owner, review, reason] = labels.map(|key| pen.say(key));
    let hints = [
        "article-field-see-also-hint",
        "article-field-owner-hint",
        "article-field-review-hint",
        "field-reason-hint",
    ];
    let [see_also_hint, owner_hint, review_hint, reason_hint] = hints.map(|key| pen.say(key));
    let optional = |field, hint| Field {
        optional: true,
        hint: Some(hint),
        ..field
    };
    html! {
        (text_field(pen, &optional(form.field("see_also", &see_also, &form.input.see_also), &see_also_hint)))
        (text_field(pen, &optional(form.field("owner", &owner, &form.input.owner), &owner_hint)))
        (date_field(pen, &optional(form.field("review_on", &review, &form.input.review_on), &review_hint)))
        @if form.id.is_some() {
            (text_field(pen, &Field {
                longest: Some(500),
                ..optional(form.field("reason", &reason, &form.input.reason), &reason_hint)
            }))
        }
    }
}
