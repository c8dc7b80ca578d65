//! The headings of a rendered text: each gets an address on its page, and together they are its table of contents.
//!
//! What is stored has no ids, as two posts of one page would share them; an article is alone on its page.

use std::collections::HashMap;

use super::SafeHtml;
use super::excerpt::words;
use crate::domain::slug::slug;

/// The deepest heading that a text can have.
const DEEPEST: u8 = 6;
/// The level under the title of a page.
const FIRST: u8 = 2;
/// The most characters of a heading that the table of contents tells.
const LONGEST: usize = 200;

/// A heading as the table of contents names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// How deep it stands: 2 for the first level under the title.
    pub level: u8,
    /// The id of its element.
    pub anchor: String,
    /// Its words.
    pub words: String,
}

/// The text with an id on each of its headings, the highest of which are moved right under the title, and the headings.
pub fn with_anchors(text: &SafeHtml) -> (SafeHtml, Vec<Heading>) {
    let found = headings(text.as_str());
    let highest = found.iter().map(|(level, _, _)| *level).min().unwrap_or(FIRST);
    let mut anchors = Anchors::default();
    let (mut html, mut contents) = (
        String::with_capacity(text.as_str().len() + 64 * found.len()),
        Vec::new(),
    );
    let mut written = 0;
    for (level, begin, end) in found {
        let inside = text.as_str().get(begin..end).unwrap_or_default();
        let words = words(&SafeHtml(inside.to_owned()), LONGEST);
        let level_here = level - highest + FIRST;
        let anchor = anchors.of(&words);
        // The tags of headings carry no attributes: `<h3>` before what is inside, `</h3>` behind it.
        html.push_str(text.as_str().get(written..begin - OPENING).unwrap_or_default());
        html.push_str(&format!("<h{level_here} id=\"{anchor}\">{inside}</h{level_here}>"));
        written = end + CLOSING;
        contents.push(Heading {
            level: level_here,
            anchor,
            words,
        });
    }
    html.push_str(text.as_str().get(written..).unwrap_or_default());
    (SafeHtml(html), contents)
}

/// Bytes of `<h3>`.
pub(super) const OPENING: usize = 4;
/// Bytes of `</h3>`.
pub(super) const CLOSING: usize = 5;

/// The level of each heading, and where what is inside it begins and ends.
pub(super) fn headings(html: &str) -> Vec<(u8, usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<(u8, usize)> = None;
    for (begin, end) in tags(html) {
        let tag = html.get(begin..end).unwrap_or_default();
        if let Some((level, inside)) = open.filter(|(level, _)| tag == format!("</h{level}>")) {
            found.push((level, inside, begin));
            open = None;
        } else if let Some(level) = (FIRST..=DEEPEST).find(|level| tag == format!("<h{level}>")) {
            open = Some((level, end));
        }
    }
    found
}

/// Where each tag begins and ends. What stands in the value of an attribute is none, whatever it looks like.
pub(super) fn tags(html: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut begin = None;
    let mut is_quoted = false;
    for (place, byte) in html.bytes().enumerate() {
        match (byte, begin) {
            (b'<', None) => begin = Some(place),
            (b'"', Some(_)) => is_quoted = !is_quoted,
            (b'>', Some(at)) if !is_quoted => {
                found.push((at, place + 1));
                begin = None;
            }
            _ => {}
        }
    }
    found
}

/// Ids of headings: from their words, none twice, and none that the page itself has.
#[derive(Default)]
struct Anchors(HashMap<String, usize>);

impl Anchors {
    fn of(&mut self, words: &str) -> String {
        let slug = slug(words);
        let count = self.0.entry(slug.clone()).or_default();
        *count += 1;
        match *count {
            1 => format!("h-{slug}"),
            // Two hyphens never stand in a slug.
            again => format!("h-{slug}--{again}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::markdown::render;

    #[test]
    fn headings_get_addresses_and_stand_right_under_the_title() {
        let text = render("## Reset *it* & go\n\ntext <h3>\n\n### Then\n\n## Reset it & go\n\n`## no`\n");
        let (html, contents) = with_anchors(&text);
        let told: Vec<_> = contents
            .iter()
            .map(|heading| (heading.level, heading.anchor.as_str(), heading.words.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (2, "h-reset-it-go", "Reset it & go"),
                (3, "h-then", "Then"),
                (2, "h-reset-it-go--2", "Reset it & go"),
            ]
        );
        let html = html.as_str();
        assert!(
            html.contains("<h2 id=\"h-reset-it-go\">Reset <em>it</em> &amp; go</h2>"),
            "{html}"
        );
        assert!(
            html.contains("<h3 id=\"h-then\">Then</h3>") && html.contains("text &lt;h3&gt;"),
            "{html}"
        );
    }

    #[test]
    fn what_looks_like_a_heading_in_a_title_of_a_link_is_none() {
        let text = render("[a](/x \"<h3>b</h3>\")\n\n## c [d](/y \"</h4> > <h3>\")");
        let (html, contents) = with_anchors(&text);
        assert_eq!(contents.len(), 1, "{contents:?}");
        assert_eq!(html.as_str().matches(" id=").count(), 1);
        assert!(html.as_str().ends_with("</h2>\n"), "{html:?}");
    }

    #[test]
    fn a_text_without_headings_stays_as_it_is() {
        for text in ["plain", "", "---\n\n<hr> <h", "| a |\n|---|\n| b |"] {
            let text = render(text);
            assert_eq!(with_anchors(&text), (text, Vec::new()));
        }
    }
}
