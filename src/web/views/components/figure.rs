//! Numbers as readers write them.

use super::Pen;

/// The number in full, its thousands set apart: `1,204`.
pub fn figure(pen: &Pen<'_>, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let separator = pen.say("figure-thousands");
    let mut written = String::with_capacity(digits.len() + digits.len() / 3 + 3);
    if number < 0 {
        written.push('\u{2212}');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push_str(&separator);
        }
        written.push(digit);
    }
    written
}

/// The number for tight rows: in full below ten thousand, then in thousands or millions, as in `12 k`.
pub fn short_figure(pen: &Pen<'_>, number: i64) -> String {
    let (key, shown) = match number.unsigned_abs() {
        0..10_000 => return figure(pen, number),
        10_000..1_000_000 => ("figure-short-thousands", number / 1_000),
        _ => ("figure-short-millions", number / 1_000_000),
    };
    pen.tell(key, &[("number", figure(pen, shown).into())])
}
