//! A thread or an article, where either may be meant: what is found, suggested and opened; and where it lives.

use super::category::Audience;
use super::change::Noun;
use super::id::{ArticleId, CategoryId, ThreadId};
use super::sight::Sight;

/// A thread or an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A thread.
    Thread(ThreadId),
    /// An article.
    Article(ArticleId),
}

impl Subject {
    /// One number for both, as indexes keep it: threads count up from 1, articles down from −1.
    pub const fn number(self) -> i64 {
        match self {
            Self::Thread(id) => id.get(),
            Self::Article(id) => -id.get(),
        }
    }

    /// What has this number.
    pub const fn numbered(number: i64) -> Self {
        match number {
            ..0 => Self::Article(ArticleId::stored(number.saturating_neg())),
            _ => Self::Thread(ThreadId::stored(number)),
        }
    }

    /// The thread, if it is one.
    pub const fn thread(self) -> Option<ThreadId> {
        match self {
            Self::Thread(id) => Some(id),
            Self::Article(_) => None,
        }
    }

    /// The article, if it is one.
    pub const fn article(self) -> Option<ArticleId> {
        match self {
            Self::Thread(_) => None,
            Self::Article(id) => Some(id),
        }
    }

    /// What the change log calls it.
    pub const fn noun(self) -> Noun {
        match self {
            Self::Thread(id) => Noun::Thread(id),
            Self::Article(id) => Noun::Article(id),
        }
    }
}

/// Where a subject lives, which decides who sees it: a thread in its category, an article among those for its audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Home {
    /// A category of threads.
    Category(CategoryId),
    /// The articles for an audience.
    Articles(Audience),
}

impl Home {
    /// One number for both, as indexes keep it: categories count up from 1, audiences of articles down from −1.
    pub const fn number(self) -> i64 {
        match self {
            Self::Category(id) => id.get(),
            Self::Articles(Audience::Public) => -1,
            Self::Articles(Audience::SignedIn) => -2,
            Self::Articles(Audience::Staff) => -3,
            Self::Articles(Audience::Private(category)) => -3 - category.get(),
        }
    }

    /// All homes of articles.
    pub fn of_articles() -> impl Iterator<Item = Self> {
        Audience::SHARED.iter().map(|audience| Self::Articles(*audience))
    }

    /// The homes of articles that are out of sight.
    pub fn of_articles_beyond(sight: Sight) -> impl Iterator<Item = Self> {
        let beyond = Audience::SHARED
            .iter()
            .filter(move |audience| !sight.includes(**audience));
        beyond.map(|audience| Self::Articles(*audience))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_leads_back_to_what_it_stands_for() {
        for subject in [
            Subject::Thread(ThreadId::stored(7)),
            Subject::Article(ArticleId::stored(7)),
            Subject::Thread(ThreadId::stored(i64::MAX)),
            Subject::Article(ArticleId::stored(i64::MAX)),
        ] {
            assert_eq!(Subject::numbered(subject.number()), subject);
        }
    }

    #[test]
    fn articles_for_others_are_out_of_sight() {
        let hidden = |sight| Home::of_articles_beyond(sight).map(Home::number).collect::<Vec<_>>();
        assert_eq!(hidden(Sight::public()), [-2, -3]);
        assert_eq!(hidden(Sight::everything()), [0_i64; 0]);
    }
}
