//! What a running community changes.

use super::problem::{Fault, Problems};

/// The settings of the forum; kept in the database, changed on the admin page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The forum's name, in the header and in letters.
    pub site_name: String,
    /// A sentence on the home page; may be empty.
    pub welcome: String,
    /// The language of the pages when a reader's browser does not say.
    pub language: String,
    /// Whether visitors may sign up.
    pub sign_up_is_open: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            site_name: "Tanya".to_owned(),
            welcome: String::new(),
            language: "en".to_owned(),
            sign_up_is_open: true,
        }
    }
}

impl Settings {
    /// Reads the form of the admin page.
    pub fn parse(site_name: &str, welcome: &str, language: &str, sign_up_is_open: bool) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let site_name = problems.keep("site_name", line(site_name, 1, 60));
        let welcome = problems.keep("welcome", line(welcome, 0, 300));
        let language = problems.keep(
            "language",
            match language {
                "en" | "id" | "fil" => Ok(language.to_owned()),
                _ => Err(Fault::new("problem-choice")),
            },
        );
        match (site_name, welcome, language) {
            (Some(site_name), Some(welcome), Some(language)) => Ok(Self {
                site_name,
                welcome,
                language,
                sign_up_is_open,
            }),
            _ => Err(problems),
        }
    }
}

/// Reads one line of between `least` and `most` characters.
pub fn line(text: &str, least: usize, most: usize) -> Result<String, Fault> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = text.chars().count();
    if text.chars().any(char::is_control) {
        return Err(Fault::new("problem-control-characters"));
    }
    if length < least {
        return Err(Fault::new("problem-missing"));
    }
    if length > most {
        return Err(Fault::with_limit("problem-line-long", most as i64));
    }
    Ok(text)
}
