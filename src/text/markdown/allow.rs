//! The allow-list: what may stand in user text, whatever the renderer before it did.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::code;
use crate::urls::{are_choices, upload_at};

pub(super) const TAGS: &[&str] = &[
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "details",
    "div",
    "em",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("a", &["class", "href", "title"]),
    ("code", &["class"]),
    ("div", &["class", "tabindex"]),
    ("img", &["alt", "height", "sizes", "src", "srcset", "title", "width"]),
    ("ol", &["class", "start"]),
    ("pre", &["tabindex"]),
    ("span", &["class"]),
    ("td", &["class"]),
    ("th", &["class"]),
];

/// Where a link or an image may lead; an address without a scheme stays within the forum.
pub(super) const SCHEMES: &[&str] = &["http", "https", "mailto"];

/// The class of a link that stands in place of a picture from elsewhere.
pub(in crate::text) const ELSEWHERE: &str = "picture-elsewhere";

/// How wide a picture is on a page: the whole screen of a telephone, else the measure of a text.
pub(super) const WIDTHS: &str = "(max-width: 48rem) 100vw, 44rem";

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(cleaner);

/// Lets through what is allowed and nothing else.
pub(super) fn clean(html: &str) -> String {
    CLEANER.clean(html).to_string()
}

fn cleaner() -> Builder<'static> {
    let attributes: HashMap<&str, HashSet<&str>> = ATTRIBUTES
        .iter()
        .map(|(tag, names)| (*tag, names.iter().copied().collect()))
        .collect();
    let mut builder = Builder::empty();
    builder
        .tags(TAGS.iter().copied().collect())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .tag_attributes(attributes)
        .set_tag_attribute_value("img", "loading", "lazy")
        .url_schemes(SCHEMES.iter().copied().collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("nofollow ugc noopener"))
        .attribute_filter(only_our_values);
    builder
}

/// Classes and tab stops are ours, never the writer's.
fn only_our_values<'value>(tag: &str, attribute: &str, value: &'value str) -> Option<Cow<'value, str>> {
    let ours = match (tag, attribute) {
        ("a", "class") => value == ELSEWHERE,
        ("code", "class") => value.strip_prefix("language-").is_some_and(is_language),
        ("div", "class") => value == "table-scroll",
        ("ol", "class") => value == "footnotes",
        ("span", "class") => code::is_class(value),
        ("td" | "th", "class") => matches!(value, "align-left" | "align-center" | "align-right"),
        ("pre" | "div", "tabindex") => value == "0",
        ("img", "src") => upload_at(value).is_some(),
        ("img", "srcset") => are_choices(value),
        ("img", "sizes") => value == WIDTHS,
        ("img", "width" | "height") => value.len() <= 5 && value.bytes().all(|byte| byte.is_ascii_digit()),
        _ => true,
    };
    ours.then_some(Cow::Borrowed(value))
}

/// Whether this may follow `language-` in a class.
pub(super) fn is_language(word: &str) -> bool {
    (1..=30).contains(&word.len())
        && word
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'#' | b'.' | b'_' | b'-'))
}
