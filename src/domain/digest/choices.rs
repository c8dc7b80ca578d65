//! What a subscriber chooses: how often, when, in which language, about what, and which parts not.

use chrono::Weekday;
use chrono_tz::Tz;

use super::{Frequency, Rhythm, Section, WEEK};
use crate::domain::id::{CategoryId, TagId};
use crate::domain::language::Language;
use crate::domain::problem::{Fault, Problems};
use crate::domain::tag::TagName;

/// How many tags one subscriber may choose.
pub const MOST_TAGS: usize = 20;
/// How many fields of one name a form may bring.
const MOST_FIELDS: usize = 200;

/// What a subscriber chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// When digests come.
    pub rhythm: Rhythm,
    /// Their language; `None` for whoever chose none. Members choose it for all pages.
    pub language: Option<Language>,
    /// The categories that they want to hear about.
    pub categories: Vec<CategoryId>,
    /// The tags. Without a category and a tag it is everything in sight.
    pub tags: Vec<TagId>,
    /// The parts that they do not want.
    pub left_out: Vec<Section>,
}

impl Choices {
    /// What somebody gets who chooses nothing else.
    pub fn offered(zone: Tz, language: Option<Language>) -> Self {
        Self {
            rhythm: Rhythm::offered(zone),
            language,
            categories: Vec::new(),
            tags: Vec::new(),
            left_out: Vec::new(),
        }
    }
}

/// The form as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChoicesInput {
    /// `daily` or `weekly`.
    pub frequency: String,
    /// From 1, Monday, to 7.
    pub weekday: String,
    /// From 0 to 23.
    pub hour: String,
    /// The name of a time zone.
    pub zone: String,
    /// The code of a language; empty is the forum's.
    pub language: String,
    /// The slugs of the categories that were ticked.
    pub categories: Vec<String>,
    /// The names of tags, with commas or blanks between them.
    pub tags: String,
    /// The names of the sections that were ticked.
    pub sections: Vec<String>,
}

/// Whether there is a time zone of this name.
pub fn is_zone(name: &str) -> bool {
    name.trim().parse::<Tz>().is_ok()
}

impl ChoicesInput {
    /// Takes a field over; `None` when it is none of this form.
    pub fn take(&mut self, name: &str, value: &str) -> Option<()> {
        let few = |list: &Vec<String>| list.len() < MOST_FIELDS;
        match name {
            "frequency" => value.clone_into(&mut self.frequency),
            "weekday" => value.clone_into(&mut self.weekday),
            "hour" => value.clone_into(&mut self.hour),
            "zone" => value.clone_into(&mut self.zone),
            "language" => value.clone_into(&mut self.language),
            "tags" => value.clone_into(&mut self.tags),
            "category" if few(&self.categories) => self.categories.push(value.to_owned()),
            "section" if few(&self.sections) => self.sections.push(value.to_owned()),
            _ => return None,
        }
        Some(())
    }

    /// The form of somebody's choices; what stands behind their numbers is named by whoever reads rows.
    pub fn of(choices: &Choices, slugs: Vec<String>, tags: &[String], offered: &[Section]) -> Self {
        let rhythm = &choices.rhythm;
        let place = WEEK.iter().position(|day| *day == rhythm.weekday);
        let wanted = offered.iter().filter(|section| !choices.left_out.contains(section));
        Self {
            frequency: rhythm.frequency.to_string(),
            weekday: (place.unwrap_or_default() + 1).to_string(),
            hour: rhythm.hour.to_string(),
            zone: rhythm.zone.name().to_owned(),
            language: choices.language.map_or("", Language::code).to_owned(),
            categories: slugs,
            tags: tags.join(", "),
            sections: wanted.map(ToString::to_string).collect(),
        }
    }

    /// Reads when, in which language and which of the offered parts; the names behind which rows stand are left to whoever has
    /// rows.
    pub fn parse(&self, offered: &[Section]) -> Result<Choices, Problems> {
        let mut problems = Problems::none();
        let choice = Fault::new("problem-choice");
        let frequency = problems.keep("frequency", Frequency::parse(&self.frequency).ok_or(choice));
        let weekday = problems.keep("weekday", weekday(&self.weekday).ok_or(choice));
        let hour = problems.keep("hour", hour(&self.hour).ok_or(choice));
        let zone = self.zone.trim().parse::<Tz>().map_err(|_| Fault::new("problem-zone"));
        let zone = problems.keep("zone", zone);
        let language = problems.keep("language", language(&self.language).ok_or(choice));
        let names = problems.keep("tags", self.tag_names());
        let (Some(frequency), Some(weekday), Some(hour), Some(zone)) = (frequency, weekday, hour, zone) else {
            return Err(problems);
        };
        let (Some(language), Some(_)) = (language, names) else {
            return Err(problems);
        };
        let rhythm = Rhythm {
            frequency,
            weekday,
            hour,
            zone,
        };
        Ok(Choices {
            rhythm,
            language,
            categories: Vec::new(),
            tags: Vec::new(),
            left_out: self.left_out(offered),
        })
    }

    /// The names of tags that were typed.
    pub fn tag_names(&self) -> Result<Vec<TagName>, Fault> {
        TagName::parse_at_most(MOST_TAGS, &self.tags)
    }

    /// Of the sections that were offered, those that were not ticked.
    fn left_out(&self, offered: &[Section]) -> Vec<Section> {
        let is_ticked = |section: &Section| self.sections.iter().any(|name| name == section.as_str());
        offered.iter().filter(|section| !is_ticked(section)).copied().collect()
    }
}

fn weekday(text: &str) -> Option<Weekday> {
    let place: usize = text.parse().ok()?;
    WEEK.get(place.checked_sub(1)?).copied()
}

fn hour(text: &str) -> Option<u32> {
    text.parse().ok().filter(|hour| *hour < 24)
}

fn language(text: &str) -> Option<Option<Language>> {
    match text {
        "" => Some(None),
        code => Language::parse(code).map(Some),
    }
}
