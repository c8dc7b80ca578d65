//! The small model: what a forum is, without a database. It keeps facts only and works every figure out anew.

use std::collections::{BTreeMap, BTreeSet};

use tanya::domain::category::Audience;
use tanya::domain::role::Role;
use tanya::domain::thread::{Standing, ThreadKind};

use super::merging::Merge;
use super::verbs::{Nth, Who};
use crate::support::CAST;

/// The categories of the cast, by place: who sees each, and the kinds that it takes.
pub const CATEGORIES: [(&str, Audience, &[ThreadKind]); 4] = [
    (
        "help",
        Audience::Public,
        &[ThreadKind::Question, ThreadKind::Discussion],
    ),
    (
        "news",
        Audience::Public,
        &[ThreadKind::Discussion, ThreadKind::Announcement],
    ),
    (
        "members",
        Audience::SignedIn,
        &[ThreadKind::Question, ThreadKind::Discussion],
    ),
    (
        "back-office",
        Audience::Staff,
        &[ThreadKind::Question, ThreadKind::Discussion, ThreadKind::Announcement],
    ),
];

/// A thread.
#[derive(Debug, Clone)]
pub struct Thread {
    pub category: usize,
    pub kind: ThreadKind,
    pub author: Who,
    pub title: String,
    pub body: String,
    pub tags: BTreeSet<usize>,
    pub is_deleted: bool,
    pub is_locked: bool,
    pub is_pinned: bool,
    pub is_edited: bool,
    /// The original that it repeats, if it was closed for that.
    pub closed: Option<(Who, Option<Nth>)>,
    pub accepted: Option<Acceptance>,
    /// Who said last that the accepted answer does not work after all.
    pub reopened: Option<Who>,
    pub votes: BTreeMap<Who, bool>,
    /// Who has this too, and since when.
    pub me_toos: BTreeMap<Who, i64>,
    pub merged: Option<Merge>,
    pub originals: BTreeSet<Nth>,
    pub active_at: i64,
    pub asked_at: i64,
}

/// An acceptance in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acceptance {
    pub reply: Nth,
    pub by: Who,
    pub on_behalf: bool,
    /// When, and the how manieth acceptance it is.
    pub at: (i64, usize),
}

/// A reply.
#[derive(Debug, Clone)]
pub struct Reply {
    pub thread: Nth,
    pub author: Who,
    pub body: String,
    pub is_deleted: bool,
    pub is_edited: bool,
    pub votes: BTreeMap<Who, bool>,
    pub posted_at: i64,
    /// Whether it is the text of a merged thread.
    pub is_opening: bool,
    /// Whether it was one, until the merge was undone.
    pub is_gone: bool,
}

/// A comment under a thread, or under one of its replies.
#[derive(Debug, Clone)]
pub struct Comment {
    pub thread: Nth,
    pub reply: Option<Nth>,
    pub author: Who,
    pub body: String,
    pub is_deleted: bool,
}

/// Which post a form has made.
#[derive(Debug, Clone, Copy)]
pub enum Made {
    Thread(Nth),
    Reply(Nth),
    Comment(Nth),
}

/// A forum.
#[derive(Debug, Default)]
pub struct Memory {
    pub threads: Vec<Thread>,
    pub replies: Vec<Reply>,
    pub comments: Vec<Comment>,
    pub used_keys: BTreeMap<(Who, u64), Made>,
    pub tags_ever: BTreeSet<usize>,
    /// What moderators did: who and what, in order.
    pub log: Vec<(Who, &'static str)>,
    pub acceptance_count: usize,
    pub now: i64,
}

/// Who a category is for.
pub fn audience(category: usize) -> Audience {
    CATEGORIES[category].1
}

/// Whether a viewer (`None` is nobody) may see a category.
pub fn sees_category(viewer: Option<Who>, category: usize) -> bool {
    match CATEGORIES[category].1 {
        Audience::Public => true,
        Audience::SignedIn => viewer.is_some(),
        Audience::Private(_) => unreachable!("the model has no private category"),
        Audience::Staff => viewer.is_some_and(|who| CAST[who].is_staff || CAST[who].role == Role::Admin),
    }
}

/// Whether a viewer sees what was deleted.
pub fn sees_deleted(viewer: Option<Who>) -> bool {
    viewer.is_some_and(is_moderator)
}

/// Whether a player moderates.
pub fn is_moderator(who: Who) -> bool {
    matches!(CAST[who].role, Role::Moderator | Role::Admin)
}

/// Whether a player helps, or more.
pub fn is_helper(who: Who) -> bool {
    CAST[who].role == Role::Helper || is_moderator(who)
}

impl Thread {
    pub fn score(&self) -> i64 {
        score(&self.votes)
    }
}

/// Votes for and against.
pub fn score(votes: &BTreeMap<Who, bool>) -> i64 {
    votes.values().map(|up| if *up { 1 } else { -1 }).sum()
}

impl Memory {
    pub fn sees_thread(&self, viewer: Option<Who>, thread: Nth) -> bool {
        let thread = &self.threads[thread];
        sees_category(viewer, thread.category) && (!thread.is_deleted || sees_deleted(viewer))
    }

    pub fn sees_reply(&self, viewer: Option<Who>, reply: Nth) -> bool {
        let reply = &self.replies[reply];
        let is_there = !reply.is_gone && (!reply.is_deleted || sees_deleted(viewer));
        is_there && self.sees_thread(viewer, reply.thread)
    }

    pub fn sees_comment(&self, viewer: Option<Who>, comment: Nth) -> bool {
        let comment = &self.comments[comment];
        let sees_post = match comment.reply {
            Some(reply) => self.sees_reply(viewer, reply),
            None => self.sees_thread(viewer, comment.thread),
        };
        sees_post && (!comment.is_deleted || sees_deleted(viewer))
    }

    /// The threads on the way from one to the last original, itself the first.
    pub fn way(&self, from: Nth) -> Vec<Nth> {
        let next = |nth: &Nth| {
            let thread = &self.threads[*nth];
            let merged = thread.merged.as_ref().map(|merge| merge.target);
            merged.or(thread.closed.and_then(|(_, original)| original))
        };
        std::iter::successors(Some(from), next).collect()
    }

    /// Whether a thread leads to another one, over others or not, or would once merges are undone.
    pub fn leads_to(&self, from: Nth, to: Nth) -> bool {
        let (mut known, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(nth) = next.pop() {
            if known.insert(nth) {
                let thread = &self.threads[nth];
                next.extend(thread.merged.as_ref().map(|merge| merge.target));
                next.extend(thread.closed.and_then(|(_, original)| original));
            }
        }
        known.contains(&to)
    }

    /// The last thread that a viewer sees on the way from an original.
    pub fn last_original(&self, viewer: Option<Who>, original: Nth) -> Option<Nth> {
        let seen = self.visible(viewer);
        self.way(original).into_iter().rfind(|nth| seen.contains(nth))
    }

    /// Whether a thread was said to ask the same as another one, or as one that was.
    pub fn repeats(&self, thread: Nth, original: Nth) -> bool {
        let mut known = BTreeSet::from([thread]);
        loop {
            let originals = known.iter().flat_map(|nth| &self.threads[*nth].originals).copied();
            let merged = known
                .iter()
                .flat_map(|nth| &self.threads[*nth].merged)
                .map(|merge| merge.target);
            let next: BTreeSet<Nth> = originals.chain(merged).collect();
            if next.is_subset(&known) {
                return thread != original && known.contains(&original);
            }
            known.extend(next);
        }
    }

    /// The replies of a thread that are not deleted.
    pub fn live_replies(&self, thread: Nth) -> impl Iterator<Item = Nth> + '_ {
        let replies = self.replies.iter().enumerate();
        replies
            .filter(move |(_, reply)| reply.thread == thread && !reply.is_deleted && !reply.is_gone)
            .map(|(nth, _)| nth)
    }

    pub fn reply_count(&self, thread: Nth) -> i64 {
        i64::try_from(self.live_replies(thread).count()).unwrap()
    }

    pub fn standing(&self, nth: Nth) -> Standing {
        let thread = &self.threads[nth];
        if thread.accepted.is_some() {
            Standing::Resolved
        } else if thread.closed.is_some() {
            Standing::Closed
        } else if thread.kind != ThreadKind::Question {
            Standing::Talk
        } else if self.live_replies(nth).next().is_some() {
            Standing::Answered
        } else {
            Standing::Unanswered
        }
    }

    /// Comments of a post in their order, deleted ones too.
    pub fn comments_of(&self, thread: Nth, reply: Option<Nth>) -> Vec<Nth> {
        let comments = self.comments.iter().enumerate();
        comments
            .filter(|(_, one)| one.thread == thread && one.reply == reply)
            .map(|(nth, _)| nth)
            .collect()
    }

    /// Live threads that a viewer sees, by place.
    pub fn visible(&self, viewer: Option<Who>) -> Vec<Nth> {
        (0..self.threads.len())
            .filter(|nth| !self.threads[*nth].is_deleted && sees_category(viewer, self.threads[*nth].category))
            .collect()
    }

    /// Threads, replies and accepted answers of a player, as their profile counts them.
    pub fn figures_of(&self, who: Who) -> (i64, i64, i64) {
        let threads = self
            .threads
            .iter()
            .filter(|thread| thread.author == who && !thread.is_deleted)
            .count();
        let replies = self
            .replies
            .iter()
            .filter(|reply| reply.author == who && !reply.is_deleted && !reply.is_gone)
            .count();
        let accepted = self.threads.iter().filter_map(|thread| thread.accepted);
        let accepted = accepted
            .filter(|acceptance| self.replies[acceptance.reply].author == who)
            .count();
        (threads as i64, replies as i64, accepted as i64)
    }

    /// Threads, open and resolved questions of a category.
    pub fn figures_of_category(&self, category: usize) -> (i64, i64, i64) {
        let live: Vec<Nth> = (0..self.threads.len())
            .filter(|nth| self.threads[*nth].category == category && !self.threads[*nth].is_deleted)
            .collect();
        let count =
            |wanted: &[Standing]| live.iter().filter(|nth| wanted.contains(&self.standing(**nth))).count() as i64;
        (
            live.len() as i64,
            count(&[Standing::Unanswered, Standing::Answered]),
            count(&[Standing::Resolved]),
        )
    }

    /// How many live threads carry a tag.
    pub fn figure_of_tag(&self, tag: usize) -> i64 {
        self.threads
            .iter()
            .filter(|thread| !thread.is_deleted && thread.tags.contains(&tag))
            .count() as i64
    }
}
