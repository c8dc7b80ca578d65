//! HTML for readers who do not stand on a page of this site: every link and picture with its whole address.

use url::Url;

use super::SafeHtml;
use super::excerpt::tag_end;

/// The attribute that offers a picture in several widths.
const WIDTHS: &str = " srcset=\"";

/// The same HTML with every `href`, `src` and `srcset` resolved against the address of its page.
///
/// It walks over HTML that the renderer made: every tag is closed and every attribute quoted.
pub fn with_whole_addresses(html: &SafeHtml, page: &Url) -> String {
    let mut whole = String::with_capacity(html.as_str().len());
    let mut rest = html.as_str();
    while let Some(at) = rest.find('<') {
        let (text, tag_on) = rest.split_at(at);
        let (tag, behind) = tag_on.split_at(tag_end(tag_on));
        whole.push_str(text);
        push_tag(tag, page, &mut whole);
        rest = behind;
    }
    whole.push_str(rest);
    whole
}

fn push_tag(tag: &str, page: &Url, whole: &mut String) {
    let mut rest = tag;
    while let Some((before, name)) = next_address(rest) {
        let (kept, value_on) = rest.split_at(before + name.len());
        whole.push_str(kept);
        let (value, behind) = value_on.split_at(value_on.find('"').unwrap_or(value_on.len()));
        if name == WIDTHS {
            let choices: Vec<String> = value.split(", ").map(|choice| choice_of(choice, page)).collect();
            whole.push_str(&choices.join(", "));
        } else {
            whole.push_str(&address_of(value, page));
        }
        // Past the quote that ends the value, the next attribute stands outside any again.
        rest = behind.strip_prefix('"').unwrap_or_default();
        whole.push_str(behind.get(..behind.len() - rest.len()).unwrap_or_default());
    }
    whole.push_str(rest);
}

/// A width of a picture with its whole address.
fn choice_of(choice: &str, page: &Url) -> String {
    match choice.split_once(' ') {
        Some((address, width)) => format!("{} {width}", address_of(address, page)),
        None => address_of(choice, page),
    }
}

fn address_of(value: &str, page: &Url) -> String {
    match page.join(&value.replace("&amp;", "&")) {
        Ok(address) => address.as_str().replace('&', "&amp;").replace('"', "%22"),
        Err(_) => value.to_owned(),
    }
}

/// Where the next attribute with an address stands in a tag, outside any value.
fn next_address(tag: &str) -> Option<(usize, &'static str)> {
    let found = [" href=\"", " src=\"", WIDTHS].into_iter().filter_map(|name| {
        let places = tag.match_indices(name).map(|(at, _)| at);
        let mut outside = places.filter(|at| {
            tag.get(..*at)
                .is_some_and(|before| before.matches('"').count() % 2 == 0)
        });
        outside.next().map(|at| (at, name))
    });
    found.min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::markdown::render;

    fn whole(html: &str) -> String {
        let html = SafeHtml::stored(html.to_owned(), crate::text::RENDERER_VERSION).unwrap();
        with_whole_addresses(&html, &Url::parse("https://forum.example.com/threads/7/box").unwrap())
    }

    #[test]
    fn addresses_become_whole_and_nothing_else_changes() {
        let cases = [
            (
                "<a href=\"/tags/x?a=1&amp;b=2\">x</a>",
                "<a href=\"https://forum.example.com/tags/x?a=1&amp;b=2\">x</a>",
            ),
            (
                "<a href=\"#fn-1\">1</a>",
                "<a href=\"https://forum.example.com/threads/7/box#fn-1\">1</a>",
            ),
            (
                "<img src=\"a.png\" alt=\"\">",
                "<img src=\"https://forum.example.com/threads/7/a.png\" alt=\"\">",
            ),
            (
                "<img src=\"/u/1\" srcset=\"/u/2 640w, /u/1 900w\" alt=\"\">",
                "<img src=\"https://forum.example.com/u/1\" srcset=\"https://forum.example.com/u/2 640w, https://forum.example.com/u/1 900w\" alt=\"\">",
            ),
            (
                "<a href=\"mailto:a@b.example\">a</a>",
                "<a href=\"mailto:a@b.example\">a</a>",
            ),
            ("<p>say href=\"/x\"</p>", "<p>say href=\"/x\"</p>"),
            (
                "<a title=\"> href=\" href=\"/x\">x</a>",
                "<a title=\"> href=\" href=\"https://forum.example.com/x\">x</a>",
            ),
        ];
        for (html, expected) in cases {
            assert_eq!(whole(html), expected);
        }
    }

    #[test]
    fn what_was_written_by_people_becomes_whole_too() {
        let html = render("[a](/threads/1) and [b](https://b.example/?x=1&y=2)\n\n    <a href=\"/c\">\n");
        let whole = whole(html.as_str());
        assert!(
            whole.contains("href=\"https://forum.example.com/threads/1\""),
            "{whole}"
        );
        assert!(whole.contains("href=\"https://b.example/?x=1&amp;y=2\""), "{whole}");
        assert!(!whole.contains("https://forum.example.com/c"), "{whole}");
    }
}
