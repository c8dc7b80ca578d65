//! What a merge does to where the questions stand, to whom they affect and to what is said of them; and who may see it.

use tanya::domain::body::Reason;
use tanya::domain::merge::Objection;
use tanya::domain::sight::Sight;
use tanya::domain::thread::Standing;
use tanya::domain::vote::Vote;
use tanya::store::comments::CommentOn;
use tanya::store::merges::Merging;
use tanya::store::replies::Accepting;
use tanya::store::users::profiles;
use tanya::store::{readings, replies, thanks, threads, votes};

use super::{Pair, merge, merge_as, undo};
use crate::support::TestApp;

fn standing(app: &TestApp, id: tanya::domain::id::ThreadId) -> Standing {
    app.read(|db| threads::outline(db, Sight::everything(), id)).standing
}

#[test]
fn an_open_question_is_resolved_by_what_was_accepted_in_the_merged_one_and_open_again_without_it() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    app.by("ada", |ada| ada.accept(pair.answer));
    merge(&app, pair.merged, pair.target);
    assert_eq!(standing(&app, pair.target), Standing::Resolved);
    let page = app.visitor().visit(&format!("/threads/{}", pair.target));
    assert!(page.text(".post.accepted .prose").contains("looks for the network"));
    undo(&app, pair.merged);
    assert_eq!(standing(&app, pair.target), Standing::Answered);
    assert_eq!(standing(&app, pair.merged), Standing::Resolved);
}

#[test]
fn a_resolved_question_keeps_its_own_answer() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    app.by("ada", |ada| ada.accept(pair.answer));
    app.by("dan", |dan| dan.accept(pair.other));
    merge(&app, pair.merged, pair.target);
    let page = app.visitor().visit(&format!("/threads/{}", pair.target));
    assert!(page.text(".post.accepted .prose").contains("battery is low"));
    // The asker of the question that stays may choose another one; that choice ends with the merge.
    app.by("dan", |dan| dan.accept(pair.answer));
    undo(&app, pair.merged);
    assert_eq!(standing(&app, pair.target), Standing::Answered);
    assert_eq!(standing(&app, pair.merged), Standing::Resolved);
    let bob = app.read(|db| profiles::card(db, tanya::domain::id::UserId::stored(2)));
    assert_eq!(bob.accepted_count, 1);
}

#[test]
fn the_text_of_a_merged_question_is_no_answer_and_only_moderators_delete_it() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    let opening = merge(&app, pair.merged, pair.target);
    let (dan, ada, now, sight) = (app.user("dan"), app.user("ada"), app.now(), Sight::everything());
    let accepted = app.write(|tx| replies::accept(tx, &dan, sight, opening, now));
    assert_eq!(accepted, Accepting::NotYours);
    let thanked = app.write(|tx| thanks::thank(tx, &dan, sight, opening, true, now));
    let deleted = app.write(|tx| replies::delete(tx, &ada, sight, opening, &Reason::default(), now));
    let refused = tanya::store::outcome::Deed::NotYours;
    assert_eq!((thanked, deleted), (refused.clone(), refused));
    for (name, path) in [("dan", "accept"), ("dan", "thank"), ("ada", "delete")] {
        let page = app.signed_in(name).visit(&format!("/threads/{}", pair.target));
        assert!(
            !page.has(&format!("form[action='/replies/{opening}/{path}']")),
            "{path} for {name}"
        );
    }
}

#[test]
fn what_is_said_meanwhile_stays_with_its_post_and_what_is_posted_stays_in_the_target() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    let (bob, now, sight) = (app.user("bob"), app.now(), Sight::everything());
    app.write(|tx| votes::on_thread(tx, &bob, sight, pair.merged, Some(Vote::Up), now));
    app.by("bob", |bob| {
        bob.comment(CommentOn::Thread(pair.merged), "At which hour?")
    });
    let opening = merge(&app, pair.merged, pair.target);
    let cat = app.user("cat");
    app.write(|tx| votes::on_reply(tx, &cat, sight, opening, Some(Vote::Up), now));
    app.write(|tx| votes::on_reply(tx, &cat, sight, pair.answer, Some(Vote::Up), now));
    // A form that was open before the merge comes later.
    app.by("eve", |eve| eve.comment(CommentOn::Thread(pair.merged), "At three."));
    let late = app.by("eve", |eve| eve.reply(pair.merged, "Mine too."));
    let edited = app.signed_in("ada").submit(
        &format!("/replies/{opening}/edit"),
        "main form[action$='/edit']",
        &[("body", "It blinks at three at night.")],
    );
    assert_eq!(edited.status, 303, "{}", edited.body);
    let page = app.visitor().visit(&format!("/threads/{}", pair.target));
    assert!(page.body.contains("At which hour?") && page.body.contains("At three."));
    assert!(page.has(&format!("#reply-{late}")));

    undo(&app, pair.merged);
    let alone = app.visitor().visit(&format!("/threads/{}", pair.merged));
    assert!(alone.text("#question > .prose").contains("at three at night"));
    assert_eq!(alone.texts("#question > .actions .votes-told"), ["2 votes"]);
    assert!(alone.body.contains("At which hour?") && alone.body.contains("At three."));
    assert!(!alone.has(&format!("#reply-{late}")));
    let history = app.visitor().get(&format!("/threads/{}/-/history", pair.merged));
    assert!(history.body.contains("Version 2"), "{}", history.body);
    let target = app.visitor().visit(&format!("/threads/{}", pair.target));
    assert!(target.has(&format!("#reply-{late}")) && target.texts("#replies-head") == ["2 answers"]);
}

#[test]
fn whoever_has_the_merged_problem_is_counted_in_the_target_until_it_is_undone() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    let (now, sight) = (app.now(), Sight::everything());
    let joins = |name: &str, thread, joins| {
        let user = app.user(name);
        app.write(|tx| votes::me_too(tx, &user, sight, thread, joins, now))
    };
    let count = |thread| {
        let page = app.read(|db| {
            threads::page(
                db,
                &tanya::domain::account::Viewer::Anonymous,
                sight,
                thread,
                threads::Wanted::default(),
            )
        });
        page.me_too_count
    };
    joins("bob", pair.merged, true);
    joins("dan", pair.merged, true);
    joins("eve", pair.merged, true);
    joins("eve", pair.target, true);
    merge(&app, pair.merged, pair.target);
    // Eve twice is once; dan asked there himself; ada asked the merged one.
    assert_eq!(count(pair.target), 3);
    joins("bob", pair.merged, false);
    joins("cat", pair.merged, true);
    assert_eq!(
        count(pair.target),
        3,
        "what is said of the merged one is said of the target"
    );
    undo(&app, pair.merged);
    assert_eq!((count(pair.merged), count(pair.target)), (3, 2));
}

#[test]
fn what_was_read_before_is_not_new_after_a_merge() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    let now = app.now();
    let [dan, cat] = ["dan", "cat"].map(|name| app.user(name).id);
    let reading = readings::Reading { at: now, seen_count: 1 };
    app.write(|tx| readings::put(tx, &[(dan, pair.target, reading), (cat, pair.merged, reading)]));
    let news = |reader| {
        let mut rows = app.read(|db| {
            let listing = tanya::domain::thread::Listing {
                is: None,
                category: None,
                tag: None,
                sort: tanya::domain::thread::Sort::New,
            };
            threads::list(db, Sight::everything(), &listing, None, 10)
        });
        app.read(|db| readings::mark(db, reader, &readings::Readings::new(), &mut rows.items));
        let row = rows.items.into_iter().find(|row| row.id == pair.target);
        row.map(|row| row.new_count)
    };
    merge(&app, pair.merged, pair.target);
    assert_eq!((news(dan), news(cat)), (Some(0), Some(0)));
    app.clock.pass(chrono::Duration::minutes(1));
    app.by("eve", |eve| eve.reply(pair.target, "Charge it."));
    assert_eq!((news(dan), news(cat)), (Some(1), Some(1)));
    undo(&app, pair.merged);
    assert_eq!((news(dan), news(cat)), (Some(1), Some(0)), "cat never was there");
}

#[test]
fn what_few_may_see_is_never_merged_into_what_more_may_see() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    let secret = app.by("dan", |dan| dan.ask("back-office", "The lamp that we recall", "light"));
    let refused = merge_as(&app, "root", secret, pair.target);
    assert_eq!(refused, Merging::Refused(Objection::WiderAudience));
    // A moderator who is not of the staff does not learn that there is such a thread.
    let (cat, root) = (app.signed_in("cat"), app.signed_in("root"));
    let path = format!("/threads/{}/-/merge", pair.merged);
    let asked = cat.submit(&path, "main form[method=get]", &[("q", &secret.to_string())]);
    assert!(asked.status == 422 && !asked.body.contains("recall"));
    assert_eq!(cat.post(&path, &[("into", &*secret.to_string())]).status, 404);
    let asked = root.submit(&path, "main form[method=get]", &[("q", &secret.to_string())]);
    assert!(asked.text(".notice.warning").contains("Only the staff"));
    let done = root.send_form(&asked.form(super::MERGE));
    assert_eq!(done.status, 303);
    for name in ["", "ada", "cat"] {
        let client = if name.is_empty() {
            app.visitor()
        } else {
            app.signed_in(name)
        };
        for path in [format!("/threads/{}", pair.merged), format!("/replies/{}", pair.answer)] {
            let page = client.get(&path);
            assert!(matches!(page.status, 404 | 410), "{path} for {name}: {}", page.status);
            assert!(!page.body.contains("recall"), "{path} for {name}");
        }
    }
}
