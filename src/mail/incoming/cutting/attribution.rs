//! Lines that say who wrote what is quoted next: "On Monday Ada wrote:", in the words of each language and program.

use super::vocabulary::{INTRODUCTIONS, WROTE};

/// The longest that such a line is, in characters; it may be wrapped over three lines.
const LONGEST: usize = 350;
const MOST_LINES: usize = 3;
/// How programs end such a line that tell it as if it went on; only with an address, since people tell so what they read.
const WRITES: &str = " writes:";

/// What comes after such a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Followed {
    /// Lines that are marked as quoted: so it need say less itself.
    ByQuote,
    /// Perhaps lines that nothing marks: it must name a time and a person.
    ByAnything,
}

/// Where the line begins that says who is quoted, when it ends at this one.
pub(super) fn ending_at(texts: &[String], end: usize, followed: Followed) -> Option<usize> {
    let mut found = None;
    for count in 1..=MOST_LINES {
        let Some(start) = (end + 1).checked_sub(count) else {
            break;
        };
        let lines = texts.get(start..=end).unwrap_or_default();
        if lines.iter().any(String::is_empty) {
            break;
        }
        let joined = lines.join(" ");
        if says_who(&joined, followed) && (found.is_none() || opens(lines)) {
            found = Some(start);
        }
        if found == Some(start) && opens(lines) {
            break;
        }
    }
    // A name and a verb alone may be the sender's own sentence, when it goes on from another one.
    let is_weak = |start: usize| {
        let line = texts.get(start).map_or("", String::as_str);
        !line.contains('@') && !line.contains(|c: char| c.is_ascii_digit())
    };
    let stands_apart = |start: usize| start == 0 || texts.get(start - 1).is_none_or(String::is_empty);
    found.filter(|start| *start < end || !is_weak(*start) || stands_apart(*start))
}

/// Where the line ends that says who is quoted, when it begins at this one.
pub(super) fn beginning_at(texts: &[String], at: usize, followed: Followed) -> Option<usize> {
    if runs_on(texts.get(at)?) {
        return Some(at + 1);
    }
    if !opens(texts.get(at..)?) {
        return None;
    }
    for count in 1..=MOST_LINES {
        let lines = texts.get(at..at + count)?;
        if lines.iter().any(String::is_empty) {
            return None;
        }
        if says_who(&lines.join(" "), followed) {
            return Some(at + count);
        }
    }
    None
}

/// Whether a line that a program marked as such can be one.
pub(super) fn may_be(text: &str) -> bool {
    text.chars().count() <= LONGEST
}

fn says_who(text: &str, followed: Followed) -> bool {
    let text = unruled(text);
    let names_address = text.contains('@');
    let has_verb = WROTE.iter().any(|verb| text.contains(verb)) || names_address && text.ends_with(WRITES);
    let ends = text.ends_with(':') || has_verb && WROTE.iter().any(|verb| text.ends_with(verb.trim_end()));
    if !ends || text.chars().count() > LONGEST {
        return false;
    }
    let digits = digits(text);
    let words = text.split(' ').count();
    match followed {
        Followed::ByQuote => {
            (has_verb && (digits >= 3 || names_address || words <= 6)) || (names_address && digits >= 6)
        }
        Followed::ByAnything => {
            (has_verb && digits >= 4 && (names_address || begins_with_introduction(text) && digits >= 6))
                || (names_address && digits >= 8 && begins_with_date(text))
        }
    }
}

/// Whether the quotation begins on the same line, as some programs write it: `On …, Ada<ada@example.com> wrote:   Which one?`
fn runs_on(text: &str) -> bool {
    let colon = WROTE.iter().filter_map(|verb| {
        let end = text.find(verb.trim_end())? + verb.trim_end().len();
        let rest = text.get(end..)?;
        rest.trim_start().starts_with(':').then_some(end)
    });
    colon.min().is_some_and(|end| {
        let head = text.get(..end).unwrap_or_default();
        head.contains('@') && digits(head) >= 6 && begins_with_introduction(head) && head.chars().count() <= LONGEST
    })
}

/// Whether these lines begin as such a line does: with the word before a date, or the date itself.
fn opens(lines: &[String]) -> bool {
    let line = lines.first().map_or("", |line| unruled(line));
    digits(line) > 0 && (begins_with_introduction(line) || begins_with_date(line)) && !line.ends_with(['.', '?', '!'])
}

/// The line without the rules that some programs draw on both sides of it: `---- On …, Ada wrote ---`.
fn unruled(text: &str) -> &str {
    let inner = text.strip_prefix("--").map(|rest| rest.trim_start_matches(['-', ' ']));
    inner.map_or(text, |inner| inner.trim_end_matches(['-', ' ']))
}

fn begins_with_introduction(line: &str) -> bool {
    INTRODUCTIONS.iter().any(|word| line.starts_with(word))
}

fn begins_with_date(line: &str) -> bool {
    let start: String = line.chars().take(14).collect();
    line.starts_with(|c: char| c.is_ascii_digit()) && digits(&start) >= 5 && start.contains(['年', '/', '-', '.'])
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}
