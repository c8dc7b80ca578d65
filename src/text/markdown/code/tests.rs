//! Code is coloured, whole, and never anything but code.

use proptest::prelude::*;

use super::languages::all;
use super::{LONGEST_BLOCK, LONGEST_LINE, Token, is_class, pieces};
use crate::text::markdown::render;

/// The pieces of this kind.
fn of(language: &str, code: &str, token: Token) -> Vec<String> {
    let pieces = pieces(language, code).unwrap();
    let wanted = pieces.into_iter().filter(|(kind, _)| *kind == Some(token));
    wanted.map(|(_, text)| text.to_owned()).collect()
}

fn fenced(language: &str, code: &str) -> String {
    render(&format!("~~~~~{language}\n{code}\n~~~~~")).into_string()
}

#[test]
fn comments_strings_numbers_and_words_are_told_apart() {
    let code = "fn main<'a>() { // a \"comment\"\n    let c = '\\n'; let s = \"no // comment \\\" here\"; 0x1F_u8; Vec::new() }";
    assert_eq!(of("rust", code, Token::Comment), ["// a \"comment\""]);
    assert_eq!(of("RS", code, Token::Text), ["'\\n'", "\"no // comment \\\" here\""]);
    assert_eq!(of("rust", code, Token::Number), ["0x1F_u8"]);
    assert_eq!(of("rust", code, Token::Keyword), ["fn", "let", "let"]);
    assert_eq!(of("rust", code, Token::Name), ["Vec"]);
}

#[test]
fn each_language_has_its_own_signs() {
    assert_eq!(
        of("json", "{\"a\": \"b\", \"c\" : 1, \"d\": null}", Token::Name),
        ["\"a\"", "\"c\"", "\"d\""]
    );
    assert_eq!(of("yaml", "a-b: 'x' # no\n  - key: yes", Token::Name), ["a-b", "key"]);
    assert_eq!(of("bash", "echo \"$HOME\" $USER # now", Token::Name), ["$USER"]);
    assert_eq!(
        of("sql", "SELECT 'it' FROM Users -- all", Token::Keyword),
        ["SELECT", "FROM"]
    );
    assert_eq!(
        of("python", "\"\"\"two\nlines\"\"\"\nx = None", Token::Text),
        ["\"\"\"two\nlines\"\"\""]
    );
    assert_eq!(
        of("html", "<a href=\"x\">it's <b</a><!-- <i> -->", Token::Comment),
        ["<!-- <i> -->"]
    );
    assert_eq!(of("html", "<a href=\"x\">y</a>", Token::Name), ["href"]);
    assert_eq!(of("diff", "--- a\n+++ b\n-old\n+new\n same", Token::Added), ["+new\n"]);
    assert_eq!(of("haskell", "foldl' f x' -- {- no", Token::Comment), ["-- {- no"]);
}

#[test]
fn code_cannot_leave_its_block() {
    for language in ["rust", "html", "js", "json", "diff", "bash"] {
        let code =
            "</span><script>alert(1)</script> \"</code></pre><img src=x onerror=y>\" // </span><b class=\"code-text\">";
        let html = fenced(language, code);
        for forbidden in ["<script", "<img", "<b ", "onerror=y>\"", "</span></span></span>"] {
            assert!(!html.contains(forbidden), "{language}: {html}");
        }
        assert_eq!(html.matches("<span").count(), html.matches("</span>").count(), "{html}");
        assert_eq!(html.matches("</code>").count(), 1, "{html}");
        let tags: String = html
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
            .collect();
        assert!(tags.contains("&lt;script&gt;"), "{html}");
    }
}

#[test]
fn the_words_after_a_fence_are_no_way_in() {
    for information in [
        "rust\" onclick=\"x",
        "<b>",
        "rust><script>",
        "../../etc",
        "",
        "no-such-language",
        "code-text",
        "\u{0}",
    ] {
        let html = fenced(information, "let x = 1;");
        assert!(html.contains("let x = 1;"), "{information}: {html}");
        assert!(!html.contains("<span"), "{information}: {html}");
        assert!(
            !html.contains("onclick=") && !html.contains("<script"),
            "{information}: {html}"
        );
    }
    assert!(fenced("rust,ignore", "let x = 1;").contains("<span class=\"code-keyword\">let</span>"));
    assert!(fenced("Rust title=\"x\"", "let x = 1;").contains("<code class=\"language-Rust\"><span"));
}

#[test]
fn nobody_writes_a_class_by_hand() {
    let html =
        render("<span class=\"code-text\">x</span> <span>y</span>\n\n<span class=\"code-text\">z</span>").into_string();
    assert!(!html.contains("<span"), "{html}");
    assert!(Token::ALL.iter().all(|token| is_class(token.class())));
    assert!(!is_class("code") && !is_class("code-text code-name"));
}

#[test]
fn what_is_too_long_is_left_plain() {
    assert!(pieces("rust", &"let x = 1;\n".repeat(LONGEST_BLOCK / 11)).is_some());
    assert!(pieces("rust", &"let x = 1;\n".repeat(LONGEST_BLOCK / 11 + 1)).is_none());
    assert!(pieces("rust", &"1 ".repeat(LONGEST_LINE / 2 + 1)).is_none());
    // Many small blocks share one bound, so that 64 kB of text never become a page of a megabyte.
    let many = "```js\n1 1 1 1 1 1 1 1 1 1\n```\n\n".repeat(2_000);
    let html = render(&many).into_string();
    assert!(html.len() < 600_000, "{}", html.len());
    assert_eq!(html.matches("<pre").count(), 2_000);
}

#[test]
fn hostile_code_costs_no_more_than_other_code() {
    let lines = |line: &str| line.repeat(LONGEST_BLOCK / line.len());
    let begun = std::time::Instant::now();
    for language in ["rust", "python", "bash", "yaml", "html", "ocaml"] {
        for line in [
            "/*",
            "\"\\",
            "'\\'",
            "<!--<",
            "<a <a ",
            "{- ",
            "\"\"\"'''",
            "        ",
            "a:",
            "(*",
        ] {
            let code: String = lines(&format!("{}\n", line.repeat(900 / line.len())));
            assert!(pieces(language, &code).is_some());
        }
    }
    // 60 texts of 20 kB, in a build that is not optimised; each costs some milliseconds.
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}

proptest! {
    #[test]
    fn the_pieces_are_the_code(code in "[ -~\\n\\t\"'`/*#<>{}é€]{0,300}", which in 0usize..100) {
        let language = all()[which % all().len()].names[0];
        if let Some(pieces) = pieces(language, &code) {
            let whole: String = pieces.iter().map(|(_, text)| *text).collect();
            prop_assert_eq!(whole, code);
        }
    }
}
