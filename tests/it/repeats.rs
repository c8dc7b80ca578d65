//! Repeats: the same question in other words is recognised, people's decisions hold, and the order of arrival matters little.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use tanya::domain::body::Reason;
use tanya::domain::id::{RepeatGroupId, ThreadId};
use tanya::domain::sight::Sight;
use tanya::repeats::recogniser::{Recogniser, Step};
use tanya::search::follower::Follower;
use tanya::store::repeats::{self, Decision};
use tanya::store::threads;

use crate::support::{TestApp, is_long};

mod drafts;
mod large;
mod strange;

const PATIENCE: Duration = Duration::from_secs(30);

/// Questions of three kinds, and two that stand alone.
const QUESTIONS: [&str; 10] = [
    "How do I reset my password?",
    "Forgot my password, how can I reset it?",
    "Password reset does nothing",
    "The parcel has not arrived",
    "My parcel never arrived",
    "Parcel did not arrive yet",
    "Printer prints blank pages only",
    "Only blank pages come out of the printer",
    "Can I pay by bank transfer in Norway?",
    "Does the lamp come with a spare bulb?",
];

struct Recognised {
    app: TestApp,
    follower: Follower,
    recogniser: Recogniser,
}

impl Recognised {
    fn spawn() -> Self {
        let app = TestApp::spawn();
        app.leaves_jobs();
        let search = app.site.search.clone();
        Self {
            follower: Follower::new(app.store().clone(), Arc::clone(&search), app.clock.clone()),
            recogniser: Recogniser::new(app.store().clone(), search, app.clock.clone()),
            app,
        }
    }

    fn ask(&self, title: &str) -> ThreadId {
        self.app.by("dan", |dan| dan.ask("help", title, "light"))
    }

    fn delete(&self, thread: ThreadId) {
        let cat = self.app.user("cat");
        let now = self.app.now();
        let reason = Reason::parse("off topic").unwrap();
        self.app
            .write(|tx| threads::delete(tx, &cat, Sight::everything(), thread, &reason, now));
    }

    fn decide(&self, one: ThreadId, other: ThreadId, is_same: bool) {
        let (one, other) = (one.min(other), one.max(other));
        let (by, now) = (self.app.user("cat").id, self.app.now());
        let decision = Decision { one, other, is_same };
        self.app.write(|tx| repeats::decide(tx, decision, Some(by), now));
    }

    /// Recognises all that is there.
    fn recognise(&mut self) {
        self.follower.catch_up().unwrap();
        while self.recogniser.step().unwrap() == Step::Moved {}
    }

    /// The groups, each in the order of its threads.
    fn groups(&self) -> BTreeSet<Vec<ThreadId>> {
        let all = self
            .app
            .read(|db| repeats::next_groups(db, RepeatGroupId::stored(0), 1_000));
        let mut groups: BTreeMap<RepeatGroupId, Vec<ThreadId>> = BTreeMap::new();
        for repeat in &all {
            groups
                .entry(repeat.member.group)
                .or_default()
                .push(repeat.member.thread);
        }
        let threads: BTreeSet<ThreadId> = all.iter().map(|repeat| repeat.member.thread).collect();
        assert_eq!(threads.len(), all.len(), "no question is in two groups");
        groups.into_values().collect()
    }

    /// Recognises until the groups are these: PostgreSQL holds changes back while a transaction is open anywhere.
    fn has(&mut self, groups: &[&[ThreadId]]) {
        let wanted: BTreeSet<Vec<ThreadId>> = groups.iter().map(|group| group.to_vec()).collect();
        let until = Instant::now() + PATIENCE;
        loop {
            self.recognise();
            let found = self.groups();
            if found == wanted {
                return;
            }
            assert!(Instant::now() < until, "{found:?} instead of {wanted:?}");
        }
    }

    /// Compares all threads anew, once everything that was written can be read.
    fn rescan(&mut self) {
        self.recognise();
        self.recogniser.begin().unwrap();
        self.recognise();
    }
}

#[test]
fn the_same_question_in_other_words_joins_its_group() {
    let mut forum = Recognised::spawn();
    let ids: Vec<ThreadId> = QUESTIONS.iter().map(|title| forum.ask(title)).collect();
    forum.has(&[&ids[0..3], &ids[3..6], &ids[6..8]]);
}

#[test]
fn an_edited_question_changes_its_group_and_a_deleted_one_is_in_none() {
    let mut forum = Recognised::spawn();
    let ids: Vec<ThreadId> = QUESTIONS.iter().map(|title| forum.ask(title)).collect();
    forum.has(&[&ids[0..3], &ids[3..6], &ids[6..8]]);
    forum.delete(ids[1]);
    forum.has(&[&[ids[0], ids[2]], &ids[3..6], &ids[6..8]]);
    forum.delete(ids[7]);
    forum.has(&[&[ids[0], ids[2]], &ids[3..6]]);
}

#[test]
fn what_people_decided_holds_whatever_is_recognised() {
    let mut forum = Recognised::spawn();
    let ids: Vec<ThreadId> = QUESTIONS.iter().map(|title| forum.ask(title)).collect();
    forum.has(&[&ids[0..3], &ids[3..6], &ids[6..8]]);
    forum.decide(ids[6], ids[7], false);
    forum.decide(ids[8], ids[9], true);
    forum.rescan();
    forum.has(&[&ids[0..3], &ids[3..6], &ids[8..10]]);
    forum.decide(ids[6], ids[7], true);
    forum.rescan();
    forum.has(&[&ids[0..3], &ids[3..6], &ids[6..8], &ids[8..10]]);
}

/// Any order of arrival, with deletions and decisions between, gives groups in which every decision holds.
#[test]
fn decisions_hold_in_any_order_of_arrival() {
    let cases = if is_long() { 40 } else { 4 };
    let mut runner = TestRunner::new(Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    });
    let order = Just((0..QUESTIONS.len()).collect::<Vec<_>>()).prop_shuffle();
    let pair = (0..QUESTIONS.len(), 0..QUESTIONS.len(), any::<bool>());
    let story = (
        order,
        prop::collection::vec(pair, 0..4),
        0..QUESTIONS.len(),
        1..QUESTIONS.len(),
    );
    let run = runner.run(&story, |(order, decisions, deleted, pause)| {
        tell(&order, &decisions, deleted, pause);
        Ok(())
    });
    run.unwrap();
}

fn tell(order: &[usize], decisions: &[(usize, usize, bool)], deleted: usize, pause: usize) {
    let mut forum = Recognised::spawn();
    let mut ids = BTreeMap::new();
    for (count, place) in order.iter().enumerate() {
        ids.insert(*place, forum.ask(QUESTIONS[*place]));
        if count % pause == 0 {
            forum.recognise();
        }
    }
    let mut told: Vec<(ThreadId, ThreadId, bool)> = Vec::new();
    for (one, other, is_same) in decisions {
        let (one, other) = (ids[one].min(ids[other]), ids[one].max(ids[other]));
        if one != other {
            forum.decide(one, other, *is_same);
            told.retain(|earlier| (earlier.0, earlier.1) != (one, other));
            told.push((one, other, *is_same));
            forum.app.pass(chrono::Duration::seconds(1));
        }
    }
    forum.delete(ids[&deleted]);
    told.retain(|(one, other, _)| ![*one, *other].contains(&ids[&deleted]));
    let until = Instant::now() + PATIENCE;
    loop {
        forum.rescan();
        let groups = forum.groups();
        if groups.iter().all(|group| !group.contains(&ids[&deleted])) {
            assert_eq!(broken(&told, &groups), [], "{groups:?}");
            return;
        }
        assert!(Instant::now() < until, "a deleted question is in no group");
    }
}

/// The decisions that do not hold in these groups though no later one stands against them.
fn broken(told: &[(ThreadId, ThreadId, bool)], groups: &BTreeSet<Vec<ThreadId>>) -> Vec<(ThreadId, ThreadId, bool)> {
    let mut together: Vec<BTreeSet<ThreadId>> = Vec::new();
    let mut apart: Vec<(ThreadId, ThreadId)> = Vec::new();
    let set_of = |together: &[BTreeSet<ThreadId>], id: ThreadId| {
        let set = together.iter().find(|set| set.contains(&id)).cloned();
        set.unwrap_or_else(|| BTreeSet::from([id]))
    };
    let mut broken = Vec::new();
    for (one, other, is_same) in told.iter().rev().copied() {
        let (of_one, of_other) = (set_of(&together, one), set_of(&together, other));
        let is_kept_apart = apart
            .iter()
            .any(|(a, b)| (of_one.contains(a) && of_other.contains(b)) || (of_one.contains(b) && of_other.contains(a)));
        let is_overruled = if is_same {
            is_kept_apart
        } else {
            of_one.contains(&other)
        };
        if is_overruled {
            continue;
        }
        if is_same {
            together.retain(|set| !set.contains(&one) && !set.contains(&other));
            together.push(of_one.union(&of_other).copied().collect());
        } else {
            apart.push((one, other));
        }
        let is_together = groups
            .iter()
            .any(|group| group.contains(&one) && group.contains(&other));
        if is_together != is_same {
            broken.push((one, other, is_same));
        }
    }
    broken
}
