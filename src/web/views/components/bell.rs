//! The bell of the header: whether something is new to whoever is signed in.

use maud::{Markup, html};

use super::{Icon, Pen, icon};
use crate::domain::notification::MOST_UNREAD;
use crate::text::phrases::Phrases;

/// The bell.
#[derive(Debug, Clone)]
pub struct Bell {
    /// The page of what they were told.
    pub href: String,
    /// How much of it is unread.
    pub unread: i64,
    /// Where the script hears that there is more.
    pub stream: String,
    /// Where it asks how much.
    pub count: String,
}

/// What the bell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BellWords {
    /// To readers by ear.
    pub label: String,
    /// Beside it; nothing while all is read.
    pub shown: String,
}

/// The words for so many.
pub fn bell_words(phrases: &Phrases, unread: i64) -> BellWords {
    let count = unread.min(MOST_UNREAD);
    let key = if unread > MOST_UNREAD {
        "bell-label-many"
    } else {
        "bell-label"
    };
    let shown = match unread {
        ..=0 => String::new(),
        1..=MOST_UNREAD => count.to_string(),
        _ => format!("{MOST_UNREAD}+"),
    };
    BellWords {
        label: phrases.tell(key, &[("count", count.into())]),
        shown,
    }
}

/// The bell, with a count that a script keeps true.
pub fn bell(pen: &Pen<'_>, bell: &Bell) -> Markup {
    let words = bell_words(pen.phrases, bell.unread);
    html! {
        a.bell href=(bell.href) aria-label=(words.label) data-live-bell data-live-stream=(bell.stream) data-live-count=(bell.count) {
            (icon(pen, Icon::Bell))
            span.bell-count aria-hidden="true" hidden[words.shown.is_empty()] { (words.shown) }
        }
    }
}
