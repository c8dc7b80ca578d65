//! A text as a row keeps it: the Markdown, what it was rendered to, and by which version of the renderer.

use crate::domain::body::{Body, CommentBody};
use crate::domain::document::DocumentText;
use crate::domain::id::UploadId;
use crate::text::{RENDERER_VERSION, SafeHtml, markdown};

/// A text with what it was rendered to; made before the transaction that writes it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub(super) markdown: String,
    pub(super) html: String,
    pub(super) renderer: i16,
    /// The uploads that it shows or leads to.
    pub(super) uploads: Vec<UploadId>,
    /// How many addresses elsewhere it leads to.
    pub(super) links: usize,
    /// Where the pictures stand that it shows from elsewhere.
    pub(super) pictures_elsewhere: Vec<String>,
}

impl Written {
    /// The body of a thread or a reply.
    pub fn body(body: &Body) -> Self {
        Self::of(body.as_str(), &markdown::render(body.as_str()))
    }

    /// A document such as the terms.
    pub fn document(text: &DocumentText) -> Self {
        Self::of(text.as_str(), &markdown::render(text.as_str()))
    }

    /// A comment.
    pub fn comment(comment: &CommentBody) -> Self {
        Self::of(comment.as_str(), &markdown::render_comment(comment.as_str()))
    }

    /// What it was rendered to.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The same, to be shown.
    pub fn shown(&self) -> SafeHtml {
        shown_body(self.html.clone(), self.renderer, || self.markdown.clone())
    }

    /// How many addresses elsewhere it leads to.
    pub fn links(&self) -> usize {
        self.links
    }

    /// The version of the renderer.
    pub fn renderer(&self) -> i16 {
        self.renderer
    }

    /// A body without what was taken out of it; shorter or longer than a form would take it.
    pub(super) fn anew(markdown: &str) -> Self {
        Self::of(markdown, &markdown::render(markdown))
    }

    /// The same of a comment.
    pub(super) fn comment_anew(markdown: &str) -> Self {
        Self::of(markdown, &markdown::render_comment(markdown))
    }

    fn of(markdown: &str, html: &SafeHtml) -> Self {
        Self {
            markdown: markdown.to_owned(),
            html: html.as_str().to_owned(),
            renderer: RENDERER_VERSION,
            uploads: html.uploads(),
            links: html.links_elsewhere(),
            pictures_elsewhere: html.pictures_elsewhere(),
        }
    }
}

/// What to show of a stored body: the stored HTML when this renderer made it, else the Markdown rendered anew.
pub(super) fn shown_body(html: String, renderer: i16, markdown: impl FnOnce() -> String) -> SafeHtml {
    SafeHtml::stored(html, renderer).unwrap_or_else(|| markdown::render(&markdown()))
}

/// What to show of a stored comment.
pub(super) fn shown_comment(html: String, renderer: i16, markdown: impl FnOnce() -> String) -> SafeHtml {
    SafeHtml::stored(html, renderer).unwrap_or_else(|| markdown::render_comment(&markdown()))
}
