//! What a merge does in the model, and what undoing it does.

use std::collections::BTreeMap;

use tanya::domain::thread::ThreadKind;

use super::memory::{Acceptance, Memory, Reply, is_moderator};
use super::verbs::{Nth, Outcome, Who};

/// A merge in force.
#[derive(Debug, Clone)]
pub struct Merge {
    pub target: Nth,
    /// The reply that the merged thread's text is.
    pub opening: Nth,
    /// The replies that moved, the opening among them.
    moved: Vec<Nth>,
    carried: Option<Acceptance>,
    /// Who has the target's problem by this merge, and since when.
    joined: BTreeMap<Who, i64>,
    /// When the target was active, before and after.
    active: (i64, i64),
}

impl Memory {
    /// Where a thread stands.
    pub fn follow(&self, thread: Nth) -> Nth {
        let next = |nth: &Nth| self.threads[*nth].merged.as_ref().map(|merge| merge.target);
        std::iter::successors(Some(thread), next).last().unwrap_or(thread)
    }

    /// The text of a merged thread is a reply.
    pub fn comment_on_thread(&mut self, by: Who, thread: Nth, key: u64) -> Outcome {
        let opening = self.threads[thread].merged.as_ref().map(|merge| merge.opening);
        self.comment(by, self.follow(thread), opening, key)
    }

    fn comes_to(&self, by: Who, one: Nth, other: Nth) -> bool {
        self.sees_thread(Some(by), one) && self.sees_thread(Some(by), other)
    }

    pub fn merge(&mut self, by: Who, nth: Nth, into: Nth) -> Outcome {
        let into = self.follow(into);
        if !self.comes_to(by, nth, into) {
            return Outcome::NotFound;
        }
        if !is_moderator(by) {
            return Outcome::NotYours;
        }
        let (merged, target) = (self.threads[nth].clone(), self.threads[into].clone());
        let (target_audience, merged_audience) = (target.category, merged.category);
        let is_wider = !super::memory::audience(target_audience).is_within(super::memory::audience(merged_audience));
        let is_gone = merged.is_deleted || target.is_deleted;
        // What was split off an announcement is a discussion, and may go back.
        let is_back = (merged.kind, target.kind) == (ThreadKind::Discussion, ThreadKind::Announcement);
        let is_other = merged.kind != target.kind && !is_back;
        if nth == into || is_gone || is_other || is_wider || self.leads_to(into, nth) {
            return Outcome::Refused;
        }
        let opening = self.open(nth);
        let moved: Vec<Nth> = (0..self.replies.len())
            .filter(|reply| self.replies[*reply].thread == nth && !self.replies[*reply].is_gone)
            .collect();
        self.put(&moved, into);
        let (active, is_open) = (target.active_at.max(merged.active_at), target.accepted.is_none());
        let carried = merged.accepted.filter(|_| is_open);
        if carried.is_some() {
            self.threads[nth].accepted = None;
            self.threads[into].accepted = carried;
        }
        let joined = self.affected(nth, into);
        self.threads[into].me_toos.extend(&joined);
        self.threads[into].active_at = active;
        self.threads[nth].is_deleted = true;
        self.threads[nth].merged = Some(Merge {
            target: into,
            opening,
            moved,
            carried,
            joined,
            active: (target.active_at, active),
        });
        self.log_of(by, false, Outcome::Posted(opening), "merge")
    }

    /// The thread's text becomes a reply.
    fn open(&mut self, nth: Nth) -> Nth {
        let opening = self.replies.len();
        let thread = &mut self.threads[nth];
        self.replies.push(Reply {
            thread: nth,
            author: thread.author,
            body: thread.body.clone(),
            is_deleted: false,
            is_edited: thread.is_edited,
            votes: std::mem::take(&mut thread.votes),
            posted_at: thread.asked_at,
            is_opening: true,
            is_gone: false,
        });
        let own = self
            .comments
            .iter_mut()
            .filter(|one| one.thread == nth && one.reply.is_none());
        own.for_each(|comment| comment.reply = Some(opening));
        opening
    }

    /// Puts replies with their comments into a thread.
    fn put(&mut self, replies: &[Nth], thread: Nth) {
        for reply in replies {
            self.replies[*reply].thread = thread;
        }
        let moved = self.comments.iter_mut();
        moved
            .filter(|comment| comment.reply.is_some_and(|reply| replies.contains(&reply)))
            .for_each(|comment| comment.thread = thread);
    }

    fn affected(&self, nth: Nth, into: Nth) -> BTreeMap<Who, i64> {
        let (merged, target) = (&self.threads[nth], &self.threads[into]);
        if target.kind != ThreadKind::Question {
            return BTreeMap::new();
        }
        let mut all = merged.me_toos.clone();
        all.insert(merged.author, self.now);
        all.retain(|who, _| *who != target.author && !target.me_toos.contains_key(who));
        all
    }

    pub fn unmerge(&mut self, by: Who, nth: Nth) -> Outcome {
        let Some(merge) = self.threads[nth].merged.clone() else {
            return Outcome::Unchanged;
        };
        if !self.comes_to(by, nth, merge.target) {
            return Outcome::NotFound;
        }
        if !is_moderator(by) {
            return Outcome::NotYours;
        }
        if self.threads[merge.target].merged.is_some() {
            return Outcome::Refused;
        }
        self.put(&merge.moved, nth);
        self.part_acceptances(nth, &merge);
        let target = &mut self.threads[merge.target];
        target.me_toos.retain(|who, since| merge.joined.get(who) != Some(since));
        if target.active_at == merge.active.1 {
            target.active_at = merge.active.0;
        }
        self.close_opening(nth, merge.opening);
        self.threads[nth].merged = None;
        self.log_of(by, false, Outcome::Done, "unmerge")
    }

    fn part_acceptances(&mut self, nth: Nth, merge: &Merge) {
        let target = &mut self.threads[merge.target];
        if let Some(carried) = target
            .accepted
            .take_if(|one| Some(one.at) == merge.carried.map(|carried| carried.at))
        {
            self.threads[nth].accepted = Some(carried);
        }
        let left = |one: &mut Acceptance| merge.moved.contains(&one.reply);
        self.threads[merge.target].accepted.take_if(left);
        let replies = &self.replies;
        self.threads[nth].accepted.take_if(|one| replies[one.reply].is_deleted);
    }

    fn close_opening(&mut self, nth: Nth, opening: Nth) {
        let text = self.replies[opening].clone();
        let thread = &mut self.threads[nth];
        (thread.body, thread.votes) = (text.body, text.votes);
        (thread.is_edited, thread.is_deleted) = (text.is_edited, text.is_deleted);
        self.replies[opening].is_gone = true;
        let own = self.comments.iter_mut().filter(|one| one.reply == Some(opening));
        own.for_each(|comment| comment.reply = None);
    }
}
