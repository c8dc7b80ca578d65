//! The rules that the demo content keeps, beyond its shape.
//!
//! Every contradiction is collected, none stops the examination: whoever writes the files wants
//! to see all of them at once.

use std::collections::HashSet;

use chrono::Duration;

use super::Problem;
use super::content::{
    Audience, Category, CloseReason, Comment, Edit, Forum, Kind, Person, Reply, Role, Thread,
};
use super::link::linked_threads;

const LONGEST_NAME: usize = 40;
const LONGEST_TITLE: usize = 150;
const LARGEST_BODY: usize = 64 * 1024;
const MOST_TAGS: usize = 5;

/// Every contradiction in the content; empty when there is none.
pub fn examine(forum: &Forum, threads: &[Thread]) -> Vec<Problem> {
    let mut problems = Vec::new();
    examine_forum(forum, &mut problems);
    unique(
        "threads",
        threads.iter().map(|thread| &thread.id),
        &mut problems,
    );
    for thread in threads {
        let mut examiner = Examiner {
            forum,
            threads,
            thread,
            problems: &mut problems,
        };
        examiner.thread();
    }
    problems
}

fn examine_forum(forum: &Forum, problems: &mut Vec<Problem>) {
    unique(
        "categories",
        forum.categories.iter().map(|category| &category.slug),
        problems,
    );
    unique("tags", forum.tags.iter().map(|tag| &tag.name), problems);
    unique(
        "people",
        forum.people.iter().map(|person| &person.name),
        problems,
    );
    let mut wrong = |place: &str, what: &str| {
        problems.push(Problem {
            place: format!("forum.toml, {place}"),
            what: what.to_owned(),
        });
    };
    for slug in forum.categories.iter().map(|category| &category.slug) {
        if !is_plain_word(slug) {
            wrong(slug, "a slug is lower-case words joined by hyphens");
        }
    }
    for category in forum
        .categories
        .iter()
        .filter(|category| category.kinds.is_empty())
    {
        wrong(&category.slug, "it takes no kind of thread");
    }
    for tag in &forum.tags {
        if !is_plain_word(&tag.name) {
            wrong(&tag.name, "a tag is lower-case words joined by hyphens");
        }
    }
    for person in &forum.people {
        if !(1..=LONGEST_NAME).contains(&person.name.chars().count()) {
            wrong(&person.name, "a name has 1 to 40 characters");
        }
    }
}

fn unique<'a>(place: &str, names: impl Iterator<Item = &'a String>, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for name in names.filter(|name| !seen.insert(name.to_lowercase())) {
        problems.push(Problem {
            place: place.to_owned(),
            what: format!("`{name}` is there twice"),
        });
    }
}

fn is_plain_word(text: &str) -> bool {
    let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    text.split('-')
        .all(|part| !part.is_empty() && part.chars().all(allowed))
}

/// Looks at one thread.
struct Examiner<'a> {
    forum: &'a Forum,
    threads: &'a [Thread],
    thread: &'a Thread,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Examiner<'a> {
    fn thread(&mut self) {
        let thread = self.thread;
        if thread.asked <= Duration::zero() {
            self.wrong("it is not asked before now");
        }
        self.actor(&thread.author, Duration::zero());
        self.title(&thread.title);
        self.body(&thread.body);
        self.category();
        self.tags();
        self.opinions(&thread.author, &thread.up, &thread.down);
        self.me_too();
        self.edits(&thread.author, &thread.edits, Duration::zero());
        self.comments(&thread.comments, Duration::zero());
        self.replies();
        self.acceptances();
        self.reopenings();
        self.moderation();
    }

    fn wrong(&mut self, what: impl Into<String>) {
        let place = format!("{}, thread `{}`", self.thread.category, self.thread.id);
        self.problems.push(Problem {
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

    /// The person of this name, who must be one that may see the category.
    fn insider(&mut self, name: &str) -> Option<&'a Person> {
        let Some(person) = self.forum.person(name) else {
            self.wrong(format!("there is no person `{name}`"));
            return None;
        };
        let audience = self.home().map(|category| category.audience);
        if audience == Some(Audience::Staff) && !person.staff {
            self.wrong(format!("`{name}` is not staff and cannot be here"));
        }
        Some(person)
    }

    fn home(&self) -> Option<&'a Category> {
        self.forum.category(&self.thread.category)
    }

    fn title(&mut self, title: &str) {
        if !(8..=LONGEST_TITLE).contains(&title.chars().count()) || title.trim() != title {
            self.wrong("a title has 8 to 150 characters and no space around it");
        }
    }

    fn body(&mut self, body: &str) {
        if body.trim().is_empty() || body.len() > LARGEST_BODY {
            self.wrong("a body is not empty and at most 64 kB");
        }
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
            match category.template.iter().find(|field| field.key == *key) {
                None => self.wrong(format!("the template has no field `{key}`")),
                Some(field) if !field.options.is_empty() && !field.options.contains(answer) => {
                    self.wrong(format!("`{answer}` is no choice for `{key}`"));
                }
                Some(_) => {}
            }
        }
        for field in category.template.iter().filter(|field| field.required) {
            if thread.kind == Kind::Question && !thread.fields.contains_key(&field.key) {
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
        if thread.kind != Kind::Question && !(thread.me_too.is_empty() && thread.repeats.is_none())
        {
            self.wrong("only a question can be somebody else's too");
        }
        for name in &thread.me_too {
            self.insider(name);
            if *name == thread.author {
                self.wrong(format!("`{name}` asked it and need not say so twice"));
            }
        }
    }

    fn edits(&mut self, author: &str, edits: &[Edit], mut earliest: Duration) {
        for edit in edits {
            self.not_before(&mut earliest, edit.after, "an edit");
            let editor = self.actor(&edit.by, edit.after);
            if edit.by != author && editor.is_some_and(|person| person.role < Role::Helper) {
                self.wrong(format!("`{}` may not edit what `{author}` wrote", edit.by));
            }
            if edit.title.is_none() && edit.body.is_none() {
                self.wrong("an edit changes nothing");
            }
            if let Some(title) = &edit.title {
                self.title(title);
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
            self.body(&comment.body);
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
        self.edits(&reply.author, &reply.edits, reply.after);
        self.comments(&reply.comments, reply.after);
        if reply.edits.iter().any(|edit| edit.title.is_some()) {
            self.wrong("a reply has no title to edit");
        }
    }

    fn acceptances(&mut self) {
        let thread = self.thread;
        if thread.kind != Kind::Question && !thread.acceptances.is_empty() {
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
            let acceptor = self.actor(by, acceptance.after);
            if *by != thread.author && acceptor.is_some_and(|person| person.role < Role::Helper) {
                self.wrong(format!("`{by}` may not accept on the asker's behalf"));
            }
        }
    }

    /// Acceptances and reopenings take turns, and an acceptance comes first.
    fn reopenings(&mut self) {
        let thread = self.thread;
        for reopening in &thread.reopenings {
            self.actor(&reopening.by, reopening.after);
            self.body(&reopening.reason);
        }
        let accepted = thread
            .acceptances
            .iter()
            .map(|acceptance| (acceptance.after, true));
        let reopened = thread
            .reopenings
            .iter()
            .map(|reopening| (reopening.after, false));
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
        let closed = thread
            .closure
            .as_ref()
            .map(|closure| (&closure.by, closure.after));
        let stamps = [&thread.locked, &thread.pinned];
        let stamped = stamps
            .into_iter()
            .flatten()
            .map(|stamp| (&stamp.by, stamp.after));
        for (by, after) in closed.into_iter().chain(stamped) {
            let moderator = self.actor(by, after);
            if moderator.is_some_and(|person| person.role < Role::Moderator) {
                self.wrong(format!("`{by}` is no moderator"));
            }
        }
        if let Some(closure) = &thread.closure
            && let CloseReason::Duplicate { of } = &closure.reason
        {
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
