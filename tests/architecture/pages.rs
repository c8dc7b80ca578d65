//! What no page may hold: scripts, styles and handlers of its own, and words that belong in the locales.

use crate::source::{Kind, Token, matches_at, tokens_outside_tests};
use crate::tree::{Finding, SourceFile};

const HANDLERS: &[&str] = &[
    "onclick",
    "ondblclick",
    "onchange",
    "oninput",
    "onsubmit",
    "onload",
    "onerror",
    "onkeydown",
    "onkeyup",
    "onfocus",
    "onblur",
    "onmouseover",
    "ontoggle",
    "onpaste",
];

/// Words before `style` or `script` that show that it is a Rust name and no attribute or element.
const RUST_BEFORE: &[&str] = &[
    "let", "mut", ".", "-", "fn", "for", "in", "mod", "struct", "enum", "const", "static", "if", "match", ":", "&",
    "(", "|", ",",
];

/// The one type that writes blocks of JSON, which browsers do not run.
const JSON_WRITER: &str = "src/web/views/json_ld.rs";

/// Scripts and styles inside a page: the content security policy would block them.
pub fn inline_script_or_style(file: &SourceFile) -> Vec<Finding> {
    let tokens = tokens_outside_tests(&file.text);
    let mut findings = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let is_name = index > 0 && RUST_BEFORE.contains(&tokens[index - 1].text.as_str());
        let wrong = match token.kind {
            Kind::Text => {
                let text = token.text.to_lowercase();
                ["<script", "<style", "javascript:", " style="]
                    .into_iter()
                    .find(|part| text.contains(part))
            }
            Kind::Word if is_name => None,
            Kind::Word if token.text == "style" && opens_value(&tokens, index) => Some("style="),
            Kind::Word if token.text == "style" && matches_at(&tokens, index + 1, &["{"]) => Some("style {"),
            Kind::Word if token.text == "script" && has_script_inside(&tokens, index, &file.path) => Some("script {"),
            Kind::Word if opens_value(&tokens, index) => {
                HANDLERS.iter().find(|handler| token.text == **handler).copied()
            }
            _ => None,
        };
        findings.extend(wrong.map(|wrong| file.finding(token.line, format!("`{wrong}` inside a page"))));
    }
    findings
}

/// Whether `="…"`, `=(…)` or `=[…]` follows.
fn opens_value(tokens: &[Token], index: usize) -> bool {
    let value = tokens.get(index + 2);
    matches_at(tokens, index + 1, &["="])
        && value.is_some_and(|value| value.kind == Kind::Text || value.is_mark("(") || value.is_mark("["))
}

/// Whether a maud element `script` has content and is not the block of JSON that one file writes.
fn has_script_inside(tokens: &[Token], index: usize, path: &str) -> bool {
    let opening = tokens[index..]
        .iter()
        .position(|token| token.is_mark("{") || token.is_mark(";"));
    let Some(opening) = opening.map(|offset| index + offset) else {
        return false;
    };
    let is_json = tokens[index..opening]
        .iter()
        .any(|token| token.kind == Kind::Text && token.text == "application/ld+json")
        && path == JSON_WRITER;
    let is_attributes = tokens[index + 1..opening].iter().all(|token| !token.is_mark("."));
    tokens[opening].is_mark("{") && is_attributes && !is_json && !matches_at(tokens, opening + 1, &["}"])
}

/// English sentences in a view: what people read lives in assets/locales.
pub fn visible_strings(file: &SourceFile) -> Vec<Finding> {
    let tokens = tokens_outside_tests(&file.text);
    let mut findings = Vec::new();
    let mut attribute_ends = 0;
    for (index, token) in tokens.iter().enumerate() {
        if matches_at(&tokens, index, &["#", "["]) {
            attribute_ends = end_of_brackets(&tokens, index + 1);
        }
        let mut letters = token.text.chars();
        let is_sentence = letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
            && token.text.trim().contains(' ');
        if token.kind == Kind::Text && is_sentence && index >= attribute_ends {
            findings.push(file.finding(token.line, format!("\"{}\" belongs in assets/locales", token.text)));
        }
    }
    findings
}

/// The index of the bracket that closes the one at `at`.
fn end_of_brackets(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(at) {
        if token.is_mark("[") {
            depth += 1;
        } else if token.is_mark("]") {
            depth -= 1;
            if depth == 0 {
                return index;
            }
        }
    }
    tokens.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile::new(path, text)
    }

    #[test]
    fn scripts_and_styles_inside_a_page_are_found() {
        let wrong = [
            "p style=\"color: red\" {}",
            "p style=(colour) {}",
            "button onclick=\"x()\" {}",
            "head { style { \"p {}\" } }",
            "body { script { (code) } }",
            "body { script type=\"module\" { (code) } }",
            "body { script type=\"application/ld+json\" { (json) } }",
            "p { \"<script>alert(1)</script>\" }",
            "a href=\"javascript:void(0)\" {}",
        ];
        for source in wrong {
            assert_eq!(
                inline_script_or_style(&file("src/web/views/a.rs", source)).len(),
                1,
                "{source}"
            );
        }
        let right = [
            "script src=(urls.asset(\"app.js\")) defer {}",
            "let style = \"x\"; let script = 1; for script in scripts { f(script) }",
            "svg data-style=\"x\" {} link rel=\"stylesheet\" href=(x);",
        ];
        for source in right {
            assert_eq!(
                inline_script_or_style(&file("src/web/views/a.rs", source)),
                [],
                "{source}"
            );
        }
        let json = "script type=\"application/ld+json\" { (json) }";
        assert_eq!(inline_script_or_style(&file(JSON_WRITER, json)), []);
        let script = "script type=\"module\" { (code) }";
        assert_eq!(inline_script_or_style(&file(JSON_WRITER, script)).len(), 1);
    }

    #[test]
    fn sentences_in_a_view_are_found() {
        assert_eq!(
            visible_strings(&file("src/web/views/a.rs", "p { \"Post answer\" }")).len(),
            1
        );
        let right = "#[doc = \"A thing\"] #[expect(x, y[0], reason = \"A thing\")] p class=\"row wide\" { (t.get(\"post-answer\")) \" · \" \"GET\" }";
        assert_eq!(visible_strings(&file("src/web/views/a.rs", right)), []);
    }
}
