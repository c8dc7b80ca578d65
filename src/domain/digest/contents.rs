//! What stands in a digest: numbers only, as its row keeps them until its letter has gone. Words are read when it goes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Picked, Section};

/// Why an item stands in somebody's digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// They asked it.
    Asked,
    /// They chose its category.
    Category,
    /// They chose this tag.
    Tag(i64),
    /// They chose everything.
    Everything,
    /// They look after the forum.
    Duty,
    /// They were told of it on the site.
    Told,
}

/// What settled a question that is told as resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// An answer that was accepted.
    ByAnswer,
    /// An article that answers it.
    ByArticle,
    /// A question that asks the same and is resolved.
    ByOriginal,
}

/// Something that is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The part in which it stands; it also says what the number is of.
    pub section: Section,
    /// The number of the thread, article or proposal.
    pub id: i64,
    /// The moment by which it falls into its window.
    pub at: DateTime<Utc>,
    /// How many: answers, people who have the problem, or things that one was told.
    pub count: i64,
    /// Why it is told.
    pub why: Why,
}

/// How the questions of a window went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// How many were asked.
    pub asked: i64,
    /// How many of them have an answer.
    pub answered: i64,
    /// How many of them are resolved.
    pub resolved: i64,
    /// How long half of those that have an answer waited for the first, in seconds.
    pub median_wait: Option<i64>,
}

/// All that stands in one digest.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The items, section by section in the order in which they stand.
    pub items: Vec<Item>,
    /// How many more there are in a section than are told.
    pub more: Vec<(Section, i64)>,
    /// How questions went, for the staff.
    pub figures: Option<Figures>,
}

impl Contents {
    /// Whether there is nothing to tell: then no letter goes.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.figures.is_none_or(|figures| figures.asked == 0)
    }

    /// The items of a section, and how many more there are.
    pub fn of(&self, section: Section) -> (Vec<&Item>, i64) {
        let items = self.items.iter().filter(|item| item.section == section);
        let more = self.more.iter().find(|(of, _)| *of == section);
        (items.collect(), more.map_or(0, |(_, count)| *count))
    }

    /// Adds a section: its first items, and how many there are together.
    pub fn add(&mut self, section: Section, (items, count): Picked) {
        let more = count.saturating_sub(items.len());
        self.items.extend(items);
        if more > 0 {
            self.more.push((section, i64::try_from(more).unwrap_or(i64::MAX)));
        }
    }
}
