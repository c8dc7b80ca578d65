//! Numbers of people: of cards, of bank accounts, to call.

use super::{Finding, SecretKind, begins_freely, is_in_address};

/// How many digits any of them has at most, with what stands between.
const LONGEST: usize = 19;
/// How much of the text is looked at from the beginning of a number on, in bytes: more than any number takes.
const REACH: usize = 80;

/// Notes every number of a card, of a bank account and to call.
pub(super) fn find(text: &str, found: &mut Vec<Finding>) {
    ibans(text, found);
    let mut before = None;
    let mut free = 0; // Where the last number ended.
    for (at, c) in text.char_indices() {
        let begins = c.is_ascii_digit() || matches!(c, '+' | '(');
        if begins && at >= free && begins_freely(before) {
            let rest = text.get(at..text.floor_char_boundary(at + REACH)).unwrap_or_default();
            let is_in_row = c.is_ascii_digit() && follows_digits(text, at);
            let call = || phone(rest).filter(|_| !is_in_row);
            let number = card(rest).map(|length| (SecretKind::CardNumber, length));
            let number = number.or_else(|| Some((SecretKind::PhoneNumber, call()?)));
            if let Some((kind, length)) = number.filter(|_| !is_in_address(text, at)) {
                free = at + length;
                found.push(Finding {
                    kind,
                    from: at,
                    to: free,
                });
            }
        }
        before = Some(c);
    }
}

/// Whether digits and a blank stand before: in a row of groups only the first may begin a number to call.
fn follows_digits(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let before = before.strip_suffix([' ', '\u{a0}']);
    before.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
}

/// Digits in groups, with what stands before the first, between two, and where it all ends.
struct Groups {
    groups: Vec<String>,
    between: Vec<char>,
    /// Where each group ends, in bytes.
    ends: Vec<usize>,
    /// Whether a letter, or a digit behind another sign, follows directly.
    goes_on: bool,
}

impl Groups {
    /// Reads groups that one sign of these separates, the same all along where `is_even`.
    fn read(text: &str, signs: &[char], is_even: bool) -> Self {
        let mut read = Self {
            groups: Vec::new(),
            between: Vec::new(),
            ends: Vec::new(),
            goes_on: false,
        };
        let (mut group, mut count, mut waiting) = (String::new(), 0, None);
        for (at, c) in text.char_indices() {
            if c.is_ascii_digit() && count < LONGEST + 1 {
                if let Some(sign) = waiting.take() {
                    read.between.push(sign);
                }
                group.push(c);
                count += 1;
                continue;
            }
            if !group.is_empty() {
                read.groups.push(std::mem::take(&mut group));
                read.ends.push(at);
            }
            let fits = signs.contains(&c) && (!is_even || read.between.first().is_none_or(|first| *first == c));
            if !fits || waiting.is_some() {
                read.goes_on = goes_on(text, *read.ends.last().unwrap_or(&0));
                return read;
            }
            waiting = Some(c);
        }
        if !group.is_empty() {
            read.groups.push(group);
            read.ends.push(text.len());
        }
        read
    }

    fn digits(&self) -> String {
        self.groups.concat()
    }

    fn lengths(&self) -> Vec<usize> {
        self.groups.iter().map(String::len).collect()
    }
}

/// Whether a number is a part of something longer: letters, or one more digit behind a point, a dash or a colon.
fn goes_on(text: &str, end: usize) -> bool {
    let mut rest = text.get(end..).unwrap_or_default().chars();
    match rest.next() {
        Some('-' | '.' | ':' | '/' | '_') => rest.next().is_some_and(char::is_alphanumeric),
        Some(c) => c.is_alphanumeric() || c == '%',
        None => false,
    }
}

/// The length in bytes of a card's number that stands at the beginning: 13 to 19 digits in the groups of its brand, of a
/// known issuer, with Luhn's check digit (ISO/IEC 7812).
fn card(text: &str) -> Option<usize> {
    let read = Groups::read(text, &[' ', '-', '\u{a0}'], true);
    let shapes: [&[usize]; 4] = [&[4, 4, 4, 4], &[4, 6, 5], &[4, 6, 4], &[4, 4, 4, 4, 3]];
    let lengths = read.lengths();
    let is_alone = |count: usize| count < lengths.len() || !read.goes_on;
    let fits = |count: usize| {
        let digits = read.groups.get(..count)?.concat();
        (is_issued(&digits) && passes_luhn(&digits) && is_alone(count)).then(|| read.ends.get(count - 1).copied())?
    };
    let grouped = shapes.iter().rev().filter(|shape| lengths.starts_with(shape));
    let whole = lengths.first().filter(|length| (13..=19).contains(*length)).map(|_| 1);
    grouped.map(|shape| shape.len()).chain(whole).find_map(fits)
}

/// The ranges of numbers that issuers of cards have, with the lengths of their numbers.
fn is_issued(digits: &str) -> bool {
    let begins = |length: usize| {
        digits
            .get(..length)
            .and_then(|text| text.parse::<u32>().ok())
            .unwrap_or(0)
    };
    match digits.len() {
        14 => matches!(begins(2), 30 | 36 | 38),
        15 => matches!(begins(2), 34 | 37),
        16 => {
            begins(1) == 4
                || matches!(begins(2), 35 | 51..=55 | 60 | 62 | 65)
                || (2221..=2720).contains(&begins(4))
                || (644..=649).contains(&begins(3))
        }
        13 | 19 => begins(1) == 4 || matches!(begins(2), 62),
        _ => false,
    }
}

fn passes_luhn(digits: &str) -> bool {
    let double = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let digits = digits.chars().rev().filter_map(|c| c.to_digit(10)).enumerate();
    let sum: u32 = digits
        .map(|(place, digit)| if place % 2 == 1 { double(digit) } else { digit })
        .sum();
    sum.is_multiple_of(10)
}

/// The length in bytes of a number to call that stands at the beginning.
///
/// With a country's sign any grouping will do; without one only what is written as such a number is: `(555) 123-4567`,
/// `555-123-4567`, `0812-3456-7890`, `081234567890`.
fn phone(text: &str) -> Option<usize> {
    let length = match text.chars().next()? {
        '+' => abroad(text),
        '(' => in_brackets(text),
        _ => at_home(text),
    };
    length.filter(|end| !goes_on(text, *end))
}

fn abroad(text: &str) -> Option<usize> {
    let (digits, end) = run(text.get(1..)?, &[' ', '-', '.', '(', ')', '\u{a0}']);
    let is_number = (8..=15).contains(&digits.len()) && !digits.starts_with('0');
    is_number.then_some(end + 1)
}

fn in_brackets(text: &str) -> Option<usize> {
    let (area, rest) = text.get(1..)?.split_once(')').filter(|(area, _)| area.len() <= 5)?;
    let (digits, end) = run(rest, &[' ', '-', '.', '\u{a0}']);
    let total = area.len() + digits.len();
    let is_area = area.len() >= 2 && area.bytes().all(|byte| byte.is_ascii_digit());
    let is_long = digits.len() >= 5
        && if area.starts_with('0') {
            (8..=12).contains(&total)
        } else {
            area.len() == 3 && total == 10
        };
    (is_area && is_long).then_some(1 + area.len() + 1 + end)
}

fn at_home(text: &str) -> Option<usize> {
    let read = Groups::read(text, &[' ', '-', '.', '/', '\u{a0}'], true);
    let (lengths, digits) = (read.lengths(), read.digits());
    let sign = read.between.first().copied();
    let end = read.ends.last().copied()?;
    let begins = |group: usize, digit: std::ops::RangeInclusive<char>| {
        let first = read.groups.get(group).and_then(|group| group.chars().next());
        first.is_some_and(|first| digit.contains(&first))
    };
    let is_american =
        lengths == [3, 3, 4] && matches!(sign, Some('-' | '.')) && begins(0, '2'..='9') && begins(1, '2'..='9');
    let is_trunk = digits.starts_with('0') && !digits.starts_with("00");
    let is_grouped = lengths.len() > 1
        && sign != Some('.')
        && (9..=13).contains(&digits.len())
        && lengths.iter().all(|length| *length >= 2)
        && lengths.first().is_some_and(|first| (2..=5).contains(first));
    let is_mobile =
        lengths.len() == 1 && (10..=13).contains(&digits.len()) && matches!(digits.get(..2), Some("08" | "09"));
    (is_american || (is_trunk && (is_grouped || is_mobile))).then_some(end)
}

/// The digits at the beginning, with single signs between them, and where the last of them ends.
fn run(text: &str, signs: &[char]) -> (String, usize) {
    let (mut digits, mut end, mut waiting) = (String::new(), 0, 0);
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() && digits.len() <= LONGEST {
            digits.push(c);
            (end, waiting) = (at + 1, 0);
        } else if signs.contains(&c) && waiting < 2 {
            waiting += 1;
        } else {
            break;
        }
    }
    (digits, end)
}

/// Notes every number of a bank account: a country's two letters, its length, and 97's check (ISO 13616).
fn ibans(text: &str, found: &mut Vec<Finding>) {
    let mut before = None;
    for (at, c) in text.char_indices() {
        if c.is_ascii_uppercase()
            && begins_freely(before)
            && let Some(length) = iban(text.get(at..).unwrap_or_default())
        {
            found.push(Finding {
                kind: SecretKind::Iban,
                from: at,
                to: at + length,
            });
        }
        before = Some(c);
    }
}

/// How many characters the numbers of a country have, of those that write many.
const IBAN_LENGTHS: &[(usize, &str)] = &[
    (15, "NO"),
    (16, "BE"),
    (18, "DK FI FO GL NL"),
    (19, "MK SI"),
    (20, "AT BA EE KZ LT LU XK"),
    (21, "CH CR HR LI LV"),
    (22, "BG BH DE GB GE IE ME RS VA"),
    (23, "AE GI IL IQ TL"),
    (24, "AD CZ ES MD PK RO SA SE SK TN VG"),
    (25, "LY PT ST"),
    (26, "IS TR"),
    (27, "BI DJ FR GR IT MC MR SM"),
    (28, "AL AZ BY CY DO GT HU LB PL SV"),
    (29, "BR EG PS QA UA"),
    (30, "JO KW MU"),
    (31, "MT SC"),
];

fn iban(text: &str) -> Option<usize> {
    let country = text.get(..2)?;
    let (wanted, _) = IBAN_LENGTHS
        .iter()
        .find(|(_, countries)| countries.split(' ').any(|known| known == country))?;
    let (mut number, mut end) = (String::new(), 0);
    for (at, c) in text.char_indices() {
        if c.is_ascii_uppercase() || c.is_ascii_digit() {
            number.push(c);
            end = at + 1;
            if number.len() == *wanted {
                break;
            }
        } else if c != ' ' || !number.len().is_multiple_of(4) || number.is_empty() {
            break;
        }
    }
    let is_whole = number.len() == *wanted && !goes_on(text, end);
    (is_whole && passes_97(&number)).then_some(end)
}

fn passes_97(number: &str) -> bool {
    let (head, rest) = number.split_at(4);
    let digits = rest.chars().chain(head.chars()).filter_map(|c| c.to_digit(36));
    let rest = digits.fold(0, |sum, value| (sum * if value > 9 { 100 } else { 10 } + value) % 97);
    rest == 1
}
