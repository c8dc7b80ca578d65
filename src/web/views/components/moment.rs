//! Points in time.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::Pen;
use crate::text::time;

/// How long ago something happened, with the exact time behind it.
pub fn time_ago(pen: &Pen<'_>, at: DateTime<Utc>) -> Markup {
    html! {
        time datetime=(time::machine(at)) title=(time::exact(pen.phrases, at)) {
            (time::relative(pen.phrases, at, pen.now))
        }
    }
}
