//! What an administrator decides about reports: who reads them, when somebody is there to answer, and what a saved contact is worth.

use chrono::Weekday;
use chrono_tz::Tz;
use serde::Deserialize;

use super::problem::{Fault, Problems};
use super::setting::Settings;
use super::worth::Worth;

/// The days of a week, in the order in which forms and rows have them.
pub const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];
/// The minutes of a day.
const DAY: u32 = 24 * 60;

/// The settings of reports.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportSettings {
    /// Whether everybody reads the reports; otherwise moderators and the staff do.
    pub is_published: bool,
    /// When somebody is there to answer.
    pub hours: Hours,
    /// What a contact is worth that was not necessary; nothing is claimed to be saved without it.
    pub contact_worth: Option<Worth>,
}

/// The same hours on some days of the week.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Hours {
    /// Which days, Monday first.
    pub days: [bool; 7],
    /// From this minute after midnight.
    pub opens: u32,
    /// Until before this one, 1440 at most.
    pub closes: u32,
    /// Whose clocks say so.
    pub zone: Tz,
}

impl Default for Hours {
    fn default() -> Self {
        Self {
            days: [true, true, true, true, true, false, false],
            opens: 9 * 60,
            closes: 17 * 60,
            zone: Tz::UTC,
        }
    }
}

impl Hours {
    /// The days on which somebody is there.
    pub fn weekdays(&self) -> impl Iterator<Item = Weekday> {
        let open = WEEK.into_iter().zip(self.days);
        open.filter(|(_, is_open)| *is_open).map(|(day, _)| day)
    }

    /// Hours that somebody could keep: on at least one day, and that end after they begin.
    fn is_good(&self) -> bool {
        self.days.contains(&true) && self.opens < self.closes && self.closes <= DAY
    }

    /// Reads what [`Hours::to_row`] wrote.
    fn stored(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let days: Vec<bool> = parts.next()?.chars().map(|day| day == '1').collect();
        let (opens, closes, zone) = (parts.next()?, parts.next()?, parts.next()?);
        let hours = Self {
            days: days.try_into().ok()?,
            opens: opens.parse().ok()?,
            closes: closes.parse().ok()?,
            zone: zone.parse().ok()?,
        };
        hours.is_good().then_some(hours)
    }

    /// What the row keeps: `1111100 540 1020 Asia/Jakarta`.
    fn to_row(&self) -> String {
        let days: String = self.days.iter().map(|day| if *day { '1' } else { '0' }).collect();
        format!("{days} {} {} {}", self.opens, self.closes, self.zone.name())
    }
}

impl ReportSettings {
    /// The rows that keep them, by name.
    pub fn to_rows(&self) -> [(&'static str, String); 3] {
        let worth = self.contact_worth.as_ref();
        [
            ("reports_are_published", self.is_published.to_string()),
            ("business_hours", self.hours.to_row()),
            (
                "contact_worth",
                worth.map_or_else(String::new, |worth| format!("{} {}", worth.amount(), worth.currency)),
            ),
        ]
    }

    /// Takes a row over, if it is one of these; what cannot be read is as it was.
    pub fn take_row(&mut self, name: &str, value: &str) {
        match name {
            "reports_are_published" => self.is_published = value == "true",
            "business_hours" => self.hours = Hours::stored(value).unwrap_or_default(),
            "contact_worth" => {
                let (amount, currency) = value.split_once(' ').unwrap_or_default();
                self.contact_worth = Worth::parse(amount, currency, &mut Problems::none()).flatten();
            }
            _ => {}
        }
    }
}

/// The form of the admin page, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportSettingsInput {
    /// Whether everybody reads the reports.
    #[serde(default)]
    pub is_published: bool,
    /// Whether somebody is there on Mondays.
    #[serde(default)]
    pub monday: bool,
    /// On Tuesdays.
    #[serde(default)]
    pub tuesday: bool,
    /// On Wednesdays.
    #[serde(default)]
    pub wednesday: bool,
    /// On Thursdays.
    #[serde(default)]
    pub thursday: bool,
    /// On Fridays.
    #[serde(default)]
    pub friday: bool,
    /// On Saturdays.
    #[serde(default)]
    pub saturday: bool,
    /// On Sundays.
    #[serde(default)]
    pub sunday: bool,
    /// From when, as `09:00`.
    pub opens: String,
    /// Until when, as `17:00`; `24:00` is the end of the day.
    pub closes: String,
    /// The name of a time zone, as `Asia/Manila`.
    pub zone: String,
    /// What a contact is worth; may be empty.
    pub contact_worth: String,
    /// In which currency; may be empty.
    pub currency: String,
}

impl From<&ReportSettings> for ReportSettingsInput {
    fn from(settings: &ReportSettings) -> Self {
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = settings.hours.days;
        let worth = settings.contact_worth.as_ref();
        Self {
            is_published: settings.is_published,
            monday,
            tuesday,
            wednesday,
            thursday,
            friday,
            saturday,
            sunday,
            opens: clock(settings.hours.opens),
            closes: clock(settings.hours.closes),
            zone: settings.hours.zone.name().to_owned(),
            contact_worth: worth.map_or_else(String::new, Worth::amount),
            currency: worth.map_or_else(String::new, |worth| worth.currency.clone()),
        }
    }
}

impl ReportSettingsInput {
    /// The days with the names of their boxes, Monday first.
    pub fn days(&self) -> [(&'static str, bool); 7] {
        [
            ("monday", self.monday),
            ("tuesday", self.tuesday),
            ("wednesday", self.wednesday),
            ("thursday", self.thursday),
            ("friday", self.friday),
            ("saturday", self.saturday),
            ("sunday", self.sunday),
        ]
    }

    /// Reads the form.
    pub fn parse(&self) -> Result<ReportSettings, Problems> {
        let mut problems = Problems::none();
        let hours = self.hours(&mut problems);
        let worth = Worth::parse(&self.contact_worth, &self.currency, &mut problems);
        match (hours, worth) {
            (Some(hours), Some(contact_worth)) if problems.is_empty() => Ok(ReportSettings {
                is_published: self.is_published,
                hours,
                contact_worth,
            }),
            _ => Err(problems),
        }
    }

    fn hours(&self, problems: &mut Problems) -> Option<Hours> {
        let days = self.days().map(|(_, is_open)| is_open);
        if !days.contains(&true) {
            problems.add("monday", "problem-no-day");
        }
        let at = |text: &str| minute(text).ok_or(Fault::new("problem-clock"));
        let (opens, closes) = (
            problems.keep("opens", at(&self.opens)),
            problems.keep("closes", at(&self.closes)),
        );
        let zone = self.zone.trim().parse::<Tz>().map_err(|_| Fault::new("problem-zone"));
        let zone = problems.keep("zone", zone);
        let hours = Hours {
            days,
            opens: opens?,
            closes: closes?,
            zone: zone?,
        };
        if hours.opens >= hours.closes {
            problems.add("closes", "problem-closes-early");
        }
        hours.is_good().then_some(hours)
    }
}

impl ReportSettings {
    /// Puts them into all settings; the others stay.
    pub fn put_into(self, settings: &mut Settings) {
        settings.reports = self;
    }
}

/// Minutes after midnight as a clock shows them.
fn clock(minute: u32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Reads a time of the day as `HH:MM`, in minutes after midnight; `24:00` is the end of the day.
fn minute(text: &str) -> Option<u32> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let number = |text: &str| {
        let is_number = (1..=2).contains(&text.len()) && text.chars().all(|digit| digit.is_ascii_digit());
        is_number.then(|| text.parse::<u32>().ok()).flatten()
    };
    let (hours, minutes) = (number(hours)?, number(minutes).filter(|minutes| *minutes < 60)?);
    Some(hours * 60 + minutes).filter(|minute| *minute <= DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input() -> ReportSettingsInput {
        ReportSettingsInput::from(&ReportSettings::default())
    }

    fn faults(input: &ReportSettingsInput) -> Vec<(&'static str, &'static str)> {
        let problems = input.parse().unwrap_err();
        problems.iter().map(|problem| (problem.field, problem.key)).collect()
    }

    #[test]
    fn what_a_form_says_is_kept_and_read_back() {
        let typed = ReportSettingsInput {
            is_published: true,
            monday: false,
            saturday: true,
            opens: "8:30".to_owned(),
            closes: "24:00".to_owned(),
            zone: " Asia/Jakarta ".to_owned(),
            contact_worth: "12,5".to_owned(),
            currency: "eur".to_owned(),
            ..input()
        };
        let settings = typed.parse().unwrap();
        let mut read = ReportSettings::default();
        for (name, value) in settings.to_rows() {
            read.take_row(name, &value);
        }
        assert_eq!(read, settings);
        assert_eq!(settings.hours.to_row(), "0111110 510 1440 Asia/Jakarta");
        let again = ReportSettingsInput::from(&settings);
        assert_eq!((again.opens.as_str(), again.closes.as_str()), ("08:30", "24:00"));
        assert_eq!(
            (again.contact_worth.as_str(), again.currency.as_str()),
            ("12.50", "EUR")
        );
        assert_eq!(settings.hours.weekdays().next(), Some(Weekday::Tue));
    }

    #[test]
    fn nothing_decided_is_office_hours_for_moderators_and_no_claim() {
        let settings = input().parse().unwrap();
        assert_eq!(settings, ReportSettings::default());
        assert!(!settings.is_published && settings.contact_worth.is_none());
        assert_eq!(settings.hours.to_row(), "1111100 540 1020 UTC");
        let mut strange = ReportSettings::default();
        strange.take_row("business_hours", "1111100 1020 540 UTC");
        strange.take_row("contact_worth", "much EUR");
        assert_eq!(strange, ReportSettings::default());
    }

    #[test]
    fn hours_that_nobody_can_keep_are_refused() {
        let none = ReportSettingsInput {
            monday: false,
            tuesday: false,
            wednesday: false,
            thursday: false,
            friday: false,
            closes: "9:00".to_owned(),
            ..input()
        };
        let expected = [("monday", "problem-no-day"), ("closes", "problem-closes-early")];
        assert_eq!(faults(&none), expected);
        for wrong in ["", "9", "24:01", "12:60", "-1:00", "+9:00", "nine"] {
            let opens = wrong.to_owned();
            assert_eq!(
                faults(&ReportSettingsInput { opens, ..input() }),
                [("opens", "problem-clock")]
            );
        }
        let zone = "Mars/Olympus".to_owned();
        assert_eq!(
            faults(&ReportSettingsInput { zone, ..input() }),
            [("zone", "problem-zone")]
        );
    }
}
