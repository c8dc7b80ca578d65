//! Measures the conversion on whole forums, where `TANYA_TEST_DATA` names the folder that holds them.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use scraper::{ElementRef, Html, Node, Selector};

use super::picture_words;
use crate::text::html::{emoji, to_markdown};
use crate::text::markdown;

/// The share of posts that must show the same text, in per cent.
const SAME_TEXT: f64 = 99.0;

/// The share of code blocks that must be the same to the letter, in per cent.
const SAME_CODE: f64 = 99.5;

#[test]
fn stack_exchange_posts_show_the_same() {
    let Some(data) = data() else { return };
    for site in ["cardano", "conlang-meta"] {
        let path = data.join("stackexchange").join(site).join("Posts.xml");
        measure(site, &stack_exchange_bodies(&path));
    }
}

#[test]
fn discourse_posts_show_the_same() {
    let Some(data) = data() else { return };
    let all = discourse_bodies(&data.join("discourse").join("urho3d.tar.zst"));
    // Every post where the program is optimised, else every tenth: it would take minutes.
    let step = if cfg!(debug_assertions) { 10 } else { 1 };
    let bodies: Vec<String> = all.into_iter().step_by(step).collect();
    measure("urho3d", &bodies);
}

fn data() -> Option<PathBuf> {
    std::env::var_os("TANYA_TEST_DATA").map(PathBuf::from)
}

fn measure(site: &str, bodies: &[String]) {
    let (mut same, mut codes, mut same_codes) = (0usize, 0usize, 0usize);
    for body in bodies {
        let made = markdown::render(&to_markdown(body)).into_string();
        let (expected, shown) = (visible_text(body), rendered_text(&made));
        if expected == shown {
            same += 1;
        } else {
            explain(site, "text", body, &expected, &shown);
        }
        let (expected, shown) = (source_code(body), rendered_code(&made));
        codes += expected.len();
        let matching = expected.iter().zip(&shown).filter(|(one, other)| one == other).count();
        if expected == shown {
            same_codes += matching;
        } else {
            same_codes += if expected.len() == shown.len() { matching } else { 0 };
            explain(site, "code", body, &expected.join("\u{241e}"), &shown.join("\u{241e}"));
        }
    }
    let share = |part: usize, whole: usize| {
        if whole == 0 {
            100.0
        } else {
            100.0 * part as f64 / whole as f64
        }
    };
    let (text, code) = (share(same, bodies.len()), share(same_codes, codes));
    println!(
        "{site}: {same} of {} posts ({text:.2} %), {same_codes} of {codes} code blocks ({code:.2} %)",
        bodies.len()
    );
    assert!(
        text >= SAME_TEXT && code >= SAME_CODE,
        "{site}: {text:.2} % of the posts, {code:.2} % of the code"
    );
}

/// Prints where two texts part, when `TANYA_TEST_EXPLAIN` is set.
fn explain(site: &str, what: &str, body: &str, expected: &str, shown: &str) {
    if std::env::var_os("TANYA_TEST_EXPLAIN").is_none() {
        return;
    }
    let common = expected
        .chars()
        .zip(shown.chars())
        .take_while(|(one, other)| one == other)
        .count();
    let around = |text: &str| {
        text.chars()
            .skip(common.saturating_sub(20))
            .take(70)
            .collect::<String>()
    };
    println!(
        "--- {site} {what}\n  was   {:?}\n  shows {:?}\n  in    {:?}",
        around(expected),
        around(shown),
        body.chars().take(60).collect::<String>()
    );
}

/// A dump has one row on each line, which the reader of HTML understands as well.
fn stack_exchange_bodies(path: &Path) -> Vec<String> {
    let xml = std::fs::read_to_string(path).unwrap();
    let body = |line: &str| {
        let row = Html::parse_fragment(line);
        first(row.root_element(), "row").and_then(|row| row.attr("body").map(str::to_owned))
    };
    xml.lines().filter_map(body).collect()
}

fn discourse_bodies(path: &Path) -> Vec<String> {
    let mut archive = tar::Archive::new(zstd::Decoder::new(File::open(path).unwrap()).unwrap());
    let mut bodies = Vec::new();
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        if entry
            .path()
            .unwrap()
            .extension()
            .is_none_or(|extension| extension != "json")
        {
            continue;
        }
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        let topic: serde_json::Value = serde_json::from_str(&text).unwrap();
        let posts = topic
            .pointer("/post_stream/posts")
            .and_then(serde_json::Value::as_array);
        bodies.extend(
            posts
                .into_iter()
                .flatten()
                .filter_map(|post| post.get("cooked")?.as_str().map(str::to_owned)),
        );
    }
    bodies
}

/// What a reader of the old forum saw, without white space: the decoration around quotations, pictures and previews
/// left out, a picture counted as what describes it or its address, an embedded page as its title or its address.
fn visible_text(html: &str) -> String {
    let mut text = String::new();
    push_visible(Html::parse_fragment(html).root_element(), &mut text);
    text.retain(|character| !character.is_whitespace());
    text
}

fn push_visible(parent: ElementRef, text: &mut String) {
    for child in parent.children() {
        if let Node::Text(part) = child.value() {
            text.push_str(part);
        }
        let Some(element) = ElementRef::wrap(child) else {
            continue;
        };
        let has = |class: &str| element.value().classes().any(|one| one == class);
        let attribute = |name| element.attr(name).filter(|value| !value.trim().is_empty());
        match element.value().name() {
            "script" | "style" | "svg" | "math" => {}
            "div" if has("meta") || has("quote-controls") => {}
            "img" if has("emoji") => text.push_str(&emoji::of(attribute("alt").unwrap_or_default())),
            "img" if has("avatar") || has("site-icon") => {}
            "img" => text.push_str(picture_words(element).unwrap_or_default()),
            "a" if has("lightbox") => text.push_str(opened_words(element).unwrap_or_default()),
            "aside" if has("onebox") => push_preview(element, text),
            "div" if has("lazyYT") => push_film(attribute("data-youtube-title"), attribute("data-youtube-id"), text),
            "iframe" => text.push_str(attribute("title").or(attribute("src")).unwrap_or_default()),
            "video" | "audio" => {
                let source = first(element, "source").and_then(|source| source.attr("src"));
                text.push_str(attribute("title").or(attribute("src")).or(source).unwrap_or_default());
            }
            _ => push_visible(element, text),
        }
    }
}

/// The words of a picture that a link opens in full: what describes it, else where it is in full.
fn opened_words<'page>(link: ElementRef<'page>) -> Option<&'page str> {
    let alt = first(link, "img")?.attr("alt").filter(|alt| !alt.trim().is_empty());
    alt.or(link.attr("href"))
}

fn push_film(title: Option<&str>, id: Option<&str>, text: &mut String) {
    match title {
        Some(title) => text.push_str(title),
        None => text.extend(["https://www.youtube.com/watch?v=", id.unwrap_or_default()]),
    }
}

fn push_preview(aside: ElementRef, text: &mut String) {
    let title = first(aside, "h3, h4")
        .map(|title| title.text().collect::<String>())
        .filter(|title| !title.trim().is_empty());
    let address = aside
        .attr("data-onebox-src")
        .or_else(|| first(aside, "a")?.attr("href"));
    text.push_str(title.as_deref().or(address).unwrap_or_default());
    if let Some(lines) = first(aside, "ol.lines") {
        text.extend(lines.text());
    }
}

fn first<'page>(within: ElementRef<'page>, selector: &str) -> Option<ElementRef<'page>> {
    within.select(&Selector::parse(selector).unwrap()).next()
}

fn rendered_text(html: &str) -> String {
    let page = Html::parse_fragment(html);
    page.root_element()
        .text()
        .flat_map(str::chars)
        .filter(|character| !character.is_whitespace())
        .collect()
}

/// The code blocks of a post, each without the line feed that ends it; of previews only the lines of code.
fn source_code(html: &str) -> Vec<String> {
    let page = Html::parse_fragment(html);
    let previewed: Vec<_> = page
        .select(&Selector::parse("aside.onebox pre").unwrap())
        .map(|pre| pre.id())
        .collect();
    let all = Selector::parse("pre").unwrap();
    let blocks = page.select(&all).filter_map(|pre| match first(pre, "ol.lines") {
        Some(lines) => {
            let lines = lines
                .child_elements()
                .map(|line| line.text().collect::<String>().trim_end().to_owned());
            Some(lines.collect::<Vec<_>>().join("\n"))
        }
        None => (!previewed.contains(&pre.id())).then(|| code_text(pre)),
    });
    blocks
        .filter(|code| !code.trim().is_empty())
        .map(without_last_line_feed)
        .collect()
}

fn code_text(pre: ElementRef) -> String {
    let only_child = pre
        .child_elements()
        .next()
        .filter(|_| pre.child_elements().count() == 1);
    let code = only_child.filter(|child| child.value().name() == "code").unwrap_or(pre);
    let html = code.inner_html().replace("<br>\n", "\n").replace("<br>", "\n");
    Html::parse_fragment(&format!("<pre>\n{html}</pre>"))
        .root_element()
        .text()
        .collect()
}

fn without_last_line_feed(code: String) -> String {
    code.strip_suffix('\n').map(str::to_owned).unwrap_or(code)
}

fn rendered_code(html: &str) -> Vec<String> {
    let page = Html::parse_fragment(html);
    let all = Selector::parse("pre").unwrap();
    let blocks = page.select(&all).map(|pre| pre.text().collect::<String>());
    blocks.map(without_last_line_feed).collect()
}
