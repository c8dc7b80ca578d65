//! What happens in the model when a player does something to a thread.

use std::collections::BTreeSet;

use tanya::domain::thread::ThreadKind;

use super::memory::{CATEGORIES, Memory, is_helper, is_moderator, sees_category};
use super::rules::{round, set, vote_in};
use super::verbs::{Nth, Outcome, Verb, Who};

impl Memory {
    /// Does a verb to a thread that the player sees.
    pub fn on_thread(&mut self, by: Who, nth: Nth, verb: &Verb) -> Outcome {
        let has_replies = self.live_replies(nth).next().is_some();
        let thread = &mut self.threads[nth];
        let (is_own, is_moderator) = (thread.author == by, is_moderator(by));
        let is_shut = thread.is_deleted || thread.is_locked;
        match verb {
            Verb::VoteOnThread { .. } if is_own => Outcome::NotYours,
            Verb::MeToo { .. } if is_own || thread.kind != ThreadKind::Question => Outcome::NotYours,
            Verb::VoteOnThread { .. } | Verb::MeToo { .. } if is_shut => Outcome::Locked,
            Verb::VoteOnThread { vote, .. } => vote_in(&mut thread.votes, by, *vote),
            Verb::MeToo { joins, .. } => {
                let changed = if *joins {
                    let is_new = !thread.me_toos.contains_key(&by);
                    thread.me_toos.entry(by).or_insert(self.now);
                    is_new
                } else {
                    thread.me_toos.remove(&by).is_some()
                };
                if changed { Outcome::Done } else { Outcome::Unchanged }
            }
            Verb::EditThread { .. } | Verb::DeleteThread { .. } if !is_own && !is_moderator => Outcome::NotYours,
            Verb::EditThread { .. } if thread.is_deleted || (thread.is_locked && !is_moderator) => Outcome::Locked,
            Verb::EditThread { version, tags, .. } => self.edit_thread(by, nth, *version, tags),
            Verb::DeleteThread { .. } if has_replies && !is_moderator => Outcome::NotYours,
            Verb::DeleteThread { .. } => {
                let outcome = set(&mut thread.is_deleted, true);
                self.log_of(by, is_own, outcome, "delete")
            }
            Verb::Retag { .. } if thread.is_deleted || (!is_own && !is_helper(by)) => Outcome::NotYours,
            Verb::Retag { tags, .. } => {
                let outcome = set(&mut thread.tags, tags.iter().copied().collect());
                self.tags_ever.extend(tags);
                self.log_of(by, is_own, outcome, "retag")
            }
            Verb::Reopen { .. } => self.reopen(by, nth),
            Verb::Move { category, .. } => self.move_to(by, nth, *category),
            Verb::Close { original, .. } => {
                self.close(by, nth, original.and_then(|one| round(one, self.threads.len())))
            }
            _ if !is_moderator => Outcome::NotYours,
            Verb::UndeleteThread { .. } if thread.merged.is_some() => Outcome::Unchanged,
            Verb::UndeleteThread { .. } => {
                let outcome = set(&mut thread.is_deleted, false);
                self.log_of(by, false, outcome, "undelete")
            }
            Verb::Lock { locked, .. } => {
                let outcome = set(&mut thread.is_locked, *locked);
                self.log_of(by, false, outcome, if *locked { "lock" } else { "unlock" })
            }
            Verb::Pin { pinned, .. } => {
                let outcome = set(&mut thread.is_pinned, *pinned);
                self.log_of(by, false, outcome, if *pinned { "pin" } else { "unpin" })
            }
            other => unreachable!("{other:?}"),
        }
    }

    fn edit_thread(&mut self, by: Who, nth: Nth, version: u64, tags: &[usize]) -> Outcome {
        let thread = &mut self.threads[nth];
        let is_own = thread.author == by;
        let tags: BTreeSet<usize> = tags.iter().copied().collect();
        let (title, body) = (format!("Thread changed {version}"), format!("Changed {version}"));
        if thread.title == title && thread.body == body && thread.tags == tags {
            return Outcome::Unchanged;
        }
        self.tags_ever.extend(&tags);
        (thread.title, thread.body, thread.tags, thread.is_edited) = (title, body, tags, true);
        self.log_of(by, is_own, Outcome::Done, "edit")
    }

    fn reopen(&mut self, by: Who, nth: Nth) -> Outcome {
        let thread = &mut self.threads[nth];
        let is_own = thread.author == by;
        let is_closed = thread.closed.is_some();
        let may = if is_closed {
            is_moderator(by)
        } else {
            is_own || is_helper(by)
        };
        if !may {
            return Outcome::NotYours;
        }
        if thread.is_locked && !is_moderator(by) {
            return Outcome::Locked;
        }
        if !is_closed && thread.accepted.is_none() {
            return Outcome::Unchanged;
        }
        thread.active_at = self.now;
        if let Some((_, original)) = thread.closed.take() {
            // It asks something else after all.
            thread.originals.retain(|known| Some(*known) != original);
        } else {
            (thread.accepted, thread.reopened) = (None, Some(by));
        }
        self.log_of(by, is_own && !is_closed, Outcome::Done, "reopen")
    }

    fn move_to(&mut self, by: Who, nth: Nth, category: usize) -> Outcome {
        if !sees_category(Some(by), category) {
            return Outcome::NotFound;
        }
        let thread = &mut self.threads[nth];
        if !is_moderator(by) || !CATEGORIES[category].2.contains(&thread.kind) {
            return Outcome::NotYours;
        }
        let outcome = set(&mut thread.category, category);
        self.log_of(by, false, outcome, "move")
    }

    fn close(&mut self, by: Who, nth: Nth, original: Option<Nth>) -> Outcome {
        if original.is_some_and(|original| !self.sees_thread(Some(by), original)) {
            return Outcome::NotFound;
        }
        let is_circle = original.is_some_and(|original| self.leads_to(original, nth));
        let thread = &mut self.threads[nth];
        if !is_moderator(by) || is_circle {
            return Outcome::NotYours;
        }
        if thread.closed.is_some() {
            return Outcome::Unchanged;
        }
        thread.closed = Some((by, original));
        thread.originals.extend(original);
        self.log_of(by, false, Outcome::Done, "close")
    }
}
