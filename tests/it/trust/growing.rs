//! How trust grows and falls, on both databases.

use chrono::Duration;
use tanya::domain::case::{Decision, Piece};
use tanya::domain::flag::FlagReason;
use tanya::domain::id::{ReplyId, ThreadId};
use tanya::domain::moderation::Act;
use tanya::domain::role::{Role, Trust};
use tanya::domain::sight::Sight;
use tanya::domain::trust::Merits;
use tanya::domain::vote::Vote;
use tanya::store::readings::{self, Reading};
use tanya::store::{moderations, trust, votes};

use super::{be_newcomer, change_rules, set_trust, threads, weigh};
use crate::desk::{decide_as, flag_as, only_case, put_back_as};
use crate::support::TestApp;

fn trust_of(app: &TestApp, name: &str) -> Trust {
    app.user(name).trust
}

fn merits(app: &TestApp, name: &str) -> Merits {
    let (user, now, rules) = (app.user(name).id, app.now(), app.site.settings().trust);
    app.read(|db| trust::history(db, user, &rules, now)).merits
}

fn read(app: &TestApp, name: &str, threads: &[ThreadId]) {
    let (user, at) = (app.user(name).id, app.now());
    let read: Vec<_> = threads
        .iter()
        .map(|thread| (user, *thread, Reading { at, seen_count: 0 }))
        .collect();
    app.write(|tx| readings::put(tx, &read));
}

/// What the log says about trust, the newest first.
fn logged(app: &TestApp) -> Vec<String> {
    let (sight, root) = (Sight::everything(), app.signed_in("root"));
    let acts = app.read(|db| moderations::page(db, sight, None, 50)).items;
    assert!(root.visit("/moderation/log").status == 200);
    let of_trust = acts.into_iter().filter(|act| act.act == Act::ChangeTrust);
    of_trust.map(|act| act.person.unwrap().name.unwrap()).collect()
}

/// A moderator removes a reply of bob's that was flagged.
fn uphold(app: &TestApp, thread: ThreadId) -> ReplyId {
    let reply = app.by("bob", |bob| bob.reply(thread, "Buy my keys."));
    flag_as(app, "ada", Piece::Reply(reply), FlagReason::Spam);
    decide_as(app, "cat", only_case(app), Decision::Deleted);
    reply
}

#[test]
fn figures_count_what_the_forum_knows() {
    let app = TestApp::spawn();
    let threads = threads(&app, 3);
    assert_eq!(merits(&app, "bob"), Merits::default());
    read(&app, "bob", &threads[..2]);
    let [liked, thanked, accepted] =
        [0, 1, 2].map(|place: usize| app.by("bob", |bob| bob.reply(threads[place], "With the key.")));
    app.by("eve", |eve| {
        votes::on_reply(eve.tx, &eve.author, Sight::everything(), liked, Some(Vote::Up), eve.now)
    });
    app.signed_in("eve").post(&format!("/replies/{thanked}/thank"), &[]);
    app.by("ada", |ada| ada.accept(accepted));
    app.by("ada", |ada| {
        votes::on_reply(
            ada.tx,
            &ada.author,
            Sight::everything(),
            accepted,
            Some(Vote::Up),
            ada.now,
        )
    });
    let own = app.by("bob", |bob| bob.ask("help", "Where is my key?", "key"));
    let found = app.by("bob", |bob| bob.reply(own, "Found it."));
    app.by("bob", |bob| bob.accept(found));
    for _ in 0..3 {
        app.signed_in("bob");
        app.pass(Duration::hours(20));
        app.work();
    }
    // From 10:00 on the second of March, twenty hours each: three days with a visit in two and a half days.
    let wanted = Merits {
        days: 2,
        visits: 3,
        threads: 2,
        helpful: 3,
    };
    assert_eq!(merits(&app, "bob"), wanted);
}

#[test]
fn newcomers_become_members_and_members_regulars() {
    let app = TestApp::spawn();
    let threads = threads(&app, 5);
    be_newcomer(&app, "bob");
    be_newcomer(&app, "ada");
    read(&app, "bob", &threads[..4]);
    app.signed_in("bob");
    app.pass(Duration::days(1));
    app.signed_in("bob");
    weigh(&app);
    assert_eq!(trust_of(&app, "bob"), Trust::Newcomer, "one thread is missing");
    read(&app, "bob", &threads);
    weigh(&app);
    assert_eq!(trust_of(&app, "bob"), Trust::Newcomer, "who stays away is not weighed");
    app.signed_in("bob");
    weigh(&app);
    assert_eq!(trust_of(&app, "bob"), Trust::Member);
    assert_eq!(logged(&app), ["bob"]);
    change_rules(&app, |rules| rules.regular = rules.member);
    app.signed_in("bob");
    weigh(&app);
    assert_eq!(trust_of(&app, "bob"), Trust::Regular);
    assert_eq!(trust_of(&app, "ada"), Trust::Newcomer);
    assert_eq!(logged(&app), ["bob", "bob"]);
    weigh(&app);
    assert_eq!(logged(&app).len(), 2, "once each");
}

#[test]
fn upheld_flags_let_trust_fall_until_somebody_takes_that_back() {
    let app = TestApp::spawn();
    let thread = threads(&app, 1)[0];
    set_trust(&app, "bob", Trust::Regular);
    uphold(&app, thread);
    weigh(&app);
    assert_eq!(trust_of(&app, "bob"), Trust::Regular, "once is not enough");
    uphold(&app, thread);
    weigh(&app);
    assert_eq!(trust_of(&app, "bob"), Trust::Member);
    app.signed_in("bob");
    weigh(&app);
    assert_eq!(trust_of(&app, "bob"), Trust::Member, "the same posts count once");
    change_rules(&app, |rules| rules.regular = Merits::default());
    app.signed_in("bob");
    weigh(&app);
    assert_eq!(trust_of(&app, "bob"), Trust::Member, "they keep it from growing");
    assert_eq!(logged(&app), ["bob"]);
    let root = app.signed_in("root");
    let undone = root.submit("/moderation/log", "form[action$='/undo']", &[]);
    assert_eq!(undone.status, 303, "{}", undone.body);
    assert_eq!(trust_of(&app, "bob"), Trust::Regular);
    app.signed_in("bob");
    weigh(&app);
    assert_eq!(trust_of(&app, "bob"), Trust::Regular, "and it stays so");
}

#[test]
fn a_decision_that_was_taken_back_lets_nothing_fall() {
    let app = TestApp::spawn();
    let thread = threads(&app, 1)[0];
    uphold(&app, thread);
    let reply = app.by("bob", |bob| bob.reply(thread, "Buy more keys."));
    flag_as(&app, "ada", Piece::Reply(reply), FlagReason::Spam);
    let case = only_case(&app);
    decide_as(&app, "cat", case, Decision::Spam);
    put_back_as(&app, "cat", case);
    decide_as(&app, "cat", case, Decision::Kept);
    app.signed_in("bob");
    weigh(&app);
    assert_eq!(trust_of(&app, "bob"), Trust::Member);
}

#[test]
fn regulars_who_help_most_become_helpers_once_where_the_site_wants_it() {
    let app = TestApp::spawn();
    let thread = threads(&app, 1)[0];
    let reply = app.by("bob", |bob| bob.reply(thread, "With the key."));
    app.by("ada", |ada| ada.accept(reply));
    set_trust(&app, "bob", Trust::Regular);
    weigh(&app);
    app.signed_in("bob");
    weigh(&app);
    assert_eq!(app.user("bob").role, Role::Member, "the setting is off");
    change_rules(&app, |rules| rules.grants_helper = true);
    app.signed_in("bob");
    weigh(&app);
    assert_eq!(app.user("bob").role, Role::Helper);
    assert_eq!(app.user("ada").role, Role::Member);
    let root = app.signed_in("root");
    let undone = root.submit("/moderation/log", "form[action$='/undo']", &[]);
    assert_eq!(undone.status, 303, "{}", undone.body);
    app.signed_in("bob");
    weigh(&app);
    assert_eq!(app.user("bob").role, Role::Member, "people decided about it");
}
