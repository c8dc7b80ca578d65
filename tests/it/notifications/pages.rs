//! The page of what somebody was told, the bell, and what marks as read.

use chrono::Duration;
use tanya::domain::body::Reason;
use tanya::domain::sight::Sight;
use tanya::domain::subscription::Level;
use tanya::store::users::closing::{self, Closing};
use tanya::store::{notifications, threads};

use super::{choose, choose_tag, id_of, notifications_of, told, unread};
use crate::support::TestApp;

const BELL: &str = ".site-header a.bell";

#[test]
fn the_bell_tells_how_much_is_unread_to_whoever_is_signed_in() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let ada = app.signed_in("ada");
    let home = ada.visit("/");
    assert_eq!(home.attributes(BELL, "aria-label"), ["Notifications, none unread"]);
    assert!(home.has(&format!("{BELL} .bell-count[hidden]")));
    assert!(!app.visitor().visit("/").has(BELL));
    app.by("bob", |bob| bob.reply(thread, "The network."));
    app.by("eve", |eve| eve.reply(thread, "The battery."));
    let home = ada.visit("/");
    assert_eq!(home.attributes(BELL, "aria-label"), ["Notifications, 2 unread"]);
    assert_eq!(home.text(".bell-count"), "2");
    assert!(!home.text("title").contains('2'), "the title stays");
    let count: serde_json::Value = serde_json::from_str(&ada.visit("/notifications/count").body).unwrap();
    assert_eq!(
        count,
        serde_json::json!({ "count": 2, "label": "Notifications, 2 unread", "shown": "2" })
    );

    // Visiting the thread reads what was told of it, on this very page.
    let path = format!("/threads/{thread}/why-does-it-blink");
    assert!(ada.visit(&path).has(&format!("{BELL} .bell-count[hidden]")));
    assert_eq!(
        ada.visit("/").attributes(BELL, "aria-label"),
        ["Notifications, none unread"]
    );
    assert!(!ada.visit("/notifications").has(".unread"));
    actix_web::rt::System::new().block_on(tanya::web::upkeep::write_readings(&app.site));
    assert_eq!(unread(&app, "ada"), 0);
    assert!(notifications_of(&app, "ada").iter().all(|note| note.is_read));
}

#[test]
fn only_a_hundred_are_counted() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    for number in 0..101 {
        app.by("bob", |bob| bob.reply(thread, &format!("Guess {number}")));
    }
    let home = app.signed_in("ada").visit("/");
    assert_eq!(home.text(".bell-count"), "99+");
    assert_eq!(
        home.attributes(BELL, "aria-label"),
        ["Notifications, more than 99 unread"]
    );
}

#[test]
fn the_page_goes_from_the_newest_to_the_oldest_by_pages() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    for number in 0..35 {
        app.clock.pass(Duration::minutes(1));
        app.by("bob", |bob| bob.reply(thread, &format!("Guess {number}.")));
    }
    let ada = app.signed_in("ada");
    let first = ada.visit("/notifications");
    let rows = first.texts(".notifications > li");
    assert_eq!(rows.len(), 30);
    assert!(
        rows[0].contains("bob answered your question") && rows[0].contains("Guess 34."),
        "{}",
        rows[0]
    );
    let next = first.attributes("a[href*='after=']", "href").remove(0);
    let rest = ada.visit(&next).texts(".notifications > li");
    assert_eq!(rest.len(), 5);
    assert!(rest[4].contains("Guess 0."), "{}", rest[4]);
    assert_eq!(ada.visit("/notifications?after=nonsense").status, 400);
}

#[test]
fn all_is_marked_as_read_or_one_by_one_and_what_came_since_stays_unread() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    app.by("bob", |bob| bob.reply(thread, "The network."));
    app.by("eve", |eve| eve.reply(thread, "The battery."));
    let ada = app.signed_in("ada");
    let page = ada.visit("/notifications");
    let (one, all) = (
        page.form(".notifications form[action$='/read']"),
        page.form("form[action='/notifications/read']"),
    );
    app.by("dan", |dan| dan.reply(thread, "The cable."));
    app.signed_in("bob").send_form(&one);
    assert_eq!(unread(&app, "ada"), 3, "it is not his");
    assert_eq!(ada.send_form(&one).status, 303);
    assert_eq!(unread(&app, "ada"), 2);
    assert_eq!(ada.send_form(&all).status, 303);
    assert_eq!(unread(&app, "ada"), 1, "what came since");
    assert_eq!(ada.post("/notifications/read", &[("newest", "x")]).status, 400);
}

#[test]
fn looking_at_the_page_changes_nothing() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    app.by("bob", |bob| bob.reply(thread, "The network."));
    let ada = app.signed_in("ada");
    for _ in 0..3 {
        ada.visit("/notifications");
        ada.visit("/notifications/count");
    }
    assert_eq!(unread(&app, "ada"), 1);
}

#[test]
fn what_a_moderator_deleted_is_told_without_a_way_to_it() {
    let app = TestApp::spawn();
    let (cat, now) = (app.user("cat"), app.now());
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let why = Reason::parse("It is spam.").unwrap();
    app.write(|tx| threads::delete(tx, &cat, Sight::everything(), thread, &why, now));
    let page = app.signed_in("ada").visit("/notifications");
    let row = page.text(".notifications > li");
    for part in ["cat deleted your thread", "Why does it blink?", "It is spam."] {
        assert!(row.contains(part), "{part}: {row}");
    }
    assert!(!page.has(".notifications a"), "{}", page.body);
}

#[test]
fn a_closed_account_keeps_neither_notifications_nor_wishes() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    choose(&app, "bob", thread, Level::Watching);
    app.by("eve", |eve| eve.reply(thread, "The battery."));
    assert_eq!(told(&app, "bob").len(), 1);
    let (bob, now) = (id_of(&app, "bob"), app.now());
    let closed = app.write(|tx| closing::close(tx, bob, now));
    assert_eq!(closed, Closing::Closed);
    app.by("cat", |cat| cat.reply(thread, "The cable."));
    let kept = app.read(|db| notifications::page(db, bob, Sight::everything(), None));
    assert_eq!(kept.items, []);
    app.work();
}

#[test]
fn ones_own_data_holds_what_one_was_told_and_what_one_wants_to_hear() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    app.by("bob", |bob| bob.reply(thread, "The network."));
    choose_tag(&app, "ada", "light", Level::Muted);
    let file = app.signed_in("ada").post("/settings/data/download", &[]);
    let file: serde_json::Value = serde_json::from_str(&file.body).unwrap();
    assert_eq!(file["notifications"][0]["kind"], "answered");
    assert_eq!(file["notifications"][0]["thread_id"], thread.get());
    assert_eq!(file["subscriptions"][0]["tag"], "light");
    assert_eq!(file["subscriptions"][0]["level"], "muted");
}

#[test]
fn what_happened_a_year_ago_is_forgotten() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    app.by("bob", |bob| bob.reply(thread, "The network."));
    app.pass(Duration::days(364));
    app.work();
    assert_eq!(told(&app, "ada").len(), 1);
    app.pass(Duration::days(2));
    app.work();
    assert_eq!(told(&app, "ada"), []);
}
