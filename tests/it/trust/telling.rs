//! What everybody reads of trust, and the page by which it is set.

use chrono::Duration;
use tanya::store::settings;

use super::{be_newcomer, change_rules, threads};
use crate::support::TestApp;

const PAGE: &str = "/about/permissions";
const FORM: &str = "form[action='/admin/trust']";

#[test]
fn everybody_reads_their_own_figures_beside_what_is_asked() {
    let app = TestApp::spawn();
    let page = app.visitor().visit(PAGE);
    assert_eq!(page.texts("#trust thead th").len(), 3);
    assert_eq!(page.texts("#trust tbody tr:nth-child(2) td"), ["2", "30"]);
    assert!(!page.has(".own-trust") && !page.has(".open-to-me"));

    be_newcomer(&app, "bob");
    let bob = app.signed_in("bob");
    let page = bob.visit(PAGE);
    assert_eq!(
        page.texts("#trust tbody tr:nth-child(2) td"),
        ["2", "30", "1 (one to go)"]
    );
    assert_eq!(page.texts("#trust tbody tr:nth-child(4) td"), ["0", "10", "0"]);
    assert_eq!(page.text(".own-trust"), "You are a newcomer.");
    let open = page.text(".open-to-me");
    assert!(open.contains("2 in a post, until you are a member."), "{open}");
    assert!(open.contains("3 in your first day"), "{open}");

    change_rules(&app, |rules| rules.newcomer.threads = 1);
    app.by("bob", |bob| bob.ask("help", "Where is my key?", "key"));
    let open = bob.visit(PAGE).text(".open-to-me");
    assert!(
        open.contains("The next one can be written from 3 Mar 2026, 10:00 UTC"),
        "{open}"
    );

    let page = app.signed_in("ada").visit(PAGE);
    assert_eq!(page.text(".own-trust"), "You are a member.");
    assert_eq!(
        page.texts("#trust tbody tr:nth-child(3) td"),
        ["5", "50", "0 (50 to go)"]
    );
    assert!(page.text(".open-to-me").contains("As many as you need."));
    be_newcomer(&app, "cat");
    let page = app.signed_in("cat").visit(PAGE);
    assert_eq!(page.text(".own-trust"), "Your role lets you do more than trust would.");
    app.work();
}

#[test]
fn who_fell_reads_why_and_from_when_on_trust_grows_again() {
    let app = TestApp::spawn();
    threads(&app, 1);
    let (bob, now) = (app.user("bob").id, app.now());
    let was = (tanya::domain::role::Trust::Member, tanya::domain::role::Trust::Newcomer);
    assert!(app.write(|tx| tanya::store::trust::change(tx, None, bob, was, now)));
    assert!(
        !app.write(|tx| tanya::store::trust::change(tx, None, bob, was, now)),
        "once"
    );
    let page = app.signed_in("bob").visit(PAGE);
    assert_eq!(
        page.text(".own-trust"),
        "You are a newcomer. Your trust fell, because moderators had to remove posts of yours. \
         It can grow again from 1 May 2026, 10:00 UTC."
    );
    app.pass(Duration::days(60));
    app.work();
    assert_eq!(
        app.signed_in("bob").visit(PAGE).text(".own-trust"),
        "You are a newcomer."
    );
    app.work();
}

#[test]
fn an_administrator_changes_what_is_asked() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let fields = [
        ("member_threads", "7"),
        ("regular_helpful", "20"),
        ("clean_days", "10"),
        ("upheld_to_fall", "3"),
        ("grants_helper", "true"),
        ("newcomer_links", "1"),
    ];
    let saved = root.submit("/admin/trust", FORM, &fields);
    assert_eq!(saved.status, 303, "{}", saved.body);
    let rules = app.read(settings::load).trust;
    assert_eq!((rules.member.threads, rules.regular.helpful), (7, 20));
    assert_eq!((rules.clean_days, rules.upheld_to_fall), (10, 3));
    assert!(rules.grants_helper);
    assert_eq!((rules.newcomer.links, rules.newcomer.threads), (1, 3));
    let wrong = root.submit(
        "/admin/trust",
        FORM,
        &[("newcomer_links", "51"), ("member_days", "soon")],
    );
    assert_eq!(wrong.status, 422);
    let problems = wrong.text(".problems");
    assert!(
        problems.contains("Links of newcomers") && problems.contains("Days of members"),
        "{problems}"
    );
    assert_eq!(app.read(settings::load).trust, rules);
    let page = app.visitor().visit(PAGE);
    assert_eq!(page.texts("#trust tbody tr:nth-child(3) td"), ["7", "50"]);
    assert!(page.text("#trust").contains("3 of them within that time"));
    assert_eq!(app.signed_in("cat").get("/admin/trust").status, 403);
}
