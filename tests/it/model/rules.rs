//! What happens in the model when a player does something.

use std::collections::BTreeSet;

use tanya::domain::thread::ThreadKind;

use super::memory::{
    Acceptance, CATEGORIES, Comment, Made, Memory, Reply, Thread, is_helper, is_moderator, sees_category,
};
use super::verbs::{Nth, Outcome, Verb, Who};

/// The nth of `count` things, counted round; nothing when there is none.
pub fn round(nth: Nth, count: usize) -> Option<Nth> {
    (count > 0).then(|| nth % count)
}

/// The kind that a verb means in a category that may not take all.
pub fn kind_in(category: usize, kind: usize) -> ThreadKind {
    let kinds = CATEGORIES[category].2;
    kinds[kind % kinds.len()]
}

/// Gives a place a value, unless it has it.
pub fn set<T: PartialEq>(place: &mut T, value: T) -> Outcome {
    if *place == value {
        return Outcome::Unchanged;
    }
    *place = value;
    Outcome::Done
}

impl Memory {
    /// Does a verb.
    pub fn act(&mut self, verb: &Verb) -> Outcome {
        self.attempt(verb).unwrap_or(Outcome::Nothing)
    }

    fn attempt(&mut self, verb: &Verb) -> Option<Outcome> {
        let (threads, replies, comments) = (self.threads.len(), self.replies.len(), self.comments.len());
        Some(match verb {
            Verb::Ask {
                by,
                category,
                kind,
                tags,
                key,
            } => self.ask(*by, *category, *kind, tags, *key),
            Verb::Reply { by, thread, key } => self.reply(*by, self.follow(round(*thread, threads)?), *key),
            Verb::Merge { by, thread, into } => self.merge(*by, round(*thread, threads)?, round(*into, threads)?),
            Verb::Unmerge { by, thread } => self.unmerge(*by, round(*thread, threads)?),
            Verb::CommentOnThread { by, thread, key } => self.comment_on_thread(*by, round(*thread, threads)?, *key),
            Verb::CommentOnReply { by, reply, key } => {
                let reply = round(*reply, replies)?;
                self.comment(*by, self.replies[reply].thread, Some(reply), *key)
            }
            Verb::EditComment { by, comment, .. }
            | Verb::DeleteComment { by, comment }
            | Verb::UndeleteComment { by, comment } => self.on_comment(*by, round(*comment, comments)?, verb),
            Verb::EditReply { by, reply, .. }
            | Verb::DeleteReply { by, reply }
            | Verb::UndeleteReply { by, reply }
            | Verb::VoteOnReply { by, reply, .. }
            | Verb::Accept { by, reply }
            | Verb::Unaccept { by, reply } => {
                let reply = round(*reply, replies)?;
                if self.sees_reply(Some(*by), reply) {
                    self.on_reply(*by, reply, verb)
                } else {
                    Outcome::NotFound
                }
            }
            Verb::EditThread { by, thread, .. }
            | Verb::DeleteThread { by, thread }
            | Verb::UndeleteThread { by, thread }
            | Verb::VoteOnThread { by, thread, .. }
            | Verb::MeToo { by, thread, .. }
            | Verb::Reopen { by, thread }
            | Verb::Close { by, thread, .. }
            | Verb::Lock { by, thread, .. }
            | Verb::Pin { by, thread, .. }
            | Verb::Move { by, thread, .. }
            | Verb::Retag { by, thread, .. } => {
                let thread = round(*thread, threads)?;
                let thread = match verb {
                    Verb::MeToo { .. } => self.follow(thread),
                    _ => thread,
                };
                if self.sees_thread(Some(*by), thread) {
                    self.on_thread(*by, thread, verb)
                } else {
                    Outcome::NotFound
                }
            }
        })
    }

    fn ask(&mut self, by: Who, category: usize, kind: usize, tags: &[usize], key: u64) -> Outcome {
        let kind = kind_in(category, kind);
        if !sees_category(Some(by), category) {
            return Outcome::NotFound;
        }
        if kind == ThreadKind::Announcement && !is_moderator(by) {
            return Outcome::NotAllowed;
        }
        if let Some(Made::Thread(nth)) = self.used_keys.get(&(by, key)) {
            return Outcome::PostedBefore(*nth);
        }
        let nth = self.threads.len();
        self.threads.push(Thread {
            category,
            kind,
            author: by,
            title: format!("Thread {key:x}"),
            body: format!("Body {key:x}"),
            tags: tags.iter().copied().collect(),
            is_deleted: false,
            is_locked: false,
            is_pinned: false,
            is_edited: false,
            closed: None,
            accepted: None,
            reopened: None,
            votes: Default::default(),
            me_toos: Default::default(),
            merged: None,
            originals: BTreeSet::new(),
            active_at: self.now,
            asked_at: self.now,
        });
        self.tags_ever.extend(tags);
        self.used_keys.insert((by, key), Made::Thread(nth));
        Outcome::Posted(nth)
    }

    /// Whether a thread still takes posts of this player.
    fn takes_posts(&self, by: Who, thread: Nth) -> bool {
        let is_shut = self.threads[thread].is_locked || self.threads[thread].closed.is_some();
        !self.threads[thread].is_deleted && (!is_shut || is_moderator(by))
    }

    fn reply(&mut self, by: Who, thread: Nth, key: u64) -> Outcome {
        if let Some(Made::Reply(nth)) = self.used_keys.get(&(by, key)) {
            return Outcome::PostedBefore(*nth);
        }
        if !self.sees_thread(Some(by), thread) {
            return Outcome::NotFound;
        }
        if !self.takes_posts(by, thread) {
            return Outcome::Locked;
        }
        let nth = self.replies.len();
        self.threads[thread].active_at = self.now;
        self.replies.push(Reply {
            thread,
            author: by,
            body: format!("Reply {key:x}"),
            is_deleted: false,
            is_edited: false,
            votes: Default::default(),
            posted_at: self.now,
            is_opening: false,
            is_gone: false,
        });
        self.used_keys.insert((by, key), Made::Reply(nth));
        Outcome::Posted(nth)
    }

    pub fn comment(&mut self, by: Who, thread: Nth, reply: Option<Nth>, key: u64) -> Outcome {
        if let Some(Made::Comment(nth)) = self.used_keys.get(&(by, key)) {
            return Outcome::PostedBefore(*nth);
        }
        let sees = reply.map_or_else(
            || self.sees_thread(Some(by), thread),
            |reply| self.sees_reply(Some(by), reply),
        );
        if !sees {
            return Outcome::NotFound;
        }
        if reply.is_some_and(|reply| self.replies[reply].is_deleted) || !self.takes_posts(by, thread) {
            return Outcome::Locked;
        }
        let nth = self.comments.len();
        let body = format!("Comment {key:x}");
        self.comments.push(Comment {
            thread,
            reply,
            author: by,
            body,
            is_deleted: false,
        });
        self.used_keys.insert((by, key), Made::Comment(nth));
        Outcome::Posted(nth)
    }

    fn on_comment(&mut self, by: Who, nth: Nth, verb: &Verb) -> Outcome {
        if !self.sees_comment(Some(by), nth) {
            return Outcome::NotFound;
        }
        let takes_posts = self.takes_posts(by, self.comments[nth].thread);
        let comment = &mut self.comments[nth];
        let is_own = comment.author == by;
        let may = is_moderator(by) || (is_own && !matches!(verb, Verb::UndeleteComment { .. }));
        let (outcome, act) = match verb {
            _ if !may => (Outcome::NotYours, ""),
            Verb::EditComment { .. } if comment.is_deleted || !takes_posts => (Outcome::Locked, ""),
            Verb::EditComment { version, .. } => (set(&mut comment.body, format!("Changed {version}")), "edit"),
            Verb::DeleteComment { .. } => (set(&mut comment.is_deleted, true), "delete"),
            _ => (set(&mut comment.is_deleted, false), "undelete"),
        };
        self.log_of(by, is_own, outcome, act)
    }

    /// Writes an act down that was done to somebody else's thing.
    pub fn log_of(&mut self, by: Who, is_own: bool, outcome: Outcome, act: &'static str) -> Outcome {
        if outcome.is_effective() && !is_own {
            self.log.push((by, act));
        }
        outcome
    }

    fn on_reply(&mut self, by: Who, nth: Nth, verb: &Verb) -> Outcome {
        let reply = self.replies[nth].clone();
        let thread = self.threads[reply.thread].clone();
        let (is_own, is_asker) = (reply.author == by, thread.author == by);
        let is_frozen = thread.is_locked && !is_moderator(by);
        match verb {
            Verb::VoteOnReply { .. } if is_own => Outcome::NotYours,
            Verb::VoteOnReply { .. } if reply.is_deleted || thread.is_deleted || thread.is_locked => Outcome::Locked,
            Verb::VoteOnReply { vote, .. } => vote_in(&mut self.replies[nth].votes, by, *vote),
            Verb::Accept { .. } if thread.kind != ThreadKind::Question => Outcome::NotAQuestion,
            Verb::Accept { .. } => {
                let may = is_asker || is_helper(by);
                if !may || is_frozen || reply.is_deleted || reply.is_opening || thread.is_deleted {
                    return Outcome::NotYours;
                }
                self.accept(by, nth, reply.thread)
            }
            Verb::Unaccept { .. } if !is_asker && !is_helper(by) => Outcome::NotYours,
            Verb::Unaccept { .. } if is_frozen => Outcome::Locked,
            Verb::Unaccept { .. } if thread.accepted.is_none_or(|one| one.reply != nth) => Outcome::Unchanged,
            Verb::Unaccept { .. } => {
                self.threads[reply.thread].accepted = None;
                self.log_of(by, is_asker, Outcome::Done, "unaccept")
            }
            Verb::UndeleteReply { .. } if !is_moderator(by) => Outcome::NotYours,
            Verb::UndeleteReply { .. } => {
                let outcome = set(&mut self.replies[nth].is_deleted, false);
                self.log_of(by, false, outcome, "undelete")
            }
            _ if !is_own && !is_moderator(by) => Outcome::NotYours,
            Verb::DeleteReply { .. } if reply.is_opening && !is_moderator(by) => Outcome::NotYours,
            Verb::DeleteReply { .. } if reply.is_deleted => Outcome::Unchanged,
            _ if is_frozen || reply.is_deleted => Outcome::Locked,
            Verb::DeleteReply { .. } => {
                self.replies[nth].is_deleted = true;
                self.threads[reply.thread].accepted.take_if(|one| one.reply == nth);
                self.log_of(by, is_own, Outcome::Done, "delete")
            }
            Verb::EditReply { version, .. } => {
                let outcome = set(&mut self.replies[nth].body, format!("Changed {version}"));
                self.replies[nth].is_edited |= outcome == Outcome::Done;
                self.log_of(by, is_own, outcome, "edit")
            }
            other => unreachable!("{other:?}"),
        }
    }

    fn accept(&mut self, by: Who, reply: Nth, nth: Nth) -> Outcome {
        let thread = &mut self.threads[nth];
        if thread.accepted.is_some_and(|one| one.reply == reply) {
            return Outcome::AlreadyAccepted;
        }
        let on_behalf = thread.author != by;
        self.acceptance_count += 1;
        thread.accepted = Some(Acceptance {
            reply,
            by,
            on_behalf,
            at: (self.now, self.acceptance_count),
        });
        self.log_of(by, !on_behalf, Outcome::Accepted, "accept")
    }
}

/// Votes, or takes a vote back.
pub fn vote_in(votes: &mut std::collections::BTreeMap<Who, bool>, by: Who, vote: Option<bool>) -> Outcome {
    let before = match vote {
        Some(up) => votes.insert(by, up),
        None => votes.remove(&by),
    };
    if before == vote {
        Outcome::Unchanged
    } else {
        Outcome::Done
    }
}
