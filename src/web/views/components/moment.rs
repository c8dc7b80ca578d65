//! Points in time.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::Pen;
use crate::domain::resolution::When;
use crate::text::time;

/// How long ago something happened, with the exact time behind it.
pub fn time_ago(pen: &Pen<'_>, at: DateTime<Utc>) -> Markup {
    html! {
        time datetime=(time::machine(at)) title=(time::exact(pen.phrases, at)) {
            (time::relative(pen.phrases, at, pen.now))
        }
    }
}

/// The same as precisely as it is known: of a day only the day, also behind it; nothing when nobody knows.
pub fn when(pen: &Pen<'_>, at: When) -> Markup {
    match at {
        When::Exact(at) => time_ago(pen, at),
        When::Day(at) => html! {
            time datetime=(time::machine_day(at)) title=(time::exact_day(pen.phrases, at)) {
                (time::day(pen.phrases, at, pen.now))
            }
        },
        When::Unknown => html! {},
    }
}
