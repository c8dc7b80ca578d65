//! Who is due: found by an index on the moment at which their next window ends.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::domain::account::{User, Viewer};
use crate::domain::digest::{Section, Window, Wish};
use crate::domain::id::UserId;
use crate::domain::language::Language;
use crate::domain::sight::Sight;
use crate::store::schema::subscribers;
use crate::store::subscribers::{self as people, Reader, Subscriber};
use crate::store::subscriptions::{Watched, watched};
use crate::store::time::row_time;
use crate::store::users::reachable_readers;
use crate::store::{Db, StoreError};

/// How many digests are composed together, and written in one transaction.
pub const AT_ONCE: i64 = 200;

/// A subscriber whose next window has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Who.
    pub subscriber: Subscriber,
    /// Who they are here; nobody that we know for whoever only left an address. `None` when they may not be written to at present.
    pub viewer: Option<Viewer>,
    /// What they watch; that is what they may know an answer to, when they chose nothing for their digests.
    pub watched: Watched,
}

impl Due {
    /// The sections that they get: those that they may get, without those that they left out.
    pub fn sections(&self) -> Vec<Section> {
        let offered = self.viewer.as_ref().map(Section::offered).unwrap_or_default();
        let is_wanted = |section: &Section| !self.subscriber.choices.left_out.contains(section);
        offered.into_iter().filter(is_wanted).collect()
    }

    /// Their language, or the forum's.
    pub fn language(&self, site: Language) -> Language {
        let user = self.viewer.as_ref().and_then(Viewer::user);
        user.map_or(self.subscriber.choices.language, |user| user.language)
            .unwrap_or(site)
    }

    /// What they wish to hear about within a window.
    pub fn wish(&self, window: Window, site: Language) -> Option<Wish> {
        let viewer = self.viewer.as_ref()?;
        let choices = &self.subscriber.choices;
        Some(Wish {
            sight: Sight::of(viewer),
            language: self.language(site),
            is_about_all: self.subscriber.is_about_all,
            categories: choices.categories.iter().map(|category| category.get()).collect(),
            tags: choices.tags.iter().map(|tag| tag.get()).collect(),
            window,
        })
    }

    /// The same of what they may know an answer to, where that is less.
    pub fn wish_to_answer(&self, window: Window, site: Language) -> Option<Wish> {
        let watches_something = !self.watched.categories.is_empty() || !self.watched.tags.is_empty();
        let wish = self
            .wish(window, site)
            .filter(|wish| wish.is_about_all && watches_something)?;
        Some(Wish {
            is_about_all: false,
            categories: self.watched.categories.clone(),
            tags: self.watched.tags.clone(),
            ..wish
        })
    }

    /// The member, when it is one.
    pub fn member(&self) -> Option<UserId> {
        self.viewer.as_ref().and_then(Viewer::id)
    }
}

/// Whether anybody is due, when all that happened before `settled` can be read.
pub fn is_any_due(db: &mut Db, settled: DateTime<Utc>) -> Result<bool, StoreError> {
    // The first of them by the index, as asking whether there is one may read all.
    let first: Option<i64> = subscribers::table
        .filter(subscribers::due_at.is_not_null())
        .filter(subscribers::due_at.le(Some(row_time(settled))))
        .order((subscribers::due_at, subscribers::id))
        .select(subscribers::id)
        .first(db)
        .optional()?;
    Ok(first.is_some())
}

/// The next of those who are due, those who wait longest first.
pub fn batch(db: &mut Db, settled: DateTime<Utc>) -> Result<Vec<Due>, StoreError> {
    let rows = people::rows()
        .filter(subscribers::due_at.is_not_null())
        .filter(subscribers::due_at.le(Some(row_time(settled))))
        .order((subscribers::due_at, subscribers::id))
        .limit(AT_ONCE)
        .load(db)?;
    let subscribers = people::read(db, rows)?;
    with_viewers(db, subscribers)
}

/// One subscriber with who they are here, due or not.
pub fn as_due(db: &mut Db, subscriber: Subscriber) -> Result<Due, StoreError> {
    let one = with_viewers(db, vec![subscriber])?.pop();
    one.ok_or(StoreError::NotFound)
}

/// Those subscribers with who they are here.
fn with_viewers(db: &mut Db, subscribers: Vec<Subscriber>) -> Result<Vec<Due>, StoreError> {
    let members = subscribers.iter().filter_map(|one| match one.reader {
        Reader::Member(user) => Some(user.get()),
        Reader::Address(_) => None,
    });
    let members: Vec<i64> = members.collect();
    let mut watched = watched(db, members.iter().copied())?;
    let users: HashMap<UserId, User> = reachable_readers(db, members)?
        .into_iter()
        .map(|user| (user.id, user))
        .collect();
    let due = |subscriber: Subscriber| {
        let (viewer, watched) = match &subscriber.reader {
            Reader::Address(_) => (Some(Viewer::Anonymous), None),
            Reader::Member(user) => (users.get(user).cloned().map(Viewer::User), watched.remove(&user.get())),
        };
        Due {
            subscriber,
            viewer,
            watched: watched.unwrap_or_default(),
        }
    };
    Ok(subscribers.into_iter().map(due).collect())
}
