//! The rules that the demo content keeps, beyond its shape.
//!
//! Whatever a form would refuse is refused here too, by the same types; the rest is about names
//! that must exist and times that must run forward. Every contradiction is collected, none stops the
//! examination: whoever writes the files wants to see all of them at once.

use std::collections::HashSet;

use chrono::Duration;

use crate::domain::body::{Body, CommentBody, Reason};
use crate::domain::category::{Audience, LONGEST_TEMPLATE_ANSWER};
use crate::domain::permission::{Verb, Whose, allows};
use crate::domain::person::PersonName;
use crate::domain::problem::Fault;
use crate::domain::resolution::CloseReason;
use crate::domain::role::Role;
use crate::domain::slug::{fold, slug};
use crate::domain::tag::{MOST_TAGS, TagName};
use crate::domain::thread::ThreadKind;
use crate::domain::title::Title;

use super::Contradiction;
use super::content::{Category, Closure, Comment, Edit, Forum, Person, Reply, Thread};
use super::link::linked_threads;

/// Every contradiction in the content; empty when there is none.
pub fn examine(forum: &Forum, threads: &[Thread]) -> Vec<Contradiction> {
    let mut contradictions = contradictions_of(forum);
    contradictions.extend(doubles("threads", threads.iter().map(|thread| &thread.id)));
    for thread in threads {
        let mut examiner = Examiner {
            forum,
            threads,
            thread,
            contradictions: &mut contradictions,
        };
        examiner.thread();
    }
    contradictions
}

fn contradictions_of(forum: &Forum) -> Vec<Contradiction> {
    let mut found = doubles("categories", forum.categories.iter().map(|category| &category.slug));
    found.extend(doubles("tags", forum.tags.iter().map(|tag| &tag.name)));
    found.extend(doubles("people", forum.people.iter().map(|person| &person.name)));
    let mut wrong = |name: &str, what: &str| {
        let place = format!("forum.toml, `{name}`");
        found.push(Contradiction {
            place,
            what: what.to_owned(),
        });
    };
    for category in &forum.categories {
        if slug(&category.slug) != category.slug {
            wrong(&category.slug, "this is no slug");
        }
        if category.kinds.is_empty() {
            wrong(&category.slug, "it takes no kind of thread");
        }
    }
    for tag in &forum.tags {
        if TagName::parse(&tag.name)
            .ok()
            .is_none_or(|name| name.as_str() != tag.name)
        {
            wrong(&tag.name, "this is not how a tag is written");
        }
    }
    for person in &forum.people {
        if PersonName::parse(&person.name)
            .ok()
            .is_none_or(|name| name.as_str() != person.name)
        {
            wrong(&person.name, "nobody can have this name");
        }
    }
    found
}

fn doubles<'a>(place: &str, names: impl Iterator<Item = &'a String>) -> Vec<Contradiction> {
    let mut seen = HashSet::new();
    let doubles = names.filter(|name| !seen.insert(fold(name)));
    doubles
        .map(|name| Contradiction {
            place: place.to_owned(),
            what: format!("`{name}` is there twice"),
        })
        .collect()
}

/// Looks at one thread.
struct Examiner<'a> {
    forum: &'a Forum,
    threads: &'a [Thread],
    thread: &'a Thread,
    contradictions: &'a mut Vec<Contradiction>,
}

impl<'a> Examiner<'a> {
    fn thread(&mut self) {
        let thread = self.thread;
        if thread.asked <= Duration::zero() {
            self.wrong("it is not asked before now");
        }
        let verb = match thread.kind {
            ThreadKind::Announcement => Verb::Announce,
            ThreadKind::Question | ThreadKind::Discussion => Verb::Ask,
        };
        self.act(&thread.author, Duration::zero(), verb, &thread.author);
        self.parsed("a title", Title::parse(&thread.title));
        self.body(&thread.body);
        self.category();
        self.tags();
        self.opinions(&thread.author, &thread.up, &thread.down);
        self.me_too();
        self.edits(Verb::EditThread, &thread.author, &thread.edits, Duration::zero());
        self.comments(&thread.comments, Duration::zero());
        self.replies();
        self.acceptances();
        self.reopenings();
        self.moderation();
    }

    fn wrong(&mut self, what: impl Into<String>) {
        let place = format!("{}, thread `{}`", self.thread.category, self.thread.id);
        self.contradictions.push(Contradiction {
            place,
            what: what.into(),
        });
    }

    /// Somebody acts so long after the thread: they exist, have signed up, may be here, and it is not yet to come.
    fn actor(&mut self, name: &str, after: Duration) -> Option<&'a Person> {
        if after >= self.thread.asked {
            self.wrong(format!("what `{name}` does is not before now"));
        }
        let person = self.insider(name)?;
        if person.joined < self.thread.asked - after {
            self.wrong(format!("`{name}` had not signed up yet"));
        }
        Some(person)
    }

    /// Somebody does this to a thing of that author, and may.
    fn act(&mut self, name: &str, after: Duration, verb: Verb, author: &str) {
        let Some(person) = self.actor(name, after) else { return };
        let whose = if name == author { Whose::Own } else { Whose::Others };
        if !allows(person.role, verb, whose) {
            self.wrong(format!("`{name}` may not {verb} what is `{author}`'s"));
        }
    }

    /// The person of this name, who must be one that may see the category.
    fn insider(&mut self, name: &str) -> Option<&'a Person> {
        let Some(person) = self.forum.person(name) else {
            self.wrong(format!("there is no person `{name}`"));
            return None;
        };
        let audience = self.home().map(|category| category.audience);
        if audience == Some(Audience::Staff) && !person.staff && person.role != Role::Admin {
            self.wrong(format!("`{name}` is not staff and cannot be here"));
        }
        Some(person)
    }

    fn home(&self) -> Option<&'a Category> {
        self.forum.category(&self.thread.category)
    }

    /// What a form would refuse is refused here too.
    fn parsed<T>(&mut self, what: &str, parsed: Result<T, Fault>) {
        if let Err(fault) = parsed {
            self.wrong(format!("{what}: {}", fault.key));
        }
    }

    fn body(&mut self, body: &str) {
        self.parsed("a body", Body::parse(body));
        for id in linked_threads(body) {
            if !self.threads.iter().any(|thread| thread.id == id) {
                self.wrong(format!("there is no thread `{id}` to link to"));
            }
        }
    }

    fn category(&mut self) {
        let thread = self.thread;
        let Some(category) = self.home() else {
            return self.wrong(format!("there is no category `{}`", thread.category));
        };
        if !category.kinds.contains(&thread.kind) {
            self.wrong("its category does not take this kind");
        }
        for (key, answer) in &thread.fields {
            if !category.template.iter().any(|field| field.key == *key) {
                self.wrong(format!("the template has no field `{key}`"));
            }
            if answer.chars().count() > LONGEST_TEMPLATE_ANSWER {
                self.wrong(format!("the answer to `{key}` is too long"));
            }
        }
        for field in category.template.iter().filter(|field| field.required) {
            if thread.kind == ThreadKind::Question && !thread.fields.contains_key(&field.key) {
                self.wrong(format!("the template requires `{}`", field.key));
            }
        }
    }

    fn tags(&mut self) {
        let tags = &self.thread.tags;
        if tags.len() > MOST_TAGS {
            self.wrong("it carries more than 5 tags");
        }
        self.no_name_twice(tags);
        for tag in tags {
            if !self.forum.tags.iter().any(|known| known.name == *tag) {
                self.wrong(format!("there is no tag `{tag}`"));
            }
        }
    }

    fn no_name_twice(&mut self, names: &[String]) {
        let mut seen = HashSet::new();
        for name in names.iter().filter(|name| !seen.insert(name.as_str())) {
            self.wrong(format!("`{name}` is listed twice"));
        }
    }

    /// Votes carry no time: it is enough that the voter has signed up by now.
    fn opinions(&mut self, author: &str, up: &[String], down: &[String]) {
        let voters: Vec<String> = up.iter().chain(down).cloned().collect();
        self.no_name_twice(&voters);
        for voter in &voters {
            self.insider(voter);
            if voter == author {
                self.wrong(format!("`{voter}` votes on their own post"));
            }
        }
    }

    fn me_too(&mut self) {
        let thread = self.thread;
        self.no_name_twice(&thread.me_too);
        if thread.kind != ThreadKind::Question && !(thread.me_too.is_empty() && thread.repeats.is_none()) {
            self.wrong("only a question can be somebody else's too");
        }
        for name in &thread.me_too {
            self.insider(name);
            if *name == thread.author {
                self.wrong(format!("`{name}` asked it and need not say so twice"));
            }
        }
    }

    fn edits(&mut self, verb: Verb, author: &str, edits: &[Edit], mut earliest: Duration) {
        for edit in edits {
            self.not_before(&mut earliest, edit.after, "an edit");
            self.act(&edit.by, edit.after, verb, author);
            self.parsed("a reason", Reason::parse(&edit.reason));
            if edit.title.is_none() && edit.body.is_none() {
                self.wrong("an edit changes nothing");
            }
            if let Some(title) = &edit.title {
                self.parsed("a title", Title::parse(title));
            }
            if let Some(body) = &edit.body {
                self.body(body);
            }
        }
    }

    /// `after` is no earlier than `earliest`, which then moves on to it.
    fn not_before(&mut self, earliest: &mut Duration, after: Duration, what: &str) {
        if after < *earliest {
            self.wrong(format!("{what} comes before what it follows"));
        }
        *earliest = after;
    }

    fn comments(&mut self, comments: &[Comment], mut earliest: Duration) {
        for comment in comments {
            self.not_before(&mut earliest, comment.after, "a comment");
            self.actor(&comment.author, comment.after);
            self.parsed("a comment", CommentBody::parse(&comment.body));
        }
    }

    fn replies(&mut self) {
        let mut earliest = Duration::zero();
        for reply in &self.thread.replies {
            self.not_before(&mut earliest, reply.after, "a reply");
            self.reply(reply);
        }
    }

    fn reply(&mut self, reply: &Reply) {
        self.actor(&reply.author, reply.after);
        self.body(&reply.body);
        self.opinions(&reply.author, &reply.up, &reply.down);
        self.edits(Verb::EditReply, &reply.author, &reply.edits, reply.after);
        self.comments(&reply.comments, reply.after);
        if reply.edits.iter().any(|edit| edit.title.is_some()) {
            self.wrong("a reply has no title to edit");
        }
    }

    fn acceptances(&mut self) {
        let thread = self.thread;
        if thread.kind != ThreadKind::Question && !thread.acceptances.is_empty() {
            self.wrong("only a question has an accepted answer");
        }
        for acceptance in &thread.acceptances {
            match thread.replies.get(acceptance.reply) {
                None => self.wrong(format!("it has no reply {}", acceptance.reply)),
                Some(reply) if acceptance.after < reply.after => {
                    self.wrong("an answer is accepted before it is written");
                }
                Some(_) => {}
            }
            let by = acceptance.by.as_ref().unwrap_or(&thread.author);
            self.act(by, acceptance.after, Verb::Accept, &thread.author);
        }
    }

    /// Acceptances and reopenings take turns, and an acceptance comes first.
    fn reopenings(&mut self) {
        let thread = self.thread;
        for reopening in &thread.reopenings {
            self.act(&reopening.by, reopening.after, Verb::Reopen, &thread.author);
            self.parsed("a reason", Reason::required(&reopening.reason));
        }
        let accepted = thread.acceptances.iter().map(|acceptance| (acceptance.after, true));
        let reopened = thread.reopenings.iter().map(|reopening| (reopening.after, false));
        let mut turns: Vec<(Duration, bool)> = accepted.chain(reopened).collect();
        turns.sort();
        let mut resolved = false;
        for (_, accepts) in turns {
            if accepts == resolved {
                self.wrong("acceptances and reopenings do not take turns");
            }
            resolved = accepts;
        }
    }

    fn moderation(&mut self) {
        let thread = self.thread;
        for (verb, stamp) in [(Verb::Lock, &thread.locked), (Verb::Pin, &thread.pinned)] {
            if let Some(stamp) = stamp {
                self.act(&stamp.by, stamp.after, verb, &thread.author);
            }
        }
        if let Some(closure) = &thread.closure {
            self.closure(closure);
        }
    }

    fn closure(&mut self, closure: &Closure) {
        self.act(&closure.by, closure.after, Verb::Close, &self.thread.author);
        self.parsed("a note", Reason::parse(&closure.note));
        if (closure.reason == CloseReason::Duplicate) != closure.duplicate_of.is_some() {
            self.wrong("it must name the thread that it duplicates, and only then");
        }
        if let Some(of) = &closure.duplicate_of {
            self.duplicate(of, closure.after);
        }
    }

    fn duplicate(&mut self, of: &str, after: Duration) {
        match self.threads.iter().find(|other| other.id == of) {
            None => self.wrong(format!("there is no thread `{of}`")),
            Some(other) if other.id == self.thread.id => self.wrong("it duplicates itself"),
            Some(other) if other.asked < self.thread.asked - after => {
                self.wrong(format!("`{of}` was not asked yet when this was closed"));
            }
            Some(_) => {}
        }
    }
}
