//! Two who decide at once, a flag that comes meanwhile, and a post that is merged, moved or deleted before anybody decides.

use std::sync::Barrier;

use tanya::domain::body::Reason;
use tanya::domain::case::{Decision, HidingRule, Piece};
use tanya::domain::flag::{FlagDraft, FlagReason};
use tanya::domain::sight::Sight;
use tanya::store::cases::{self, Deciding, Turn};
use tanya::store::flags::{self, Flagging};
use tanya::store::{Store, categories, merges, threads};

use super::{case, decide_as, flag_as, only_case, put_back_as, question, queue};
use crate::merging::{merge_as, undo};
use crate::support::TestApp;

#[test]
fn of_two_who_decide_at_once_one_decides() {
    let app = TestApp::spawn();
    for _ in 0..10 {
        let (_, reply) = question(&app);
        flag_as(&app, "ada", Piece::Reply(reply), FlagReason::Spam);
        let id = only_case(&app);
        let start = Barrier::new(2);
        let decide = |name: &str, decision| {
            start.wait();
            decide_as(&app, name, id, decision)
        };
        let mut ends = std::thread::scope(|scope| {
            let one = scope.spawn(|| decide("cat", Decision::Deleted));
            let other = scope.spawn(|| decide("root", Decision::Kept));
            [one.join().unwrap(), other.join().unwrap()]
        });
        ends.sort_by_key(|end| *end == Deciding::DecidedBefore);
        assert_eq!(ends, [Deciding::Done, Deciding::DecidedBefore]);
        let case = case(&app, id);
        let decision = case.decided.unwrap().1;
        assert_eq!(case.is_hidden, decision == Decision::Deleted);
    }
    let page = app
        .signed_in("cat")
        .post("/moderation/cases/1/decide", &[("decision", "kept")]);
    assert_eq!(
        page.location().as_deref(),
        Some("/moderation/cases/1"),
        "whoever is late is told"
    );
}

#[test]
fn a_flag_that_comes_while_a_case_is_decided_is_decided_with_it_or_opens_another_one() {
    let app = TestApp::spawn();
    let draft = FlagDraft {
        reason: FlagReason::Rude,
        words: Reason::default(),
    };
    for _ in 0..10 {
        let (_, reply) = question(&app);
        flag_as(&app, "ada", Piece::Reply(reply), FlagReason::Spam);
        let id = only_case(&app);
        let (start, store): (Barrier, &Store) = (Barrier::new(2), app.store());
        let (cat, eve, now) = (app.user("cat"), app.user("dan"), app.now());
        let (decided, flagged) = std::thread::scope(|scope| {
            let deciding = scope.spawn(|| {
                start.wait();
                let turn = Turn {
                    by: &cat,
                    sight: Sight::everything(),
                    id,
                    now,
                };
                store
                    .write_now(|tx| cases::decide(tx, turn, Decision::Kept, &Reason::default()))
                    .unwrap()
            });
            let flagging = scope.spawn(|| {
                start.wait();
                let (sight, rule) = (Sight::public(), HidingRule::parse("0").unwrap());
                store
                    .write_now(|tx| flags::flag(tx, &eve, sight, Piece::Reply(reply), &draft, rule, now))
                    .unwrap()
            });
            (deciding.join().unwrap(), flagging.join().unwrap())
        });
        assert_eq!((decided, flagged), (Deciding::Done, Flagging::Flagged));
        let flags = case(&app, id).flags.len();
        let waiting = queue(&app, "cat").len();
        assert_eq!(flags + waiting, 2, "the flag is nowhere, or twice");
        for row in queue(&app, "cat") {
            assert_eq!(
                put_back_as(&app, "cat", id),
                Deciding::DecidedBefore,
                "it waits by itself"
            );
            assert_eq!(decide_as(&app, "cat", row.id, Decision::Kept), Deciding::Done);
        }
    }
}

#[test]
fn a_thread_that_is_merged_meanwhile_is_decided_where_its_text_stands_and_stands_apart_again() {
    let app = TestApp::spawn();
    let (thread, reply) = question(&app);
    let target = app.by("dan", |dan| dan.ask("help", "How do I open a box?", "box"));
    flag_as(&app, "bob", Piece::Thread(thread), FlagReason::Rude);
    flag_as(&app, "ada", Piece::Reply(reply), FlagReason::Spam);
    let ids: Vec<_> = queue(&app, "cat").iter().map(|row| (row.piece, row.id)).collect();
    let of = |piece: Piece| ids.iter().find(|(of, _)| *of == piece).unwrap().1;
    merge_as(&app, "cat", thread, target);
    let moved = queue(&app, "cat");
    assert_eq!(
        moved
            .iter()
            .find(|row| row.piece == Piece::Reply(reply))
            .unwrap()
            .thread
            .0,
        target
    );
    let opening = app
        .read(|db| merges::landing(db, Sight::everything(), thread))
        .unwrap()
        .opening;
    assert_eq!(
        flag_as(&app, "bob", Piece::Reply(opening), FlagReason::Rude),
        Flagging::FlaggedBefore
    );
    assert_eq!(
        decide_as(&app, "cat", of(Piece::Thread(thread)), Decision::Deleted),
        Deciding::Done
    );
    assert_eq!(
        decide_as(&app, "cat", of(Piece::Reply(reply)), Decision::Deleted),
        Deciding::Done
    );
    let path = format!("/threads/{target}");
    assert!(!app.visitor().visit(&path).text("main").contains("keys.example"));
    assert_eq!(put_back_as(&app, "cat", of(Piece::Thread(thread))), Deciding::Done);
    assert_eq!(put_back_as(&app, "cat", of(Piece::Reply(reply))), Deciding::Done);
    assert!(app.visitor().visit(&path).text("main").contains("keys.example"));
    undo(&app, thread);
    assert_eq!(
        decide_as(&app, "cat", of(Piece::Thread(thread)), Decision::Spam),
        Deciding::Done
    );
    assert_eq!(app.visitor().visit(&format!("/threads/{thread}")).status, 410);
    assert_eq!(app.visitor().visit(&path).status, 200);
}

#[test]
fn a_thread_that_is_moved_or_deleted_meanwhile_is_still_decided_and_its_case_follows_its_sight() {
    let app = TestApp::spawn();
    let (thread, reply) = question(&app);
    flag_as(&app, "ada", Piece::Reply(reply), FlagReason::Spam);
    let id = only_case(&app);
    let (root, now, sight) = (app.user("root"), app.now(), Sight::everything());
    let staff = app.read(|db| categories::by_slug(db, sight, "back-office")).id;
    app.write(|tx| threads::r#move(tx, &root, sight, thread, staff, now));
    assert!(queue(&app, "cat").is_empty(), "it is for the staff now");
    app.write(|tx| threads::delete(tx, &root, sight, thread, &Reason::default(), now));
    let page = app.signed_in("root").visit(&format!("/moderation/cases/{id}"));
    assert!(
        page.text("main").contains("thread around it is deleted"),
        "{}",
        page.body
    );
    assert_eq!(decide_as(&app, "root", id, Decision::Deleted), Deciding::Done);
    assert!(case(&app, id).is_hidden);
}
