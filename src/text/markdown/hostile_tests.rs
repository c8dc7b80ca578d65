//! Text that is written to make a server work.

use std::time::{Duration, Instant};

use super::tests::assert_is_harmless;
use super::{render, render_comment};

/// What is known to trouble readers of Markdown: 64 kB of each, a quarter of it where the program is not optimised.
fn hostile() -> Vec<(&'static str, String)> {
    let part = if cfg!(debug_assertions) { 4 } else { 1 };
    let fill = |unit: &str| unit.repeat(65_536 / part / unit.len());
    let mut texts: Vec<(&'static str, String)> = [
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
    ]
    .into_iter()
    .map(|unit| (unit, fill(unit)))
    .collect();
    let n = 8_000 / part;
    texts.push((
        "links within links",
        format!("{}a{}", "[".repeat(n * 4), "](b)".repeat(n)),
    ));
    texts.push((
        "emphasis opened and closed",
        format!("{}b{}", "*a ".repeat(n * 2), " c*".repeat(n)),
    ));
    texts.push((
        "backticks of every length",
        (1..360).map(|length| format!("e{}", "`".repeat(length))).collect(),
    ));
    texts.push((
        "wide table",
        format!("|{}\n|{}\n{}", "x|".repeat(n), "-|".repeat(n), "a\n".repeat(n * 2)),
    ));
    texts.push(("references", format!("{}{}", "[a]: b\n".repeat(100), "[a] ".repeat(n))));
    texts.push((
        "long references",
        format!(
            "[{0}]: u\n{1}",
            "a".repeat(900),
            format!("[{}]", "a".repeat(900)).repeat(70)
        ),
    ));
    texts.push((
        "footnotes",
        (0..n / 4)
            .map(|number| format!("[^{number}] "))
            .chain((0..n / 4).map(|number| format!("\n[^{number}]: x")))
            .collect(),
    ));
    texts.push((
        "deepening list",
        (0..360).map(|depth| format!("{}- a\n", " ".repeat(depth))).collect(),
    ));
    texts.push((
        "deepening list of two",
        (0..250).map(|depth| format!("{}* a\n", "  ".repeat(depth))).collect(),
    ));
    texts.push((
        "deep quotes, many lines",
        format!("{}a\n", "> ".repeat(200)).repeat(150),
    ));
    texts.push((
        "quotes, lazy lines",
        format!("{}a\n{}", ">".repeat(n * 4), "b\n".repeat(n * 2)),
    ));
    texts.push(("html opened", "<x ".repeat(5) + &"a='".repeat(20_000)));
    texts
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
