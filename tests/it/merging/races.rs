//! Merges that meet: with each other, and with what is posted meanwhile.

use std::sync::Barrier;

use tanya::domain::account::User;
use tanya::domain::body::Reason;
use tanya::domain::id::{ReplyId, ThreadId};
use tanya::domain::sight::Sight;
use tanya::store::comments::CommentOn;
use tanya::store::merges::{self, Merging, Undoing};
use tanya::store::{Store, StoreError, replies};

use super::{Pair, merge};
use crate::support::{Content, TestApp};

/// How often each meeting is tried.
const ROUNDS: usize = 12;

/// Does several things at the same time.
fn at_once<T: Send>(deeds: Vec<Box<dyn FnOnce() -> T + Send + '_>>) -> Vec<T> {
    let barrier = Barrier::new(deeds.len());
    std::thread::scope(|scope| {
        let started: Vec<_> = deeds
            .into_iter()
            .map(|deed| {
                let barrier = &barrier;
                scope.spawn(move || {
                    barrier.wait();
                    deed()
                })
            })
            .collect();
        started.into_iter().map(|one| one.join().unwrap()).collect()
    })
}

fn merging(store: &Store, by: &User, id: ThreadId, into: ThreadId) -> Merging {
    let merge = |tx: &mut tanya::store::Db| {
        merges::merge(
            tx,
            by,
            Sight::everything(),
            id,
            into,
            &Reason::default(),
            crate::support::beginning(),
        )
    };
    store.write_now(merge).unwrap()
}

#[test]
fn of_those_who_merge_at_once_one_does() {
    let app = TestApp::spawn();
    let (store, cat, root) = (app.store().clone(), app.user("cat"), app.user("root"));
    for _ in 0..ROUNDS {
        let pair = Pair::of(&app);
        let (one, other) = (pair.merged, pair.target);
        let ended = at_once::<Merging>(vec![
            Box::new(|| merging(&store, &cat, one, other)),
            Box::new(|| merging(&store, &root, other, one)),
            Box::new(|| merging(&store, &root, one, other)),
        ]);
        let done = ended.iter().filter(|ended| matches!(ended, Merging::Merged(_))).count();
        assert_eq!(done, 1, "{ended:?}");
        let place = |id| app.read(|db| merges::follow(db, id));
        assert_eq!(place(one), place(other));
    }
}

#[test]
fn of_those_who_undo_at_once_one_does() {
    let app = TestApp::spawn();
    let (store, root) = (app.store().clone(), app.user("root"));
    for _ in 0..ROUNDS {
        let pair = Pair::of(&app);
        merge(&app, pair.merged, pair.target);
        let now = app.now();
        let undo = || {
            store
                .write_now(|tx| merges::undo(tx, &root, Sight::everything(), pair.merged, now))
                .unwrap()
        };
        let ended = at_once::<Undoing>(vec![Box::new(undo), Box::new(undo)]);
        assert!(
            ended.contains(&Undoing::Undone) && ended.contains(&Undoing::NotMerged),
            "{ended:?}"
        );
    }
}

#[test]
fn what_is_posted_while_a_thread_is_merged_follows_it() {
    let app = TestApp::spawn();
    let (store, root, bob, now) = (app.store().clone(), app.user("root"), app.user("bob"), app.now());
    let as_bob = |write: &dyn Fn(&mut Content<'_>) -> Result<(), StoreError>| {
        let written = store.write_now(|tx| {
            let author = bob.clone();
            write(&mut Content { tx, author, now })
        });
        written.unwrap();
    };
    for _ in 0..ROUNDS {
        let pair = Pair::of(&app);
        at_once::<()>(vec![
            Box::new(|| {
                merging(&store, &root, pair.merged, pair.target);
            }),
            Box::new(|| as_bob(&|bob| bob.reply(pair.merged, "Mine blinks too.").map(drop))),
            Box::new(|| as_bob(&|bob| bob.comment(CommentOn::Thread(pair.merged), "When?").map(drop))),
            Box::new(|| as_bob(&|bob| bob.comment(CommentOn::Reply(pair.answer), "Which?").map(drop))),
        ]);
        let page = app.visitor().visit(&format!("/threads/{}", pair.target));
        assert_eq!(page.texts("#replies-head"), ["4 answers"]);
        for words in ["Mine blinks too.", "When?", "Which?"] {
            assert!(page.body.contains(words), "{words}\n{}", page.body);
        }
        let home = |reply: ReplyId| app.read(|db| replies::source(db, Sight::public(), reply)).thread;
        assert_eq!(home(pair.answer), pair.target);
    }
}
