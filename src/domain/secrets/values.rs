//! Values that stand behind a name such as `password=`.

use super::{Finding, SecretKind};

/// What the names of secrets end with, once signs are left out.
const NAMES: &[&str] = &[
    "password",
    "passwd",
    "passphrase",
    "passwort",
    "pwd",
    "secret",
    "apikey",
    "secretkey",
    "accesskey",
    "privatekey",
    "accesstoken",
    "authtoken",
    "token",
    "katasandi",
    "kontrasenyas",
];
/// Beginnings of what stands for a value without being one.
const PLACEHOLDERS: &[&str] = &[
    "your",
    "my_",
    "example",
    "changeme",
    "change_me",
    "placeholder",
    "redacted",
    "null",
    "none",
    "nil",
    "true",
    "false",
    "undefined",
    "string",
    "xxx",
    "***",
    "...",
    "…",
    "•••",
    "process.",
    "os.",
    "env",
    "request",
    "req.",
    "self.",
    "this.",
    "config",
    "getenv",
    "required",
    "optional",
];
/// How long a name is at most, in bytes.
const LONGEST_NAME: usize = 40;
/// How much is looked at behind the sign, in bytes.
const LONGEST_VALUE: usize = 300;
/// How long a value is at least, in characters.
const SHORTEST: usize = 6;

/// Notes every value behind such a name.
pub(super) fn find(text: &str, found: &mut Vec<Finding>) {
    for (at, sign) in text.match_indices(['=', ':']) {
        let before = text
            .get(text.floor_char_boundary(at.saturating_sub(LONGEST_NAME))..at)
            .unwrap_or_default();
        if !is_named(before) {
            continue;
        }
        let start = at + sign.len();
        let behind = text
            .get(start..text.floor_char_boundary(start + LONGEST_VALUE))
            .unwrap_or_default();
        if let Some((from, to)) = value(behind, sign == "=") {
            found.push(Finding {
                kind: SecretKind::Key,
                from: start + from,
                to: start + to,
            });
        }
    }
}

/// Whether a text ends with the name of a secret, perhaps in quotation marks.
fn is_named(before: &str) -> bool {
    let name = before.trim_end().trim_end_matches(['"', '\'', '`', '*']);
    let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let name = name.rsplit(|c| !is_inside(c)).next().unwrap_or_default();
    let plain: String = name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    NAMES.iter().any(|known| plain.ends_with(known))
}

/// Where the value stands in what follows the sign.
///
/// A colon is also punctuation, and code assigns names: without quotation marks a value has a digit among letters, or stands
/// directly behind an equals sign.
fn value(behind: &str, is_assigned: bool) -> Option<(usize, usize)> {
    let line = behind.lines().next()?;
    let trimmed = line.trim_start_matches([' ', '\t', '*']);
    let (lead, direct) = (line.len() - trimmed.len(), line.len() == trimmed.len());
    let quote = trimmed.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
    let (from, value) = match quote {
        Some(quote) => (lead + quote.len_utf8(), trimmed.get(1..)?.split(quote).next()?),
        None => (
            lead,
            trimmed
                .split([' ', '\t', ',', ';', '&', '"', '\'', '`', ')', '<', '*'])
                .next()?,
        ),
    };
    let value = value.trim_end_matches(['.', '!', '?']);
    let has = |is: fn(char) -> bool| value.contains(is);
    let is_code =
        has(|c| matches!(c, '(' | '[' | '{' | '$' | '<' | '=')) || value.contains("::") || value.contains("//");
    let is_value =
        quote.is_some() || (is_assigned && direct) || (has(|c| c.is_ascii_digit()) && has(char::is_alphabetic));
    let is_long = value.chars().count() >= SHORTEST && !value.contains(char::is_whitespace);
    (is_long && is_value && !is_code && !is_placeholder(value)).then_some((from, from + value.len()))
}

/// Whether this stands for a secret that its writer has taken out.
pub(super) fn is_placeholder(value: &str) -> bool {
    let plain = value.to_lowercase();
    let is_one_sign = value
        .chars()
        .next()
        .is_none_or(|first| value.chars().all(|c| c == first));
    let names_itself = NAMES.iter().any(|name| plain.trim_matches(['_', '-', '%']) == *name);
    let is_marked = plain.starts_with(['<', '{', '$', '%', '[']);
    is_one_sign || names_itself || is_marked || PLACEHOLDERS.iter().any(|begin| plain.starts_with(begin))
}
