//! Numbers as readers write them.

use super::Pen;

/// The number in full, its thousands set apart: `1,204`.
pub fn figure(pen: &Pen<'_>, number: i64) -> String {
    pen.tell("figure", &[("number", number.into())])
}

/// The number for tight rows: in full below ten thousand, then in thousands or millions, as in `12 k`.
pub fn short_figure(pen: &Pen<'_>, number: i64) -> String {
    let (key, shown) = match number.unsigned_abs() {
        0..10_000 => return figure(pen, number),
        10_000..1_000_000 => ("figure-short-thousands", number / 1_000),
        _ => ("figure-short-millions", number / 1_000_000),
    };
    pen.tell(key, &[("number", shown.into())])
}
