//! Deciding: what becomes of the post and of the flags, what the pages lead to, and taking it back.

use tanya::domain::case::{Decision, FlagOutcome, Piece};
use tanya::domain::flag::FlagReason;
use tanya::domain::id::ReplyId;
use tanya::domain::sight::Sight;
use tanya::store::cases::Deciding;
use tanya::store::comments::CommentOn;
use tanya::store::notifications;

use super::{DECIDE, case, decide_as, flag_as, hide, led_to, only_case, put_back_as, question, queue};
use crate::support::TestApp;

/// What somebody was told of, in words of acts.
fn told(app: &TestApp, name: &str) -> Vec<String> {
    let user = app.user(name).id;
    let page = app.read(|db| notifications::page(db, user, Sight::everything(), None));
    let acts = page
        .items
        .iter()
        .filter_map(|each| each.told.act.map(|act| act.to_string()));
    acts.collect()
}

/// Two answers to a question, each flagged as advertising.
fn two_cases() -> (TestApp, [ReplyId; 2]) {
    let app = TestApp::spawn();
    let (thread, first) = question(&app);
    let second = app.by("dan", |dan| dan.reply(thread, "My keys are better."));
    for reply in [first, second] {
        flag_as(&app, "ada", Piece::Reply(reply), FlagReason::Spam);
        super::later(&app, 1);
    }
    (app, [first, second])
}

#[test]
fn deciding_shows_the_next_case_with_the_focus_on_it_and_the_last_decision_to_be_undone() {
    let (app, [first, _]) = two_cases();
    let cat = app.signed_in("cat");
    let desk = cat.visit("/moderation");
    assert_eq!(desk.texts(".queue li").len(), 2);
    assert!(cat.visit("/").text("header").contains("Moderation (2)"));
    let begin = desk.attributes("a[data-key=n]", "href").remove(0);
    let page = cat.visit(&begin);
    assert!(page.has("h1[autofocus][tabindex='-1']") && page.text(".case-text").contains("keys.example"));
    let keys = page.attributes("[aria-keyshortcuts]", "data-key");
    assert_eq!(keys, ["l", "d", "s", "e", "n", "o"], "a reply cannot be closed");
    let next = led_to(&cat.submit(&begin, DECIDE, &[("decision", "spam"), ("reason", "No selling here.")]));
    assert_ne!(next, begin);
    let page = cat.visit(&next);
    assert!(
        page.text(".undo-line").contains("You deleted it as advertising"),
        "{}",
        page.body
    );
    assert_eq!(app.visitor().visit(&format!("/replies/{first}")).status, 410);
    let done = cat.submit(&next, DECIDE, &[("decision", "kept")]);
    assert_eq!(led_to(&done), "/moderation");
    let page = cat.visit("/moderation");
    assert!(page.text("main").contains("Nothing waits") && page.text(".notices").contains("last one"));
    let log = cat.visit("/moderation/log").text("table");
    assert!(
        log.contains("No selling here.") && log.contains("Left as it is"),
        "{log}"
    );
    assert_eq!(told(&app, "bob"), ["delete"]);
}

#[test]
fn a_long_reason_comes_back_with_what_was_typed() {
    let app = TestApp::spawn();
    let (_, reply) = question(&app);
    flag_as(&app, "ada", Piece::Reply(reply), FlagReason::Spam);
    let path = format!("/moderation/cases/{}", only_case(&app));
    let long = "x".repeat(501);
    let page = app
        .signed_in("cat")
        .submit(&path, DECIDE, &[("decision", "kept"), ("reason", &long)]);
    assert_eq!(page.status, 422);
    assert_eq!(page.form(DECIDE).value("reason"), Some(long.as_str()));
}

#[test]
fn a_decision_says_of_all_flags_whether_they_were_right_and_can_be_taken_back() {
    let app = TestApp::spawn();
    let (_, reply) = question(&app);
    let piece = Piece::Reply(reply);
    hide(&app, piece);
    let id = only_case(&app);
    let outcomes =
        |app: &TestApp| -> Vec<Option<FlagOutcome>> { case(app, id).flags.iter().map(|flag| flag.outcome).collect() };
    for (decision, outcome, is_hidden) in [
        (Decision::Deleted, FlagOutcome::Upheld, true),
        (Decision::Kept, FlagOutcome::Dismissed, false),
        (Decision::Spam, FlagOutcome::Upheld, true),
    ] {
        assert_eq!(decide_as(&app, "cat", id, decision), Deciding::Done);
        assert_eq!(outcomes(&app), [Some(outcome); 2], "{decision}");
        assert_eq!(case(&app, id).is_hidden, is_hidden, "{decision}");
        assert!(queue(&app, "cat").is_empty());
        assert_eq!(put_back_as(&app, "cat", id), Deciding::Done);
        assert_eq!(outcomes(&app), [None; 2], "{decision}");
        assert!(case(&app, id).is_hidden, "it is held again after {decision}");
        assert_eq!(only_case(&app), id);
        assert_eq!(told(&app, "bob"), Vec::<String>::new(), "{decision}");
    }
}

#[test]
fn what_was_only_flagged_is_there_again_when_its_deletion_is_taken_back() {
    let app = TestApp::spawn();
    let (thread, reply) = question(&app);
    let comment = app.by("eve", |eve| eve.comment(CommentOn::Reply(reply), "Rubbish."));
    for piece in [Piece::Comment(comment), Piece::Reply(reply), Piece::Thread(thread)] {
        let flagger = if piece == Piece::Thread(thread) { "bob" } else { "ada" };
        flag_as(&app, flagger, piece, FlagReason::Rude);
        let id = only_case(&app);
        assert_eq!(decide_as(&app, "cat", id, Decision::Deleted), Deciding::Done);
        assert!(case(&app, id).is_hidden);
        assert_eq!(put_back_as(&app, "root", id), Deciding::Done);
        assert!(!case(&app, id).is_hidden, "{piece:?}");
        assert_eq!(decide_as(&app, "cat", id, Decision::Kept), Deciding::Done);
        assert_eq!(put_back_as(&app, "cat", id), Deciding::Done);
        assert_eq!(decide_as(&app, "cat", id, Decision::Kept), Deciding::Done);
    }
    let counts = |db: &mut tanya::store::Db| tanya::store::threads::outline(db, Sight::public(), thread);
    assert_eq!(app.read(counts).reply_count, 1);
}

#[test]
fn a_thread_that_does_not_belong_here_is_closed_and_opened_again_when_that_is_taken_back() {
    let app = TestApp::spawn();
    let (thread, reply) = question(&app);
    flag_as(&app, "bob", Piece::Thread(thread), FlagReason::OffTopic);
    let id = only_case(&app);
    assert_eq!(decide_as(&app, "cat", id, Decision::Closed), Deciding::Done);
    let path = format!("/threads/{thread}");
    assert!(app.visitor().visit(&path).text(".notice").contains("Closed by"));
    assert_eq!(put_back_as(&app, "cat", id), Deciding::Done);
    assert!(!app.visitor().visit(&path).text("main").contains("Closed by"));
    assert_eq!(decide_as(&app, "cat", id, Decision::Kept), Deciding::Done);
    flag_as(&app, "ada", Piece::Reply(reply), FlagReason::OffTopic);
    assert_eq!(
        decide_as(&app, "cat", only_case(&app), Decision::Closed),
        Deciding::NotYours
    );
}

#[test]
fn what_happens_on_a_posts_own_page_decides_its_case() {
    let app = TestApp::spawn();
    let (thread, reply) = question(&app);
    let (cat, bob, now) = (app.user("cat"), app.user("bob"), app.now());
    let (sight, no) = (Sight::everything(), tanya::domain::body::Reason::default());
    flag_as(&app, "ada", Piece::Reply(reply), FlagReason::Rude);
    let id = only_case(&app);
    let decision = |app: &TestApp, id| case(app, id).decided.map(|decided| decided.1);
    app.write(|tx| tanya::store::replies::delete(tx, &cat, sight, reply, &no, now));
    assert_eq!(decision(&app, id), Some(Decision::Deleted));
    app.write(|tx| tanya::store::replies::undelete(tx, &cat, sight, reply, now));
    assert_eq!(decision(&app, id), Some(Decision::Kept));
    let another = app.by("bob", |bob| bob.reply(thread, "With care."));
    hide(&app, Piece::Reply(another));
    let id = only_case(&app);
    app.write(|tx| tanya::store::replies::undelete(tx, &cat, sight, another, now));
    assert_eq!(decision(&app, id), Some(Decision::Kept));
    let own = app.by("bob", |bob| bob.reply(thread, "With care."));
    flag_as(&app, "ada", Piece::Reply(own), FlagReason::Rude);
    let id = only_case(&app);
    app.write(|tx| tanya::store::replies::delete(tx, &bob, super::sight_of(&bob), own, &no, now));
    assert_eq!(decision(&app, id), Some(Decision::Lapsed));
    assert_eq!(
        put_back_as(&app, "cat", id),
        Deciding::DecidedBefore,
        "nobody decided it"
    );
}

#[test]
fn a_case_in_one_hand_is_shown_to_others_and_passed_over() {
    let (app, _) = two_cases();
    let (cat, root) = (app.signed_in("cat"), app.signed_in("root"));
    let begin = |client: &crate::support::Client| {
        client
            .visit("/moderation")
            .attributes("a[data-key=n]", "href")
            .remove(0)
    };
    let of_cat = begin(&cat);
    cat.visit(&of_cat);
    let of_root = begin(&root);
    assert_ne!(of_root, of_cat);
    assert!(root.visit("/moderation").text(".queue").contains("cat looks at it"));
    assert!(root.visit(&of_cat).text(".notice").contains("cat is looking at this"));
    let given = cat.submit(&of_cat, "form[action$='/give-back']", &[]);
    assert_eq!(led_to(&given), of_root, "the other one is in nobody's hand yet");
    assert_eq!(begin(&root), of_cat);
    cat.visit(&of_cat);
    super::later(&app, 10);
    assert_eq!(begin(&root), of_cat, "a claim ends by itself");
}

#[test]
fn a_moderator_outside_the_staff_neither_sees_nor_decides_what_is_for_the_staff() {
    let app = TestApp::spawn();
    let secret = app.by("dan", |dan| dan.ask("back-office", "What do we tell them?", "box"));
    flag_as(&app, "root", Piece::Thread(secret), FlagReason::Personal);
    let id = only_case(&app);
    assert!(queue(&app, "cat").is_empty());
    let cat = app.signed_in("cat");
    assert_eq!(cat.visit(&format!("/moderation/cases/{id}")).status, 404);
    assert!(!cat.visit("/moderation").text("main").contains("What do we tell them"));
    for act in ["decide", "give-back", "put-back"] {
        let fields: &[(&str, &str)] = if act == "decide" { &[("decision", "kept")] } else { &[] };
        assert_eq!(
            cat.post(&format!("/moderation/cases/{id}/{act}"), fields).status,
            404,
            "{act}"
        );
    }
    assert!(case(&app, id).decided.is_none());
}
