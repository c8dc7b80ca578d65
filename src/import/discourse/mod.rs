//! Reads a Discourse archive: topics as served at `/t/<id>.json`, in a folder at any depth or packed as `.tar.zst`.
//!
//! `archive.rs` finds and unpacks files, `topic.rs` is the JSON, `sorting.rs` decides which posts are kept, `survey.rs` is
//! the first pass, `categories.rs` reads the categories' names. The second pass, here, gives records: people and
//! categories first, then each topic whole.

mod archive;
mod categories;
mod sorting;
mod survey;
mod topic;

use std::path::Path;

use archive::Archive;
use categories::Names;
use sorting::{Seen, Sorted, sort};
use survey::{Survey, accepted_reply, category_of, parse};
use topic::TopicPost;

use super::error::ImportError;
use super::progress::Progress;
use super::record::{Acceptance, Act, Author, Category, Closing, Person, Post, Record, Reply, SourceId, Thread};
use super::report::Report;
use super::{Reader, Take};
use crate::domain::body::LONGEST_REASON;
use crate::domain::moderation;
use crate::domain::resolution::CloseReason;
use crate::text::excerpt::excerpt;
use crate::text::html::to_markdown;

/// An archive that was checked.
pub struct Topics {
    archive: Archive,
    names: Names,
    survey: Survey,
}

impl Topics {
    /// Checks a whole archive and writes nothing. `categories` names a file with the categories' names; `questions` lists
    /// the categories whose threads are questions, instead of those with accepted answers.
    ///
    /// # Errors
    /// A file is malformed or cannot be read (with file, line and reason), or there is no archive.
    pub fn check(path: &Path, categories: Option<&Path>, questions: Option<&[SourceId]>) -> Result<Self, ImportError> {
        let names = categories.map(categories::read).transpose()?.unwrap_or_default();
        let archive = Archive::open(path)?;
        let progress = Progress::new("checking", archive.size());
        let survey = Survey::of(&archive, questions, &progress)?;
        progress.finish();
        Ok(Self { archive, names, survey })
    }

    fn category(&self, id: SourceId, takes_questions: bool) -> Record {
        let (name, slug) = match self.names.get(&id) {
            Some((name, slug)) => (name.clone(), slug.clone()),
            None if id == 0 => ("Uncategorized".to_owned(), None),
            None => (format!("Category {id}"), None),
        };
        Record::Category(Category {
            id,
            name,
            slug,
            takes_questions,
        })
    }

    fn topic(&self, sorted: Sorted, take: &mut Take<'_>) -> Result<(), ImportError> {
        let thread = sorted.topic.id.0;
        let category = category_of(&sorted.topic);
        let is_question = self
            .survey
            .categories
            .get(&category)
            .is_some_and(|facts| facts.takes_questions);
        let accepted = accepted_reply(&sorted).and_then(Result::ok).filter(|_| is_question);
        let acts: Vec<Act> = sorted.acts.iter().map(|post| self.act(thread, post)).collect();
        let Sorted {
            topic, first, replies, ..
        } = sorted;
        let last_at = topic.last_posted_at.unwrap_or(first.created_at);
        let last = |verb| acts.iter().rfind(|act| act.verb == verb);
        let closing = (topic.closed == Some(true)).then(|| Closing {
            reason: CloseReason::Other,
            by: last(moderation::Act::Close).map_or(Author::Gone, |act| act.by.clone()),
            closed_at: last(moderation::Act::Close).map_or(last_at, |act| act.acted_at),
        });
        let locked_at = last(moderation::Act::Lock).map_or(last_at, |act| act.acted_at);
        take(Record::Thread(Box::new(Thread {
            id: thread,
            is_question,
            opening: Some(first.id.0),
            category,
            title: topic.title.0,
            tags: topic.tags.iter().flatten().map(|tag| tag.name().to_owned()).collect(),
            // Of a first post that is hidden only a placeholder is served, and its readers still see the topic.
            post: Post {
                is_hidden: topic.visible == Some(false),
                ..self.post(first)
            },
            view_count: topic.views.unwrap_or(0).max(0),
            pinned_at: topic.pinned_at,
            locked_at: (topic.archived == Some(true)).then_some(locked_at),
            closing,
        })))?;
        for reply in replies {
            let (id, number) = (reply.id.0, Some(reply.post_number));
            take(Record::Reply(Box::new(Reply {
                id,
                thread,
                number,
                post: self.post(reply),
            })))?;
        }
        if let Some(reply) = accepted {
            take(Record::Acceptance(Acceptance {
                thread,
                reply,
                by_asker: false,
                accepted_on: None,
            }))?;
        }
        acts.into_iter().try_for_each(|act| take(Record::Act(act)))
    }

    fn post(&self, post: TopicPost) -> Post {
        Post {
            author: self.author(&post),
            created_at: post.created_at,
            // The first version is 1; `updated_at` alone also moves when a link's preview is fetched.
            edited_at: post
                .updated_at
                .filter(|_| post.version.is_some_and(|version| version > 1)),
            up_count: post.likes(),
            down_count: 0,
            is_hidden: post.hidden == Some(true),
            html: post.cooked.0,
        }
    }

    fn author(&self, post: &TopicPost) -> Author {
        match (post.user_id, &post.username) {
            (Some(id), _) if self.survey.people.contains_key(&id) => Author::Person(id),
            (_, Some(name)) if !name.0.trim().is_empty() => Author::Named(name.0.trim().to_owned()),
            _ => Author::Gone,
        }
    }

    fn act(&self, thread: SourceId, post: &TopicPost) -> Act {
        let code = post.action_code.as_ref().map_or("", |code| code.0.as_str());
        Act {
            id: post.id.0,
            thread,
            verb: verb(code),
            by: self.author(post),
            acted_at: post.created_at,
            reason: reason(&post.cooked.0),
        }
    }
}

impl Reader for Topics {
    fn family(&self) -> &'static str {
        "discourse"
    }

    fn report(&self) -> &Report {
        &self.survey.report
    }

    fn size(&self) -> u64 {
        self.archive.size()
    }

    fn each_record(&self, progress: &Progress, take: &mut Take<'_>) -> Result<(), ImportError> {
        for (id, facts) in &self.survey.categories {
            take(self.category(*id, facts.takes_questions))?;
        }
        for (id, (name, joined_at)) in &self.survey.people {
            let name = if name.is_empty() {
                format!("user{id}")
            } else {
                name.clone()
            };
            take(Record::Person(Person {
                id: *id,
                name,
                joined_at: *joined_at,
                about_html: String::new(),
            }))?;
        }
        let mut seen = Seen::default();
        let mut counted_before = Report::default();
        self.archive
            .each_file(progress, &mut |file, bytes| match parse(file, bytes)? {
                Some(topic) => match sort(topic, &mut seen, &mut counted_before) {
                    Some(sorted) => self.topic(sorted, take),
                    None => Ok(()),
                },
                None => Ok(()),
            })
    }
}

/// What a moderator wrote beside a small action; mostly nothing.
fn reason(cooked: &str) -> String {
    excerpt(&to_markdown(cooked), LONGEST_REASON)
}

/// What a small action did, in Tanya's words.
fn verb(code: &str) -> moderation::Act {
    match code {
        "closed.enabled" | "autoclosed.enabled" => moderation::Act::Close,
        "closed.disabled" | "autoclosed.disabled" => moderation::Act::Reopen,
        "archived.enabled" => moderation::Act::Lock,
        "archived.disabled" => moderation::Act::Unlock,
        "pinned.enabled" | "pinned_globally.enabled" => moderation::Act::Pin,
        "pinned.disabled" | "pinned_globally.disabled" => moderation::Act::Unpin,
        "visible.disabled" => moderation::Act::Delete,
        "visible.enabled" => moderation::Act::Undelete,
        "split_topic" => moderation::Act::Split,
        _ => moderation::Act::Other,
    }
}

#[cfg(test)]
mod tests;
