//! How much somebody wants to hear of a thread, a category or a tag, and which of several wishes is in force.

crate::named! {
    /// How much somebody wants to hear, from the loudest.
    pub enum Level {
        /// Of everything that is said there.
        Watching = "watching",
        /// Of what concerns them.
        Normal = "normal",
        /// Of nothing but what is done to their own posts.
        Muted = "muted",
    }
}

/// Where the wish that is in force was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    /// Of the thread itself, or of one that was merged into it.
    Thread,
    /// Of its category, or of one of its tags.
    Around,
    /// Nowhere.
    Nowhere,
}

/// All that somebody said of a thread and of what is around it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Of the thread.
    pub thread: Option<Level>,
    /// Of threads that were merged into it.
    pub merged: Vec<Level>,
    /// Of its category.
    pub category: Option<Level>,
    /// Of its tags.
    pub tags: Vec<Level>,
}

impl Wishes {
    /// What is in force: the nearest wish, of the thread before its category before its tags. Of several that are equally near
    /// the loudest counts, so that nothing is missed that was asked for.
    pub fn in_force(&self) -> (Level, Nearness) {
        let near = self.thread.or_else(|| self.merged.iter().copied().min());
        if let Some(level) = near {
            return (level, Nearness::Thread);
        }
        match self.category.or_else(|| self.tags.iter().copied().min()) {
            Some(level) => (level, Nearness::Around),
            None => (Level::Normal, Nearness::Nowhere),
        }
    }

    /// What the thread's own page shows: whoever asked watches their thread unless they said otherwise.
    pub fn shown(&self, is_asker: bool) -> Level {
        match self.in_force() {
            (level, Nearness::Thread) => level,
            _ if is_asker => Level::Watching,
            (level, _) => level,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(thread: Option<Level>, merged: &[Level], category: Option<Level>, tags: &[Level]) -> Wishes {
        Wishes {
            thread,
            merged: merged.to_vec(),
            category,
            tags: tags.to_vec(),
        }
    }

    #[test]
    fn the_nearest_wish_is_in_force() {
        use Level::{Muted, Normal, Watching};
        let cases = [
            (all(None, &[], None, &[]), (Normal, Nearness::Nowhere)),
            (all(None, &[], None, &[Watching]), (Watching, Nearness::Around)),
            (all(None, &[], Some(Muted), &[Watching]), (Muted, Nearness::Around)),
            (
                all(Some(Normal), &[Watching], Some(Watching), &[Watching]),
                (Normal, Nearness::Thread),
            ),
            (all(None, &[Muted], Some(Watching), &[]), (Muted, Nearness::Thread)),
        ];
        for (wishes, expected) in cases {
            assert_eq!(wishes.in_force(), expected, "{wishes:?}");
        }
    }

    #[test]
    fn of_wishes_that_are_equally_near_the_loudest_counts() {
        use Level::{Muted, Watching};
        assert_eq!(all(None, &[], None, &[Muted, Watching]).in_force().0, Watching);
        assert_eq!(all(None, &[Muted, Watching], None, &[]).in_force().0, Watching);
        assert_eq!(all(None, &[], None, &[Muted]).in_force().0, Muted);
    }

    #[test]
    fn whoever_asked_watches_unless_they_said_otherwise() {
        use Level::{Muted, Watching};
        assert_eq!(all(None, &[], Some(Muted), &[]).shown(true), Watching);
        assert_eq!(all(None, &[], Some(Muted), &[]).shown(false), Muted);
        assert_eq!(all(Some(Muted), &[], None, &[]).shown(true), Muted);
    }
}
