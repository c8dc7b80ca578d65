mod data;
mod pieces;

use scraper::{ElementRef, Node};

use super::*;
use crate::text::markdown;

/// What comes back as HTML when the Markdown of some HTML is rendered.
fn again(html: &str) -> String {
    markdown::render(&to_markdown(html)).into_string()
}

#[test]
fn stack_exchange_bodies_become_markdown() {
    let html = "<p>How do I <strong>start</strong> the <code>node</code>?<br>\nIt <em>says</em>:</p>\n\n<pre class=\"lang-sh prettyprint-override\"><code>$ ./run &amp;&amp; echo `date`\n\n  ok\n</code></pre>\n\n<ol>\n<li>one</li>\n<li><p>two</p>\n<pre><code>x\n</code></pre></li>\n</ol>\n\n<blockquote>\n  <p>quoted</p>\n</blockquote>\n\n<p>Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, see <a href=\"https://a.b/c_(d)\" rel=\"nofollow noreferrer\">the <code>docs</code></a>.</p>\n<hr>\n<p><a href=\"https://i.stack.imgur.com/a.png\"><img src=\"https://i.stack.imgur.com/a.png\" alt=\"a screen\"></a></p>";
    insta::assert_snapshot!(to_markdown(html), @r"
    How do I **start** the `node`?
    It *says*:

    ```sh
    $ ./run && echo `date`

      ok
    ```

    1. one

    2. two

       ```
       x
       ```

    > quoted

    Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, see [the `docs`](<https://a.b/c_(d)>).

    ***

    [![a screen](https://i.stack.imgur.com/a.png)](https://i.stack.imgur.com/a.png)
    ");
}

#[test]
fn discourse_bodies_become_markdown() {
    let html = r##"<aside class="quote no-group" data-username="ada" data-post="2"><div class="title">
<div class="quote-controls"></div><img class="avatar" src="/a.png"> ada:</div><blockquote><p>Why?</p></blockquote></aside>
<p><a class="mention" href="/u/bob">@bob</a> <img class="emoji" title=":wink:" alt=":wink:" src="/e.png"> <span class="hashtag">#include</span></p>
<p><div class="lightbox-wrapper"><a class="lightbox" href="https://a.b/full.png" title="x"><img src="https://a.b/small.png" alt="x"><div class="meta"><svg><use/></svg><span class="filename">x</span></div></a></div></p>
<aside class="onebox githubblob"><header class="source"><a href="https://g.h/f#L1">g.h</a></header><article class="onebox-body"><h4><a href="https://g.h/f#L1">f.h</a></h4>
<pre class="onebox"><code class="lang-h"><ol class="start lines"><li>int a;
</li><li>
</li><li class="selected">  int b;
</li></ol></code></pre></article></aside>
<details><summary>
Log</summary><pre><code class="lang-auto">x</code></pre></details>
<div class="lazyYT" data-youtube-id="abc" data-youtube-title="A [film]"></div>
<p><iframe src="https://player.x/1" title="Film"></iframe></p>"##;
    insta::assert_snapshot!(to_markdown(html), @r"
    > **ada:**
    >
    > Why?

    @bob 😉 #include

    ![x](https://a.b/full.png)

    [f.h](https://g.h/f#L1)

    ```
    int a;

      int b;
    ```

    <details>
    <summary>Log</summary>

    ```
    x
    ```

    </details>

    [A \[film\]](https://www.youtube.com/watch?v=abc)

    [Film](https://player.x/1)
    ");
}

#[test]
fn signs_of_markdown_stay_text() {
    for text in [
        "# no heading",
        "- no list",
        "+ no",
        "* no",
        "1. no",
        "2) no",
        "&gt; no quote",
        "a * b * c",
        "_a_ snake_case __init__",
        "`no code`",
        "[no](link)",
        "[x]: http://a.b",
        "---",
        "===",
        "***",
        "~~no~~",
        "&lt;b&gt; &amp;amp; &amp;#35;",
        "a | b",
        "|--|",
        "C:\\dir\\*.txt",
        "![no](image)",
        "\\",
        "a\\",
        "```",
        "~~~",
        "&lt;!-- no --&gt;",
        "12345. no",
        "#5",
        "--:",
        ":--",
        "!",
        "&lt;http://a.b&gt;",
        "[ ] no task",
        "[^1]",
        "a^b^ $c$",
        "&lt;",
    ] {
        let expected = format!("<p>{text}</p>");
        assert_eq!(shown(&again(&expected)), shown(&expected), "{}", to_markdown(&expected));
        let second_line = format!("<p>before<br>{text}</p>");
        let made = again(&second_line);
        assert_eq!(shown(&made), shown(&second_line), "{}", to_markdown(&second_line));
        assert_eq!(made.matches("<p>").count(), 1, "{made}");
        let in_item = format!("<ul><li>{text}</li><li><b>{text}</b></li></ul>");
        assert_eq!(shown(&again(&in_item)), shown(&in_item), "{}", to_markdown(&in_item));
        let in_cell = format!("<table><tr><th>{text}</th></tr><tr><td>{text}<br>{text}</td></tr></table>");
        assert_eq!(shown(&again(&in_cell)), shown(&in_cell), "{}", to_markdown(&in_cell));
        let in_link = format!("<p>x!<a href='/a'>{text}</a></p>");
        assert_eq!(shown(&again(&in_link)), shown(&in_link), "{}", to_markdown(&in_link));
    }
}

#[test]
fn emphasis_counts_wherever_it_stands() {
    assert_eq!(to_markdown("a<b>Note:</b>b"), "a**Note**:b");
    assert_eq!(to_markdown("<b> spaced </b>out"), "**spaced** out");
    assert_eq!(to_markdown("<b>a</b><b>b</b>"), "**ab**");
    assert_eq!(to_markdown("<b><i>both</i></b>"), "**_both_**");
    assert_eq!(again("<p>x<b><code>a</code></b>y</p>"), "<p>x<code>a</code>y</p>\n");
    assert_eq!(
        again("<p><i>a <b>b</b></i> <s>c</s></p>"),
        "<p><em>a <strong>b</strong></em> <del>c</del></p>\n"
    );
    // Markdown cannot have both of two that touch.
    assert_eq!(
        again("<p>x <i>a</i><b>b</b> <i>c</i></p>"),
        "<p>x a<strong>b</strong> <em>c</em></p>\n"
    );
    assert_eq!(again("<p><b>a<br><br>b</b></p>"), "<p><strong>a<br>\nb</strong></p>\n");
}

/// Found by random search, each once wrong.
#[test]
fn odd_neighbours_show_the_same() {
    for html in [
        "http://c.d/e_f_",
        "www.a.b&nbsp;*",
        "www.a.b&lt;<p>",
        "a<b>http://c.d/e_f_<b>",
        "<h2>#",
        "<h2>www.a.b#",
        "a<i><code>a</i>a",
        "a<b>*&nbsp;www.",
        "<b><s>*</b>é",
        "a<b>!<a href=\"http://a.b/\">*",
        "<b>*<br> &gt;",
        "&lt;#a_b@c.d&gt;",
        "<i>1.<s></i>a",
        "<b><b><i>a</b>é",
        "see http://a.b/<b>c</b>",
        "(http://a.b/x_)",
        "http://a.b/*x*, then",
        "<img src=\"/i.png\" alt=\"*http://a.b/*\">",
        "<a href=\"/a\"><img src=\"/i(1).png\" alt=\" \"></a>",
        "<a href=\"/a\">a <img src=\"http://a.b/i j.png\" alt=\"www.a.b [x]\"></a>",
    ] {
        assert_eq!(shown(&again(html)), shown(html), "{html}: {}", to_markdown(html));
    }
}

#[test]
fn code_is_kept_to_the_letter() {
    for code in [
        "`",
        "``",
        "a `b` c",
        " `",
        "  ",
        "a|b",
        "\\",
        "&amp;amp;",
        "*a*",
        "&lt;b&gt;",
    ] {
        let inline = format!("<p>x <code>{code}</code> y</p>");
        if !code.trim().is_empty() {
            assert_eq!(codes(&again(&inline)), codes(&inline), "{}", to_markdown(&inline));
        }
    }
    for code in [
        "```\nfence\n```",
        "~~~",
        "````",
        "  indented\n\n\n\tafter\n   \nend",
        "&lt;/code&gt;",
        "> quote\n- list",
    ] {
        for (open, close) in [
            ("", ""),
            ("<blockquote>", "</blockquote>"),
            ("<ul><li>", "</li></ul>"),
            ("<ol start=9><li>a", "</li><li>b</li></ol>"),
            ("<ul><li><blockquote><p>x</p>", "</blockquote></li></ul>"),
        ] {
            let block = format!("{open}<pre><code>{code}\n</code></pre>{close}");
            assert_eq!(codes(&again(&block)), codes(&block), "{}", to_markdown(&block));
        }
    }
}

#[test]
fn lists_keep_their_shape() {
    assert_eq!(
        to_markdown("<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"),
        "- a\n  - b\n  - c\n- d"
    );
    assert_eq!(
        to_markdown("<ol start=\"9\"><li>a</li><li>b<p>c</p></li></ol>"),
        "9. a\n\n10. b\n\n    c"
    );
    assert_eq!(
        again("<ul><li>a</li></ul><ul><li>b</li></ul>").matches("<ul>").count(),
        2
    );
    assert_eq!(to_markdown("<ul><li></li><li>a</li></ul>"), "- a");
    assert_eq!(
        to_markdown("<ul>loose<ul><li>deep</li></ul></ul>"),
        "- loose\n\n- - deep"
    );
}

#[test]
fn only_addresses_that_may_be_followed_stay_links() {
    assert_eq!(
        to_markdown(
            "<a href='javascript:x'>a</a> <img src='data:x' alt='b'><a href='/t/1'>c</a> <a href='http://a.b'>http://a.b</a>"
        ),
        "a [c](/t/1) <http://a.b>"
    );
    assert_eq!(
        to_markdown("<a href='http://a.b/ c&amp;lt;' title='say \"x\"'>d</a>"),
        "[d](<http://a.b/ c&amp;lt;> \"say \\\"x\\\"\")"
    );
}

#[test]
fn tables_and_headings() {
    assert_eq!(
        to_markdown(
            "<h2>A #</h2><table><thead><tr><th>a|b</th></tr></thead><tbody><tr><td><code>x|y</code></td><td>z<br>w</td></tr></tbody></table>"
        ),
        "## A \\#\n\n| a\\|b |  |\n| --- | --- |\n| `x\\|y` | z<br>w |"
    );
}

#[test]
fn deep_and_broken_html_is_read() {
    for unit in [
        "<div>",
        "<b>",
        "<blockquote>",
        "<ul><li>",
        "<table><tr><td>",
        "<a href=x>",
        "<p>",
        "<i><b>",
        "<code>",
        "</div>",
        "<details>",
        "<aside class=quote><blockquote>",
    ] {
        let html = unit.repeat(1_500) + "end";
        assert!(to_markdown(&html).contains("end"), "{unit}");
    }
}

/// What a reader sees, without white space: the words, and each picture as the words of the link in its place.
fn shown(html: &str) -> String {
    let mut words = String::new();
    push_shown(Html::parse_fragment(html).root_element(), &mut words);
    words.retain(|character| !character.is_whitespace());
    words
}

fn push_shown(parent: ElementRef, words: &mut String) {
    for child in parent.children() {
        if let Node::Text(text) = child.value() {
            words.push_str(text);
        }
        match ElementRef::wrap(child) {
            Some(picture) if picture.value().name() == "img" => {
                words.push_str(picture_words(picture).unwrap_or_default())
            }
            Some(element) => push_shown(element, words),
            None => {}
        }
    }
}

/// What stands in place of a picture: what describes it, else its address. Code holds no picture, and of one that leads nowhere nothing
/// is kept.
fn picture_words<'page>(picture: ElementRef<'page>) -> Option<&'page str> {
    let is_code = |above: ElementRef| matches!(above.value().name(), "code" | "tt" | "samp" | "pre");
    let stands_in_code = picture.ancestors().filter_map(ElementRef::wrap).any(is_code);
    let address = picture.attr("src").map(str::trim).unwrap_or_default();
    let alt = picture.attr("alt").filter(|alt| !alt.trim().is_empty());
    match stands_in_code {
        true => alt,
        false => inline::may_be_linked(address).then(|| alt.unwrap_or(address)),
    }
}

fn codes(html: &str) -> Vec<String> {
    let page = Html::parse_fragment(html);
    page.select(&scraper::Selector::parse("code").unwrap())
        .map(|code| code.text().collect())
        .collect()
}
