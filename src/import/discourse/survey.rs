//! The first pass over an archive: checks every file, writes nothing, and learns who wrote and where questions live.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use chrono::{DateTime, Utc};

use super::archive::Archive;
use super::sorting::{Seen, Sorted, sort};
use super::topic::{Outline, Topic, TopicPost};
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::record::SourceId;
use crate::import::report::{Noun, Report};

/// What the first pass learnt.
#[derive(Default)]
pub struct Survey {
    /// Everybody with an account who wrote something: their name, and when they are first seen.
    pub people: BTreeMap<SourceId, (String, DateTime<Utc>)>,
    /// The categories with threads in them.
    pub categories: BTreeMap<SourceId, CategoryFacts>,
    /// What was read, kept and skipped.
    pub report: Report,
    tags: HashSet<String>,
}

/// What the first pass learnt of a category.
#[derive(Debug, Clone, Copy, Default)]
pub struct CategoryFacts {
    /// How many threads live there.
    pub thread_count: u64,
    /// How many of them have an accepted answer that is kept.
    pub accepted_count: u64,
    /// Whether its threads are questions.
    pub takes_questions: bool,
}

impl Survey {
    /// Reads the whole archive. Without `questions`, a category with an accepted answer takes questions.
    ///
    /// # Errors
    /// A file is malformed or cannot be read.
    pub fn of(archive: &Archive, questions: Option<&[SourceId]>, progress: &Progress) -> Result<Self, ImportError> {
        let mut survey = Self::default();
        let mut seen = Seen::default();
        archive.each_file(progress, &mut |file, bytes| {
            match parse(file, bytes)? {
                Some(topic) => {
                    if let Some(sorted) = sort(topic, &mut seen, &mut survey.report) {
                        survey.learn(&sorted);
                    }
                }
                None => survey.report.skip(Noun::OtherFiles, "not a topic", 1),
            }
            Ok(())
        })?;
        survey.conclude(questions);
        Ok(survey)
    }

    fn learn(&mut self, sorted: &Sorted) {
        for post in sorted.replies.iter().chain(&sorted.acts).chain([&sorted.first]) {
            self.meet(post);
        }
        let category = self.categories.entry(category_of(&sorted.topic)).or_default();
        category.thread_count += 1;
        match accepted_reply(sorted) {
            Some(Ok(_)) => category.accepted_count += 1,
            Some(Err(reason)) => self.report.skip(Noun::Acceptances, reason, 1),
            None => {}
        }
        self.report
            .keep(Noun::Closures, u64::from(sorted.topic.closed == Some(true)));
        for tag in sorted.topic.tags.iter().flatten() {
            if self.tags.insert(tag.name().to_owned()) {
                self.report.keep(Noun::Tags, 1);
            }
        }
    }

    fn meet(&mut self, post: &TopicPost) {
        let Some(id) = post.user_id else { return };
        let name = post.username.as_ref().map_or("", |name| name.0.trim());
        let person = self
            .people
            .entry(id)
            .or_insert_with(|| (String::new(), post.created_at));
        if person.0.is_empty() {
            name.clone_into(&mut person.0);
        }
        person.1 = person.1.min(post.created_at);
    }

    fn conclude(&mut self, questions: Option<&[SourceId]>) {
        for (id, facts) in &mut self.categories {
            facts.takes_questions = questions.map_or(facts.accepted_count > 0, |questions| questions.contains(id));
            if facts.takes_questions {
                self.report.keep(Noun::Questions, facts.thread_count);
                self.report.keep(Noun::Acceptances, facts.accepted_count);
            } else {
                self.report.keep(Noun::Discussions, facts.thread_count);
                let reason = "in a category that is not named as one of questions";
                self.report.skip(Noun::Acceptances, reason, facts.accepted_count);
            }
        }
        self.report.keep(Noun::Categories, self.categories.len() as u64);
        self.report.keep(Noun::People, self.people.len() as u64);
        let unknown: Vec<_> = questions
            .unwrap_or_default()
            .iter()
            .filter(|id| !self.categories.contains_key(id))
            .collect();
        if !unknown.is_empty() {
            self.report
                .notes
                .push(format!("no thread lives in these categories of questions: {unknown:?}"));
        }
    }
}

/// Reads a file; `None` when it is JSON but not a topic.
///
/// # Errors
/// It is not JSON, or a field is missing or bad: with file, line and reason.
pub fn parse(file: &Path, bytes: &[u8]) -> Result<Option<Topic>, ImportError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    serde_json::from_slice::<Topic>(bytes)
        .map(Some)
        .or_else(|error| match serde_json::from_slice::<Outline>(bytes) {
            Ok(Outline { post_stream: None }) => Ok(None),
            _ => Err(ImportError::Malformed {
                file: file.to_owned(),
                line: error.line() as u64,
                reason: error.to_string(),
            }),
        })
}

/// The category of a topic; 0 stands for none.
#[must_use]
pub fn category_of(topic: &Topic) -> SourceId {
    topic.category_id.map_or(0, |id| id.0)
}

/// The reply that the topic itself names as its answer, or why it is not kept.
#[must_use]
pub fn accepted_reply(sorted: &Sorted) -> Option<Result<SourceId, &'static str>> {
    let number = sorted.topic.accepted_answer.as_ref()?.post_number;
    let reply = sorted
        .replies
        .iter()
        .find(|reply| reply.post_number == number && reply.hidden != Some(true));
    Some(
        reply
            .map(|reply| reply.id.0)
            .ok_or("the accepted answer is not among the replies that are kept"),
    )
}
