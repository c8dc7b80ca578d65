//! Text that is written to make a server work.

use std::time::{Duration, Instant};

use super::assert_is_harmless;
use crate::text::markdown::{render, render_comment};

/// Short pieces that trouble readers of Markdown when they are repeated.
const UNITS: &[&str] = &[
    ">",
    "> ",
    "[",
    "]",
    "![",
    "[](",
    "[a](",
    "[a](<b",
    "*",
    "_",
    "**a ",
    "*a_ ",
    "a**b",
    "_a ",
    "`",
    "``` ",
    "~",
    "~~a",
    "<",
    "<a ",
    "<!--",
    "<?",
    "<![CDATA[",
    "<!A ",
    "</",
    "&",
    "&amp",
    "\\",
    "- ",
    "-\t",
    "1. ",
    "+ ",
    "# ",
    "#",
    "|",
    "|a",
    "| - ",
    "=",
    "\n",
    "\t",
    " ",
    "[^a]",
    "[^a]: b\n",
    "[a]: b\n",
    "[a][b]",
    "http://",
    "www.",
    "a@b.c ",
    "a@",
    "mailto:",
    "- [ ] ",
    "a\n\n",
    "\0",
    "\u{feff}",
    "é",
    "\r",
    "<kbd>",
    "<sub><sup>",
    "<details>\n\n",
    "<summary>",
    "![a](b)",
    "*_",
    "***a ",
    "*a **b ",
    "\"",
    "a:",
    "x\n- ",
    "> - 1. ",
    "(",
    "[(",
    "<br>",
    "~~~\n",
    "```\n",
    "a|b\n-|-\n",
    "https://a.b/((((",
    "$",
    "^",
    "{",
    ":",
    ":::\n",
    "www.a.b_",
    "\\`",
    "`\\",
];

/// What is known to trouble readers of Markdown: 64 kB of each, a quarter of it where the program is not optimised.
fn hostile() -> Vec<(&'static str, String)> {
    let part = if cfg!(debug_assertions) { 4 } else { 1 };
    let fill = |unit: &str| unit.repeat(65_536 / part / unit.len());
    let mut texts: Vec<(&'static str, String)> = UNITS.iter().map(|unit| (*unit, fill(unit))).collect();
    texts.extend(structures(8_000 / part));
    texts
}

/// Texts whose parts play together, of a size that grows with `n`.
fn structures(n: usize) -> Vec<(&'static str, String)> {
    let each = |range: std::ops::Range<usize>, write: fn(usize) -> String| range.map(write).collect::<String>();
    let backticks = each(1..360, |length| format!("e{}", "`".repeat(length)));
    let marks = each(0..n / 4, |number| format!("[^{number}] "));
    let notes = each(0..n / 4, |number| format!("\n[^{number}]: x"));
    let long_name = "a".repeat(900);
    vec![
        ("links in links", "[".repeat(n * 4) + &"](b)".repeat(n)),
        ("emphasis", "*a ".repeat(n * 2) + &" c*".repeat(n)),
        ("backticks of every length", backticks),
        (
            "wide table",
            format!("|{}\n|{}\n{}", "x|".repeat(n), "-|".repeat(n), "a\n".repeat(n * 2)),
        ),
        ("references", "[a]: b\n".repeat(100) + &"[a] ".repeat(n)),
        (
            "long references",
            format!("[{long_name}]: u\n") + &format!("[{long_name}]").repeat(70),
        ),
        ("footnotes", marks + &notes),
        (
            "deepening list",
            each(0..360, |depth| format!("{}- a\n", " ".repeat(depth))),
        ),
        (
            "deepening list of two",
            each(0..250, |depth| format!("{}* a\n", "  ".repeat(depth))),
        ),
        ("deep quotes", format!("{}a\n", "> ".repeat(200)).repeat(150)),
        (
            "quotes, lazy lines",
            format!("{}a\n{}", ">".repeat(n * 4), "b\n".repeat(n * 2)),
        ),
        ("html opened", "<x ".repeat(5) + &"a='".repeat(20_000)),
    ]
}

#[test]
fn hostile_text_is_rendered_within_a_moment() {
    let mut slow = Vec::new();
    for (name, text) in hostile() {
        let start = Instant::now();
        let body = render(&text).into_string();
        let body_time = start.elapsed();
        let start = Instant::now();
        let comment = render_comment(&text).into_string();
        slow.push((body_time.max(start.elapsed()), name));
        assert_is_harmless(&body);
        assert_is_harmless(&comment);
        assert!(depth(&body) < 200 && depth(&comment) < 200, "{name}");
    }
    slow.sort();
    let slowest: Vec<_> = slow.iter().rev().take(8).collect();
    // Generous for a busy machine: the slowest takes 0.3 s for 64 kB when optimised.
    assert!(
        slowest.first().is_some_and(|(time, _)| *time < Duration::from_secs(10)),
        "{slowest:?}"
    );
}

/// How deep the elements of rendered HTML stand in one another at most.
fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0usize, 0usize);
    for tag in html.split('<').skip(1) {
        if tag.starts_with('/') {
            depth -= 1;
        } else if !["br", "hr", "img"].contains(&tag.split([' ', '>']).next().unwrap_or_default()) {
            depth += 1;
        }
        deepest = deepest.max(depth);
    }
    deepest
}
