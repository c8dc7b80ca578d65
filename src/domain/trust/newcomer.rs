//! What newcomers may not yet: many links in a post, many posts in their first day.

use chrono::{DateTime, Duration, Utc};

use super::Limit;
use crate::domain::account::User;
use crate::domain::problem::Fault;

/// How long the first day lasts; it begins with the first post of its kind, so that nobody waits it out.
pub const FIRST_DAY: Duration = Duration::hours(24);

/// How much newcomers may post; 0 is no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewcomerLimits {
    /// Links to elsewhere in a post.
    pub links: i64,
    /// Threads in their first day.
    pub threads: i64,
    /// Replies in their first day.
    pub replies: i64,
}

impl Default for NewcomerLimits {
    fn default() -> Self {
        Self {
            links: 2,
            threads: 3,
            replies: 10,
        }
    }
}

impl NewcomerLimits {
    /// The limit that so many links go beyond in what this person writes; somebody without an account is a newcomer.
    pub fn of_links(&self, author: Option<&User>, count: usize) -> Option<Limit> {
        let most = self.links;
        let is_beyond = most > 0 && i64::try_from(count).is_ok_and(|count| count > most);
        (is_beyond && author.is_none_or(User::is_newcomer)).then_some(Limit::Links { most })
    }

    /// The same, as what is wrong with a field.
    pub fn check_links(&self, author: Option<&User>, count: usize) -> Result<(), Fault> {
        match self.of_links(author, count) {
            Some(_) => Err(Fault::with_limit("problem-newcomer-links", self.links)),
            None => Ok(()),
        }
    }

    /// The limit that the first day puts on threads, after the first ones came at these times, the oldest first.
    pub fn of_threads(&self, first: &[DateTime<Utc>], now: DateTime<Utc>) -> Option<Limit> {
        let most = self.threads;
        full_until(most, first, now).map(|until| Limit::Threads { most, until })
    }

    /// The limit that the first day puts on replies.
    pub fn of_replies(&self, first: &[DateTime<Utc>], now: DateTime<Utc>) -> Option<Limit> {
        let most = self.replies;
        full_until(most, first, now).map(|until| Limit::Replies { most, until })
    }
}

/// Until when no more may be posted, after the first posts of a kind came at these times, the oldest first.
fn full_until(most: i64, first_posts: &[DateTime<Utc>], now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let most = usize::try_from(most).ok().filter(|most| *most > 0)?;
    let until = *first_posts.first()? + FIRST_DAY;
    (first_posts.len() >= most && until > now).then_some(until)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::grant::Grants;
    use crate::domain::id::UserId;
    use crate::domain::role::{Role, Trust};

    fn user(role: Role, trust: Trust, is_staff: bool) -> User {
        User {
            id: UserId::stored(1),
            name: String::new(),
            role,
            trust,
            is_staff,
            is_silenced: false,
            language: None,
            grants: Grants::NONE,
        }
    }

    #[test]
    fn only_newcomers_are_held_to_few_links() {
        let limits = NewcomerLimits::default();
        let newcomer = user(Role::Member, Trust::Newcomer, false);
        assert_eq!(limits.of_links(Some(&newcomer), 2), None);
        assert_eq!(limits.of_links(Some(&newcomer), 3), Some(Limit::Links { most: 2 }));
        assert_eq!(limits.of_links(None, 3), Some(Limit::Links { most: 2 }));
        for other in [
            user(Role::Member, Trust::Member, false),
            user(Role::Member, Trust::Regular, false),
            user(Role::Helper, Trust::Newcomer, false),
            user(Role::Member, Trust::Newcomer, true),
        ] {
            assert_eq!(limits.of_links(Some(&other), 99), None);
            assert_eq!(limits.check_links(Some(&other), 99), Ok(()));
        }
        let none = NewcomerLimits { links: 0, ..limits };
        assert_eq!(none.of_links(Some(&newcomer), 99), None);
    }

    #[test]
    fn the_first_day_begins_with_the_first_post() {
        let begin: DateTime<Utc> = "2026-03-02T10:00:00Z".parse().unwrap();
        let after = |hours| begin + Duration::hours(hours);
        let until = Some(after(24));
        // How many at most, when the first ones came, when the next one comes, and until when it waits.
        let rows = [
            (3, &[] as &[i64], 0, None),
            (3, &[0, 1], 2, None),
            (3, &[0, 1, 2], 3, until),
            (3, &[0, 1, 2], 23, until),
            (3, &[0, 1, 2], 24, None),
            (1, &[0], 5, until),
            (0, &[0, 1, 2], 3, None),
        ];
        for (most, first, next, waits) in rows {
            let first: Vec<_> = first.iter().map(|hours| after(*hours)).collect();
            assert_eq!(full_until(most, &first, after(next)), waits, "{most} {first:?} {next}");
        }
    }
}
