//! Reads Rust source into tokens: just enough of the language to judge it by.
//!
//! Comments, strings and test code are told apart here; what is forbidden stands in the rules, not here.

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name or keyword; raw ones without their `r#`.
    Word,
    /// The content of a string of any sort, escapes as they were written.
    Text,
    /// One character of punctuation.
    Mark,
    /// A number, a character or a lifetime: nothing that a rule looks at.
    Other,
}

/// One token and the line, from 1, on which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its text; of a string only what is between the quotes.
    pub text: String,
    /// Where it begins.
    pub line: usize,
}

impl Token {
    /// Whether this is exactly that word.
    pub fn is_word(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text == word
    }

    /// Whether this is exactly that punctuation.
    pub fn is_mark(&self, mark: &str) -> bool {
        self.kind == Kind::Mark && self.text == mark
    }
}

/// The tokens of a source, without its comments.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut reader = Reader { rest: source, line: 1 };
    std::iter::from_fn(|| reader.next_token()).collect()
}

/// The tokens of a source, without its comments and without what is compiled for tests only.
pub fn tokens_outside_tests(source: &str) -> Vec<Token> {
    let all = tokens(source);
    let mut kept = Vec::new();
    let mut at = 0;
    while at < all.len() {
        if matches_at(&all, at, &["#", "[", "cfg", "(", "test", ")", "]"]) {
            at = end_of_item(&all, at + 7);
        } else {
            kept.push(all[at].clone());
            at += 1;
        }
    }
    kept
}

/// Whether the tokens from `at` on read like this; strings never match.
pub fn matches_at(tokens: &[Token], at: usize, wanted: &[&str]) -> bool {
    wanted.iter().enumerate().all(|(offset, text)| {
        tokens
            .get(at + offset)
            .is_some_and(|token| token.kind != Kind::Text && token.text == *text)
    })
}

/// The index after the item that begins at `at`: after its closing brace, or its semicolon when it has no body.
pub fn end_of_item(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(at) {
        if token.kind != Kind::Mark {
            continue;
        }
        match token.text.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => {
                depth = depth.saturating_sub(1);
                if depth == 0 && token.text == "}" {
                    return index + if matches_at(tokens, index + 1, &[";"]) { 2 } else { 1 };
                }
            }
            ";" if depth == 0 => return index + 1,
            _ => {}
        }
    }
    tokens.len()
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl Reader<'_> {
    fn next_token(&mut self) -> Option<Token> {
        self.skip_blanks_and_comments();
        let line = self.line;
        let (kind, text) = self.read()?;
        Some(Token { kind, text, line })
    }

    fn skip_blanks_and_comments(&mut self) {
        loop {
            let blank = self.rest.len() - self.rest.trim_start().len();
            if blank > 0 {
                self.take(blank);
            } else if self.rest.starts_with("//") {
                self.take(self.rest.find('\n').unwrap_or(self.rest.len()));
            } else if self.rest.starts_with("/*") {
                self.take(length_of_block_comment(self.rest));
            } else {
                return;
            }
        }
    }

    fn read(&mut self) -> Option<(Kind, String)> {
        let first = self.rest.chars().next()?;
        if let Some((open, hashes)) = raw_string_opening(self.rest) {
            return Some((Kind::Text, self.take_raw_string(open, hashes)));
        }
        if let Some(open) = string_opening(self.rest) {
            return Some((Kind::Text, self.take_string(open)));
        }
        if first == '\'' || self.rest.starts_with("b'") {
            let length = length_of_quote(self.rest);
            return Some((Kind::Other, self.take(length)));
        }
        if first.is_ascii_digit() {
            let length = self.length_while(|c| c.is_alphanumeric() || c == '_');
            return Some((Kind::Other, self.take(length)));
        }
        if first.is_alphabetic() || first == '_' {
            if self.rest.starts_with("r#") {
                self.take(2);
            }
            let length = self.length_while(|c| c.is_alphanumeric() || c == '_');
            return Some((Kind::Word, self.take(length)));
        }
        Some((Kind::Mark, self.take(first.len_utf8())))
    }

    fn take_string(&mut self, open: usize) -> String {
        self.take(open);
        let mut escaped = false;
        let length = self
            .rest
            .find(|c: char| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            })
            .unwrap_or(self.rest.len());
        let content = self.take(length);
        self.take(1);
        content
    }

    fn take_raw_string(&mut self, open: usize, hashes: usize) -> String {
        self.take(open);
        let end = format!("\"{}", "#".repeat(hashes));
        let content = self.take(self.rest.find(&end).unwrap_or(self.rest.len()));
        self.take(end.len());
        content
    }

    fn length_while(&self, belongs: impl Fn(char) -> bool) -> usize {
        self.rest.find(|c| !belongs(c)).unwrap_or(self.rest.len())
    }

    fn take(&mut self, length: usize) -> String {
        let (taken, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken.to_owned()
    }
}

/// The length of `r#"`, `br"` and their like, and their number of hashes.
fn raw_string_opening(rest: &str) -> Option<(usize, usize)> {
    let prefix = ["r", "br", "cr"].into_iter().find(|prefix| {
        rest.strip_prefix(prefix)
            .is_some_and(|after| after.trim_start_matches('#').starts_with('"'))
    })?;
    let hashes = rest[prefix.len()..].find('"')?;
    Some((prefix.len() + hashes + 1, hashes))
}

fn string_opening(rest: &str) -> Option<usize> {
    ["\"", "b\"", "c\""]
        .into_iter()
        .find(|open| rest.starts_with(open))
        .map(str::len)
}

/// The length of `'a'`, `b'\n'` or of the lifetime `'a`.
fn length_of_quote(rest: &str) -> usize {
    let open = rest.find('\'').map_or(0, |quote| quote + 1);
    let mut inside = rest[open..].chars();
    match (inside.next(), inside.next()) {
        (Some('\\'), Some(escaped)) => {
            let from = open + 1 + escaped.len_utf8();
            rest[from..].find('\'').map_or(rest.len(), |end| from + end + 1)
        }
        (Some(only), Some('\'')) => open + only.len_utf8() + 1,
        _ => {
            let name = rest[open..].find(|c: char| !(c.is_alphanumeric() || c == '_'));
            name.map_or(rest.len(), |end| open + end)
        }
    }
}

fn length_of_block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        let here = &rest[at..];
        if here.starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if here.starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
        if depth == 0 {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        tokens(source).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn comments_are_left_out_and_lines_counted() {
        let found = tokens("// one\n/* two /* nested */ 'still \" */ three\n/// doc\nfour");
        let seen: Vec<_> = found.iter().map(|token| (token.text.as_str(), token.line)).collect();
        assert_eq!(seen, [("three", 2), ("four", 4)]);
    }

    #[test]
    fn strings_of_every_sort_are_one_token() {
        let source = r####"a "x // \" y" r#"raw " one"# b"bytes" br"/threads" 'c' '\'' '"' 'life r#type"####;
        let expected = [
            "a",
            "x // \\\" y",
            "raw \" one",
            "bytes",
            "/threads",
            "'c'",
            "'\\''",
            "'\"'",
            "'life",
            "type",
        ];
        assert_eq!(texts(source), expected);
    }

    #[test]
    fn test_code_is_left_out() {
        let source = "fn a() {} #[cfg(test)] mod tests { fn b() { {} } } #[cfg(test)] use x::{y, z}; fn c() {}";
        let kept: Vec<_> = tokens_outside_tests(source)
            .into_iter()
            .map(|token| token.text)
            .collect();
        assert_eq!(kept.join(" "), "fn a ( ) { } fn c ( ) { }");
    }
}
