mod hostile;

use proptest::prelude::*;
use scraper::{Html, Selector};

use super::*;

fn html(markdown: &str) -> String {
    render(markdown).into_string()
}

fn comment(markdown: &str) -> String {
    render_comment(markdown).into_string()
}

#[test]
fn paragraphs_keep_their_line_breaks() {
    assert_eq!(html("one\ntwo\n\nthree"), "<p>one<br>\ntwo</p>\n<p>three</p>\n");
}

#[test]
fn headings_begin_below_those_of_the_page() {
    let made = html("# a\n\n## b\n\n### c\n\n###### f\n\nset\n===");
    assert_eq!(made, "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h6>f</h6>\n<h3>set</h3>\n");
}

#[test]
fn links_lead_out_without_our_blessing() {
    assert_eq!(
        html("[a](https://a.b/c?d=e&f=g \"t\") www.x.org me@x.org [here](/questions/1) <http://y.z>"),
        "<p><a href=\"https://a.b/c?d=e&amp;f=g\" title=\"t\" rel=\"nofollow ugc noopener\">a</a> \
         <a href=\"http://www.x.org\" rel=\"nofollow ugc noopener\">www.x.org</a> \
         <a href=\"mailto:me@x.org\" rel=\"nofollow ugc noopener\">me@x.org</a> \
         <a href=\"/questions/1\" rel=\"nofollow ugc noopener\">here</a> \
         <a href=\"http://y.z\" rel=\"nofollow ugc noopener\">http://y.z</a></p>\n"
    );
}

#[test]
fn links_lead_only_where_they_may() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "ftp://a.b",
        "&#106;avascript:x",
    ] {
        assert_eq!(html(&format!("[a]({address})")), "<p>a</p>\n", "{address}");
        assert_eq!(html(&format!("![a]({address})")), "<p>a</p>\n", "{address}");
        assert_eq!(comment(&format!("[a]({address})")), "a", "{address}");
    }
}

#[test]
fn pictures_of_this_site_load_late_in_the_width_that_fits_and_keep_their_words() {
    assert_eq!(
        html("![a *b*](/uploads/7/300x200/c.png \"t\")"),
        "<p><img src=\"/uploads/7/300x200/c.png\" width=\"300\" height=\"200\" alt=\"a b\" title=\"t\" loading=\"lazy\"></p>\n"
    );
    let wide = html("![](/uploads/7/900x600/c.png)");
    let choices = "srcset=\"/uploads/7/640/c.png 640w, /uploads/7/900x600/c.png 900w\"";
    assert!(wide.contains(choices) && wide.contains("sizes=\""), "{wide}");
    assert_eq!(
        html("![x](/uploads/7/c.png)"),
        "<p><img src=\"/uploads/7/c.png\" alt=\"x\" loading=\"lazy\"></p>\n"
    );
}

#[test]
fn of_a_picture_from_elsewhere_there_is_a_link_until_there_is_a_copy() {
    let link = |href: &str, words: &str| {
        format!("<p><a class=\"picture-elsewhere\" href=\"{href}\" rel=\"nofollow ugc noopener\">{words}</a></p>\n")
    };
    let there = "https://a.b/c.png?x=1&y=2";
    assert_eq!(
        html(&format!("![a *b*]({there})")),
        link("https://a.b/c.png?x=1&amp;y=2", "a b")
    );
    assert_eq!(html("![](/x.png)"), link("/x.png", "/x.png"));
    assert_eq!(
        html("![x](//evil.example/uploads/7/a.png)"),
        link("//evil.example/uploads/7/a.png", "x")
    );
    let within = html("[![a](https://a.b/c.png)](https://a.b/d)");
    assert_eq!(
        within,
        "<p><a href=\"https://a.b/d\" rel=\"nofollow ugc noopener\">a</a></p>\n"
    );
    assert_eq!(
        html("[![](https://a.b/c.png)](/d) [![<https://e.f>](https://a.b/c.png)](/d)"),
        "<p><a href=\"/d\" rel=\"nofollow ugc noopener\">https://a.b/c.png</a> \
         <a href=\"/d\" rel=\"nofollow ugc noopener\">https://e.f</a></p>\n",
        "a link has words, and no link within it"
    );
    let rendered = render(&format!(
        "![a]({there}) ![b](https://a.b/e f.png) ![c](</g h.png>) [d](https://a.b/d)"
    ));
    assert_eq!(rendered.pictures_elsewhere(), [there]);
    let copies = [(there.to_owned(), "/uploads/7/20x10/c.png".to_owned())].into();
    assert_eq!(
        render_with_copies(&format!("![a]({there})"), &copies).as_str(),
        "<p><img src=\"/uploads/7/20x10/c.png\" width=\"20\" height=\"10\" alt=\"a\" loading=\"lazy\"></p>\n"
    );
}

#[test]
fn code_keeps_its_language_and_nothing_else() {
    assert_eq!(
        html("```c++ class=\"x\" onclick\n<b>&\n```\n\n```\" onload=\"x\ny\n```"),
        "<pre tabindex=\"0\"><code class=\"language-c++\">&lt;b&gt;&amp;\n</code></pre>\n<pre tabindex=\"0\"><code>y\n</code></pre>\n"
    );
}

#[test]
fn tables_scroll_and_align() {
    assert_eq!(
        html("| a | b |\n|:-:|--:|\n| 1 | 2 |\n| 3 |"),
        "<div class=\"table-scroll\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n<th class=\"align-center\">a</th>\n\
         <th class=\"align-right\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"align-center\">1</td>\n\
         <td class=\"align-right\">2</td>\n</tr>\n<tr>\n<td class=\"align-center\">3</td>\n<td class=\"align-right\"></td>\n</tr>\n\
         </tbody>\n</table>\n</div>\n"
    );
}

#[test]
fn tasks_are_signs_not_fields() {
    assert_eq!(
        html("- [x] done\n- [ ] open"),
        "<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>\n"
    );
}

#[test]
fn footnotes_have_no_ids() {
    assert_eq!(
        html("a[^x] b[^y]\n\n[^x]: one\n[^y]: two"),
        "<p>a<sup>[1]</sup> b<sup>[2]</sup></p>\n<hr>\n<ol class=\"footnotes\">\n<li>\n<p>one</p>\n</li>\n<li>\n<p>two</p>\n</li>\n</ol>\n"
    );
}

#[test]
fn what_looks_like_html_is_shown() {
    assert_eq!(
        html("use <stdio.h> or Vec<String>"),
        "<p>use &lt;stdio.h&gt; or Vec&lt;String&gt;</p>\n"
    );
    assert_eq!(
        html("<div onclick=\"x\">\nhi <b>"),
        "<p>&lt;div onclick=\"x\"&gt;<br>hi &lt;b&gt;</p>\n"
    );
    assert_eq!(
        html("<script>alert(1)</script>"),
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
    );
    assert_eq!(html("a <!-- hidden --> b\n\n<!-- whole -->"), "<p>a  b</p>\n");
}

#[test]
fn a_few_elements_may_be_written_as_html() {
    assert_eq!(
        html("press <kbd>Ctrl</kbd>, H<sub>2</sub>O"),
        "<p>press <kbd>Ctrl</kbd>, H<sub>2</sub>O</p>\n"
    );
    assert_eq!(
        html("<details>\n<summary>The <b> log</summary>\n\n```\nx\n```\n\n</details>\n\nafter"),
        "<details>\n<summary>The &lt;b&gt; log</summary>\n<pre tabindex=\"0\"><code>x\n</code></pre>\n</details>\n<p>after</p>\n"
    );
    assert_eq!(html("<details>\n\nopen"), "<details>\n<p>open</p>\n</details>");
    assert_eq!(
        html("</details></div></p><kbd>"),
        "<p>&lt;/div&gt;&lt;/p&gt;&lt;kbd&gt;</p>\n"
            .replace("<p>", "")
            .replace("</p>", "")
    );
}

#[test]
fn comments_are_one_paragraph() {
    assert_eq!(
        comment("**a** `b` [c](http://d.e)"),
        "<strong>a</strong> <code>b</code> <a href=\"http://d.e\" rel=\"nofollow ugc noopener\">c</a>"
    );
    for line in [
        "# no heading",
        "#5 is it",
        "> no quote",
        "- no list",
        "+ no list",
        "* no list",
        "1. no list",
        "2) no list",
        "---",
        "===",
        "***",
        "~~~ no fence",
        "| a | b |",
        "|--|--|",
        "[a]: b.c",
        "![x]",
        "<div>",
        "    no code",
        "- - -",
    ] {
        let shown = comment(&format!("before\n\n{line}\n\nafter"));
        assert_eq!(text(&shown), format!("before{}after", line.replace(' ', "")), "{line}");
        assert!(elements(&shown).iter().all(|name| name == "br"), "{line}: {shown}");
    }
    assert_eq!(comment("a\n\nb"), "a<br>\nb");
    assert_eq!(comment("![alt](http://a.b/c.png)"), "alt");
    assert_eq!(comment("```\ncode\n```").matches("<pre").count(), 0);
}

#[test]
fn deep_text_is_shown_as_typed() {
    let deep = ">".repeat(65_536);
    assert_eq!(
        html(&deep),
        format!("<pre tabindex=\"0\"><code>{}</code></pre>\n", "&gt;".repeat(65_536))
    );
    let deepest_that_renders = "> ".repeat(90) + "x";
    assert_eq!(html(&deepest_that_renders).matches("<blockquote>").count(), 90);
}

fn elements(html: &str) -> Vec<String> {
    let page = Html::parse_fragment(html);
    page.select(&Selector::parse("*").unwrap())
        .map(|element| element.value().name().to_owned())
        .filter(|name| name != "html")
        .collect()
}

fn text(html: &str) -> String {
    Html::parse_fragment(html)
        .root_element()
        .text()
        .flat_map(|text| text.chars())
        .filter(|character| !character.is_whitespace())
        .collect()
}

/// Reads the HTML as a browser does and looks for anything that could act.
pub(super) fn assert_is_harmless(html: &str) {
    let page = Html::parse_fragment(html);
    for element in page.select(&Selector::parse("*").unwrap()) {
        let name = element.value().name();
        assert!(
            name == "html" || super::allow::TAGS.contains(&name),
            "<{name}> in {html}"
        );
        for (attribute, value) in element.value().attrs() {
            assert!(
                !attribute.starts_with("on") && !matches!(attribute, "style" | "id" | "srcdoc" | "name" | "action"),
                "{attribute} in {html}"
            );
            let value = value.trim().to_ascii_lowercase();
            match attribute {
                "href" | "src" => {
                    let scheme = value
                        .split(['/', '?', '#'])
                        .next()
                        .and_then(|start| start.split_once(':'))
                        .map(|(scheme, _)| scheme.to_owned());
                    assert!(
                        scheme.is_none_or(|scheme| matches!(scheme.as_str(), "http" | "https" | "mailto")),
                        "{value} in {html}"
                    );
                }
                "class" => assert!(
                    value.starts_with("language-")
                        || (name == "a" && value == super::allow::ELSEWHERE)
                        || (name == "span" && crate::text::markdown::code::is_class(&value))
                        || ["table-scroll", "footnotes", "align-left", "align-center", "align-right"]
                            .contains(&value.as_str()),
                    "{value} in {html}"
                ),
                "tabindex" => assert_eq!(value, "0"),
                "srcset" => assert!(crate::urls::are_choices(&value), "{value} in {html}"),
                "sizes" => assert_eq!(value, super::allow::WIDTHS),
                "width" | "height" => assert!(value.parse::<u32>().is_ok(), "{value} in {html}"),
                _ => assert!(
                    ["title", "alt", "rel", "loading", "start"].contains(&attribute),
                    "{attribute} in {html}"
                ),
            }
        }
        if name == "img" {
            let own = element.attr("src").and_then(crate::urls::upload_at);
            assert!(own.is_some(), "a reader's browser would ask a stranger: {html}");
        }
        if name == "a" {
            assert_eq!(element.attr("rel"), Some("nofollow ugc noopener"), "{html}");
        }
    }
}

/// Pieces that together make attacks and odd structures likelier than random characters do.
const PIECES: &[&str] = &[
    "<script>",
    "</script>",
    "<script ",
    "<img src=x onerror=alert(1)>",
    "javascript:",
    "[a](",
    ")",
    "](",
    "![",
    "![a](/uploads/7/900x600/c.png",
    "![](https://a.b/c.png",
    "/uploads/7/9x6/",
    "<a href=\"",
    "\">",
    "\" onclick=\"",
    "'",
    "<style>",
    "<svg/onload=",
    "<details>",
    "<summary>",
    "</details>",
    "<kbd>",
    "</kbd>",
    "<sub ",
    "<!--",
    "-->",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "> ",
    "- ",
    "1. ",
    "```",
    "```js \" onload=\"",
    "`",
    "*",
    "**",
    "_",
    "~~",
    "|",
    "|-|",
    "# ",
    "[x]",
    "- [x] ",
    "[^1]",
    "[^1]: ",
    "&lt;",
    "&#60;",
    "&#x3c;script&#x3e;",
    "data:text/html,",
    "http://a.b/",
    "www.a.b",
    "a@b.c",
    "\\",
    "<",
    ">",
    "\0",
    "é",
    "word",
    " style=\"color:red\"",
    "&#106;avascript:",
    "<br onclick=x>",
    "<br>",
    "<details open ontoggle=x>",
];

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_renders_to_something_harmless(text in any::<String>()) {
        assert_is_harmless(&html(&text));
        assert_is_harmless(&comment(&text));
    }

    #[test]
    fn any_attack_renders_to_something_harmless(text in pieces()) {
        prop_assert!(stays_clean(&render(&text)) && stays_clean(&render_comment(&text)));
        let made = html(&text);
        prop_assert!(!made.to_ascii_lowercase().contains("<script"));
        assert_is_harmless(&made);
        let made = comment(&text);
        assert_is_harmless(&made);
        let blocks = ["p", "div", "ul", "ol", "pre", "h3", "blockquote", "table", "img", "details", "hr"];
        prop_assert!(elements(&made).iter().all(|name| !blocks.contains(&name.as_str())), "{}", made);
    }
}
