//! Points in time.

use chrono::{DateTime, SecondsFormat, Utc};
use maud::{Markup, html};

use super::Pen;
use crate::text::time;

/// How long ago something happened, with the exact time behind it.
pub fn time_ago(pen: &Pen<'_>, at: DateTime<Utc>) -> Markup {
    html! {
        time datetime=(at.to_rfc3339_opts(SecondsFormat::Secs, true)) title=(time::exact(pen.phrases, at)) {
            (time::relative(pen.phrases, at, pen.now))
        }
    }
}
