//! Text so that Markdown reads it as text, addresses so that Markdown reads them whole.

/// Where in the Markdown a piece of text will stand.
#[derive(Debug, Clone, Copy)]
pub(in crate::text) struct Place {
    /// At the beginning of a line, where a sign may begin a block.
    pub(in crate::text) begins_line: bool,
    /// In a cell of a table, where `|` would end the cell.
    pub(in crate::text) in_table: bool,
    /// In the words of a link, where an address is no link of its own.
    pub(in crate::text) in_link: bool,
    /// The first character of what follows the text.
    pub(in crate::text) after: Option<char>,
}

/// How the addresses begin that Markdown finds in text.
const BEGINNINGS: &[&str] = &["http://", "https://", "ftp://", "www."];

/// Writes text with a backslash before whatever would be a sign of Markdown.
pub(in crate::text) fn text(text: &str, place: Place, output: &mut String) {
    let text = if place.begins_line {
        text.trim_start_matches(' ')
    } else {
        text
    };
    let start = if place.begins_line { line_start(text, output) } else { 0 };
    let mut rest = text.get(start..).unwrap_or_default();
    if !place.in_link {
        // Markdown makes links of addresses in text, and takes a backslash there for a part of the address.
        while let Some((before, scheme, after)) = next_address(rest) {
            characters(before, scheme.chars().next(), place, output);
            rest = address(scheme, after, place, output);
        }
    }
    characters(rest, None, place, output);
}

/// Whether Markdown may find an address in this text.
pub(super) fn has_address(text: &str) -> bool {
    text.contains("://") || text.contains("www.")
}

/// Whether this text begins with an address.
pub(super) fn begins_address(text: &str) -> bool {
    BEGINNINGS.iter().any(|beginning| text.starts_with(beginning))
}

/// Finds where an address begins: what is before it, how it begins, and what follows.
fn next_address(text: &str) -> Option<(&str, &str, &str)> {
    let starts = |at: usize, byte: u8| matches!(byte, b'h' | b'f' | b'w') && text.get(at..).is_some_and(begins_address);
    let (at, _) = text.bytes().enumerate().find(|(at, byte)| starts(*at, *byte))?;
    let (before, address) = text.split_at(at);
    let beginning = BEGINNINGS.iter().find(|beginning| address.starts_with(**beginning))?;
    let (scheme, after) = address.split_at(beginning.len());
    Some((before, scheme, after))
}

/// Writes an address that stands in text, as it is or so that nothing in it counts; answers what follows it.
fn address<'text>(scheme: &str, after: &'text str, place: Place, output: &mut String) -> &'text str {
    let end = after
        .find(|character: char| character.is_ascii_whitespace())
        .unwrap_or(after.len());
    let (whole, rest) = after.split_at(end);
    let runs_on = rest.is_empty()
        && place
            .after
            .is_some_and(|after| !after.is_ascii_whitespace() && after != '<');
    if !runs_on && !whole.contains(['\\', '`', '*', '[', ']', '~', '_', '&', '|', '!', '<']) {
        output.push_str(scheme);
        output.push_str(whole);
        return rest;
    }
    let up_to_tag = whole.split('<').next().unwrap_or_default();
    let kept = up_to_tag
        .trim_end_matches([
            '?', '!', '.', ',', ':', ';', '*', '_', '~', '\'', '"', ')', ']', '(', '[', '&', '|', '`',
        ])
        .len();
    let address = format!("{scheme}{}", whole.get(..kept).unwrap_or_default());
    if kept > 0 && is_plain_address(&address) {
        output.push('<');
        output.push_str(&address);
        output.push('>');
        return after.get(kept..).unwrap_or_default();
    }
    // Not one that can be written whole: a backslash in its beginning makes it plain text.
    let sign = if scheme.ends_with('.') { '.' } else { ':' };
    let (letters, signs) = scheme.split_at(scheme.find(sign).unwrap_or(0));
    output.push_str(letters);
    output.push('\\');
    output.push_str(signs);
    after
}

/// Whether an address can stand between `<` and `>` to be a link.
pub(in crate::text) fn is_plain_address(address: &str) -> bool {
    (address.starts_with("http://") || address.starts_with("https://"))
        && address.chars().all(|character| {
            character.is_ascii_graphic() && !matches!(character, '<' | '>' | '|' | '\\' | '&' | '"' | '`')
        })
}

/// Writes characters that are no address; `follows` is what comes after them.
fn characters(text: &str, follows: Option<char>, place: Place, output: &mut String) {
    let mut previous = output.chars().next_back();
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next).or(follows);
        let after = || text.get(at + 1..).unwrap_or_default();
        let is_sign = match character {
            '\\' | '`' | '*' | '[' | ']' | '~' => true,
            '_' => !(is_word(previous) && is_word(next)),
            '<' => next.is_none_or(|next| !next.is_whitespace() && next != '<'),
            '&' => is_entity(after()),
            '|' => place.in_table,
            '!' => {
                next.is_none()
                    && place
                        .after
                        .is_some_and(|after| !after.is_alphanumeric() && !after.is_whitespace())
            }
            _ => false,
        };
        if is_sign {
            output.push('\\');
        }
        output.push(character);
        previous = Some(character);
    }
}

/// Writes the beginning of a line with a backslash where it would begin a block; answers how much it wrote.
fn line_start(text: &str, output: &mut String) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text.get(..digits).unwrap_or_default();
    let rest = text.get(digits..).unwrap_or_default();
    let mut characters = rest.chars();
    let (first, second) = (characters.next(), characters.next());
    let alone = second.is_none_or(|second| second == ' ');
    let begins_block = match first {
        Some('.' | ')') => (1..=9).contains(&digits) && alone,
        _ if digits > 0 => false,
        Some('#') => alone || second == Some('#'),
        Some('+') => alone,
        Some('-') => alone || matches!(second, Some('-' | ':' | '|')),
        Some(':') => matches!(second, Some('-')),
        Some('>' | '=' | '|') => true,
        _ => false,
    };
    output.push_str(number);
    match first {
        Some(sign) if begins_block => {
            output.push('\\');
            output.push(sign);
            digits + sign.len_utf8()
        }
        _ => digits,
    }
}

fn is_word(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphanumeric)
}

fn is_entity(after_ampersand: &str) -> bool {
    let name = after_ampersand.split(';').next().unwrap_or_default();
    after_ampersand.as_bytes().get(name.len()) == Some(&b';')
        && (1..=40).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
}

/// Writes code between as many backticks as it needs.
pub(in crate::text) fn code(code: &str, in_table: bool, output: &mut String) {
    if output.ends_with('`') {
        // Two stretches of code that touch would be one.
        output.push_str("<!-- -->");
    }
    let code = code.replace(['\n', '\r'], " ");
    let fence = "`".repeat(shortest_absent_run(&code));
    let is_padded = code.starts_with(' ') && code.ends_with(' ') && !code.trim_matches(' ').is_empty();
    let needs_space = code.starts_with('`') || code.ends_with('`') || is_padded;
    let space = if needs_space { " " } else { "" };
    let code = if in_table { code.replace('|', "\\|") } else { code };
    for part in [&fence, space, &code, space, &fence] {
        output.push_str(part);
    }
}

fn shortest_absent_run(code: &str) -> usize {
    let runs: Vec<usize> = code.split(|character| character != '`').map(str::len).collect();
    (1..).find(|length| !runs.contains(length)).unwrap_or(1)
}

/// How many backticks a fence around this code needs.
pub(in crate::text) fn fence_length(code: &str) -> usize {
    let longest = code
        .split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or(0);
    (longest + 1).max(3)
}

/// Writes the address of a link or an image, with its title.
pub(in crate::text) fn destination(address: &str, title: &str, output: &mut String) {
    let needs_brackets = address.is_empty()
        || address.starts_with('<')
        || address
            .chars()
            .any(|character| matches!(character, '(' | ')') || character.is_whitespace() || character.is_control());
    if needs_brackets {
        output.push('<');
    }
    for (at, character) in address.char_indices() {
        match character {
            '\n' | '\r' | '\t' => {}
            '<' => output.push_str("%3C"),
            '>' => output.push_str("%3E"),
            '|' => output.push_str("%7C"),
            '\\' => output.push_str("%5C"),
            '&' if is_entity(address.get(at + 1..).unwrap_or_default()) => output.push_str("&amp;"),
            other => output.push(other),
        }
    }
    if needs_brackets {
        output.push('>');
    }
    if !title.is_empty() {
        output.push_str(" \"");
        for character in title.chars() {
            if matches!(character, '"' | '\\' | '&' | '|') {
                output.push('\\');
            }
            output.push(character);
        }
        output.push('"');
    }
}
