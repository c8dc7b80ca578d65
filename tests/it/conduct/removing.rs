//! A spammer removed in one act, and everything brought back in one.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};
use tanya::domain::body::Reason;
use tanya::domain::case::{HoldReason, Piece};
use tanya::domain::flag::FlagReason;
use tanya::domain::id::{CommentId, ReplyId, ThreadId};
use tanya::domain::sight::Sight;
use tanya::store::comments::CommentOn;
use tanya::store::removals::{self, STEP};
use tanya::store::restraints::Restraining;
use tanya::store::{holds, replies};

use super::{id_of, page_of, question};
use crate::desk::{flag_as, queue};
use crate::support::TestApp;

const REMOVE: &str = "form[action$='/remove']";
const BRING_BACK: &str = "form[action$='/bring-back']";

/// All that a removal may change, as rows say it.
const STATE: &str = "select 'thread ' || id as what, reply_count + 1000 * comment_count as much, \
         standing || coalesce(' deleted', '') as said from threads where deleted_at is null \
     union all select 'reply ' || id, comment_count, '' from replies where deleted_at is null \
     union all select 'comment ' || id, 0, '' from comments where deleted_at is null \
     union all select 'accepted ' || thread_id, reply_id, '' from acceptances where ended_at is null \
     union all select 'person ' || id, thread_count + 1000 * reply_count + 1000000 * accepted_count, \
         case when suspended_at is null and removed_at is null then '' else 'gone' end from users \
     union all select 'tag ' || name, thread_count, '' from tags \
     union all select 'category ' || id, open_count + 1000 * resolved_count, '' from categories \
     union all select 'case ' || id, case when decided_at is null then 0 else 1 end, coalesce(held_for, '') from cases \
     union all select 'flag ' || id, 0, coalesce(outcome, 'waits') from flags \
     order by 1";

#[derive(QueryableByName, Debug, PartialEq, Eq)]
struct Line {
    #[diesel(sql_type = Text)]
    what: String,
    #[diesel(sql_type = BigInt)]
    much: i64,
    #[diesel(sql_type = Nullable<Text>)]
    said: Option<String>,
}

fn state(app: &TestApp) -> Vec<Line> {
    app.read(|db| Ok(diesel::sql_query(STATE).load(db)?))
}

/// What bob wrote everywhere: a question, an accepted answer, a comment, something that is held, something that was deleted before.
struct Spam {
    answered: ThreadId,
    own: ThreadId,
    accepted: ReplyId,
    deleted: ReplyId,
    comment: CommentId,
}

fn spam(app: &TestApp) -> Spam {
    let (answered, accepted) = question(app);
    let own = app.by("bob", |bob| bob.ask("help", "Who wants cheap keys?", "box key"));
    app.by("ada", |ada| ada.reply(own, "Nobody does."));
    app.by("ada", |ada| ada.accept(accepted));
    let deleted = app.by("bob", |bob| bob.reply(answered, "Keys, I say."));
    let held = app.by("bob", |bob| bob.reply(answered, "Still more keys."));
    let comment = app.by("bob", |bob| bob.comment(CommentOn::Thread(answered), "Cheap ones."));
    app.by("eve", |eve| eve.comment(CommentOn::Reply(accepted), "Thanks."));
    let (cat, now) = (app.user("cat"), app.now());
    app.write(|tx| replies::delete(tx, &cat, Sight::everything(), deleted, &Reason::default(), now));
    app.write(|tx| holds::hold(tx, Piece::Reply(held), HoldReason::Spam, now));
    flag_as(app, "ada", Piece::Thread(own), FlagReason::Spam);
    Spam {
        answered,
        own,
        accepted,
        deleted,
        comment,
    }
}

#[test]
fn one_act_takes_everything_and_one_brings_back_exactly_that() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let spam = spam(&app);
    let bob = app.signed_in("bob");
    let before = state(&app);
    let cat = app.signed_in("cat");
    let done = cat.submit(&page_of(&app, "bob"), REMOVE, &[("removal_reason", "Advertising.")]);
    assert_eq!(done.location().unwrap(), "/moderation/people/2", "{}", done.body);
    assert_eq!(bob.get("/settings").status, 303, "his sessions have ended");
    let nobody = app.visitor();
    let page = nobody.visit(&format!("/threads/{}", spam.answered));
    assert!(
        !page.body.contains("keys.example") && !page.body.contains("Cheap ones"),
        "{}",
        page.body
    );
    assert!(!page.text("main").contains("Resolved"), "nothing is accepted any more");
    assert_eq!(nobody.visit(&format!("/threads/{}", spam.own)).status, 410);
    assert!(!nobody.visit("/threads").body.contains("cheap keys"));
    let gone = nobody.get("/users/2/bob");
    assert_eq!(gone.status, 410);
    assert!(!gone.text("main").contains("bob"), "{}", gone.body);
    assert!(queue(&app, "root").is_empty(), "nothing of his waits");
    let upheld = state(&app).into_iter().filter(|line| line.what.starts_with("flag"));
    assert!(upheld.map(|line| line.said.unwrap()).all(|said| said == "upheld"));
    let told = cat.visit("/moderation/people/2").text(".notice.warning");
    assert!(told.contains("with 4 posts"), "{told}");
    let log = cat.visit("/moderation/log").text("tbody tr:first-child");
    assert!(
        log.contains("Removed with everything they wrote: bob") && log.contains("Advertising."),
        "{log}"
    );

    let back = cat.submit("/moderation/people/2", BRING_BACK, &[]);
    assert_eq!(back.status, 303, "{}", back.body);
    assert_eq!(state(&app), before);
    let page = app.visitor().visit(&format!("/threads/{}", spam.answered));
    assert!(
        page.body.contains("keys.example") && page.text("main").contains("Resolved"),
        "{}",
        page.body
    );
    assert!(page.has(&format!("#reply-{}", spam.accepted)) && !page.has(&format!("#reply-{}", spam.deleted)));
    assert_eq!(app.visitor().get("/users/2/bob").status, 200);
    assert_eq!(app.signed_in("bob").get("/settings").status, 200);
}

#[test]
fn the_act_is_taken_back_from_the_log_and_done_again_from_there() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    spam(&app);
    let before = state(&app);
    let cat = app.signed_in("cat");
    cat.submit(&page_of(&app, "bob"), REMOVE, &[]);
    let removed = state(&app);
    let undo = "tbody tr:first-child form[action$='/undo']";
    assert_eq!(cat.submit("/moderation/log", undo, &[]).status, 303);
    assert_eq!(state(&app), before);
    assert_eq!(cat.submit("/moderation/log", undo, &[]).status, 303);
    assert_eq!(state(&app), removed);
    let path = format!("{}/remove", page_of(&app, "bob"));
    let twice = cat.post(&path, &[("removal_reason", "")]);
    assert_eq!(twice.status, 303);
    assert_eq!(state(&app), removed, "once is enough");
    assert_eq!(app.signed_in("root").post("/admin/people/2/unsuspend", &[]).status, 303);
    assert_eq!(state(&app), removed, "he comes back with everything, or not at all");
    cat.submit("/moderation/people/2", BRING_BACK, &[]);
    assert_eq!(state(&app), before);
}

#[test]
fn whoever_wrote_much_is_removed_in_steps_which_a_crash_only_interrupts() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let (thread, _) = question(&app);
    let many = 2 * STEP + 7;
    for number in 0..many {
        app.by("bob", |bob| bob.reply(thread, &format!("Advertisement {number}")));
    }
    app.work();
    let before = state(&app);
    let (cat, bob, now) = (app.user("cat"), id_of(&app, "bob"), app.now());
    let removed = app.write(|tx| removals::remove(tx, &cat, bob, &Reason::default(), now));
    assert_eq!(removed, Restraining::Done);
    let taken = |app: &TestApp| {
        app.read(|db| removals::in_force(db, bob))
            .map(|removed| removed.piece_count)
    };
    assert_eq!(taken(&app), Some(STEP), "the first step is in the act");
    let id = app.read(|db| removals::in_force(db, bob)).unwrap().id;
    assert!(
        app.write(|tx| removals::go_on(tx, id, now)),
        "one more step, and then a crash"
    );
    assert_eq!(taken(&app), Some(2 * STEP));
    app.work();
    assert_eq!(taken(&app), Some(many + 1));
    assert!(
        !app.visitor()
            .visit(&format!("/threads/{thread}"))
            .body
            .contains("Advertisement")
    );
    app.work();
    assert_eq!(
        app.write(|tx| removals::bring_back(tx, &cat, id, now)),
        Restraining::Done
    );
    app.work();
    assert_eq!(state(&app), before);
    assert_eq!(
        app.write(|tx| removals::bring_back(tx, &cat, id, now)),
        Restraining::Unchanged
    );
}

#[test]
fn what_somebody_did_meanwhile_stays() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let spam = spam(&app);
    let (cat, bob, now) = (app.user("cat"), id_of(&app, "bob"), app.now());
    app.write(|tx| removals::remove(tx, &cat, bob, &Reason::default(), now));
    let better = app.by("eve", |eve| eve.reply(spam.answered, "Lift the lid."));
    app.by("ada", |ada| ada.accept(better));
    let id = app.read(|db| removals::in_force(db, bob)).unwrap().id;
    app.write(|tx| removals::bring_back(tx, &cat, id, now));
    let accepted = state(&app)
        .into_iter()
        .find(|line| line.what.starts_with("accepted"))
        .unwrap();
    assert_eq!(accepted.much, better.get(), "what ada accepted meanwhile");
    let profile = app.visitor().visit("/users/2/bob").text("main");
    assert!(profile.contains("0 accepted"), "{profile}");
}

#[test]
fn nothing_of_a_removed_person_is_put_back_by_itself() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let spam = spam(&app);
    let case = queue(&app, "cat")
        .into_iter()
        .find(|row| row.piece == Piece::Thread(spam.own))
        .map(|row| row.id)
        .unwrap();
    let cat = app.signed_in("cat");
    cat.submit(&page_of(&app, "bob"), REMOVE, &[]);
    let removed = state(&app);
    for page in [
        cat.visit("/moderation"),
        cat.visit(&format!("/moderation/cases/{case}")),
    ] {
        assert!(!page.has("form[action$='/put-back']"), "{}", page.body);
        assert!(page.text("main").contains("Its author is removed with everything"));
        assert!(page.has("main a[href^='/moderation/people/2']"), "{}", page.body);
    }
    let suspended = cat.visit("/moderation/people/2");
    assert!(suspended.text(".flags").contains("Suspended") && !suspended.has("form[action$='/lift']"));
    let way = cat.visit("/moderation").attributes(".undo-line [data-key=u]", "href");
    assert_eq!(way, ["/moderation/people/2"]);
    for path in [
        format!("/moderation/cases/{case}/put-back"),
        format!("/threads/{}/-/undelete", spam.own),
        format!("/replies/{}/undelete", spam.accepted),
        format!("/replies/{}/undelete", spam.deleted),
        format!("/comments/{}/undelete", spam.comment),
    ] {
        let refused = cat.post(&path, &[]);
        assert_eq!(
            (refused.status, refused.location()),
            (303, way.first().cloned()),
            "{path}"
        );
        let told = cat.visit("/moderation/people/2");
        assert!(
            told.text(".notices").contains("comes back all at once"),
            "{}",
            told.body
        );
        assert!(told.has(BRING_BACK), "{}", told.body);
        assert_eq!(state(&app), removed, "{path}");
    }
    assert_eq!(cat.submit("/moderation/people/2", BRING_BACK, &[]).status, 303);
    let back = cat.post(&format!("/replies/{}/undelete", spam.deleted), &[]);
    assert_ne!(back.location(), way.first().cloned(), "he is not removed any more");
    assert!(
        app.visitor()
            .visit(&format!("/threads/{}", spam.answered))
            .has(&format!("#reply-{}", spam.deleted))
    );
}

#[test]
fn the_page_of_what_a_removal_took_says_so_and_leads_to_the_conduct_of_its_author() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let spam = spam(&app);
    let cat = app.signed_in("cat");
    let post = format!("#reply-{}", spam.accepted);
    let comment = format!("#comment-{}", spam.comment);
    let kept = app.by("ada", |ada| ada.reply(spam.answered, "Never mind."));
    let (user, now) = (app.user("cat"), app.now());
    app.write(|tx| replies::delete(tx, &user, Sight::everything(), kept, &Reason::default(), now));
    cat.submit(&page_of(&app, "bob"), REMOVE, &[]);
    let own = cat.visit(&format!("/threads/{}", spam.own));
    let other = cat.visit(&format!("/threads/{}", spam.answered));
    for (page, part) in [
        (&own, ".post.first"),
        (&other, post.as_str()),
        (&other, comment.as_str()),
    ] {
        assert!(
            page.text(part).contains("Its author is removed with everything"),
            "{part}: {}",
            page.body
        );
        assert!(
            page.has(&format!("{part} a[href^='/moderation/people/2']")),
            "{part}: {}",
            page.body
        );
        assert!(!page.has(&format!("{part} form[action$='{}/undelete']", spam.accepted)));
    }
    assert!(!own.has("form[action$='/undelete']") && !other.has(&format!("{comment} form[action$='/undelete']")));
    assert!(
        other.has(&format!("form[action='/replies/{kept}/undelete']")),
        "ada is there"
    );
    let seen = app.visitor().visit(&format!("/threads/{}", spam.answered));
    assert!(
        !seen.body.contains("/people/2") && !seen.body.contains("is removed"),
        "{}",
        seen.body
    );
}

#[test]
fn letters_that_wait_say_nothing_of_a_spammer() {
    let app = TestApp::spawn();
    let (_, _) = question(&app);
    let (cat, bob, now) = (app.user("cat"), id_of(&app, "bob"), app.now());
    app.write(|tx| removals::remove(tx, &cat, bob, &Reason::default(), now));
    app.pass(chrono::Duration::minutes(10));
    let letters = app.letters();
    assert!(
        letters.iter().all(|letter| !letter.text.contains("keys.example")),
        "{letters:?}"
    );
    assert!(
        letters.iter().all(|letter| letter.to.as_str() == "bob@example.com"),
        "{letters:?}"
    );
}

#[test]
fn a_moderator_removes_nobody_of_the_staff_and_a_member_nobody_at_all() {
    let app = TestApp::spawn();
    let (now, reason) = (app.now(), Reason::default());
    for (by, whom) in [("cat", "dan"), ("cat", "root"), ("eve", "bob"), ("root", "root")] {
        let (by, whom) = (app.user(by), id_of(&app, whom));
        let outcome = app.write(|tx| removals::remove(tx, &by, whom, &reason, now));
        assert_eq!(outcome, Restraining::NotYours);
    }
    // Whoever was suspended for a time is so again afterwards.
    app.write(|tx| Ok(tx.batch_execute("update users set suspended_at = '2026-03-01 00:00:00', suspended_until = '2026-03-09 00:00:00' where name = 'bob'")?));
    let (cat, bob) = (app.user("cat"), id_of(&app, "bob"));
    app.write(|tx| removals::remove(tx, &cat, bob, &reason, now));
    let id = app.read(|db| removals::in_force(db, bob)).unwrap().id;
    app.write(|tx| removals::bring_back(tx, &cat, id, now));
    assert!(app.visitor().visit("/users/2/bob").text("main").contains("suspended"));
    app.clock.pass(chrono::Duration::days(8));
    assert_eq!(app.signed_in("bob").get("/settings").status, 200);
    app.work();
}
