//! How much somebody may bring, by what their conduct has earned, and whether pictures from elsewhere are copied.

use serde::Deserialize;

use crate::domain::account::User;
use crate::domain::problem::{Fault, Problems};
use crate::domain::role::{Role, Trust};
use crate::domain::setting::Settings;

/// The largest file that a site may allow, in megabytes.
pub const MOST_MEGABYTES: i64 = 50;
/// The most files a day that a site may allow.
pub const MOST_A_DAY: i64 = 1_000;

/// How much one person may bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UploadLimit {
    /// The largest file, in megabytes (of 1,048,576 bytes).
    pub megabytes: i64,
    /// How many files in 24 hours.
    pub a_day: i64,
}

impl UploadLimit {
    /// The largest file, in bytes.
    pub fn bytes(self) -> usize {
        usize::try_from(self.megabytes).unwrap_or_default() << 20
    }

    /// Reads `<megabytes> <files>`, as a row keeps it.
    fn stored(text: &str) -> Option<Self> {
        let (megabytes, a_day) = text.split_once(' ')?;
        Some(Self {
            megabytes: within(megabytes, MOST_MEGABYTES)?,
            a_day: within(a_day, MOST_A_DAY)?,
        })
    }

    fn take(&mut self, text: &str) {
        *self = Self::stored(text).unwrap_or(*self);
    }

    /// What the row keeps.
    fn to_row(self) -> String {
        format!("{} {}", self.megabytes, self.a_day)
    }
}

/// What a site allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UploadRules {
    /// Newcomers.
    pub newcomer: UploadLimit,
    /// Members.
    pub member: UploadLimit,
    /// Regulars, helpers and everybody above.
    pub regular: UploadLimit,
    /// Whether pictures that stand elsewhere are copied here.
    pub copies_pictures: bool,
}

impl Default for UploadRules {
    fn default() -> Self {
        let limit = |megabytes, a_day| UploadLimit { megabytes, a_day };
        Self {
            newcomer: limit(4, 5),
            member: limit(10, 30),
            regular: limit(25, 100),
            copies_pictures: true,
        }
    }
}

impl UploadRules {
    /// The rows that keep these.
    pub fn to_rows(self) -> [(&'static str, String); 4] {
        [
            ("uploads_newcomer", self.newcomer.to_row()),
            ("uploads_member", self.member.to_row()),
            ("uploads_regular", self.regular.to_row()),
            ("copies_pictures", self.copies_pictures.to_string()),
        ]
    }

    /// Takes a row over, if it is one of these; what cannot be read is as it was.
    pub fn take_row(&mut self, name: &str, value: &str) {
        match name {
            "uploads_newcomer" => self.newcomer.take(value),
            "uploads_member" => self.member.take(value),
            "uploads_regular" => self.regular.take(value),
            "copies_pictures" => self.copies_pictures = value == "true",
            _ => {}
        }
    }

    /// How much this person may bring.
    pub fn of(&self, user: &User) -> UploadLimit {
        match user.trust {
            _ if user.role >= Role::Helper || user.is_staff => self.regular,
            Trust::Newcomer => self.newcomer,
            Trust::Member => self.member,
            Trust::Regular => self.regular,
        }
    }
}

/// The form of the admin page, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UploadRulesInput {
    /// The largest file of newcomers, in megabytes.
    pub newcomer_megabytes: String,
    /// How many files they bring in a day.
    pub newcomer_a_day: String,
    /// The largest file of members, in megabytes.
    pub member_megabytes: String,
    /// How many files they bring in a day.
    pub member_a_day: String,
    /// The largest file of regulars, in megabytes.
    pub regular_megabytes: String,
    /// How many files they bring in a day.
    pub regular_a_day: String,
    /// Whether pictures that stand elsewhere are copied here.
    #[serde(default)]
    pub copies_pictures: bool,
}

impl From<&Settings> for UploadRulesInput {
    fn from(settings: &Settings) -> Self {
        let UploadRules {
            newcomer,
            member,
            regular,
            copies_pictures,
        } = settings.uploads;
        Self {
            newcomer_megabytes: newcomer.megabytes.to_string(),
            newcomer_a_day: newcomer.a_day.to_string(),
            member_megabytes: member.megabytes.to_string(),
            member_a_day: member.a_day.to_string(),
            regular_megabytes: regular.megabytes.to_string(),
            regular_a_day: regular.a_day.to_string(),
            copies_pictures,
        }
    }
}

impl UploadRulesInput {
    /// Reads the form.
    pub fn parse(&self) -> Result<UploadRules, Problems> {
        let mut problems = Problems::none();
        let mut number = |field: &'static str, text: &str, most: i64| {
            let read = within(text, most).ok_or(Fault::with_limit("problem-number-between", most));
            problems.keep(field, read)
        };
        let mut limit = |fields: [&'static str; 2], megabytes: &str, a_day: &str| {
            let [field, other] = fields;
            let (megabytes, a_day) = (
                number(field, megabytes, MOST_MEGABYTES),
                number(other, a_day, MOST_A_DAY),
            );
            Some(UploadLimit {
                megabytes: megabytes?,
                a_day: a_day?,
            })
        };
        let newcomer = limit(
            ["newcomer_megabytes", "newcomer_a_day"],
            &self.newcomer_megabytes,
            &self.newcomer_a_day,
        );
        let member = limit(
            ["member_megabytes", "member_a_day"],
            &self.member_megabytes,
            &self.member_a_day,
        );
        let regular = limit(
            ["regular_megabytes", "regular_a_day"],
            &self.regular_megabytes,
            &self.regular_a_day,
        );
        match (newcomer, member, regular) {
            (Some(newcomer), Some(member), Some(regular)) => Ok(UploadRules {
                newcomer,
                member,
                regular,
                copies_pictures: self.copies_pictures,
            }),
            _ => Err(problems),
        }
    }
}

fn within(text: &str, most: i64) -> Option<i64> {
    text.trim().parse().ok().filter(|number| (0..=most).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_whole_numbers_within_bounds() {
        let rules = UploadRules::default();
        let mut settings = Settings {
            uploads: rules,
            ..Settings::default()
        };
        let input = UploadRulesInput::from(&settings);
        assert_eq!(input.parse(), Ok(rules));
        assert_eq!(UploadLimit::stored(&rules.member.to_row()), Some(rules.member));
        for wrong in ["", "-1", "51", "x", "1.5"] {
            let input = UploadRulesInput {
                newcomer_megabytes: wrong.to_owned(),
                ..input.clone()
            };
            let problems = input.parse().unwrap_err();
            assert_eq!(problems.iter().next().unwrap().field, "newcomer_megabytes", "{wrong}");
        }
        settings.uploads.newcomer.megabytes = 0;
        assert_eq!(settings.uploads.newcomer.bytes(), 0);
    }
}
