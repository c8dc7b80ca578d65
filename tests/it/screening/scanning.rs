//! What is here already is looked through: what looks like advertising comes to the desk, and nothing is hidden by that.

use diesel::RunQueryDsl;
use tanya::domain::case::{Decision, HoldReason, Piece};
use tanya::domain::flag::FlagReason;
use tanya::domain::id::{ReplyId, ScanId, ThreadId};
use tanya::domain::scan::MOST_CASES;
use tanya::domain::spam::LEAST_LESSONS;
use tanya::domain::watched_word::WatchedDeed;
use tanya::store::cases::{self, Deciding};
use tanya::store::comments::CommentOn;
use tanya::store::flags::{self, Flagging};
use tanya::store::scans::{self, Beginning, Scan};

use super::learning::{teach, thread};
use super::watch;
use crate::desk::{case, decide_as, flag_as, led_to, put_back_as, queue, sight_of};
use crate::old_addresses::import_topic;
use crate::support::TestApp;

const PAGE: &str = "/admin/watched-words";
const FORM: &str = "#scan form";

/// A topic of another forum: a question, an answer, an advertisement, and one with a word that is watched here.
const TOPIC: &str = r#"{"id": 7, "title": "How does the lantern work?", "category_id": 3, "archetype": "regular",
    "created_at": "2020-01-01T00:00:00Z", "post_stream": {"stream": [70, 71, 72, 73], "posts": [
    {"id": 70, "post_number": 1, "post_type": 1, "username": "ann", "user_id": 1, "created_at": "2020-01-01T00:00:00Z",
     "cooked": "<p>How does one light the lantern?</p>"},
    {"id": 71, "post_number": 2, "post_type": 1, "username": "ben", "user_id": 2, "created_at": "2020-01-02T00:00:00Z",
     "cooked": "<p>With a match.</p>"},
    {"id": 72, "post_number": 3, "post_type": 1, "username": "pam", "user_id": 3, "created_at": "2020-01-03T00:00:00Z",
     "cooked": "<p>Buy cheap watches at https://watches.example today.</p>"},
    {"id": 73, "post_number": 4, "post_type": 1, "username": "pam", "user_id": 3, "created_at": "2020-01-04T00:00:00Z",
     "cooked": "<p>Come to the best Casino of all.</p>"}]}}"#;
const ADVERT: &str = "Buy cheap watches at https://watches.example today.";
const QUESTION: &str = "The lantern flickers when the battery is low.";

/// A forum that knows what advertising looks like.
fn taught() -> TestApp {
    let app = TestApp::spawn();
    let thread = thread(&app);
    teach(&app, thread, ADVERT, Decision::Spam, LEAST_LESSONS);
    teach(&app, thread, QUESTION, Decision::Kept, LEAST_LESSONS);
    app
}

fn begin(app: &TestApp) -> ScanId {
    let (root, now) = (app.user("root").id, app.now());
    assert_eq!(app.write(|tx| scans::begin(tx, Some(root), now)), Beginning::Begun);
    newest(app).id
}

fn newest(app: &TestApp) -> Scan {
    app.read(scans::standing).newest.expect("there was a scan")
}

/// Looks through everything; gives how much came to the desk.
fn scan(app: &TestApp) -> i64 {
    begin(app);
    app.work();
    let scan = newest(app);
    assert!(scan.ended_at.is_some(), "{scan:?}");
    scan.case_count
}

fn pieces(app: &TestApp) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = queue(app, "root").into_iter().map(|row| row.piece).collect();
    pieces.sort_unstable();
    pieces
}

#[test]
fn an_import_is_looked_through_and_what_is_found_stays_in_sight_until_a_moderator_decides() {
    let app = taught();
    import_topic(&app, TOPIC);
    watch(&app, "casino", WatchedDeed::Block, "");
    let root = app.signed_in("root");
    assert!(root.visit(PAGE).text("#scan").contains("Look through everything"));
    assert_eq!(led_to(&root.submit(PAGE, FORM, &[])), PAGE);
    let going = root.visit(PAGE);
    assert!(
        going.text("#scan").contains("0 percent is looked through"),
        "{}",
        going.body
    );
    assert!(!going.has(FORM), "only one at a time");
    app.work();
    let done = root.visit(PAGE);
    assert!(
        done.text("#scan").contains("brought 2 posts to the desk"),
        "{}",
        done.body
    );
    let cat = app.signed_in("cat");
    let desk = cat.visit("/moderation").texts(".queue li");
    assert_eq!(desk.len(), 2, "{desk:?}");
    for (row, why) in desk.iter().zip(["Looks like advertising", "Watched words"]) {
        assert!(row.contains(why) && row.contains("found by a scan"), "{desk:?}");
        assert!(!row.contains("hidden"), "{desk:?}");
    }
    let found = queue(&app, "root");
    let said = cat.visit(&format!("/moderation/cases/{}", found[1].id)).text("main");
    for part in [
        "A scan found words in it that are watched.",
        "In it: Casino",
        "It is not hidden",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let home = format!("/threads/{}", found[0].thread.0);
    let shown = || {
        let body = app.visitor().visit(&home).body;
        (body.contains("watches.example"), body.contains("best Casino"))
    };
    assert_eq!(shown(), (true, true));
    assert_eq!(decide_as(&app, "cat", found[0].id, Decision::Spam), Deciding::Done);
    assert_eq!(decide_as(&app, "cat", found[1].id, Decision::Kept), Deciding::Done);
    assert_eq!(shown(), (false, true));
    assert_eq!(scan(&app), 0, "neither what was kept nor what was deleted comes back");
    let idle = root.visit(PAGE).text("#scan");
    assert!(idle.contains("It brought nothing to the desk."), "{idle}");
}

#[test]
fn without_lessons_only_watched_words_are_found() {
    let app = TestApp::spawn();
    import_topic(&app, TOPIC);
    watch(&app, "best casino", WatchedDeed::Hold, "");
    let said = app.signed_in("root").visit(PAGE).text("#scan");
    assert!(said.contains("Only watched words are found"), "{said}");
    assert_eq!(scan(&app), 1);
    assert_eq!(queue(&app, "root")[0].found, Some(HoldReason::Watched));
}

/// A thread, a reply and a comment, each with a word that is watched later.
fn three(app: &TestApp) -> (ThreadId, ReplyId, Vec<Piece>) {
    let thread = app.by("ada", |ada| {
        ada.ask_saying("help", "Where is it?", "Where is the casino?")
    });
    let reply = app.by("bob", |bob| bob.reply(thread, "The casino is there."));
    let comment = app.by("ada", |ada| ada.comment(CommentOn::Reply(reply), "What casino?"));
    app.by("bob", |bob| bob.reply(thread, "Nothing at all."));
    watch(app, "casino", WatchedDeed::Block, "");
    let pieces = vec![Piece::Thread(thread), Piece::Reply(reply), Piece::Comment(comment)];
    (thread, reply, pieces)
}

#[test]
fn a_scan_that_was_interrupted_goes_on_and_finds_each_once() {
    let app = TestApp::spawn();
    let (_, _, all) = three(&app);
    let (id, now) = (begin(&app), app.now());
    let root = app.user("root").id;
    let again = app.write(|tx| scans::begin(tx, Some(root), now));
    assert_eq!(again, Beginning::Running);
    let step = app.read(|db| scans::look(db, id)).expect("it is on its way");
    for _ in 0..2 {
        app.write(|tx| scans::settle(tx, &step, now));
        assert_eq!(pieces(&app), [all[0]], "a step that is written again changes nothing");
    }
    assert_eq!(newest(&app).piece_count, 1);
    app.work();
    assert_eq!(pieces(&app), all);
    let scan = newest(&app);
    assert_eq!((scan.piece_count, scan.case_count, scan.place), (4, 3, None));
    app.write(|tx| scans::settle(tx, &step, now));
    assert!(app.read(|db| scans::look(db, id)).is_none());
    assert_eq!(newest(&app), scan);
}

#[test]
fn one_whose_job_was_given_up_goes_on_at_the_press_of_the_button() {
    let app = TestApp::spawn();
    let (_, _, all) = three(&app);
    begin(&app);
    app.write(|tx| Ok(diesel::sql_query("delete from jobs").execute(tx)?));
    let root = app.signed_in("root");
    let said = root.visit(PAGE).text("#scan");
    assert!(said.contains("It stands still"), "{said}");
    led_to(&root.submit(PAGE, FORM, &[]));
    app.work();
    assert_eq!(pieces(&app), all);
}

#[test]
fn what_those_with_a_role_wrote_and_what_waits_is_hidden_or_was_kept_is_left_alone() {
    let app = taught();
    let (thread, reply, all) = three(&app);
    for name in ["cat", "root", "eve", "dan"] {
        app.write(|tx| Ok(diesel::sql_query("delete from watched_words").execute(tx)?));
        app.by(name, |writer| writer.reply(thread, "The casino is closed."));
        watch(&app, "casino", WatchedDeed::Block, "");
    }
    // A member is known, whatever their post looks like; a newcomer is not.
    app.by("bob", |bob| bob.reply(thread, ADVERT));
    let new = app.by("ada", |ada| ada.reply(thread, ADVERT));
    app.write(|tx| Ok(diesel::sql_query("update users set trust = 'newcomer' where name = 'ada'").execute(tx)?));
    assert_eq!(
        flag_as(&app, "eve", Piece::Reply(reply), FlagReason::Rude),
        Flagging::Flagged
    );
    assert_eq!(scan(&app), 3);
    let mut expected = all.clone();
    expected.push(Piece::Reply(new));
    expected.sort_unstable();
    assert_eq!(pieces(&app), expected);
    let of_reply = queue(&app, "root").into_iter().find(|row| row.piece == all[1]);
    assert_eq!(of_reply.expect("it was flagged").found, None, "it waits anyway");
    for row in queue(&app, "root") {
        decide_as(&app, "cat", row.id, Decision::Deleted);
    }
    assert_eq!(scan(&app), 0, "all of it is hidden");
}

#[test]
fn a_flag_that_is_taken_back_leaves_what_a_scan_found_and_decisions_are_taken_back_as_others() {
    let app = TestApp::spawn();
    let (thread, reply, _) = three(&app);
    assert_eq!(scan(&app), 3);
    let piece = Piece::Reply(reply);
    let id = queue(&app, "root")
        .into_iter()
        .find(|row| row.piece == piece)
        .unwrap()
        .id;
    assert_eq!(flag_as(&app, "eve", piece, FlagReason::Rude), Flagging::Flagged);
    let (eve, now) = (app.user("eve"), app.now());
    assert!(app.write(|tx| flags::withdraw(tx, &eve, sight_of(&eve), piece, now)));
    assert!(case(&app, id).decided.is_none(), "it waits still");
    assert_eq!(flag_as(&app, "cat", piece, FlagReason::Spam), Flagging::Hidden);
    let held = case(&app, id);
    assert!(held.is_hidden && held.held_words == "casino", "{held:?}");
    decide_as(&app, "cat", id, Decision::Kept);
    put_back_as(&app, "cat", id);
    let of_thread = queue(&app, "root")
        .into_iter()
        .find(|row| row.piece == Piece::Thread(thread));
    let of_thread = of_thread.unwrap().id;
    let status = || app.visitor().visit(&format!("/threads/{thread}")).status;
    decide_as(&app, "cat", of_thread, Decision::Spam);
    assert_eq!(status(), 410);
    assert_eq!(put_back_as(&app, "cat", of_thread), Deciding::Done);
    assert_eq!(status(), 200, "it is in sight again, and waits");
    assert_eq!(case(&app, of_thread).row.found, Some(HoldReason::Watched));
}

#[test]
fn a_scan_brings_so_much_at_most_and_the_next_one_goes_on_behind_it() {
    let app = TestApp::spawn();
    let thread = thread(&app);
    let last = app.by("bob", |bob| {
        let replies: Result<Vec<ReplyId>, _> = (0..=MOST_CASES)
            .map(|number| bob.reply(thread, &format!("Casino number {number}.")))
            .collect();
        Ok(*replies?.last().unwrap())
    });
    watch(&app, "casino", WatchedDeed::Hold, "");
    assert_eq!(scan(&app), MOST_CASES);
    let root = app.signed_in("root");
    let said = root.visit(PAGE).text("#scan");
    assert!(said.contains("It stopped there") && said.contains("Go on"), "{said}");
    led_to(&root.submit(PAGE, FORM, &[]));
    app.work();
    let rest = newest(&app);
    assert_eq!((rest.case_count, rest.place), (1, None));
    let waiting = app.read(|db| cases::open_among(db, thread, &[last], &[]));
    assert!(waiting.contains_key(&Piece::Reply(last)), "{waiting:?}");
    let said = root.visit(PAGE).text("#scan");
    assert!(
        said.contains("Look through everything") && !said.contains("It stopped"),
        "{said}"
    );
}
