//! What an importer hands to the writer, whatever forum it came from.
//!
//! A reader gives its records in an order that a writer can apply in one pass: a record only ever refers to records that
//! came before it. Nothing here knows a file format, and nothing here knows a table.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::moderation;
use crate::domain::resolution::CloseReason;

/// The number by which the old forum knows a thing.
pub type SourceId = i64;

/// One thing to be kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// Somebody who had an account.
    Person(Person),
    /// A place for threads.
    Category(Category),
    /// A subject.
    Tag(Tag),
    /// What a member started.
    Thread(Box<Thread>),
    /// A post under a thread.
    Reply(Box<Reply>),
    /// A short note under a thread or a reply.
    Comment(Comment),
    /// A reply that answers its question.
    Acceptance(Acceptance),
    /// A thread that asks the same as an earlier one.
    Duplicate(Duplicate),
    /// A moderator's act.
    Act(Act),
}

/// Somebody who had an account on the old forum.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The old number; the old forum's own account may have a negative one.
    pub id: SourceId,
    /// The name that others saw.
    pub name: String,
    /// When they joined, or when they are first seen.
    pub joined_at: DateTime<Utc>,
    /// What they wrote about themselves, as HTML.
    pub about_html: String,
}

/// A place for threads.
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    /// The old number, or 0 where the old forum knows no categories.
    pub id: SourceId,
    /// The name on the page.
    pub name: String,
    /// The name in an address, when the old forum gave one.
    pub slug: Option<String>,
    /// Whether its threads are questions, which can be resolved.
    pub takes_questions: bool,
}

/// A subject.
#[derive(Debug, Clone, PartialEq)]
pub struct Tag {
    /// The old number, where tags have one.
    pub id: Option<SourceId>,
    /// The tag itself.
    pub name: String,
}

/// Who wrote something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// Somebody with an account: a [`Person`] that came before.
    Person(SourceId),
    /// Somebody whose account is gone but whose name is left.
    Named(String),
    /// Nobody knows any more.
    Gone,
}

/// What a member started.
#[derive(Debug, Clone, PartialEq)]
pub struct Thread {
    /// The old number of the thread, as it stands in its address.
    pub id: SourceId,
    /// Whether it can be resolved; what it is otherwise is a discussion.
    pub is_question: bool,
    /// The old number of the post that it starts with, where posts are numbered apart from threads.
    pub opening: Option<SourceId>,
    /// The old number of its category.
    pub category: SourceId,
    /// Plain text, as long as it was: an import may exceed what the form takes.
    pub title: String,
    /// Its tags, by name.
    pub tags: Vec<String>,
    /// What was written.
    pub post: Post,
    /// How often it was read.
    pub view_count: i64,
    /// When it was pinned.
    pub pinned_at: Option<DateTime<Utc>>,
    /// Since when nobody can reply, without its being closed.
    pub locked_at: Option<DateTime<Utc>>,
    /// Why and when it was closed.
    pub closing: Option<Closing>,
}

/// What thread and reply have in common: something that was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Post {
    /// What was written, as the old forum showed it.
    pub html: String,
    /// Who wrote it.
    pub author: Author,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was last changed, if it was.
    pub edited_at: Option<DateTime<Utc>>,
    /// How many people found it good.
    pub up_count: i64,
    /// How many did not.
    pub down_count: i64,
    /// Whether the old forum had hidden it from its readers.
    pub is_hidden: bool,
}

/// The end of a thread, put by somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// Why.
    pub reason: CloseReason,
    /// Who did it.
    pub by: Author,
    /// When.
    pub closed_at: DateTime<Utc>,
}

/// A post under a thread.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// The old number of the post.
    pub id: SourceId,
    /// The old number of its thread.
    pub thread: SourceId,
    /// Its place in the thread, where old addresses name it by that.
    pub number: Option<i64>,
    /// What was written.
    pub post: Post,
}

/// A short note.
#[derive(Debug, Clone, PartialEq)]
pub struct Comment {
    /// The old number.
    pub id: SourceId,
    /// What it stands under.
    pub under: Under,
    /// What was written, as Markdown.
    pub markdown: String,
    /// Who wrote it.
    pub author: Author,
    /// When.
    pub created_at: DateTime<Utc>,
    /// How many people found it good.
    pub up_count: i64,
}

/// What a comment stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Under {
    /// The thread with this old number.
    Thread(SourceId),
    /// The reply with this old number.
    Reply(SourceId),
}

/// A reply that answers its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// The old number of the question.
    pub thread: SourceId,
    /// The old number of the reply.
    pub reply: SourceId,
    /// Whether it can only have been the asker who accepted it.
    pub by_asker: bool,
    /// The day on which it was accepted, if the old forum tells.
    pub accepted_on: Option<NaiveDate>,
}

/// A thread that asks the same as an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The old number of the thread that repeats.
    pub thread: SourceId,
    /// The old number of the thread that it repeats.
    pub original: SourceId,
    /// When somebody said so.
    pub linked_at: DateTime<Utc>,
}

/// A moderator's act, for the moderation log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The old number of the post that told of it.
    pub id: SourceId,
    /// The old number of the thread.
    pub thread: SourceId,
    /// What was done.
    pub verb: moderation::Act,
    /// Who did it.
    pub by: Author,
    /// When.
    pub acted_at: DateTime<Utc>,
    /// What the log says beside it.
    pub reason: String,
}
