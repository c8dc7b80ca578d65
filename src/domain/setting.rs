//! What a running community changes.

use serde::Deserialize;

use super::ask_session::Holdout;
use super::asking_back::AskingBack;
use super::case::HidingRule;
use super::colour::{Colour, Palette};
use super::contact::Contact;
use super::document::Documents;
use super::footer::{self, FooterLink};
use super::language::Language;
use super::notification::LETTERS_A_DAY;
use super::problem::{Fault, Problems};
use super::proposal::ProposalRule;
use super::report_settings::ReportSettings;
use super::second_factor::SecondFactorDuty;
use super::spam::SpamRules;
use super::trust::TrustRules;
use super::upload::UploadRules;

/// The longest name of the forum, in characters.
pub const LONGEST_SITE_NAME: usize = 60;
/// The longest welcome, in characters.
pub const LONGEST_WELCOME: usize = 300;
/// The longest name of a licence, in characters.
pub const LONGEST_LICENCE: usize = 200;
/// The most letters about threads that a forum lets somebody get in a day.
pub const MOST_LETTERS_A_DAY: i64 = 100;
/// The accent of a forum that never chose one, which the style sheet is written with.
pub const FIRST_ACCENT: Colour = Colour::new(0x34, 0x47, 0x9b);

/// The settings of the forum; kept in the database, changed on the admin pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The forum's name, in the header and in letters.
    pub site_name: String,
    /// A sentence on the home page; may be empty.
    pub welcome: String,
    /// The language of pages and letters for those who chose none and whose browser names none.
    pub language: String,
    /// Whether visitors may sign up.
    pub sign_up_is_open: bool,
    /// Whether only members read here: visitors see nothing but how to come in.
    pub is_for_members: bool,
    /// Whether moderators invite, too, into the groups that they are in.
    pub moderators_invite: bool,
    /// The colour of links and buttons; always one that can be read.
    pub accent: Colour,
    /// The picture in the header, if there is one.
    pub logo: Option<Logo>,
    /// The links at the end of every page.
    pub footer_links: Vec<FooterLink>,
    /// Terms, privacy and imprint, as far as they are in force.
    pub documents: Documents,
    /// Whom people reach when the forum cannot help them.
    pub contact: Option<Contact>,
    /// The share of visitors who see no suggestions while they ask.
    pub holdout: Holdout,
    /// From when on repeated questions propose an article.
    pub proposal_rule: ProposalRule,
    /// Whether moderators get a letter when a question is suddenly asked far more often than usual.
    pub tells_outbreaks: bool,
    /// The licence of what people write here, by its name; may be empty.
    pub content_licence: String,
    /// Who reads the reports, when somebody is there to answer, and what a saved contact is worth.
    pub reports: ReportSettings,
    /// When askers are asked back.
    pub asking_back: AskingBack,
    /// How many letters about threads somebody gets in a day.
    pub letters_a_day: i64,
    /// Who must have a second factor.
    pub second_factor: SecondFactorDuty,
    /// Whose flags hide a post until a moderator has looked at it.
    pub hiding_rule: HidingRule,
    /// What is done against advertising.
    pub spam: SpamRules,
    /// How much somebody may upload.
    pub uploads: UploadRules,
    /// How trust is earned, and what newcomers may.
    pub trust: TrustRules,
}

/// Which picture stands in the header; its bytes are in the database under its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The hash of its bytes, which its address carries.
    pub hash: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            site_name: "Tanya".to_owned(),
            welcome: String::new(),
            language: "en".to_owned(),
            sign_up_is_open: true,
            is_for_members: false,
            moderators_invite: false,
            accent: FIRST_ACCENT,
            logo: None,
            footer_links: Vec::new(),
            documents: Documents::default(),
            contact: None,
            holdout: Holdout::default(),
            proposal_rule: ProposalRule::default(),
            tells_outbreaks: true,
            content_licence: String::new(),
            reports: ReportSettings::default(),
            asking_back: AskingBack::default(),
            letters_a_day: LETTERS_A_DAY,
            second_factor: SecondFactorDuty::Nobody,
            hiding_rule: HidingRule::default(),
            spam: SpamRules::default(),
            uploads: UploadRules::default(),
            trust: TrustRules::default(),
        }
    }
}

impl Logo {
    /// Reads `<hash> <width> <height>`, as the row keeps it.
    pub fn stored(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let (hash, width, height) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self {
            hash: hash.to_owned(),
            width: width.parse().ok()?,
            height: height.parse().ok()?,
        })
    }

    /// What the row keeps.
    pub fn to_row(&self) -> String {
        format!("{} {} {}", self.hash, self.width, self.height)
    }
}

/// The plain settings as an administrator typed them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingsInput {
    /// The name of the language.
    pub language: String,
    /// Whether visitors may sign up.
    #[serde(default)]
    pub sign_up_is_open: bool,
    /// Whether only members read here.
    #[serde(default)]
    pub is_for_members: bool,
    /// Whether moderators invite, too.
    #[serde(default)]
    pub moderators_invite: bool,
    /// The licence of what people write here; may be empty.
    #[serde(default)]
    pub content_licence: String,
    /// How many letters about threads somebody gets in a day.
    #[serde(default)]
    pub letters_a_day: String,
    /// The name of who must have a second factor; without it, that stays.
    #[serde(default)]
    pub second_factor: String,
}

impl From<&Settings> for SettingsInput {
    fn from(settings: &Settings) -> Self {
        Self {
            language: settings.language.clone(),
            sign_up_is_open: settings.sign_up_is_open,
            is_for_members: settings.is_for_members,
            moderators_invite: settings.moderators_invite,
            content_licence: settings.content_licence.clone(),
            letters_a_day: settings.letters_a_day.to_string(),
            second_factor: settings.second_factor.to_string(),
        }
    }
}

impl SettingsInput {
    /// Reads the form of the admin page.
    pub fn parse(&self) -> Result<General, Problems> {
        let mut problems = Problems::none();
        let language = Language::parse(&self.language).ok_or(Fault::new("problem-choice"));
        let language = problems.keep("language", language);
        let licence = problems.keep("content_licence", line(&self.content_licence, 0, LONGEST_LICENCE));
        let letters = problems.keep("letters_a_day", letters_a_day(&self.letters_a_day));
        let duty = match &*self.second_factor {
            "" => Ok(None),
            name => SecondFactorDuty::parse(name)
                .map(Some)
                .ok_or(Fault::new("problem-choice")),
        };
        let duty = problems.keep("second_factor", duty);
        match (language, licence, letters, duty) {
            (Some(language), Some(content_licence), Some(letters_a_day), Some(second_factor)) => Ok(General {
                second_factor,
                language: language.code().to_owned(),
                sign_up_is_open: self.sign_up_is_open,
                is_for_members: self.is_for_members,
                moderators_invite: self.moderators_invite,
                content_licence,
                letters_a_day,
            }),
            _ => Err(problems),
        }
    }
}

/// The plain settings, to be put into all settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct General {
    language: String,
    sign_up_is_open: bool,
    is_for_members: bool,
    moderators_invite: bool,
    content_licence: String,
    letters_a_day: i64,
    second_factor: Option<SecondFactorDuty>,
}

impl General {
    /// Puts them into the settings; the others stay.
    pub fn put_into(self, settings: &mut Settings) {
        settings.language = self.language;
        settings.sign_up_is_open = self.sign_up_is_open;
        settings.is_for_members = self.is_for_members;
        settings.moderators_invite = self.moderators_invite;
        settings.content_licence = self.content_licence;
        settings.letters_a_day = self.letters_a_day;
        settings.second_factor = self.second_factor.unwrap_or(settings.second_factor);
    }
}

/// How the forum looks, as an administrator typed it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AppearanceInput {
    /// The forum's name.
    pub site_name: String,
    /// A sentence on the home page.
    pub welcome: String,
    /// The accent as `#rrggbb`.
    pub accent: String,
    /// Links, one to a line.
    pub footer_links: String,
}

impl From<&Settings> for AppearanceInput {
    fn from(settings: &Settings) -> Self {
        Self {
            site_name: settings.site_name.clone(),
            welcome: settings.welcome.clone(),
            accent: settings.accent.to_string(),
            footer_links: footer::lines(&settings.footer_links),
        }
    }
}

/// How the forum looks, without its picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appearance {
    site_name: String,
    welcome: String,
    accent: Colour,
    footer_links: Vec<FooterLink>,
}

impl AppearanceInput {
    /// Reads the form of the admin page; an accent that is hard to read is refused.
    pub fn parse(&self) -> Result<Appearance, Problems> {
        let mut problems = Problems::none();
        let site_name = problems.keep("site_name", line(&self.site_name, 1, LONGEST_SITE_NAME));
        let welcome = problems.keep("welcome", line(&self.welcome, 0, LONGEST_WELCOME));
        let accent = problems.keep("accent", accent(&self.accent));
        let footer_links = problems.keep("footer_links", footer::parse(&self.footer_links));
        match (site_name, welcome, accent, footer_links) {
            (Some(site_name), Some(welcome), Some(accent), Some(footer_links)) => Ok(Appearance {
                site_name,
                welcome,
                accent,
                footer_links,
            }),
            _ => Err(problems),
        }
    }

    /// The nearest accent that can be read, when the one that was typed cannot.
    pub fn better_accent(&self) -> Option<Colour> {
        Colour::parse(&self.accent).and_then(|accent| Palette::of(accent).err())
    }
}

impl Appearance {
    /// Puts it into the settings; the others stay.
    pub fn put_into(self, settings: &mut Settings) {
        settings.site_name = self.site_name;
        settings.welcome = self.welcome;
        settings.accent = self.accent;
        settings.footer_links = self.footer_links;
    }
}

/// Reads how many letters about threads somebody gets in a day: from none, then all waits for the digest, to a hundred.
pub fn parse_letters_a_day(text: &str) -> Option<i64> {
    text.trim()
        .parse()
        .ok()
        .filter(|count| (0..=MOST_LETTERS_A_DAY).contains(count))
}

/// The same of a form; one that does not ask leaves the usual.
fn letters_a_day(text: &str) -> Result<i64, Fault> {
    if text.trim().is_empty() {
        return Ok(LETTERS_A_DAY);
    }
    parse_letters_a_day(text).ok_or(Fault::with_limit("problem-letters-a-day", MOST_LETTERS_A_DAY))
}

fn accent(text: &str) -> Result<Colour, Fault> {
    let accent = Colour::parse(text).ok_or(Fault::new("problem-colour"))?;
    match Palette::of(accent) {
        Ok(_) => Ok(accent),
        Err(_) => Err(Fault::new("problem-accent-faint")),
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
