//! Keeps the lines of a comment from being read as blocks.

/// Rewrites a comment so that Markdown finds nothing in it but one paragraph.
pub(super) fn without_blocks(comment: &str) -> String {
    let mut text = String::with_capacity(comment.len() + 16);
    for line in comment.split(['\n', '\r']) {
        let line = line.trim_matches([' ', '\t']);
        if line.is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        push_harmless(&mut text, line);
    }
    text
}

fn push_harmless(text: &mut String, line: &str) {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at(digits);
    text.push_str(number);
    if begins_block(rest, digits > 0) {
        text.push('\\');
    }
    text.push_str(rest);
}

fn begins_block(rest: &str, numbered: bool) -> bool {
    let mut chars = rest.chars();
    let first = chars.next();
    let second = chars.next();
    let alone = second.is_none_or(|next| next == ' ' || next == '\t');
    match first {
        Some('.' | ')') => numbered && alone,
        _ if numbered => false,
        Some('#' | '>' | '=' | '+') => true,
        Some('-' | '*' | '_') => alone || is_rule(rest),
        Some('`') => rest.starts_with("```"),
        Some('~') => rest.starts_with("~~~"),
        Some('[') => rest.contains("]:"),
        _ => false,
    }
}

fn is_rule(line: &str) -> bool {
    line.chars()
        .all(|character| matches!(character, '-' | '*' | '_' | ' ' | '\t'))
}
