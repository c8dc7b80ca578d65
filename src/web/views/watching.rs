//! How much the viewer wants to hear of a thread, a category or a tag.

use maud::Markup;

use super::components::{Pen, WatchChoice, watching};
use crate::domain::subscription::Level;

/// Whose answers it is about, for the words of the choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A thread of somebody else.
    Thread,
    /// The viewer's own thread: what concerns them there is every answer.
    OwnThread,
    /// A category or a tag.
    Place,
}

/// The button and its choices, on the page of the thing itself.
pub fn watch(pen: &Pen<'_>, of: Of, action: &str, level: Level) -> Markup {
    choice(pen, of, (action, level), None)
}

/// The same on another page, to which the choice comes back; `about` is what the thing is called.
pub fn watch_from(pen: &Pen<'_>, of: Of, action: &str, level: Level, (back, about): (&str, &str)) -> Markup {
    choice(pen, of, (action, level), Some((back, about)))
}

fn choice(pen: &Pen<'_>, of: Of, (action, level): (&str, Level), from: Option<(&str, &str)>) -> Markup {
    let levels: &[Level] = match of {
        Of::OwnThread => &[Level::Watching, Level::Muted],
        Of::Thread | Of::Place => Level::ALL,
    };
    // Of one's own thread one hears every answer either way.
    let level = if of == Of::OwnThread && level == Level::Normal {
        Level::Watching
    } else {
        level
    };
    let choices: Vec<WatchChoice> = levels
        .iter()
        .map(|choice| WatchChoice {
            value: choice.as_str(),
            label: pen.say(&format!("watch-{choice}")),
            hint: pen.say(&hint(of, *choice)),
            is_chosen: *choice == level,
        })
        .collect();
    watching(pen, action, &pen.say(&format!("watch-is-{level}")), &choices, from)
}

fn hint(of: Of, level: Level) -> String {
    let place = if of == Of::Place { "place" } else { "thread" };
    format!("watch-{place}-{level}-hint")
}
