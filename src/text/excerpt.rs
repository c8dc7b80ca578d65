//! User text without its formatting: a line for lists and meta descriptions, a whole text for plain letters.

use comrak::nodes::{ListType, NodeValue};
use comrak::{Arena, Node};

use super::{SafeHtml, markdown};

/// The beginning of a text as one line of at most `most_characters`, with `…` where it was cut.
///
/// Quotations and code blocks are left out unless there is nothing else: an excerpt is what the author says.
pub fn excerpt(markdown: &str, most_characters: usize) -> String {
    let arena = Arena::new();
    let Some(document) = markdown::parse_body(&arena, markdown) else {
        return shortened(markdown, most_characters);
    };
    let enough = most_characters.saturating_mul(4).saturating_add(64);
    let own_words = words_of(document, enough, true);
    let words = if own_words.trim().is_empty() {
        words_of(document, enough, false)
    } else {
        own_words
    };
    shortened(&words, most_characters)
}

/// The same of HTML that was rendered before.
pub fn excerpt_of_html(html: &SafeHtml, most_characters: usize) -> String {
    let own_words = words_of_html(html.as_str(), true);
    let words = if own_words.trim().is_empty() {
        words_of_html(html.as_str(), false)
    } else {
        own_words
    };
    shortened(&words, most_characters)
}

/// All words of a text, quotations and code too, as one line: what machines are told.
pub fn words(html: &SafeHtml, most_characters: usize) -> String {
    shortened(&words_of_html(html.as_str(), false), most_characters)
}

/// A text for people who read letters as plain text: no signs of emphasis, addresses in brackets, quotations with `>`.
pub fn plain(markdown: &str) -> String {
    let arena = Arena::new();
    match markdown::parse_body(&arena, markdown) {
        Some(document) => blocks(document, "\n\n"),
        None => markdown.to_owned(),
    }
}

/// Cuts at a word where there is one, and joins the lines.
fn shortened(text: &str, most_characters: usize) -> String {
    let mut short = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let space = usize::from(length > 0);
        let word_length = word.chars().count();
        if length + space + word_length > most_characters {
            return cut(short, word, length + space, most_characters);
        }
        if space > 0 {
            short.push(' ');
        }
        short.push_str(word);
        length += space + word_length;
    }
    short
}

fn cut(mut short: String, word: &str, length: usize, most_characters: usize) -> String {
    if most_characters == 0 {
        return String::new();
    }
    if short.is_empty() {
        short.extend(word.chars().take(most_characters - 1));
    } else if length > most_characters {
        // The text so far fills the room to the last character or the one before it: the sign needs one.
        let room = most_characters - 1;
        short = short.chars().take(room).collect();
    }
    let kept = short.trim_end_matches([' ', ',', ';', ':', '.', '-', '–']).len();
    short.truncate(kept);
    short.push('…');
    short
}

fn words_of(document: Node, enough: usize, own_only: bool) -> String {
    let mut words = String::new();
    let mut waiting: Vec<Node> = vec![document];
    while let Some(node) = waiting.pop() {
        if words.len() > enough {
            break;
        }
        match &node.data().value {
            NodeValue::CodeBlock(_) | NodeValue::BlockQuote if own_only => continue,
            NodeValue::Image(_) | NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_) if own_only => continue,
            NodeValue::FootnoteDefinition(_) => continue,
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::CodeBlock(code) => words.push_str(&code.literal),
            NodeValue::HtmlBlock(html) => words.push_str(&html.literal),
            NodeValue::HtmlInline(html) => words.push_str(html),
            value if value.block() => words.push(' '),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
        waiting.extend(node.reverse_children());
    }
    words
}

/// Walks over HTML that the renderer made: every tag is closed and every attribute quoted.
///
/// A link in place of a picture says no more than the picture will.
fn words_of_html(html: &str, own_only: bool) -> String {
    let for_picture = format!("class=\"{}\"", markdown::ELSEWHERE);
    let mut words = String::new();
    let mut left_out = 0usize;
    let mut is_picture = false;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tag_on) = rest.split_at(at);
        if left_out == 0 {
            push_unescaped(text, &mut words);
        }
        let end = tag_end(tag_on);
        let tag = tag_on.get(1..end).unwrap_or_default();
        rest = tag_on.get(end + 1..).unwrap_or_default();
        let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
        let is_end = tag.starts_with('/');
        let is_left_out = match name {
            "pre" | "blockquote" => own_only,
            "a" if is_end => std::mem::take(&mut is_picture),
            "a" => {
                is_picture = tag.contains(&for_picture);
                is_picture
            }
            _ => false,
        };
        if is_left_out {
            left_out = if is_end {
                left_out.saturating_sub(1)
            } else {
                left_out + 1
            };
        }
        if !matches!(
            name,
            "a" | "code" | "span" | "em" | "strong" | "del" | "kbd" | "sub" | "sup" | "img"
        ) {
            words.push(' ');
        }
    }
    if left_out == 0 {
        push_unescaped(rest, &mut words);
    }
    words
}

pub(super) fn tag_end(tag_on: &str) -> usize {
    let mut is_quoted = false;
    for (at, byte) in tag_on.bytes().enumerate() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'>' if !is_quoted => return at,
            _ => {}
        }
    }
    tag_on.len()
}

fn push_unescaped(text: &str, words: &mut String) {
    const ENTITIES: &[(&str, &str)] = &[
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ];
    if !text.contains('&') {
        words.push_str(text);
        return;
    }
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, entity_on) = rest.split_at(at);
        words.push_str(before);
        let known = ENTITIES.iter().find(|(entity, _)| entity_on.starts_with(entity));
        let (entity, character) = known.copied().unwrap_or(("&", "&"));
        words.push_str(character);
        rest = entity_on.get(entity.len()..).unwrap_or_default();
    }
    words.push_str(rest);
}

fn blocks(parent: Node, between: &str) -> String {
    let parts: Vec<String> = parent
        .children()
        .map(block)
        .filter(|part| !part.trim().is_empty())
        .collect();
    parts.join(between)
}

fn block(node: Node) -> String {
    match &node.data().value {
        NodeValue::Paragraph | NodeValue::Heading(_) => inlines(node),
        NodeValue::CodeBlock(code) => with_prefix(code.literal.trim_end_matches('\n'), "    ", "    "),
        NodeValue::HtmlBlock(html) => html.literal.trim().to_owned(),
        NodeValue::ThematicBreak => "* * *".to_owned(),
        NodeValue::BlockQuote => with_prefix(&blocks(node, "\n\n"), "> ", "> "),
        NodeValue::List(list) => {
            let is_ordered = list.list_type == ListType::Ordered;
            items(
                node,
                is_ordered.then_some(list.start),
                if list.tight { "\n" } else { "\n\n" },
            )
        }
        NodeValue::Table(_) => node.children().map(row).collect::<Vec<_>>().join("\n"),
        NodeValue::FootnoteDefinition(footnote) => {
            with_prefix(&blocks(node, "\n\n"), &format!("[{}] ", footnote.name), "    ")
        }
        _ => blocks(node, "\n\n"),
    }
}

fn items(list: Node, start: Option<usize>, between: &str) -> String {
    let mut parts = Vec::new();
    for (index, item) in list.children().enumerate() {
        let marker = match (&item.data().value, start) {
            (NodeValue::TaskItem(task), _) => if task.symbol.is_some() { "[x] " } else { "[ ] " }.to_owned(),
            (_, Some(start)) => format!("{}. ", start.saturating_add(index)),
            (_, None) => "- ".to_owned(),
        };
        parts.push(with_prefix(&blocks(item, between), &marker, &" ".repeat(marker.len())));
    }
    parts.join(between)
}

fn row(row: Node) -> String {
    row.children().map(inlines).collect::<Vec<_>>().join(" | ")
}

fn with_prefix(text: &str, first: &str, rest: &str) -> String {
    let mut output = String::with_capacity(text.len() + first.len());
    for (index, line) in text.lines().enumerate() {
        let prefix = if index == 0 { first } else { rest };
        if index > 0 {
            output.push('\n');
        }
        output.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        output.push_str(line);
    }
    output
}

fn inlines(parent: Node) -> String {
    let mut text = String::new();
    push_inlines(parent, &mut text);
    text
}

fn push_inlines(parent: Node, text: &mut String) {
    for node in parent.children() {
        match &node.data().value {
            NodeValue::Text(part) => text.push_str(part),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::HtmlInline(html) if html.starts_with("<!--") => {}
            NodeValue::HtmlInline(html) => text.push_str(html),
            NodeValue::SoftBreak | NodeValue::LineBreak => text.push('\n'),
            NodeValue::FootnoteReference(reference) => text.push_str(&format!("[{}]", reference.name)),
            NodeValue::Link(link) | NodeValue::Image(link) => push_link(node, &link.url, text),
            _ => push_inlines(node, text),
        }
    }
}

fn push_link(node: Node, address: &str, text: &mut String) {
    let words = inlines(node);
    let is_said = words.trim() == address || address.strip_prefix("mailto:") == Some(words.trim());
    if words.trim().is_empty() || is_said {
        text.push_str(address);
    } else {
        text.push_str(&words);
        text.push_str(&format!(" ({address})"));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_excerpt_is_what_the_author_says() {
        let text = "> quoted\n\nIt says **`disk full`**, see [the log](http://a.b/).\n\n```\ncode\n```\nAnd then?";
        assert_eq!(excerpt(text, 200), "It says disk full, see the log. And then?");
        assert_eq!(excerpt(text, 20), "It says disk full…");
        assert_eq!(excerpt("> only a quotation", 200), "only a quotation");
        assert_eq!(excerpt("```\nonly code\n```", 200), "only code");
        assert_eq!(excerpt("", 200), "");
        assert_eq!(excerpt("Donaudampfschifffahrt", 8), "Donauda…");
    }

    #[test]
    fn html_gives_the_same_excerpt() {
        let text =
            "> quoted\n\nIs `a < b` & \"c\" ![x > y](http://a.b/c.png \"a > b\") true?\n\n```\ncode\n```\n- one\n- two";
        let html = markdown::render(text);
        assert_eq!(excerpt_of_html(&html, 200), "Is a < b & \"c\" true? one two");
        assert_eq!(
            excerpt_of_html(&markdown::render("> &amp;nbsp; only"), 200),
            "&nbsp; only"
        );
    }

    #[test]
    fn plain_text_reads_like_a_letter() {
        let text = "# Hello\n\nSee [the **guide**](https://a.b/c) or <https://d.e>\\_!\nNext\n\n> words\n> more\n\n1. one\n2. two\n   - deep\n\n```rust\nfn x() {}\n```\n\n| a | b |\n|--|--|\n| 1 | 2 |";
        let expected = "Hello\n\nSee the guide (https://a.b/c) or https://d.e_!\nNext\n\n> words\n> more\n\n1. one\n2. two\n   - deep\n\n    fn x() {}\n\na | b\n1 | 2";
        assert_eq!(plain(text), expected);
    }

    proptest! {
        #[test]
        fn an_excerpt_is_never_longer_than_asked(text in "\\PC{0,400}", most in 0usize..60) {
            prop_assert!(excerpt(&text, most).chars().count() <= most);
            prop_assert!(excerpt_of_html(&markdown::render(&text), most).chars().count() <= most);
        }

        #[test]
        fn an_excerpt_of_markdown_is_never_longer_than_asked(text in "[a-c *_`>#<&\\[\\]()\n.-]{0,300}", most in 0usize..60) {
            prop_assert!(excerpt(&text, most).chars().count() <= most);
            let _ = plain(&text);
        }
    }
}
