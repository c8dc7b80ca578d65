//! Groups that are too large to be compared whole, and a scan that uses all processors.

use std::collections::BTreeSet;

use tanya::domain::id::{RepeatGroupId, ThreadId};
use tanya::store::repeats::{self, Regrouped, Seen};

use super::{QUESTIONS, Recognised};
use crate::support::TestApp;

/// So many are read of a large group.
const MOST: usize = 5;

fn ask(app: &TestApp, count: usize) -> Vec<ThreadId> {
    (0..count)
        .map(|nth| app.by("dan", |dan| dan.ask("help", &format!("Question number {nth}"), "light")))
        .collect()
}

fn members(app: &TestApp, of: RepeatGroupId) -> BTreeSet<ThreadId> {
    let all = app.read(|db| repeats::next_groups(db, RepeatGroupId::stored(0), 100));
    let own = all.into_iter().filter(|repeat| repeat.member.group == of);
    own.map(|repeat| repeat.member.thread).collect()
}

/// What is known of these, as far as it is read, the last of them always.
fn around(app: &TestApp, ids: &[ThreadId]) -> (Vec<repeats::Group>, Seen) {
    let groups = app.read(|db| {
        let of_each = repeats::group_of_each(db, ids)?;
        repeats::groups_up_to(db, &of_each.into_values().collect(), MOST, &ids[ids.len() - 1..])
    });
    let read = groups.iter().flat_map(|group| &group.members);
    let seen = read.map(|member| (member.thread, Some(member.group))).collect();
    (groups, seen)
}

#[test]
fn of_a_large_group_some_are_read_and_whoever_is_asked_for() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let ids = ask(&app, 12);
    let (large, small) = (app.group(&ids[..8]), app.group(&ids[8..11]));
    let (groups, _) = around(&app, &[ids[6], ids[9], ids[11], ids[7]]);
    let read: Vec<(RepeatGroupId, usize, Vec<ThreadId>)> = groups
        .iter()
        .map(|group| {
            let members = group.members.iter().map(|member| member.thread);
            (group.id, group.size, members.collect())
        })
        .collect();
    let some = [&ids[..MOST], &ids[7..8]].concat();
    assert_eq!(read, [(large, 8, some), (small, 3, ids[8..11].to_vec())]);
    assert_eq!(
        groups.iter().map(repeats::Group::is_large).collect::<Vec<_>>(),
        [true, false]
    );
}

#[test]
fn members_that_were_not_read_come_along() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let ids = ask(&app, 17);
    let (one, other) = (app.group(&ids[..7]), app.group(&ids[7..15]));
    let (_, mut seen) = around(&app, &ids[14..15]);
    seen.insert(ids[15], None);
    let read = |of: RepeatGroupId| seen.iter().filter(move |(_, group)| **group == Some(of));
    let joined = Regrouped {
        members: read(other).map(|(id, _)| (*id, 500)).chain([(ids[15], 400)]).collect(),
        with: vec![other],
    };
    assert!(app.write(|tx| repeats::regroup(tx, &seen, std::slice::from_ref(&joined), app.now())));
    assert_eq!(members(&app, other), ids[7..16].iter().copied().collect());
    // Seen as they were before, they are not any more.
    assert!(!app.write(|tx| repeats::regroup(tx, &seen, std::slice::from_ref(&joined), app.now())));

    let (_, mut seen) = around(&app, &[ids[0], ids[7]]);
    seen.insert(ids[16], None);
    let both = Regrouped {
        members: seen
            .keys()
            .map(|id| (*id, 500))
            .filter(|(id, _)| *id != ids[7])
            .collect(),
        with: vec![other, one],
    };
    assert!(app.write(|tx| repeats::regroup(tx, &seen, std::slice::from_ref(&both), app.now())));
    let all: BTreeSet<ThreadId> = ids.iter().copied().filter(|id| *id != ids[7]).collect();
    assert_eq!(members(&app, other), all, "one of them was told apart");
    assert_eq!(members(&app, one), BTreeSet::new());
}

#[test]
fn a_hurried_scan_finds_what_a_calm_one_finds() {
    let mut forum = Recognised::spawn();
    let ids: Vec<ThreadId> = QUESTIONS.iter().map(|title| forum.ask(title)).collect();
    forum.has(&[&ids[0..3], &ids[3..6], &ids[6..8]]);
    forum.app.ungroup(&ids);
    assert_eq!(forum.groups(), BTreeSet::new());
    forum.recogniser = forum.recogniser.hurried();
    forum.recogniser.begin().unwrap();
    forum.recognise();
    forum.has(&[&ids[0..3], &ids[3..6], &ids[6..8]]);
}
