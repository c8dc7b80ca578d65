//! Puts the demo forum into a database, through the same verbs as people use, each at its own time.
//!
//! Everything that happened to all threads is sorted by time and done in this order in one transaction: a forum that is
//! planted is whole, and obeys every rule that a lived-in one does.

mod articles;
mod events;
mod people;
mod posts;

use std::collections::HashMap;
use std::fmt;

use chrono::{DateTime, Utc};

use super::content::{Category, Thread};
use super::{Demo, linked_threads, resolve_links};
use crate::domain::account::{User, Viewer};
use crate::domain::body::Reason;
use crate::domain::category::CategoryDraft;
use crate::domain::email::EmailAddress;
use crate::domain::id::{CategoryId, ReplyId, ThreadId};
use crate::domain::problem::Fault;
use crate::domain::setting::Settings;
use crate::domain::sight::Sight;
use crate::domain::spam::{HasteRule, ProofRule, SpamRules};
use crate::domain::tag::TagName;
use crate::domain::vote::Vote;
use crate::store::categories::{self, Saving};
use crate::store::outcome::{Deed, Posting};
use crate::store::replies::{self, Accepting};
use crate::store::threads::{self, Closing};
use crate::store::{Db, Store, StoreError, settings, tags, votes};
use events::{Event, Happening, Post, happenings};

/// Why the demo forum could not be planted.
#[derive(Debug, thiserror::Error)]
pub enum PlantError {
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The forum's own rules refused something that the demo content wants.
    #[error("{place}: {what}")]
    Refused {
        /// Where in the demo content.
        place: String,
        /// What happened.
        what: String,
    },
}

/// Gives the address of a thread with its title: addresses are made elsewhere.
pub type Address<'a> = dyn Fn(ThreadId, &str) -> String + 'a;

/// How somebody of the demo forum signs in.
#[derive(Debug, Clone, Copy)]
pub struct Keys<'a> {
    /// Who, by the name in the files.
    pub name: &'a str,
    /// Their address.
    pub email: &'a EmailAddress,
    /// The hash of their password.
    pub password_hash: &'a str,
}

/// Puts the whole demo forum into an empty database. Nobody in it has a password but whoever has the keys, and no letter is written.
///
/// # Errors
/// The database refused, or a rule of the forum did: then nothing was written.
pub fn plant(
    demo: &Demo,
    store: &Store,
    address: &Address<'_>,
    keys: Option<Keys<'_>>,
    now: DateTime<Utc>,
) -> Result<(), PlantError> {
    store.write_now(|tx| {
        let mut garden = Garden {
            demo,
            tx,
            address,
            keys,
            now,
            people: HashMap::new(),
            homes: HashMap::new(),
            threads: HashMap::new(),
            replies: HashMap::new(),
            form: 0,
        };
        garden.prepare()?;
        for happening in happenings(demo, now) {
            garden.let_happen(&happening)?;
        }
        garden.knowledge()?;
        garden.finish()
    })
}

struct Garden<'a> {
    demo: &'a Demo,
    tx: &'a mut Db,
    address: &'a Address<'a>,
    keys: Option<Keys<'a>>,
    now: DateTime<Utc>,
    people: HashMap<&'a str, User>,
    homes: HashMap<&'a str, (CategoryId, &'a Category)>,
    threads: HashMap<&'a str, Planted<ThreadId>>,
    replies: HashMap<(&'a str, usize), Planted<ReplyId>>,
    form: u64,
}

/// A post that is there, as it reads now.
struct Planted<Id> {
    id: Id,
    title: String,
    body: String,
}

impl<'a> Garden<'a> {
    fn prepare(&mut self) -> Result<(), PlantError> {
        let forum = &self.demo.forum;
        let first = forum
            .people
            .iter()
            .map(|person| person.joined)
            .max()
            .unwrap_or_default();
        let begun_at = self.now - first;
        let site = Settings {
            site_name: forum.name.clone(),
            welcome: forum.welcome.clone(),
            // Whoever looks around in the demo is no program, and posts at once.
            spam: SpamRules {
                haste: HasteRule::NONE,
                proof: ProofRule::NONE,
                ..SpamRules::default()
            },
            ..Settings::default()
        };
        settings::save(self.tx, &site, begun_at)?;
        for category in &forum.categories {
            let draft = CategoryDraft {
                slug: category.slug.clone(),
                name: category.name.clone(),
                description: category.description.clone(),
                audience: category.audience.into(),
                kinds: category.kinds(),
                template: category.template_fields(),
            };
            match categories::make(self.tx, &draft, begun_at)? {
                Saving::Saved(id) => self.homes.insert(&category.slug, (id, category)),
                Saving::SlugTaken => return Err(refused(&category.slug, "another category has this address")),
            };
        }
        Ok(())
    }

    fn let_happen(&mut self, happening: &Happening<'a>) -> Result<(), PlantError> {
        let at = happening.at;
        match happening.event {
            Event::Join(person) => self.join(person, at),
            Event::Ask(thread) => self.ask(thread, at),
            Event::Reply { thread, place } => self.reply(thread, place, at),
            Event::Comment { post, author, body } => self.comment(post, author, body, at),
            Event::Edit { post, edit } => self.edit(post, edit, at),
            Event::Vote { post, voter, vote } => self.vote(post, voter, vote, at),
            Event::MeToo { thread, who } => {
                let (user, sight) = self.person(who)?;
                let id = self.thread(&thread.id)?.id;
                done(&thread.id, &votes::me_too(self.tx, &user, sight, id, true, at)?)
            }
            Event::Accept { thread, place, by } => self.accept(thread, place, by, at),
            Event::Reopen { thread, by, reason } => {
                let (user, sight) = self.person(by)?;
                let id = self.thread(&thread.id)?.id;
                let reason = Reason::required(reason).map_err(|fault| faulty(&thread.id, fault))?;
                done(&thread.id, &threads::reopen(self.tx, &user, sight, id, &reason, at)?)
            }
            Event::Close(thread) => self.close(thread, at),
            Event::Lock { thread, by } => {
                let (user, sight) = self.person(by)?;
                let id = self.thread(&thread.id)?.id;
                done(
                    &thread.id,
                    &threads::lock(self.tx, &user, sight, id, true, &Reason::default(), at)?,
                )
            }
            Event::Pin { thread, by } => {
                let (user, sight) = self.person(by)?;
                let id = self.thread(&thread.id)?.id;
                done(&thread.id, &threads::pin(self.tx, &user, sight, id, true, at)?)
            }
        }
    }

    fn vote(&mut self, post: Post<'a>, voter: &str, vote: Vote, at: DateTime<Utc>) -> Result<(), PlantError> {
        let (voter, sight) = self.person(voter)?;
        let place = &post.thread.id;
        let deed = match post.reply {
            Some(reply) => {
                let id = self.reply_at(place, reply)?;
                votes::on_reply(self.tx, &voter, sight, id, Some(vote), at)?
            }
            None => {
                let id = self.thread(place)?.id;
                votes::on_thread(self.tx, &voter, sight, id, Some(vote), at)?
            }
        };
        done(place, &deed)
    }

    fn accept(&mut self, thread: &Thread, place: usize, by: &str, at: DateTime<Utc>) -> Result<(), PlantError> {
        let (user, sight) = self.person(by)?;
        let id = self.reply_at(&thread.id, place)?;
        match replies::accept(self.tx, &user, sight, id, at)? {
            Accepting::Accepted => Ok(()),
            other => Err(refused(&thread.id, &format!("accepting ended as {other:?}"))),
        }
    }

    fn close(&mut self, thread: &Thread, at: DateTime<Utc>) -> Result<(), PlantError> {
        let Some(closure) = &thread.closure else { return Ok(()) };
        let (user, sight) = self.person(&closure.by)?;
        let original = closure
            .duplicate_of
            .as_ref()
            .map(|original| self.thread(original))
            .transpose()?;
        let closing = Closing {
            reason: closure.reason,
            original: original.map(|original| original.id),
            note: Reason::parse(&closure.note).map_err(|fault| faulty(&thread.id, fault))?,
        };
        let id = self.thread(&thread.id)?.id;
        done(&thread.id, &threads::close(self.tx, &user, sight, id, &closing, at)?)
    }

    /// Describes the tags, which the threads have made.
    fn finish(&mut self) -> Result<(), PlantError> {
        for tag in &self.demo.forum.tags {
            let name = TagName::parse(&tag.name).map_err(|fault| faulty(&tag.name, fault))?;
            match tags::by_name(self.tx, Sight::everything(), name.as_str()) {
                Ok(found) => {
                    tags::change(self.tx, found.id(), &name, &tag.description, false, self.now)?;
                }
                Err(StoreError::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// The Markdown with its links to other threads; each of those was asked before.
    fn linked(&self, markdown: &str) -> String {
        if linked_threads(markdown).next().is_none() {
            return markdown.to_owned();
        }
        resolve_links(markdown, |id| {
            self.threads
                .get(id)
                .map(|planted| (self.address)(planted.id, &planted.title))
        })
    }

    fn person(&self, name: &str) -> Result<(User, Sight), PlantError> {
        let user = self.people.get(name).ok_or_else(|| unknown(name, "person"))?.clone();
        let sight = Sight::of(&Viewer::User(user.clone()));
        Ok((user, sight))
    }

    fn thread(&self, id: &str) -> Result<&Planted<ThreadId>, PlantError> {
        self.threads.get(id).ok_or_else(|| unknown(id, "thread"))
    }

    fn reply_at(&self, thread: &str, place: usize) -> Result<ReplyId, PlantError> {
        self.replies
            .get(&(thread, place))
            .map(|planted| planted.id)
            .ok_or_else(|| unknown(thread, "reply"))
    }

    fn form_key(&mut self) -> String {
        self.form += 1;
        format!("demo-{}", self.form)
    }
}

fn tag_names(names: &[String]) -> Result<Vec<TagName>, Fault> {
    names.iter().map(|name| TagName::parse(name)).collect()
}

fn posted<T: fmt::Debug>(place: &str, posting: Posting<T>) -> Result<T, PlantError> {
    match posting {
        Posting::Posted(id) => Ok(id),
        other => Err(refused(place, &format!("posting ended as {other:?}"))),
    }
}

fn done(place: &str, deed: &Deed) -> Result<(), PlantError> {
    match deed {
        Deed::Done(()) => Ok(()),
        other => Err(refused(place, &format!("a verb ended as {other:?}"))),
    }
}

fn refused(place: &str, what: &str) -> PlantError {
    PlantError::Refused {
        place: place.to_owned(),
        what: what.to_owned(),
    }
}

fn faulty(place: &str, fault: Fault) -> PlantError {
    refused(place, fault.key)
}

fn unknown(place: &str, what: &str) -> PlantError {
    refused(place, &format!("{what} is not there yet"))
}

#[cfg(test)]
mod tests;
