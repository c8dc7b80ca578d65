//! What stands above a message that is quoted whole: a line that parts it, and fields such as "From:" and "Sent:".

use super::vocabulary::{BEGINNINGS_OF_FORWARDED, FIELDS, FORWARDED, Field, ORIGINAL};

/// What a line that parts two messages says of the second one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    /// It is what was answered.
    Original,
    /// It is what is handed on.
    Forward,
}

/// The signs of which rules are made.
const RULES: &str = "-_=<>~─━—–＿ ";

/// Whether a line is "-----Original Message-----" or its like; some programs go on with the fields on the same line.
pub(super) fn separator(text: &str) -> Option<Separator> {
    let is_rule = |c: char| RULES.contains(c);
    let inner = text.trim_start_matches(is_rule);
    let is_ruled = text.chars().take_while(|c| is_rule(*c) && *c != ' ').count() >= 2;
    let stands_in = |words: &[&str]| {
        let ends = |rest: &str| {
            rest.trim_matches(|c| is_rule(c) || c == ':').is_empty() || rest.trim_start().starts_with("--")
        };
        words.iter().any(|words| inner.strip_prefix(words).is_some_and(ends))
    };
    if is_ruled && stands_in(&ORIGINAL) {
        return Some(Separator::Original);
    }
    let begins = inner.trim_end_matches(':').trim_end();
    let is_forward =
        is_ruled && stands_in(&FORWARDED) || text.ends_with(':') && BEGINNINGS_OF_FORWARDED.contains(&begins);
    is_forward.then_some(Separator::Forward)
}

/// Lines that may stand between two fields: addresses that go on.
const MOST_CONTINUED: usize = 3;
/// The most lines of fields.
const MOST_LINES: usize = 24;

/// Where the fields end that begin at this line: at least who it is from, and two of when, to whom and about what.
pub(super) fn fields(texts: &[String], at: usize) -> Option<usize> {
    field(texts.get(at)?)?;
    let mut seen = Vec::new();
    let (mut end, mut other) = (at, 0);
    for (offset, text) in texts.get(at..)?.iter().enumerate().take(MOST_LINES) {
        match field(text) {
            Some(field) => {
                if seen.contains(&field) && field == Field::From {
                    break;
                }
                seen.push(field);
                (end, other) = (at + offset + 1, 0);
            }
            None => other += 1,
        }
        if other > MOST_CONTINUED {
            break;
        }
    }
    let has = |field| seen.contains(&field);
    let others = [Field::Date, Field::To, Field::Subject]
        .into_iter()
        .filter(|field| has(*field))
        .count();
    (has(Field::From) && others >= 2).then_some(end)
}

fn field(text: &str) -> Option<Field> {
    let (label, _) = text.split_once(':')?;
    let label = label.trim();
    let found = FIELDS.iter().find(|(_, names)| names.contains(&label));
    found.map(|(field, _)| *field)
}
