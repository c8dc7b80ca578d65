//! What stands under the sender's own words: signatures, what a phone adds, notices of confidentiality.

use super::vocabulary::{
    CONTACTS, DEVICES, MINE, NOTICE_HEADINGS, NOTICE_WORDS, NOTICES, SENT_FROM, SIGN_OFFS, is_rule,
};

/// The most lines of a signature under its mark; what is longer is somebody's words.
const MOST_LINES: usize = 15;
/// The most lines of a block of addresses and numbers under a name.
const MOST_CONTACT_LINES: usize = 9;

/// How many of these lines are left without what closes them.
pub(super) fn length_without(texts: &[String], raw: &[&str], marks: &[bool]) -> usize {
    let mut length = without_endings(texts, marks, texts.len());
    if let Some(start) = signature(texts, raw, length) {
        length = without_endings(texts, marks, start);
    }
    if let Some(start) = contacts(texts, length) {
        length = without_endings(texts, marks, start);
    }
    length
}

/// Takes blank lines, rules, marked signatures, devices and notices off the end, as long as there are any.
fn without_endings(texts: &[String], marks: &[bool], mut length: usize) -> usize {
    while length > 0 {
        let last = length - 1;
        let text = texts.get(last).map_or("", String::as_str);
        let is_marked = marks.get(last).copied().unwrap_or_default();
        if text.is_empty() || is_marked || is_rule(text) || is_device(text) || is_mark(text) {
            length = last;
        } else if let Some(start) = notice(texts, length) {
            length = start;
        } else {
            break;
        }
    }
    length
}

/// Whether a line is one sign that says nothing. A bracket or a fence ends what somebody wrote.
fn is_mark(text: &str) -> bool {
    text.chars().count() == 1 && text.contains(['-', '_', '=', '*', '~', '─', '━', '—', '–', '.', '·', '•', '|', ','])
}

/// Whether a line is "Sent from my iPhone" or its like.
fn is_device(text: &str) -> bool {
    let text = text.trim_matches(['.', '!', '-', '<', '>', '(', ')', '[', ']', ' ']);
    let is_mine = MINE.iter().any(|word| text.contains(word));
    let is_short = text.chars().count() <= 110 && text.split(' ').count() <= if is_mine { 14 } else { 9 };
    let is_sent = SENT_FROM
        .iter()
        .any(|words| text.starts_with(words) || text.ends_with(words.trim_end()));
    is_short && is_sent && DEVICES.iter().any(|device| text.contains(device))
}

/// Where the notice begins that ends the last paragraph, which may hold the sender's last words too.
fn notice(texts: &[String], length: usize) -> Option<usize> {
    let lines = texts.get(..length)?;
    let start = lines.iter().rposition(String::is_empty).map_or(0, |blank| blank + 1);
    let start = start.max(length.saturating_sub(MOST_LINES));
    let begins = |from: &usize| *from == start || texts.get(*from).is_some_and(|line| begins_notice(line));
    (start..length).filter(begins).find(|from| {
        let rest = texts.get(*from..length).unwrap_or_default();
        is_notice(&rest.join(" "))
    })
}

fn is_notice(text: &str) -> bool {
    let headed = NOTICE_HEADINGS.iter().any(|heading| text.starts_with(heading));
    let whole = NOTICES.iter().any(|words| text.contains(words));
    let is_wordy = text.chars().count() >= 60;
    let most = NOTICE_WORDS
        .iter()
        .map(|language| language.iter().filter(|word| text.contains(**word)).count())
        .max()
        .unwrap_or_default();
    whole || headed && (most >= 1 || text.chars().count() <= 60) || is_wordy && most >= 3
}

/// Whether a line can be the first of a notice within a paragraph.
fn begins_notice(line: &str) -> bool {
    let counted = NOTICE_WORDS
        .iter()
        .any(|language| language.iter().any(|word| line.contains(*word)));
    counted
        || NOTICE_HEADINGS.iter().any(|heading| line.starts_with(heading))
        || NOTICES.iter().any(|words| line.contains(words))
}

/// Where a signature begins: at "-- ", or at a rule above names and numbers.
fn signature(texts: &[String], raw: &[&str], length: usize) -> Option<usize> {
    (0..length).rev().take(2 * MOST_LINES).find(|at| {
        let below = texts.get(at + 1..length).unwrap_or_default();
        let count = below.iter().filter(|text| !text.is_empty()).count();
        let is_delimiter = matches!(raw.get(*at).map(|line| line.trim_end()), Some("--" | "—" | "–" | "__"));
        let is_ruled = texts
            .get(*at)
            .is_some_and(|text| is_rule(text) && text.chars().count() >= 4);
        let is_short = count > 0 && count <= MOST_LINES;
        is_short && !is_in_fence(raw, *at) && (is_delimiter || is_ruled && below.iter().any(|text| is_contact(text)))
    })
}

/// Whether a line stands in a block of code that a fence above it began and one below it ends.
fn is_in_fence(raw: &[&str], at: usize) -> bool {
    let is_fence = |line: &&&str| line.starts_with("```") || line.starts_with("~~~");
    let (above, below) = raw.split_at_checked(at).unwrap_or_default();
    above.iter().filter(is_fence).count() % 2 == 1 && below.iter().any(|line| is_fence(&line))
}

/// Where a block of addresses and numbers begins under a sign-off and a name, both of which are kept.
fn contacts(texts: &[String], length: usize) -> Option<usize> {
    let sign_off = (0..length)
        .rev()
        .take(2 * MOST_CONTACT_LINES)
        .find(|at| texts.get(*at).is_some_and(|text| is_sign_off(text)))?;
    let below: Vec<usize> = (sign_off + 1..length)
        .filter(|at| texts.get(*at).is_some_and(|text| !text.is_empty()))
        .collect();
    let text = |at: &usize| texts.get(*at).map_or("", String::as_str);
    let is_postscript = |at: &usize| {
        ["ps", "p.s", "nb", "n.b"]
            .iter()
            .any(|words| text(at).starts_with(words))
    };
    if below.len() > MOST_CONTACT_LINES || below.iter().any(is_postscript) {
        return None;
    }
    let (name, rest) = below.split_first()?;
    if is_contact(text(name)) {
        return Some(*name);
    }
    rest.iter()
        .any(|at| is_contact(text(at)))
        .then(|| rest.first().copied())
        .flatten()
}

fn is_sign_off(text: &str) -> bool {
    let text = text.trim_end_matches([',', '.', '!', ';', '、', '。', ' ']);
    SIGN_OFFS.contains(&text)
}

/// Whether a line is how to reach somebody: a number, an address, a site.
fn is_contact(text: &str) -> bool {
    if text.split(' ').count() > 12 || text.ends_with(['?', '。']) {
        return false;
    }
    let numbers = text.bytes().filter(u8::is_ascii_digit).count();
    let is_number = numbers >= 7 && text.chars().all(|c| c.is_ascii_digit() || " +()-./–".contains(c));
    let is_site = text.starts_with("www.") || text.contains(" www.") || text.starts_with("http") && !text.contains(' ');
    let is_address = text.contains('@') && text.split(' ').count() <= 6;
    let is_told = CONTACTS.iter().any(|label| {
        text.split(['|', '·', '•', '/', ',', ' '])
            .any(|word| word.trim_end_matches([':', '.']) == *label)
            || text.starts_with(label) && !label.is_ascii()
    });
    is_number || is_site || is_address || is_told && numbers >= 6
}
