//! Points in time.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::Pen;
use crate::domain::resolution::When;
use crate::text::time;

/// The permanent link of a post: how long ago it was written. Its description is the exact time, which the style sheet
/// writes out for the keyboard, for a finger that rests on it, and on the post that was just led to.
pub fn permalink(pen: &Pen<'_>, href: &str, at: DateTime<Utc>) -> Markup {
    html! {
        a.permalink href=(href) title=(time::exact(pen.phrases, at)) {
            time datetime=(time::machine(at)) { (time::relative(pen.phrases, at, pen.now)) }
        }
    }
}

/// How long ago something happened, with the exact time behind it, which stands there in print.
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
