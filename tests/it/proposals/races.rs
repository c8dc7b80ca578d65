//! Deciding while groups are made anew: every question stays in one group at most, and a group proposes one thing at a time.

use std::collections::BTreeSet;
use std::thread;

use tanya::domain::body::Reason;
use tanya::domain::id::ThreadId;
use tanya::domain::proposal::{ProposalKind, ProposalState};
use tanya::domain::sight::Sight;
use tanya::store::StoreError;
use tanya::store::proposals::{self, Deciding, Ticks, Turn};
use tanya::store::repeats::{self, Regrouped, Seen};

use super::Forum;

#[test]
fn of_many_who_decide_in_the_same_moment_one_wins() {
    let forum = Forum::spawn();
    let ids: BTreeSet<ThreadId> = forum.answered().into_iter().collect();
    let row = forum.one(ProposalKind::Article);
    let ticks = Ticks {
        shown: ids.clone(),
        ticked: ids,
    };
    let users = ["cat", "root", "dan"].map(|name| forum.app.user(name));
    let (store, now) = (forum.app.store(), forum.app.now());
    let outcomes: Vec<Deciding> = thread::scope(|scope| {
        let deciding: Vec<_> = users
            .iter()
            .flat_map(|user| [(user, true), (user, false)])
            .map(|(user, adopts)| {
                let ticks = &ticks;
                scope.spawn(move || {
                    let turn = Turn {
                        by: user,
                        sight: Sight::everything(),
                        id: row.id,
                        version: row.version,
                        now,
                    };
                    let reason = Reason::parse("No.").unwrap();
                    let decided = store.write_now::<_, StoreError>(|tx| match adopts {
                        true => proposals::adopt(tx, turn, ticks),
                        false => proposals::decline(tx, turn, &reason),
                    });
                    decided.unwrap()
                })
            })
            .collect();
        deciding.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let won = outcomes
        .iter()
        .filter(|outcome| **outcome == Deciding::Done(()))
        .count();
    assert_eq!(won, 1, "{outcomes:?}");
    assert!(
        outcomes
            .iter()
            .all(|outcome| matches!(outcome, Deciding::Done(()) | Deciding::DecidedBefore))
    );
}

#[test]
fn groups_that_change_while_somebody_splits_them_stay_sound() {
    let forum = Forum::spawn();
    let ids: Vec<ThreadId> = (0..8)
        .map(|number| forum.ask_as_new(number, "How does the box open?"))
        .collect();
    forum.app.group(&ids);
    forum.one(ProposalKind::Answer);
    let (store, now, cat) = (forum.app.store(), forum.app.now(), forum.app.user("cat"));
    thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0..10 {
                let from = round % 4;
                let regrouped = store.write_now::<_, StoreError>(|tx| {
                    let members = repeats::groups_of(tx, &ids)?;
                    let mut seen: Seen = ids.iter().map(|id| (*id, None)).collect();
                    seen.extend(members.iter().map(|member| (member.thread, Some(member.group))));
                    let group = |ids: &[ThreadId]| Regrouped::of(ids.iter().map(|id| (*id, 500)));
                    repeats::regroup(tx, &seen, &[group(&ids[..from]), group(&ids[from..])], now)
                });
                // That somebody was quicker is an answer too.
                let _was_first = regrouped.unwrap();
            }
        });
        scope.spawn(|| {
            for round in 0..10 {
                let Some(row) = forum.app.proposed().into_iter().next() else {
                    continue;
                };
                let turn = Turn {
                    by: &cat,
                    sight: Sight::everything(),
                    id: row.id,
                    version: row.version,
                    now,
                };
                let ticked = BTreeSet::from([ids[round % 8]]);
                let split = store.write_now::<_, StoreError>(|tx| proposals::split(tx, turn, &ticked));
                assert!(!matches!(split.unwrap(), Deciding::NotYours | Deciding::DecidedBefore));
            }
        });
        scope.spawn(|| {
            for _ in 0..10 {
                forum.app.propose(&forum.proposer);
            }
        });
    });
    forum.app.group(&ids);
    let row = forum.one(ProposalKind::Answer);
    assert_eq!((row.state, row.members), (ProposalState::Open, 8));
    assert_eq!(forum.threads(row.id), ids);
}
