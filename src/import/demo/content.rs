//! The shape of the demo files: what a forum, a person and a thread are made of.
//!
//! People, tags and categories are named by their own names, threads by their `id`, replies by
//! their position. Nothing here judges whether those names exist: `examine.rs` does.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};
use serde::Deserialize;

use crate::domain::category::{Audience, Kinds, TemplateAnswer, TemplateField};
use crate::domain::resolution::CloseReason;
use crate::domain::role::Role;
use crate::domain::thread::{Standing, ThreadKind};

use super::offset;

/// `forum.toml`: the site and everything that threads refer to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forum {
    /// The site's name.
    pub name: String,
    /// The sentence above the ask field of the home page.
    pub welcome: String,
    /// The categories, in the order in which the home page shows them.
    pub categories: Vec<Category>,
    /// Every tag that a thread may carry.
    pub tags: Vec<Tag>,
    /// Everybody who writes, votes or moderates.
    pub people: Vec<Person>,
}

impl Forum {
    /// The person of this name.
    pub fn person(&self, name: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.name == name)
    }

    /// The category of this slug.
    pub fn category(&self, slug: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.slug == slug)
    }
}

/// A place where threads live.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// The name on the page.
    pub name: String,
    /// The name in the address.
    pub slug: String,
    /// One or two sentences about what belongs there.
    pub description: String,
    /// Which kinds of thread it takes.
    pub kinds: Vec<ThreadKind>,
    /// Who may see it.
    pub audience: Audience,
    /// What the ask form asks for besides title and details; empty without a template.
    #[serde(default)]
    pub template: Vec<Field>,
}

impl Category {
    /// The kinds of thread that it takes.
    pub fn kinds(&self) -> Kinds {
        Kinds {
            questions: self.kinds.contains(&ThreadKind::Question),
            discussions: self.kinds.contains(&ThreadKind::Discussion),
            announcements: self.kinds.contains(&ThreadKind::Announcement),
        }
    }

    /// Its ask template, as a category keeps it.
    pub fn template_fields(&self) -> Vec<TemplateField> {
        let fields = self.template.iter();
        let kept = fields.map(|field| TemplateField {
            label: field.label.clone(),
            hint: field.hint.clone(),
            required: field.required,
        });
        kept.collect()
    }
}

/// One field of an ask template.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The name by which threads fill it, such as `version`.
    pub key: String,
    /// The label on the form.
    pub label: String,
    /// A sentence under the label that says where to find the answer.
    #[serde(default)]
    pub hint: String,
    /// Whether a question without it is refused.
    #[serde(default)]
    pub required: bool,
}

/// What a thread may be about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tag {
    /// Lower-case words joined by hyphens.
    pub name: String,
    /// One sentence about when to use it.
    pub description: String,
}

/// Somebody on the demo forum.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The name they go by, at most 40 characters.
    pub name: String,
    /// What they may do.
    #[serde(default = "member")]
    pub role: Role,
    /// Whether they answer for the company.
    #[serde(default)]
    pub staff: bool,
    /// One line about themselves; may be empty.
    #[serde(default)]
    pub about: String,
    /// How long before now they signed up.
    #[serde(deserialize_with = "offset::deserialize")]
    pub joined: Duration,
}

/// One thread with everything that happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thread {
    /// The name by which other threads refer to it.
    pub id: String,
    /// The title as it was first written.
    pub title: String,
    /// What it wants.
    #[serde(default = "question")]
    pub kind: ThreadKind,
    /// Who started it.
    pub author: String,
    /// The slug of its category: that of the file it stands in.
    #[serde(skip)]
    pub category: String,
    /// The names of its tags.
    #[serde(default)]
    pub tags: Vec<String>,
    /// How long before now it was asked.
    #[serde(deserialize_with = "offset::deserialize")]
    pub asked: Duration,
    /// How often it was read.
    #[serde(default)]
    pub views: u32,
    /// Who has the same problem.
    #[serde(default)]
    pub me_too: Vec<String>,
    /// Who voted it up.
    #[serde(default)]
    pub up: Vec<String>,
    /// Who voted it down.
    #[serde(default)]
    pub down: Vec<String>,
    /// The group of threads that ask the same thing, where there is one.
    #[serde(default)]
    pub repeats: Option<String>,
    /// What was answered to the category's ask template, by key.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    /// The Markdown as it was first written.
    pub body: String,
    /// The changes made to it, in order.
    #[serde(default)]
    pub edits: Vec<Edit>,
    /// Short notes under it.
    #[serde(default)]
    pub comments: Vec<Comment>,
    /// The posts under it, in the order in which they were written.
    #[serde(default)]
    pub replies: Vec<Reply>,
    /// Every acceptance, in order; all but the last were undone by a reopening.
    #[serde(default)]
    pub acceptances: Vec<Acceptance>,
    /// Every reopening, in order.
    #[serde(default)]
    pub reopenings: Vec<Reopening>,
    /// How it was closed, if it was.
    #[serde(default)]
    pub closure: Option<Closure>,
    /// Who locked it, if anybody.
    #[serde(default)]
    pub locked: Option<Stamp>,
    /// Who pinned it, if anybody.
    #[serde(default)]
    pub pinned: Option<Stamp>,
}

fn member() -> Role {
    Role::Member
}

fn question() -> ThreadKind {
    ThreadKind::Question
}

impl Thread {
    /// When it was asked, for a forum made at `now`.
    pub fn asked_at(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now - self.asked
    }

    /// When something happened that is written as `after` the thread.
    pub fn time_of(&self, after: Duration, now: DateTime<Utc>) -> DateTime<Utc> {
        self.asked_at(now) + after
    }

    /// The acceptance that no reopening has undone.
    pub fn standing_acceptance(&self) -> Option<&Acceptance> {
        let last = self.acceptances.last()?;
        let undone = self.reopenings.iter().any(|reopening| reopening.after >= last.after);
        (!undone).then_some(last)
    }

    /// Where it stands in the end.
    pub fn standing(&self) -> Standing {
        let replies = i64::try_from(self.replies.len()).unwrap_or(i64::MAX);
        Standing::decide(
            self.kind,
            self.standing_acceptance().is_some(),
            self.closure.is_some(),
            replies,
        )
    }

    /// The answers to its category's template, in the template's order, as a thread keeps them.
    pub fn template_answers(&self, category: &Category) -> Vec<TemplateAnswer> {
        let fields = category.template.iter();
        let answers = fields.filter_map(|field| {
            let answer = self.fields.get(&field.key)?.clone();
            let label = field.label.clone();
            Some(TemplateAnswer { label, answer })
        });
        answers.collect()
    }
}

/// A post under a thread.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// Who wrote it.
    pub author: String,
    /// How long after the thread was asked.
    #[serde(deserialize_with = "offset::deserialize")]
    pub after: Duration,
    /// The Markdown as it was first written.
    pub body: String,
    /// Who voted it up.
    #[serde(default)]
    pub up: Vec<String>,
    /// Who voted it down.
    #[serde(default)]
    pub down: Vec<String>,
    /// The changes made to it, in order.
    #[serde(default)]
    pub edits: Vec<Edit>,
    /// Short notes under it.
    #[serde(default)]
    pub comments: Vec<Comment>,
}

/// A short note under a thread or a reply.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// Who wrote it.
    pub author: String,
    /// How long after the thread was asked.
    #[serde(deserialize_with = "offset::deserialize")]
    pub after: Duration,
    /// What they wrote.
    pub body: String,
}

/// One change of a thread or a reply: it gives the whole new text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// Who changed it.
    pub by: String,
    /// How long after the thread was asked.
    #[serde(deserialize_with = "offset::deserialize")]
    pub after: Duration,
    /// The new title of a thread; absent when the title stays.
    #[serde(default)]
    pub title: Option<String>,
    /// The new Markdown; absent when the body stays.
    #[serde(default)]
    pub body: Option<String>,
    /// Why, in a few words; may be empty.
    #[serde(default)]
    pub reason: String,
}

/// A reply declared to be the answer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The position of the reply, from 0.
    pub reply: usize,
    /// How long after the thread was asked.
    #[serde(deserialize_with = "offset::deserialize")]
    pub after: Duration,
    /// Who accepted on the asker's behalf; absent when it was the asker.
    #[serde(default)]
    pub by: Option<String>,
}

/// A resolved question that is not resolved after all.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reopening {
    /// Who reopened it.
    pub by: String,
    /// How long after the thread was asked.
    #[serde(deserialize_with = "offset::deserialize")]
    pub after: Duration,
    /// Why.
    pub reason: String,
}

/// The end of a thread by a moderator's hand.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// Who closed it.
    pub by: String,
    /// How long after the thread was asked.
    #[serde(deserialize_with = "offset::deserialize")]
    pub after: Duration,
    /// Why.
    pub reason: CloseReason,
    /// The id of the thread that asks the same; present exactly when that is the reason.
    #[serde(default)]
    pub duplicate_of: Option<String>,
    /// What the moderator adds in their own words; may be empty.
    #[serde(default)]
    pub note: String,
}

/// Somebody did something to a thread at some time.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// Who did it.
    pub by: String,
    /// How long after the thread was asked.
    #[serde(deserialize_with = "offset::deserialize")]
    pub after: Duration,
}
