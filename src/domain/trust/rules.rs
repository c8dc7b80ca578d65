//! The thresholds of a site: what is asked of members and of regulars, and what newcomers may; and the form that changes them.

use serde::Deserialize;

use super::{Merits, NewcomerLimits};
use crate::domain::problem::{Fault, Problems};
use crate::domain::setting::Settings;

/// The most days that a site may ask for, or look back.
pub const MOST_DAYS: i64 = 3_650;
/// The most visits, threads, posts and replies that a site may ask for or allow.
pub const MOST_OF_A_KIND: i64 = 1_000;
/// The most upheld flags that a site may wait for before trust falls.
pub const MOST_TO_FALL: i64 = 50;
/// The most links in a post that a site may allow newcomers, short of all.
pub const MOST_LINKS: i64 = 50;

crate::named! {
    /// What is asked of somebody.
    pub enum WhatCounts {
        /// Days since they came.
        Days = "days",
        /// Days on which they were here.
        Visits = "visits",
        /// Threads that they read.
        Threads = "threads",
        /// Posts that helped others.
        Helpful = "helpful",
    }
}

/// All that is asked, in the order in which pages show it.
pub const WHAT_COUNTS: &[WhatCounts] = WhatCounts::ALL;

impl WhatCounts {
    /// How much of it these are.
    pub fn of(self, merits: &Merits) -> i64 {
        match self {
            Self::Days => merits.days,
            Self::Visits => merits.visits,
            Self::Threads => merits.threads,
            Self::Helpful => merits.helpful,
        }
    }

    fn most(self) -> i64 {
        match self {
            Self::Days => MOST_DAYS,
            _ => MOST_OF_A_KIND,
        }
    }
}

/// How trust is earned and lost on a site, and what newcomers may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrustRules {
    /// What is asked of members.
    pub member: Merits,
    /// What is asked of regulars.
    pub regular: Merits,
    /// For how many days an upheld flag keeps trust from growing.
    pub clean_days: i64,
    /// How many flags upheld within those days let trust fall by a step; 0 lets it never fall.
    pub upheld_to_fall: i64,
    /// Whether regulars who are among the helpers of the month get the role of a helper.
    pub grants_helper: bool,
    /// What newcomers may.
    pub newcomer: NewcomerLimits,
}

impl Default for TrustRules {
    fn default() -> Self {
        let merits = |[days, visits, threads, helpful]: [i64; 4]| Merits {
            days,
            visits,
            threads,
            helpful,
        };
        Self {
            member: merits([1, 2, 5, 0]),
            regular: merits([60, 30, 50, 10]),
            clean_days: 60,
            upheld_to_fall: 2,
            grants_helper: false,
            newcomer: NewcomerLimits::default(),
        }
    }
}

impl TrustRules {
    /// The rows that keep these.
    pub fn to_rows(self) -> [(&'static str, String); 5] {
        let NewcomerLimits {
            links,
            threads,
            replies,
        } = self.newcomer;
        [
            ("trust_member", row(merits_of(&self.member))),
            ("trust_regular", row(merits_of(&self.regular))),
            ("trust_conduct", row([self.clean_days, self.upheld_to_fall])),
            ("grants_helper", self.grants_helper.to_string()),
            ("newcomer_limits", row([links, threads, replies])),
        ]
    }

    /// Takes a row over, if it is one of these; what cannot be read is as it was.
    pub fn take_row(&mut self, name: &str, value: &str) {
        match name {
            "trust_member" => self.member = stored_merits(value).unwrap_or(self.member),
            "trust_regular" => self.regular = stored_merits(value).unwrap_or(self.regular),
            "trust_conduct" => {
                if let Some([clean_days, upheld_to_fall]) = stored(value, [MOST_DAYS, MOST_TO_FALL]) {
                    (self.clean_days, self.upheld_to_fall) = (clean_days, upheld_to_fall);
                }
            }
            "grants_helper" => self.grants_helper = value == "true",
            "newcomer_limits" => {
                let most = [MOST_LINKS, MOST_OF_A_KIND, MOST_OF_A_KIND];
                if let Some([links, threads, replies]) = stored(value, most) {
                    self.newcomer = NewcomerLimits {
                        links,
                        threads,
                        replies,
                    };
                }
            }
            _ => {}
        }
    }
}

fn merits_of(merits: &Merits) -> [i64; 4] {
    [merits.days, merits.visits, merits.threads, merits.helpful]
}

fn stored_merits(value: &str) -> Option<Merits> {
    let most = [MOST_DAYS, MOST_OF_A_KIND, MOST_OF_A_KIND, MOST_OF_A_KIND];
    let [days, visits, threads, helpful] = stored(value, most)?;
    Some(Merits {
        days,
        visits,
        threads,
        helpful,
    })
}

/// Numbers with blanks between them, as a row keeps them.
fn row<const N: usize>(numbers: [i64; N]) -> String {
    numbers.map(|number| number.to_string()).join(" ")
}

fn stored<const N: usize>(value: &str, most: [i64; N]) -> Option<[i64; N]> {
    let numbers = value.split(' ').zip(most).map(|(text, most)| within(text, most));
    numbers.collect::<Option<Vec<i64>>>()?.try_into().ok()
}

fn within(text: &str, most: i64) -> Option<i64> {
    text.trim().parse().ok().filter(|number| (0..=most).contains(number))
}

/// The form of the admin page, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrustRulesInput {
    /// Days since they came, of members.
    pub member_days: String,
    /// Days on which they were here.
    pub member_visits: String,
    /// Threads that they read.
    pub member_threads: String,
    /// Posts that helped others.
    pub member_helpful: String,
    /// Days since they came, of regulars.
    pub regular_days: String,
    /// Days on which they were here.
    pub regular_visits: String,
    /// Threads that they read.
    pub regular_threads: String,
    /// Posts that helped others.
    pub regular_helpful: String,
    /// For how many days an upheld flag counts.
    pub clean_days: String,
    /// How many of them let trust fall.
    pub upheld_to_fall: String,
    /// Whether regulars who help most get the role of a helper.
    #[serde(default)]
    pub grants_helper: bool,
    /// Links in a newcomer's post.
    pub newcomer_links: String,
    /// Threads in a newcomer's first day.
    pub newcomer_threads: String,
    /// Replies in a newcomer's first day.
    pub newcomer_replies: String,
}

impl From<&Settings> for TrustRulesInput {
    fn from(settings: &Settings) -> Self {
        let rules = settings.trust;
        let [member_days, member_visits, member_threads, member_helpful] =
            merits_of(&rules.member).map(|number| number.to_string());
        let [regular_days, regular_visits, regular_threads, regular_helpful] =
            merits_of(&rules.regular).map(|number| number.to_string());
        Self {
            member_days,
            member_visits,
            member_threads,
            member_helpful,
            regular_days,
            regular_visits,
            regular_threads,
            regular_helpful,
            clean_days: rules.clean_days.to_string(),
            upheld_to_fall: rules.upheld_to_fall.to_string(),
            grants_helper: rules.grants_helper,
            newcomer_links: rules.newcomer.links.to_string(),
            newcomer_threads: rules.newcomer.threads.to_string(),
            newcomer_replies: rules.newcomer.replies.to_string(),
        }
    }
}

impl TrustRulesInput {
    /// The fields of members, then those of regulars, in the order of [`WHAT_COUNTS`].
    pub fn asked(&self) -> [[(&'static str, &str); 4]; 2] {
        [
            [
                ("member_days", &self.member_days),
                ("member_visits", &self.member_visits),
                ("member_threads", &self.member_threads),
                ("member_helpful", &self.member_helpful),
            ],
            [
                ("regular_days", &self.regular_days),
                ("regular_visits", &self.regular_visits),
                ("regular_threads", &self.regular_threads),
                ("regular_helpful", &self.regular_helpful),
            ],
        ]
    }

    /// Reads the form.
    pub fn parse(&self) -> Result<TrustRules, Problems> {
        let mut problems = Problems::none();
        let mut number = |field: &'static str, text: &str, most: i64| {
            let read = within(text, most).ok_or(Fault::with_limit("problem-number-between", most));
            problems.keep(field, read).unwrap_or_default()
        };
        let [member, regular] = self.asked().map(|fields| {
            let mut numbers = fields.into_iter().zip(WHAT_COUNTS);
            let mut next = || {
                numbers
                    .next()
                    .map_or(0, |((name, text), what)| number(name, text, what.most()))
            };
            Merits {
                days: next(),
                visits: next(),
                threads: next(),
                helpful: next(),
            }
        });
        let rules = TrustRules {
            member,
            regular,
            clean_days: number("clean_days", &self.clean_days, MOST_DAYS),
            upheld_to_fall: number("upheld_to_fall", &self.upheld_to_fall, MOST_TO_FALL),
            grants_helper: self.grants_helper,
            newcomer: NewcomerLimits {
                links: number("newcomer_links", &self.newcomer_links, MOST_LINKS),
                threads: number("newcomer_threads", &self.newcomer_threads, MOST_OF_A_KIND),
                replies: number("newcomer_replies", &self.newcomer_replies, MOST_OF_A_KIND),
            },
        };
        match problems.is_empty() {
            true => Ok(rules),
            false => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other() -> TrustRules {
        let mut rules = TrustRules::default();
        rules.member.visits = 7;
        rules.regular.helpful = 1_000;
        rules.clean_days = 9;
        rules.grants_helper = true;
        rules.newcomer.links = 0;
        rules
    }

    #[test]
    fn what_rows_keep_is_read_again() {
        let mut read = TrustRules::default();
        for (name, value) in other().to_rows() {
            read.take_row(name, &value);
        }
        assert_eq!(read, other());
        for broken in ["", "1", "1 2 3 x", "1 2 3 -4", "99999 1 1 1"] {
            read.take_row("trust_member", broken);
            assert_eq!(read, other(), "{broken:?}");
        }
    }

    #[test]
    fn the_form_says_which_number_is_none() {
        let settings = Settings {
            trust: other(),
            ..Settings::default()
        };
        let input = TrustRulesInput::from(&settings);
        assert_eq!(input.parse(), Ok(other()));
        for wrong in ["", "-1", "1001", "x", "1.5"] {
            let input = TrustRulesInput {
                regular_visits: wrong.to_owned(),
                ..input.clone()
            };
            let problems = input.parse().unwrap_err();
            let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
            assert_eq!(fields, ["regular_visits"], "{wrong}");
        }
    }
}
