//! User text in, safe text out: Markdown, the HTML of imported posts, excerpts, differences, phrases and times.
//!
//! Everything here is pure: no database, no clock, no request. Pages and letters are composed elsewhere from what
//! these functions answer.

pub mod absolute;
pub mod attaching;
pub mod contents;
pub mod diff;
pub mod excerpt;
pub mod guide;
pub mod html;
mod links;
pub mod markdown;
pub mod mentions;
pub mod passages;
pub mod phrases;
pub mod quotation;
pub mod sentences;
pub mod time;

use crate::domain::id::UploadId;

pub use markdown::RENDERER_VERSION;

/// HTML that may stand in a page as it is.
///
/// The only ways to one are `text::markdown::render*` and [`SafeHtml::stored`], and from such a one [`contents::with_anchors`] and
/// [`guide::Guide::read`], so a value of this type has passed the allow-list of this very version of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// Takes back HTML that was rendered earlier and stored.
    ///
    /// Answers `None` unless it was made by the present renderer: the caller renders the Markdown again instead.
    pub fn stored(html: String, version: i16) -> Option<SafeHtml> {
        (version == RENDERER_VERSION).then_some(SafeHtml(html))
    }

    /// The uploads that it shows or leads to.
    pub fn uploads(&self) -> Vec<UploadId> {
        crate::urls::uploads_shown(&self.0)
    }

    /// The addresses of pictures from elsewhere, of which it shows links; each once.
    pub fn pictures_elsewhere(&self) -> Vec<String> {
        markdown::pictures_elsewhere(&self.0)
    }

    /// How many addresses of the web it leads to, each counted once.
    pub fn links_elsewhere(&self) -> usize {
        links::count_elsewhere(&self.0)
    }

    /// The HTML, for storing it beside [`RENDERER_VERSION`].
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML, for storing it beside [`RENDERER_VERSION`].
    pub fn into_string(self) -> String {
        self.0
    }
}

impl maud::Render for SafeHtml {
    fn render_to(&self, buffer: &mut String) {
        buffer.push_str(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_of_another_version_is_not_served() {
        assert!(SafeHtml::stored("<p>old</p>".into(), RENDERER_VERSION - 1).is_none());
        assert!(SafeHtml::stored("<p>new</p>".into(), RENDERER_VERSION + 1).is_none());
        let now = SafeHtml::stored("<p>now</p>".into(), RENDERER_VERSION).unwrap();
        assert_eq!(maud::html! { (now) }.into_string(), "<p>now</p>");
    }
}
