//! Short notes under a post.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::fields::area;
use super::{Field, Icon, Pen, Weight, disclosure, permalink, post_form, submit_button};
use crate::text::SafeHtml;

/// A short note under a post.
#[derive(Debug, Clone)]
pub struct Comment<'a> {
    /// The element id, which its permanent link names.
    pub anchor: String,
    /// Its permanent link.
    pub permalink: String,
    /// Who wrote it.
    pub author: &'a str,
    /// The author's page; `None` for someone who is gone.
    pub author_href: Option<String>,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// What it says.
    pub body: &'a SafeHtml,
    /// What this viewer may do with it.
    pub actions: Markup,
}

/// Where a comment is written.
#[derive(Debug, Clone, Copy)]
pub struct CommentForm<'a> {
    /// Where it posts the field.
    pub action: &'a str,
    /// Names and values that travel with it, such as the idempotency key.
    pub hidden: &'a [(&'a str, &'a str)],
    /// The field; give each form on a page an `id` of its own.
    pub field: Field<'a>,
    /// Whether it stands open, as when it came back with a problem.
    pub open: bool,
}

/// The comments of a post and, when the viewer may write one, the form behind its button.
pub fn comments(pen: &Pen<'_>, label: &str, comments: &[Comment<'_>], form: Option<&CommentForm<'_>>) -> Markup {
    html! {
        @if !comments.is_empty() {
            ol.comments aria-label=(label) {
                @for comment in comments { (comment_item(pen, comment)) }
            }
        }
        @if let Some(form) = form { (comment_form(pen, form)) }
    }
}

fn comment_item(pen: &Pen<'_>, comment: &Comment<'_>) -> Markup {
    html! {
        li.comment id=(comment.anchor) {
            div.prose dir="auto" { (comment.body) }
            p.meta {
                @if let Some(href) = &comment.author_href {
                    a.author href=(href) { bdi { (comment.author) } }
                } @else {
                    bdi.author { (comment.author) }
                }
                " · "
                (permalink(pen, &comment.permalink, comment.written_at))
            }
            (comment.actions)
        }
    }
}

/// The form for a comment behind its button; it may also stand last in a row of actions.
pub fn comment_form(pen: &Pen<'_>, form: &CommentForm<'_>) -> Markup {
    let fields = html! {
        (form.field.wrap(pen, area(&form.field, 3)))
        (submit_button(&pen.say("comments-post"), Weight::Secondary))
    };
    let whole = post_form(form.action, form.hidden, fields);
    html! {
        @if form.open { div.comment-form { (whole) } }
        @else { div.comment-form { (disclosure(pen, &pen.say("comments-write"), Some(Icon::Comment), whole)) } }
    }
}
