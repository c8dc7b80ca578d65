//! Makes the rows of one transaction from one batch of records.
//!
//! Threads and replies are written first: what stands under them, or says something about them, asks for them.

use std::collections::{HashMap, HashSet};

use super::super::conversion::{Body, Ready};
use super::super::known::Known;
use super::super::record::{Acceptance, Act, Author, Category, Comment, Duplicate, Person, Reply, SourceId, Thread};
use super::super::report::Noun;
use super::{Writer, accepting, category};
use crate::domain::role::{Role, Trust};
use crate::domain::slug::fold;
use crate::domain::tag::{LONGEST_TAG, TAG_RESERVED, TagName};
use crate::store::imports::{
    self, Batch, DuplicateRow, Earlier, ModerationRow, Numbered, OriginNoun, OriginRow, PersonRow,
};
use crate::store::time::row_time;
use crate::store::{Db, StoreError};
use crate::text::SafeHtml;
use crate::text::markdown::RENDERER_VERSION;

/// The longest name that a row takes, in characters.
const LONGEST_NAME: usize = 255;

/// One batch on its way into the database.
pub(super) struct Assembly<'a> {
    pub(super) writer: &'a Writer<'a>,
    pub(super) tx: &'a mut Db,
    pub(super) rows: Batch,
    pub(super) done: Done,
    threads: HashSet<i64>,
    replies: HashSet<i64>,
}

/// What a batch did, to be remembered when it is committed.
#[derive(Default)]
pub(super) struct Done {
    /// What was made, by old number.
    pub(super) made: Known,
    /// The tags that it needed.
    pub(super) tags: HashMap<String, i64>,
    /// Threads of earlier runs that got something new.
    pub(super) touched: Vec<i64>,
    /// How many rows of each noun.
    pub(super) counts: Vec<(Noun, u64)>,
}

/// The records of a batch by kind, each in the order of the dump.
#[derive(Default)]
struct Sorted {
    people: Vec<(Person, Body)>,
    categories: Vec<Category>,
    tags: Vec<(Option<SourceId>, String)>,
    threads: Vec<(Box<Thread>, Body)>,
    replies: Vec<(Box<Reply>, Body)>,
    comments: Vec<(Comment, SafeHtml)>,
    acceptances: Vec<Acceptance>,
    duplicates: Vec<Duplicate>,
    acts: Vec<Act>,
}

impl Sorted {
    fn of(batch: Vec<Ready>) -> Self {
        let mut sorted = Self::default();
        for ready in batch {
            match ready {
                Ready::Person(person, about) => sorted.people.push((person, about)),
                Ready::Category(category) => sorted.categories.push(category),
                Ready::Tag(tag) => sorted.tags.push((tag.id, tag.name)),
                Ready::Thread(thread, body) => sorted.threads.push((thread, body)),
                Ready::Reply(reply, body) => sorted.replies.push((reply, body)),
                Ready::Comment(comment, html) => sorted.comments.push((comment, html)),
                Ready::Acceptance(acceptance) => sorted.acceptances.push(acceptance),
                Ready::Duplicate(duplicate) => sorted.duplicates.push(duplicate),
                Ready::Act(act) => sorted.acts.push(act),
            }
        }
        sorted
    }
}

impl<'a> Assembly<'a> {
    pub(super) fn new(writer: &'a Writer<'a>, tx: &'a mut Db) -> Self {
        Self {
            writer,
            tx,
            rows: Batch::default(),
            done: Done::default(),
            threads: HashSet::new(),
            replies: HashSet::new(),
        }
    }

    /// Writes a whole batch.
    pub(super) fn run(mut self, batch: Vec<Ready>) -> Result<Done, StoreError> {
        let sorted = Sorted::of(batch);
        self.people(sorted.people)?;
        category::add_all(&mut self, &sorted.categories)?;
        self.tags(&sorted.tags, &sorted.threads)?;
        self.threads(sorted.threads)?;
        self.replies(sorted.replies)?;
        self.write()?;
        self.comments(sorted.comments)?;
        accepting::add_all(&mut self, &sorted.acceptances)?;
        self.duplicates(&sorted.duplicates);
        self.acts(sorted.acts)?;
        self.write()?;
        self.count()?;
        Ok(self.done)
    }

    pub(super) fn people(&mut self, people: Vec<(Person, Body)>) -> Result<(), StoreError> {
        let ids = imports::take_ids(self.tx, Numbered::Users, people.len())?;
        self.wrote(Noun::People, people.len());
        for (id, (person, about)) in ids.into_iter().zip(people) {
            let name = line(&person.name, LONGEST_NAME);
            self.origin(OriginNoun::User, person.id, id, None);
            self.done.made.people.insert(person.id, id);
            self.rows.people.push(PersonRow {
                id,
                name_folded: fold(&name),
                name,
                role: Role::Member.as_str(),
                trust: Trust::Newcomer.as_str(),
                created_at: row_time(person.joined_at),
                renderer: RENDERER_VERSION,
                about_markdown: about.markdown,
                about_html: about.html.into_string(),
            });
        }
        Ok(())
    }

    /// Makes the tags of the batch that are not known yet.
    pub(super) fn tags(
        &mut self,
        tags: &[(Option<SourceId>, String)],
        threads: &[(Box<Thread>, Body)],
    ) -> Result<(), StoreError> {
        let on_threads = threads.iter().flat_map(|(thread, _)| &thread.tags);
        let mut names: Vec<String> = tags
            .iter()
            .map(|(_, name)| name)
            .chain(on_threads)
            .filter_map(|name| tag(name))
            .collect();
        names.sort_unstable();
        names.dedup();
        names.retain(|name| !self.writer.tags.contains_key(name));
        let (made, ids) = imports::ensure_tags(self.tx, &names, self.writer.now)?;
        self.done.tags.extend(ids);
        self.wrote(Noun::Tags, made);
        for (old, name) in tags {
            if let (Some(old), Some(id)) = (*old, tag(name).and_then(|name| self.tag(&name))) {
                self.origin(OriginNoun::Tag, old, id, None);
                self.done.made.tags.insert(old, id);
            }
        }
        Ok(())
    }

    pub(super) fn tag(&self, name: &str) -> Option<i64> {
        self.done.tags.get(name).or_else(|| self.writer.tags.get(name)).copied()
    }

    pub(super) fn duplicates(&mut self, duplicates: &[Duplicate]) {
        for link in duplicates {
            if let (Some(thread_id), Some(original_id)) = (self.thread_id(link.thread), self.thread_id(link.original))
                && thread_id != original_id
                && self.may_settle(link.thread)
            {
                let linked_at = row_time(link.linked_at);
                self.rows.duplicates.push(DuplicateRow {
                    thread_id,
                    original_id,
                    linked_at,
                });
                self.threads.insert(thread_id);
            }
        }
    }

    pub(super) fn acts(&mut self, mut acts: Vec<Act>) -> Result<(), StoreError> {
        acts.retain(|act| self.thread_id(act.thread).is_some());
        let ids = imports::take_ids(self.tx, Numbered::Moderations, acts.len())?;
        self.wrote(Noun::Moderations, acts.len());
        for (id, act) in ids.into_iter().zip(acts) {
            self.origin(OriginNoun::Moderation, act.id, id, None);
            self.rows.moderations.push(ModerationRow {
                id,
                moderator_id: self.author(&act.by).0,
                act: act.verb.as_str(),
                thread_id: self.thread_id(act.thread),
                reason: act.reason,
                acted_at: row_time(act.acted_at),
            });
        }
        Ok(())
    }

    pub(super) fn write(&mut self) -> Result<(), StoreError> {
        let linked = std::mem::take(&mut self.rows).write(self.tx)?;
        self.wrote(Noun::DuplicateLinks, linked);
        Ok(())
    }

    pub(super) fn count(&mut self) -> Result<(), StoreError> {
        let threads: Vec<i64> = self.threads.iter().copied().collect();
        let replies: Vec<i64> = self.replies.iter().copied().collect();
        imports::count_threads(self.tx, &threads)?;
        imports::count_replies(self.tx, &replies)?;
        self.done.touched = threads;
        Ok(())
    }

    /// Whether what settles this thread may still be set: once a run has come to its end, people have the say.
    pub(super) fn may_settle(&self, old: SourceId) -> bool {
        self.writer.earlier != Earlier::Finished || !self.writer.before.threads.contains_key(&old)
    }

    pub(super) fn touch(&mut self, thread_id: i64) {
        self.threads.insert(thread_id);
    }

    pub(super) fn touch_reply(&mut self, reply_id: i64) {
        self.replies.insert(reply_id);
    }

    pub(super) fn wrote(&mut self, noun: Noun, count: usize) {
        self.done.counts.push((noun, count as u64));
    }

    pub(super) fn origin(&mut self, noun: OriginNoun, source_id: SourceId, noun_id: i64, number: Option<i64>) {
        let (source, family) = (self.writer.source.clone(), self.writer.family);
        self.rows.origins.push(OriginRow {
            source,
            noun: noun.as_str(),
            source_id,
            family,
            noun_id,
            number,
        });
    }

    pub(super) fn author(&self, author: &Author) -> (Option<i64>, Option<String>) {
        match author {
            Author::Person(old) => match self
                .done
                .made
                .people
                .get(old)
                .copied()
                .or_else(|| self.writer.person(*old))
            {
                Some(id) => (Some(id), None),
                None => (None, Some(format!("user{old}"))),
            },
            Author::Named(name) => (None, Some(line(name, LONGEST_NAME))),
            Author::Gone => (None, None),
        }
    }

    pub(super) fn category(&self, old: SourceId) -> Option<i64> {
        let known = [&self.done.made, &self.writer.fresh, self.writer.before];
        known.iter().find_map(|known| known.categories.get(&old)).copied()
    }

    pub(super) fn thread_id(&self, old: SourceId) -> Option<i64> {
        self.done
            .made
            .threads
            .get(&old)
            .copied()
            .flatten()
            .or_else(|| self.writer.thread(old))
    }

    pub(super) fn reply_id(&self, old: SourceId) -> Option<i64> {
        self.done
            .made
            .replies
            .get(&old)
            .copied()
            .flatten()
            .or_else(|| self.writer.reply(old))
    }
}

pub(super) fn line(text: &str, longest: usize) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().filter(|c| !c.is_control()).take(longest).collect()
}

/// The tag as Tanya writes it; characters that it does not take become hyphens, `complete` becomes `complete-tag`.
pub(super) fn tag(text: &str) -> Option<String> {
    let free = |name: &str| match TagName::parse(name) {
        Err(fault) if fault.key == TAG_RESERVED => TagName::parse(&format!("{}-tag", name.trim())),
        parsed => parsed,
    };
    let parsed = free(text).or_else(|_| {
        let good = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '.' | '-');
        let name: String = text
            .trim()
            .chars()
            .map(|c| if good(c) { c } else { '-' })
            .take(LONGEST_TAG)
            .collect();
        free(name.trim_matches(['.', '-']))
    });
    parsed.ok().map(|name| name.as_str().to_owned())
}
