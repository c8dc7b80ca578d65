use std::time::{Duration, Instant};

use super::*;

#[test]
fn lines_and_paragraphs_are_those_that_a_reader_sees() {
    for (html, expected) in [
        ("<div>a</div><div>b</div>", "a\nb"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("a<br>b<br><br>c", "a\nb\n\nc"),
        (
            "<p class=\"MsoNormal\">a</p><p class=\"MsoNormal\">b</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>c</p>",
            "a\nb\n\nc",
        ),
        (
            "<div>a <b>bold</b> and <i>slanted</i>, <a href=\"https://e.com\">here</a></div>",
            "a **bold** and *slanted*, [here](https://e.com)",
        ),
        (
            "<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>",
            "- one\n- two\n  - three",
        ),
        ("<table><tr><td>laid</td><td>out</td></tr></table>", "laid\nout"),
        (
            "<div style=\"display:none\">hidden</div>seen<style>p{}</style><title>t</title>",
            "seen",
        ),
        (
            "before <img src=\"https://e.com/a.png\" alt=\"a\"> after",
            "before ![a](https://e.com/a.png) after",
        ),
        (
            "x<img src=\"https://e.com/open.gif\" width=\"1\" height=\"1\"><img src=\"cid:1\"><img src=\"data:x\">",
            "x",
        ),
        ("<pre>one\n  two</pre>", "one\ntwo"),
        ("<p>See:</p><pre>one\n  two</pre>", "See:\n\n```\none\n  two\n```"),
        ("1 &lt; 2 &amp;&amp; *stars*", "1 < 2 && \\*stars\\*"),
        ("", ""),
    ] {
        assert_eq!(own(html), expected, "{html}");
    }
}

#[test]
fn what_a_program_marks_is_cut() {
    for quoted in [
        "<div class=\"gmail_quote\"><div class=\"gmail_attr\">Someone, some day</div><blockquote class=\"gmail_quote\">q</blockquote></div>",
        "<blockquote type=\"cite\">q</blockquote>",
        "<div class=\"moz-cite-prefix\">x@y 1234:</div><blockquote type=\"cite\" cite=\"mid:1\">q</blockquote>",
        "<div id=\"ydp123yahoo_quoted\"><div>q</div></div>",
        "<div id=\"divRplyFwdMsg\">x</div><div>q</div>",
        "<div id=\"x_divRplyFwdMsg\">x</div><div>q</div>",
        "<div name=\"quote\" style=\"border-left:2px solid\"><b>Von:</b> x<br>q</div>",
        "<div>On Fri, 27 Nov 2026, at 09:58, Ada wrote:</div><blockquote>q</blockquote>",
        "<p id=\"reply-intro\">On 2026-11-27 09:58, Ada wrote:</p><blockquote type=\"cite\" style=\"border-left:#1010ff 2px solid\">q</blockquote>",
        "<blockquote class=\"protonmail_quote\">q</blockquote>",
        "<blockquote style='border:none;border-left:solid #CCCCCC 1.0pt;padding:0cm'><p>q</p></blockquote>",
        "<div class=\"gmail_signature\">Ada</div>",
        "<div id=\"Signature\">Ada</div><div id=\"divRplyFwdMsg\">x</div>q",
        "<div id=\"ms-outlook-mobile-signature\">Get <a href=\"https://aka.ms/o0ukef\">Outlook for iOS</a></div>",
        "<div id=\"protonmail_mobile_signature_block\"><div>Sent from <a href=\"https://proton.me\">Proton Mail</a> for iOS.</div></div>",
    ] {
        assert_eq!(own(&format!("<div>mine</div><br>{quoted}")), "mine", "{quoted}");
    }
    assert_eq!(
        own("<div class=\"gmail_signature\">I write here.</div>"),
        "I write here."
    );
}

#[test]
fn hostile_pages_take_little_time() {
    let pages = [
        "<div>".repeat(100_000),
        "<div><p>".repeat(50_000),
        "<font color=1>".repeat(30_000) + &"<p>x".repeat(30_000),
        "<table><tr><td>".repeat(30_000),
        "<b><i>x".repeat(50_000),
        "<a href=x>".repeat(50_000),
        "<blockquote>x".repeat(100_000),
        "<ul><li>".repeat(50_000) + "x",
        "<".repeat(1_000_000),
        "<!--".repeat(250_000),
        "&amp;".repeat(200_000),
        "<p>On 1 Jan 2026 a@b.c wrote:".repeat(29_000),
        "x ".repeat(500_000),
        "<svg><math><style>".repeat(20_000),
        "<div class='gmail_quote'>x</div>".repeat(30_000),
    ];
    for page in pages {
        let began = Instant::now();
        let _words = own(&page);
        let start: String = page.chars().take(30).collect();
        // Two seconds at most where nothing else goes on; what grows with a square takes minutes.
        assert!(
            began.elapsed() < Duration::from_secs(60),
            "{start}: {:?}",
            began.elapsed()
        );
    }
}

#[test]
fn a_page_that_is_too_deep_is_its_text() {
    let deep = format!(
        "<style>p {{}}</style><div>One &amp; two</div>{}three{}",
        "<div>".repeat(400),
        "</div>".repeat(400)
    );
    let words = own(&deep);
    assert!(words.starts_with("One & two") && words.ends_with("three"), "{words}");
}
