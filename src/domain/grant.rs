//! What somebody may do in private categories.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use super::id::CategoryId;

crate::named! {
    /// What the people of a group may do in a private category; each may all that the one before it may.
    pub enum Grant {
        /// See what is there.
        See = "see",
        /// Ask, and write under their own questions.
        Ask = "ask",
        /// Reply, comment and vote everywhere there.
        Answer = "answer",
        /// Do there what moderators do.
        Moderate = "moderate",
    }
}

type Pairs = &'static [(CategoryId, Grant)];

/// Every different set of grants that somebody was found to have.
static FOUND: Mutex<BTreeSet<Pairs>> = Mutex::new(BTreeSet::new());

/// The private categories that somebody sees, and what they may do in each.
///
/// Each different set is kept once, for as long as the process lives, so that what somebody sees can be copied like a number. There
/// are as many as administrators give different people different grants, and each takes some bytes for a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Grants(Pairs);

impl Grants {
    /// No private category.
    pub const NONE: Self = Self(&[]);

    /// What several groups grant together: of each category the most.
    pub fn of(pairs: impl IntoIterator<Item = (CategoryId, Grant)>) -> Self {
        let mut most: BTreeMap<CategoryId, Grant> = BTreeMap::new();
        for (category, grant) in pairs {
            let known = most.entry(category).or_insert(grant);
            *known = grant.max(*known);
        }
        if most.is_empty() {
            return Self::NONE;
        }
        let pairs: Vec<(CategoryId, Grant)> = most.into_iter().collect();
        let mut found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = found.get(pairs.as_slice()) {
            return Self(known);
        }
        let kept: Pairs = Box::leak(pairs.into_boxed_slice());
        found.insert(kept);
        Self(kept)
    }

    /// What may be done in this category; `None` when it is out of sight.
    pub fn at(self, category: CategoryId) -> Option<Grant> {
        let place = self.0.binary_search_by_key(&category, |(known, _)| *known).ok()?;
        self.0.get(place).map(|(_, grant)| *grant)
    }

    /// The categories in sight.
    pub fn categories(self) -> impl Iterator<Item = CategoryId> {
        self.0.iter().map(|(category, _)| *category)
    }

    /// Of these the categories to moderate.
    pub fn to_moderate(self) -> Self {
        Self::of(self.0.iter().copied().filter(|(_, grant)| *grant == Grant::Moderate))
    }

    /// Whether there is a category to moderate.
    pub fn moderates(self) -> bool {
        self.0.iter().any(|(_, grant)| *grant == Grant::Moderate)
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_groups_the_most_counts_and_equal_sets_are_kept_once() {
        let [one, two, three] = [1, 2, 3].map(CategoryId::stored);
        let grants = Grants::of([(two, Grant::Answer), (one, Grant::See), (two, Grant::Ask)]);
        assert_eq!(grants.at(one), Some(Grant::See));
        assert_eq!(grants.at(two), Some(Grant::Answer));
        assert_eq!(grants.at(three), None);
        let again = Grants::of([(one, Grant::See), (two, Grant::Answer)]);
        assert!(std::ptr::eq(grants.0, again.0));
        assert_eq!(Grants::of([]), Grants::NONE);
        assert_eq!(grants.to_moderate(), Grants::NONE);
        let more = Grants::of([(one, Grant::Moderate), (two, Grant::Answer)]);
        assert_eq!(more.to_moderate(), Grants::of([(one, Grant::Moderate)]));
    }
}
