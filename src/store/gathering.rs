//! People gathered from several places, each read in the order of their numbers and up to a limit.

use std::collections::BTreeSet;

/// People in the order of their numbers, and the last of them when there may be more.
pub(super) type Slice = (BTreeSet<i64>, Option<i64>);

/// Gathers them: as far as every place was read, nobody is missing.
pub(super) struct Gathering {
    limit: usize,
    all: BTreeSet<i64>,
    up_to: Option<i64>,
}

impl Gathering {
    /// Of places of which so many are read at once.
    pub(super) fn of(limit: i64) -> Self {
        Self {
            limit: usize::try_from(limit).unwrap_or(usize::MAX),
            all: BTreeSet::new(),
            up_to: None,
        }
    }

    /// Those of one place, in the order of their numbers.
    pub(super) fn add(&mut self, people: Vec<i64>) {
        if people.len() >= self.limit {
            self.up_to = self.up_to.into_iter().chain(people.last().copied()).min();
        }
        self.all.extend(people);
    }

    /// Those of a place that was read to its end.
    pub(super) fn add_all(&mut self, people: impl IntoIterator<Item = i64>) {
        self.all.extend(people);
    }

    /// Everybody up to where the first of the places may go on.
    pub(super) fn slice(mut self) -> Slice {
        let up_to = self.up_to;
        self.all.retain(|person| up_to.is_none_or(|last| *person <= last));
        (self.all, up_to)
    }
}
