//! What a report is about: which questions, how they are counted, and on which clock.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::id::{CategoryId, GroupId};
use super::problem::{Fault, Problems};
use super::tag::TagName;

/// How many days a report looks back when nobody chose a period.
const USUAL_DAYS: u64 = 90;
/// The longest answer to a field of a template that can be chosen, in characters.
pub const LONGEST_ANSWER: usize = 100;

/// A stretch of time: from its beginning, until just before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Period {
    /// The first moment within.
    pub from: DateTime<Utc>,
    /// The first moment after it.
    pub until: DateTime<Utc>,
}

impl Period {
    /// Whole days in UTC, the first and the last included; `None` when the last is before the first.
    pub fn of_days(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        let after = last.checked_add_days(Days::new(1))?;
        let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
        (first <= last).then(|| Self {
            from: midnight(first),
            until: midnight(after),
        })
    }

    /// Its first day, in UTC.
    pub fn first_day(&self) -> NaiveDate {
        self.from.date_naive()
    }

    /// Its last day, in UTC.
    pub fn last_day(&self) -> NaiveDate {
        (self.until - TimeDelta::seconds(1)).date_naive()
    }

    /// How many days it has.
    pub fn days(&self) -> i64 {
        (self.until - self.from).num_days()
    }

    /// As many days just before it.
    pub fn before(&self) -> Option<Self> {
        let last = self.first_day().pred_opt()?;
        let days = u64::try_from(self.days()).ok()?;
        Self::of_days(self.first_day().checked_sub_days(Days::new(days))?, last)
    }
}

crate::named! {
    /// What is counted.
    pub enum Counting {
        /// Each question once.
        Questions = "questions",
        /// Each person with the problem: the asker, and whoever said "me too".
        People = "people",
    }
}

crate::named! {
    /// Which time passes while somebody waits.
    pub enum Waiting {
        /// All of it.
        Calendar = "calendar",
        /// That of the opening hours.
        Business = "business",
    }
}

/// What a question says of the category's template: a field, and what was answered.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FieldChoice {
    /// The label of the field.
    pub label: String,
    /// The answer.
    pub answer: String,
}

/// Which questions a report is about, and how it counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Selection {
    /// When they were asked.
    pub period: Period,
    /// In which category; in all that are in sight without.
    pub category: Option<CategoryId>,
    /// With which tag.
    pub tag: Option<TagName>,
    /// With which answer to a field of the template.
    pub field: Option<FieldChoice>,
    /// Asked by the members of which group.
    pub askers: Option<GroupId>,
    /// What is counted.
    pub counting: Counting,
    /// Which time counts.
    pub waiting: Waiting,
}

impl Selection {
    /// All questions of a period.
    pub fn of(period: Period) -> Self {
        Self {
            period,
            category: None,
            tag: None,
            field: None,
            askers: None,
            counting: Counting::Questions,
            waiting: Waiting::Calendar,
        }
    }

    /// All questions of the last 90 days, today among them.
    pub fn usual(now: DateTime<Utc>) -> Self {
        Self::of(usual_period(now))
    }

    /// The same of as many days just before; `None` before there were days.
    pub fn before(&self) -> Option<Self> {
        Some(Self {
            period: self.period.before()?,
            ..self.clone()
        })
    }

    /// Whether only some questions of the period are meant.
    pub fn is_narrowed(&self) -> bool {
        self.category.is_some() || self.tag.is_some() || self.field.is_some() || self.askers.is_some()
    }
}

fn usual_period(now: DateTime<Utc>) -> Period {
    let today = now.date_naive();
    let first = today.checked_sub_days(Days::new(USUAL_DAYS - 1)).unwrap_or(today);
    Period::of_days(first, today).unwrap_or(Period { from: now, until: now })
}

/// A selection as an address or a command line has it; empty for what was not chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct SelectionInput {
    /// The first day, as 2026-03-01.
    #[serde(default)]
    pub from: String,
    /// The last day.
    #[serde(default)]
    pub to: String,
    /// The number of a category.
    #[serde(default)]
    pub category: String,
    /// The name of a tag.
    #[serde(default)]
    pub tag: String,
    /// The label of a template's field.
    #[serde(default)]
    pub field: String,
    /// The answer to that field.
    #[serde(default)]
    pub answer: String,
    /// The number of a group.
    #[serde(default)]
    pub askers: String,
    /// The name of a [`Counting`].
    #[serde(default)]
    pub counting: String,
    /// The name of a [`Waiting`].
    #[serde(default)]
    pub waiting: String,
}

impl SelectionInput {
    /// Reads what was chosen; what is empty is as usual. Also gives what could be read when something could not.
    pub fn parse(&self, now: DateTime<Utc>) -> (Selection, Problems) {
        let mut problems = Problems::none();
        let mut selection = Selection::usual(now);
        selection.period = self.period(selection.period, &mut problems);
        selection.category = chosen(&mut problems, "category", &self.category, |id| {
            id.parse().ok().map(CategoryId::stored)
        });
        selection.askers = chosen(&mut problems, "askers", &self.askers, |id| {
            id.parse().ok().map(GroupId::stored)
        });
        selection.tag = chosen(&mut problems, "tag", &self.tag, |name| TagName::parse(name).ok());
        selection.field = self.field_choice(&mut problems);
        let counting = chosen(&mut problems, "counting", &self.counting, Counting::parse);
        selection.counting = counting.unwrap_or(selection.counting);
        let waiting = chosen(&mut problems, "waiting", &self.waiting, Waiting::parse);
        selection.waiting = waiting.unwrap_or(selection.waiting);
        (selection, problems)
    }

    /// One end alone is completed: until the usual end, or as many days as usual before.
    fn period(&self, usual: Period, problems: &mut Problems) -> Period {
        let day = |text: &str| text.parse::<NaiveDate>().ok().filter(is_in_reach);
        let from = chosen(problems, "from", &self.from, day);
        let to = chosen(problems, "to", &self.to, day);
        let last = to.unwrap_or(usual.last_day());
        let days = Days::new(USUAL_DAYS - 1);
        let first = from.or_else(|| last.checked_sub_days(days)).unwrap_or(last);
        Period::of_days(first, last).unwrap_or_else(|| {
            problems.add("to", "problem-period");
            usual
        })
    }

    fn field_choice(&self, problems: &mut Problems) -> Option<FieldChoice> {
        let (label, answer) = (self.field.trim(), self.answer.trim());
        if label.is_empty() || answer.is_empty() {
            return None;
        }
        if answer.chars().count() > LONGEST_ANSWER || label.chars().count() > LONGEST_ANSWER {
            problems.add("answer", "problem-choice");
            return None;
        }
        Some(FieldChoice {
            label: label.to_owned(),
            answer: answer.to_owned(),
        })
    }
}

/// A year of four digits; others are typing mistakes.
fn is_in_reach(day: &NaiveDate) -> bool {
    let (first, last) = (
        NaiveDate::from_ymd_opt(1970, 1, 1),
        NaiveDate::from_ymd_opt(2999, 12, 31),
    );
    first.is_some_and(|first| *day >= first) && last.is_some_and(|last| *day <= last)
}

fn chosen<T>(
    problems: &mut Problems,
    field: &'static str,
    text: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    problems.keep(field, read(text).ok_or(Fault::new("problem-choice")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-03-31T17:00:00Z".parse().unwrap()
    }

    fn days(input: &SelectionInput) -> (String, String) {
        let (selection, _) = input.parse(now());
        let period = selection.period;
        (period.first_day().to_string(), period.last_day().to_string())
    }

    fn input(from: &str, to: &str) -> SelectionInput {
        SelectionInput {
            from: from.to_owned(),
            to: to.to_owned(),
            ..SelectionInput::default()
        }
    }

    #[test]
    fn nothing_chosen_is_the_last_ninety_days() {
        let (selection, problems) = SelectionInput::default().parse(now());
        assert!(problems.is_empty());
        assert_eq!(selection.period.days(), 90);
        assert_eq!(selection.period.last_day().to_string(), "2026-03-31");
        assert_eq!(selection.before().unwrap().period.until, selection.period.from);
        assert!(!selection.is_narrowed());
    }

    #[test]
    fn a_period_has_both_of_its_days() {
        let told = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        let chosen = input("2026-02-01", "2026-02-01");
        assert_eq!(days(&chosen), told("2026-02-01", "2026-02-01"));
        assert_eq!(chosen.parse(now()).0.period.days(), 1);
        assert_eq!(days(&input("2026-03-30", "")), told("2026-03-30", "2026-03-31"));
        assert_eq!(days(&input("", "2025-12-31")), told("2025-10-03", "2025-12-31"));
    }

    #[test]
    fn what_cannot_be_read_is_told_and_left_out() {
        let wrong = SelectionInput {
            category: "x".to_owned(),
            tag: "***".to_owned(),
            counting: "sheep".to_owned(),
            ..input("2026-02-31", "9999-01-01")
        };
        let (selection, problems) = wrong.parse(now());
        let fields: Vec<&str> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["from", "to", "category", "tag", "counting"]);
        assert_eq!(selection, Selection::usual(now()));
        let (selection, problems) = input("2026-03-02", "2026-03-01").parse(now());
        assert!(!problems.is_empty());
        assert_eq!(selection, Selection::usual(now()));
    }
}
