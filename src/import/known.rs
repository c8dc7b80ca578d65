//! Which things of a source are in the forum already, and under which id.

use std::collections::HashMap;

use super::record::{Record, SourceId};
use crate::store::imports::{self, OriginNoun};
use crate::store::{Db, StoreError};

/// Old number to id, for each noun.
#[derive(Debug, Default)]
pub struct Known {
    /// People.
    pub people: HashMap<SourceId, i64>,
    /// Categories.
    pub categories: HashMap<SourceId, i64>,
    /// Tags that have an old number.
    pub tags: HashMap<SourceId, i64>,
    /// Threads; one that is there no more has no id.
    pub threads: HashMap<SourceId, Option<i64>>,
    /// First posts that have an old number of their own, and their threads.
    pub openings: HashMap<SourceId, i64>,
    /// Replies; one that is there no more has no id.
    pub replies: HashMap<SourceId, Option<i64>>,
    /// Comments.
    pub comments: HashMap<SourceId, i64>,
    /// Acts of moderators.
    pub acts: HashMap<SourceId, i64>,
}

impl Known {
    /// Everything that came from a source before.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn of(db: &mut Db, source: &str) -> Result<Self, StoreError> {
        let mut origins = |noun| -> Result<HashMap<SourceId, i64>, StoreError> {
            Ok(imports::origins_of(db, source, noun)?.into_iter().collect())
        };
        let mut known = Self {
            people: origins(OriginNoun::User)?,
            categories: origins(OriginNoun::Category)?,
            tags: origins(OriginNoun::Tag)?,
            threads: origins(OriginNoun::Thread)?
                .into_iter()
                .map(|(old, id)| (old, Some(id)))
                .collect(),
            replies: origins(OriginNoun::Reply)?
                .into_iter()
                .map(|(old, id)| (old, Some(id)))
                .collect(),
            openings: origins(OriginNoun::Opening)?,
            comments: origins(OriginNoun::Comment)?,
            acts: origins(OriginNoun::Moderation)?,
        };
        let (threads, replies) = imports::gone_from(db, source)?;
        known.threads.extend(threads.into_iter().map(|old| (old, None)));
        known.replies.extend(replies.into_iter().map(|old| (old, None)));
        Ok(known)
    }

    /// Adds what a batch made.
    pub fn extend(&mut self, made: Self) {
        self.people.extend(made.people);
        self.categories.extend(made.categories);
        self.tags.extend(made.tags);
        self.threads.extend(made.threads);
        self.openings.extend(made.openings);
        self.replies.extend(made.replies);
        self.comments.extend(made.comments);
        self.acts.extend(made.acts);
    }

    /// Whether this record was written before. What leaves no origin is asked for when it is written.
    #[must_use]
    pub fn has(&self, record: &Record) -> bool {
        match record {
            Record::Person(person) => self.people.contains_key(&person.id),
            Record::Category(category) => self.categories.contains_key(&category.id),
            Record::Tag(tag) => tag.id.is_some_and(|id| self.tags.contains_key(&id)),
            Record::Thread(thread) => match (self.threads.get(&thread.id), thread.opening) {
                // It came before its first post's number was remembered: that is still to be written.
                (Some(Some(_)), Some(opening)) => self.openings.contains_key(&opening),
                (known, _) => known.is_some(),
            },
            Record::Reply(reply) => self.replies.contains_key(&reply.id),
            Record::Comment(comment) => self.comments.contains_key(&comment.id),
            Record::Act(act) => self.acts.contains_key(&act.id),
            Record::Acceptance(_) | Record::Duplicate(_) => false,
        }
    }
}
