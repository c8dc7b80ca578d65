//! What of the index somebody may be shown.

use crate::domain::id::CategoryId;
use crate::domain::sight::Sight;
use crate::domain::subject::{Home, Subject};

/// What may be shown of what is found.
#[derive(Debug, Clone, Default)]
pub struct Visible {
    /// The numbers of the homes that are out of sight.
    pub hidden: Vec<i64>,
    /// The number of a subject that is left out.
    pub except: Option<i64>,
    /// Only what was started before, in seconds since 1970.
    pub before: Option<i64>,
}

impl Visible {
    /// What a reader may see, these categories being out of sight.
    pub fn to(sight: Sight, hidden: &[CategoryId]) -> Self {
        let categories = hidden.iter().map(|id| Home::Category(*id));
        let homes = categories.chain(Home::of_articles_beyond(sight));
        Self {
            hidden: homes.map(Home::number).collect(),
            ..Self::default()
        }
    }

    /// The same without articles.
    pub fn without_articles(mut self) -> Self {
        self.hidden.extend(Home::of_articles().map(Home::number));
        self
    }

    /// The same without one.
    pub fn except(self, subject: Subject) -> Self {
        Self {
            except: Some(subject.number()),
            ..self
        }
    }
}
