//! Pages that are too costly to read as a tree: their text alone.
//!
//! A tree is made with the rules of browsers, which may take time, and elements, that grow with the square of what is open at once.

use scraper::Html;

/// The most elements in one another.
const DEEPEST: usize = 220;
/// The most tags.
const MOST_TAGS: usize = 30_000;
/// The most elements that unclosed emphasis may bring about.
const MOST_MADE: usize = 600_000;

/// Elements that are begun anew in every block until somebody closes them.
const EMPHASES: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
/// Elements that need no end.
const ENDLESS: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "td", "tr", "th", "dd", "dt", "option", "tbody", "thead", "tfoot", "colgroup", "html", "head", "body",
];
/// Elements that begin a line.
const LINES: &[&str] = &[
    "br",
    "p",
    "div",
    "tr",
    "li",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "table",
    "ul",
    "ol",
    "pre",
    "hr",
];

/// Whether a tree of this page would be deep or large.
pub(super) fn is_costly(html: &str) -> bool {
    let (mut depth, mut deepest, mut emphases, mut most_emphases, mut count) = (0_usize, 0, 0_usize, 0, 0_usize);
    for tag in tags(html) {
        count += 1;
        if tag.is_end {
            depth = depth.saturating_sub(usize::from(!ENDLESS.contains(&tag.name.as_str())));
            emphases = emphases.saturating_sub(usize::from(EMPHASES.contains(&tag.name.as_str())));
        } else {
            depth += usize::from(!ENDLESS.contains(&tag.name.as_str()));
            emphases += usize::from(EMPHASES.contains(&tag.name.as_str()));
        }
        deepest = deepest.max(depth);
        most_emphases = most_emphases.max(emphases);
    }
    deepest > DEEPEST || count > MOST_TAGS || most_emphases.saturating_mul(count) > MOST_MADE
}

/// The text of a page, with its lines, quotations marked.
pub(super) fn text(html: &str) -> String {
    let mut output = String::new();
    let (mut at, mut depth) = (0, 0_usize);
    let mut hidden: Option<String> = None;
    for tag in tags(html) {
        if hidden.is_none() {
            output.push_str(html.get(at..tag.start).unwrap_or_default());
        }
        at = tag.end;
        match (&hidden, tag.name.as_str()) {
            (Some(name), other) if tag.is_end && name == other => hidden = None,
            (None, "style" | "script" | "title" | "head") if !tag.is_end => hidden = Some(tag.name.clone()),
            _ => {}
        }
        if tag.name == "blockquote" {
            depth = if tag.is_end { depth.saturating_sub(1) } else { depth + 1 };
        }
        if LINES.contains(&tag.name.as_str()) {
            output.push('\n');
            output.push_str(&">".repeat(depth.min(3)));
        }
    }
    if hidden.is_none() {
        output.push_str(html.get(at..).unwrap_or_default());
    }
    // There are no tags any more; what is left to read are entities.
    let page = Html::parse_fragment(&output.replace('<', "&lt;"));
    let text: String = page.root_element().text().collect();
    text.split('\n').map(str::trim).collect::<Vec<_>>().join("\n")
}

struct Tag {
    name: String,
    is_end: bool,
    start: usize,
    end: usize,
}

/// Every tag, roughly: what stands between `<` and the next `>`.
fn tags(html: &str) -> impl Iterator<Item = Tag> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + html.get(at..)?.find('<')?;
            let inner = html.get(start + 1..)?;
            if let Some(comment) = inner.strip_prefix("!--") {
                let length = comment.find("-->").map_or(comment.len(), |length| length + 3);
                let end = start + 4 + length;
                at = end;
                return Some(Tag {
                    name: "!".to_owned(),
                    is_end: true,
                    start,
                    end,
                });
            }
            let length = inner.find('>')?;
            let tag = inner.get(..length)?;
            let name = tag.strip_prefix('/').unwrap_or(tag);
            let name: String = name.chars().take(12).take_while(char::is_ascii_alphanumeric).collect();
            if name.is_empty() && !tag.starts_with(['!', '?', '/']) {
                at = start + 1;
                continue;
            }
            at = start + length + 2;
            return Some(Tag {
                name: name.to_ascii_lowercase(),
                is_end: tag.starts_with('/'),
                start,
                end: at,
            });
        }
    })
}
