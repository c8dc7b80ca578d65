//! Addresses of what somebody is told of, and of how much they want to hear.

use super::{Urls, encode};
use crate::domain::id::{RestraintId, ThreadId, TidingId, UserId};

impl Urls {
    fixed! {
        /// Completion of people's names, which tells who is named.
        people_completion = "/users/complete";
        /// What one was told of.
        notifications = "/notifications";
        /// How much of it is unread, for the script.
        unread_count = "/notifications/count";
        /// Marks all of it as read.
        read_notifications = "/notifications/read";
        /// What moderators said to one about one's conduct.
        own_conduct = "/notifications/conduct";
        /// What letters somebody wants.
        own_letters = "/settings/letters";
        /// What somebody watches or muted.
        own_watching = "/settings/watching";
    }

    /// Marks one notification as read.
    pub fn read_notification(&self, id: TidingId) -> String {
        format!("/notifications/{id}/read")
    }

    /// Marks as read what a moderator said.
    pub fn read_notice(&self, id: RestraintId) -> String {
        format!("/notifications/conduct/{id}/read")
    }

    /// Says how much one wants to hear of a thread.
    pub fn watch_thread(&self, id: ThreadId) -> String {
        self.thread_part(id, "watch")
    }

    /// Says how much one wants to hear of a category.
    pub fn watch_category(&self, slug: &str) -> String {
        format!("/categories/{}/watch", encode(slug))
    }

    /// Says how much one wants to hear of a tag.
    pub fn watch_tag(&self, name: &str) -> String {
        format!("/tags/{}/watch", encode(name))
    }
}

/// The person to whose page a path of this site leads.
pub fn person_linked(path: &str) -> Option<UserId> {
    let rest = path.strip_prefix("/users/")?;
    rest.split(['/', '?', '#']).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_a_persons_page_names_them() {
        for path in ["/users/7", "/users/7/ada", "/users/7/ada?x#y"] {
            assert_eq!(person_linked(path), Some(UserId::stored(7)), "{path}");
        }
        for path in ["/users/complete", "/users/", "/threads/7", "https://f.example/users/7"] {
            assert_eq!(person_linked(path), None, "{path}");
        }
    }
}
