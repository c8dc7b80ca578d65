//! What a running community changes.

use serde::Deserialize;

use super::problem::{Fault, Problems};

/// The longest name of the forum, in characters.
pub const LONGEST_SITE_NAME: usize = 60;
/// The longest welcome, in characters.
pub const LONGEST_WELCOME: usize = 300;

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

/// The settings as an administrator typed them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingsInput {
    /// The forum's name.
    pub site_name: String,
    /// A sentence on the home page.
    pub welcome: String,
    /// The name of the language.
    pub language: String,
    /// Whether visitors may sign up.
    #[serde(default)]
    pub sign_up_is_open: bool,
}

impl From<&Settings> for SettingsInput {
    fn from(settings: &Settings) -> Self {
        Self {
            site_name: settings.site_name.clone(),
            welcome: settings.welcome.clone(),
            language: settings.language.clone(),
            sign_up_is_open: settings.sign_up_is_open,
        }
    }
}

impl Settings {
    /// Reads the form of the admin page.
    pub fn parse(input: &SettingsInput) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let site_name = problems.keep("site_name", line(&input.site_name, 1, LONGEST_SITE_NAME));
        let welcome = problems.keep("welcome", line(&input.welcome, 0, LONGEST_WELCOME));
        let language = match input.language.as_str() {
            "en" | "id" | "fil" => Ok(input.language.clone()),
            _ => Err(Fault::new("problem-choice")),
        };
        let language = problems.keep("language", language);
        match (site_name, welcome, language) {
            (Some(site_name), Some(welcome), Some(language)) => Ok(Self {
                site_name,
                welcome,
                language,
                sign_up_is_open: input.sign_up_is_open,
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
