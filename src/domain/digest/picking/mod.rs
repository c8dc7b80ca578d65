//! What of all that happened stands in somebody's digest.
//!
//! Everything is told by one moment: when it was asked, answered, resolved, published, proposed, due. That moment falls into exactly
//! one window of a reader, so that nothing is told twice. What many readers share is picked once for all who wish for the same.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{Item, Section, Why, Window};
use crate::domain::category::Audience;
use crate::domain::language::Language;
use crate::domain::sight::Sight;

/// How many items stand in a section at most; how many more there are is said in a line.
pub const MOST_IN_SECTION: usize = 5;

/// A question with the moment by which it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadEvent {
    /// The moment.
    pub at: DateTime<Utc>,
    /// The question.
    pub id: i64,
    /// Its category.
    pub category: i64,
    /// Who may see that.
    pub audience: Audience,
    /// Its tags.
    pub tags: Box<[i64]>,
    /// How many people have the problem.
    pub people: i64,
    /// How often it was read.
    pub views: i64,
}

/// An article with the moment by which it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleEvent {
    /// The moment.
    pub at: DateTime<Utc>,
    /// The article.
    pub id: i64,
    /// Who may see it.
    pub audience: Audience,
    /// Its language.
    pub language: String,
    /// Whether it is another language of another article.
    pub is_translation: bool,
    /// Its tags.
    pub tags: Box<[i64]>,
}

/// What happened lately that concerns many.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Events {
    /// Questions that nobody has answered, by when they were asked.
    pub unanswered: Vec<ThreadEvent>,
    /// Questions that were resolved.
    pub resolved: Vec<ThreadEvent>,
    /// Articles that were published.
    pub articles: Vec<ArticleEvent>,
    /// Articles that are proposed, with how many people asked.
    pub proposals: Vec<(DateTime<Utc>, i64, i64)>,
    /// Articles whose review is due.
    pub reviews: Vec<(DateTime<Utc>, i64)>,
}

/// What a reader wishes to hear about; readers with the same wish and window get the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Wish {
    /// What they see.
    pub sight: Sight,
    /// Their language.
    pub language: Language,
    /// Whether they chose neither a category nor a tag.
    pub is_about_all: bool,
    /// The categories that they chose.
    pub categories: Vec<i64>,
    /// The tags.
    pub tags: Vec<i64>,
    /// The window.
    pub window: Window,
}

/// An own question of a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnQuestion {
    /// When it was asked, or last answered by somebody else.
    pub at: DateTime<Utc>,
    /// The question.
    pub id: i64,
    /// How many answers of others it has.
    pub answers: i64,
}

/// The items of a section, and how many there are together.
pub type Picked = (Vec<Item>, usize);

impl Wish {
    /// Why they hear about a question; `None` when they do not.
    fn why(&self, thread: &ThreadEvent) -> Option<Why> {
        if !self.sight.includes(thread.audience) {
            return None;
        }
        if self.categories.contains(&thread.category) {
            return Some(Why::Category);
        }
        self.why_tagged(&thread.tags)
    }

    fn why_tagged(&self, tags: &[i64]) -> Option<Why> {
        if self.is_about_all {
            return Some(Why::Everything);
        }
        let tag = tags.iter().find(|tag| self.tags.contains(tag));
        tag.map(|tag| Why::Tag(*tag))
    }

    /// Questions that nobody has answered, the one that waits longest first.
    pub fn unanswered(&self, events: &Events) -> Picked {
        let mut found = self.threads(&events.unanswered);
        found.sort_by_key(|(thread, _)| (thread.at, thread.id));
        items(Section::Unanswered, found)
    }

    /// Questions that were resolved: first those that most people have, then those that most read.
    pub fn resolved(&self, events: &Events) -> Picked {
        let mut found = self.threads(&events.resolved);
        found.sort_by_key(|(thread, _)| std::cmp::Reverse((thread.people, thread.views, thread.id)));
        items(Section::Resolved, found)
    }

    fn threads<'e>(&self, events: &'e [ThreadEvent]) -> Vec<(&'e ThreadEvent, Why)> {
        let in_window = events.iter().filter(|event| self.window.contains(event.at));
        in_window.filter_map(|event| Some((event, self.why(event)?))).collect()
    }

    /// Articles that were published, the newest first: each in the reader's language, or else as it was first written. Whoever
    /// chose categories only hears of all, as articles stand in none.
    pub fn articles(&self, events: &Events) -> Picked {
        let is_read = |event: &&ArticleEvent| {
            let is_own = event.language == self.language.code();
            self.window.contains(event.at) && self.sight.includes(event.audience) && (is_own || !event.is_translation)
        };
        let mut found: Vec<(&ArticleEvent, Why)> = events
            .articles
            .iter()
            .filter(is_read)
            .filter_map(|event| {
                let is_chosen = self.tags.is_empty().then_some(Why::Everything);
                Some((event, self.why_tagged(&event.tags).or(is_chosen)?))
            })
            .collect();
        found.sort_by_key(|(event, _)| std::cmp::Reverse((event.at, event.id)));
        let count = found.len();
        let item = |(event, why): (&ArticleEvent, Why)| Item {
            section: Section::Articles,
            id: event.id,
            at: event.at,
            count: 0,
            why,
        };
        (found.into_iter().take(MOST_IN_SECTION).map(item).collect(), count)
    }
}

fn items(section: Section, found: Vec<(&ThreadEvent, Why)>) -> Picked {
    let count = found.len();
    let item = |(thread, why): (&ThreadEvent, Why)| Item {
        section,
        id: thread.id,
        at: thread.at,
        count: thread.people,
        why,
    };
    (found.into_iter().take(MOST_IN_SECTION).map(item).collect(), count)
}

impl Events {
    /// Articles that are proposed, first those that most people asked for.
    pub fn proposals_in(&self, window: &Window) -> Picked {
        let found = self.proposals.iter().filter(|(at, _, _)| window.contains(*at));
        let item = |&(at, id, people): &(DateTime<Utc>, i64, i64)| duty(Section::Proposals, id, at, people);
        let mut found: Vec<Item> = found.map(item).collect();
        found.sort_by_key(|item| std::cmp::Reverse((item.count, item.id)));
        first(found)
    }

    /// Articles whose review is due, the longest due first.
    pub fn reviews_in(&self, window: &Window) -> Picked {
        let found = self.reviews.iter().filter(|(at, _)| window.contains(*at));
        let mut found: Vec<Item> = found.map(|&(at, id)| duty(Section::Reviews, id, at, 0)).collect();
        found.sort_by_key(|item| (item.at, item.id));
        first(found)
    }
}

fn duty(section: Section, id: i64, at: DateTime<Utc>, count: i64) -> Item {
    Item {
        section,
        id,
        at,
        count,
        why: Why::Duty,
    }
}

fn first(mut found: Vec<Item>) -> Picked {
    let count = found.len();
    found.truncate(MOST_IN_SECTION);
    (found, count)
}

impl OwnQuestion {
    /// What somebody was told of threads and what falls into a window, thread by thread, the one that was told of last first.
    pub fn told_in(told: &[(i64, DateTime<Utc>)], window: &Window) -> Picked {
        let mut threads: BTreeMap<i64, (DateTime<Utc>, i64)> = BTreeMap::new();
        for (thread, at) in told.iter().filter(|(_, at)| window.contains(*at)) {
            let (last, count) = threads.entry(*thread).or_insert((*at, 0));
            *last = (*at).max(*last);
            *count += 1;
        }
        let item = |(id, (at, count)): (i64, (DateTime<Utc>, i64))| Item {
            section: Section::Waiting,
            id,
            at,
            count,
            why: Why::Told,
        };
        let mut found: Vec<Item> = threads.into_iter().map(item).collect();
        found.sort_by_key(|item| std::cmp::Reverse((item.at, item.id)));
        first(found)
    }

    /// Own questions of a section whose moment falls into a window, the oldest first.
    pub fn picked(section: Section, questions: &[OwnQuestion], window: &Window) -> Picked {
        let found = questions.iter().filter(|question| window.contains(question.at));
        let item = |question: &OwnQuestion| Item {
            section,
            id: question.id,
            at: question.at,
            count: question.answers,
            why: Why::Asked,
        };
        let mut found: Vec<Item> = found.map(item).collect();
        found.sort_by_key(|item| (item.at, item.id));
        first(found)
    }
}

#[cfg(test)]
mod tests;
