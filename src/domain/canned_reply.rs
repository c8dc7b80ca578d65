//! Texts that those who help put into their answers, with places for the asker's name and the thread's title.

use serde::Deserialize;

use super::account::User;
use super::body::Body;
use super::problem::Problems;
use super::role::Role;
use super::setting::line;

/// The longest title, in characters.
pub const LONGEST_CANNED_TITLE: usize = 80;
/// How many of their own somebody may have, and how many all share.
pub const MOST_CANNED: i64 = 100;
/// Where the asker's name is put.
pub const NAME_PLACE: &str = "{name}";
/// Where the thread's title is put.
pub const TITLE_PLACE: &str = "{title}";

impl User {
    /// Whether they have canned replies: helpers, moderators, administrators, and the staff.
    pub fn uses_canned_replies(&self) -> bool {
        self.is_staff || self.role >= Role::Helper
    }

    /// Whether they write those that all share.
    pub fn shares_canned_replies(&self) -> bool {
        self.role >= Role::Moderator
    }
}

/// The form of a canned reply, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CannedInput {
    /// How it is found in the list.
    #[serde(default)]
    pub canned_title: String,
    /// The text, as Markdown.
    #[serde(default)]
    pub canned_body: String,
    /// Whether all who help have it.
    #[serde(default)]
    pub is_shared: bool,
}

/// A canned reply, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CannedDraft {
    /// How it is found in the list.
    pub title: String,
    /// The text.
    pub body: Body,
    /// Whether all who help have it.
    pub is_shared: bool,
}

impl CannedInput {
    /// Reads the form.
    pub fn parse(&self) -> Result<CannedDraft, Problems> {
        let mut problems = Problems::none();
        let title = problems.keep("canned_title", line(&self.canned_title, 1, LONGEST_CANNED_TITLE));
        let body = problems.keep("canned_body", Body::parse(&self.canned_body));
        match (title, body) {
            (Some(title), Some(body)) => Ok(CannedDraft {
                title,
                body,
                is_shared: self.is_shared,
            }),
            _ => Err(problems),
        }
    }
}

/// The text with the name and the title in their places, both as Markdown.
pub fn filled(body: &str, name: &str, title: &str) -> String {
    let mut filled = String::with_capacity(body.len());
    let mut rest = body;
    // One pass, so that a title that reads `{name}` stays what it is.
    while let Some(at) = rest.find('{') {
        let (before, after) = rest.split_at(at);
        filled.push_str(before);
        rest = if let Some(after) = after.strip_prefix(NAME_PLACE) {
            filled.push_str(name);
            after
        } else if let Some(after) = after.strip_prefix(TITLE_PLACE) {
            filled.push_str(title);
            after
        } else {
            filled.push('{');
            after.get(1..).unwrap_or_default()
        };
    }
    filled.push_str(rest);
    filled
}

/// What was typed so far with a text behind it.
pub fn appended(typed: &str, text: &str) -> String {
    let typed = typed.trim_end();
    match typed.is_empty() {
        true => text.to_owned(),
        false => format!("{typed}\n\n{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_and_the_title_take_their_places() {
        assert_eq!(
            filled("Hi {name}, about {title}: {x} {", "Ada", "{name}?"),
            "Hi Ada, about {name}?: {x} {"
        );
        assert_eq!(filled("", "Ada", "Box"), "");
    }

    #[test]
    fn a_text_comes_behind_what_was_typed() {
        assert_eq!(appended("", "Hi."), "Hi.");
        assert_eq!(appended("Well.\n", "Hi."), "Well.\n\nHi.");
    }

    #[test]
    fn a_canned_reply_needs_a_title_and_a_text() {
        let input = CannedInput {
            canned_title: " Which  version? ".to_owned(),
            canned_body: "Hi {name}".to_owned(),
            is_shared: true,
        };
        assert_eq!(input.parse().unwrap().title, "Which version?");
        let problems = CannedInput::default().parse().unwrap_err();
        assert!(problems.of("canned_title").is_some() && problems.of("canned_body").is_some());
    }
}
