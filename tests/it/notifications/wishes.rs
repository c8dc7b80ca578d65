//! The page of what somebody watches or muted: what stands there, and how it is changed there.

use chrono::Duration;
use tanya::domain::sight::Sight;
use tanya::domain::subscription::Level;
use tanya::store::threads;

use super::{choose, choose_category, choose_tag};
use crate::merging::{Pair, merge, undo};
use crate::support::{Page, TestApp};

const PAGE: &str = "/settings/watching";

fn rows(page: &Page) -> Vec<String> {
    page.texts(".wishes > li .wish-title")
}

#[test]
fn what_one_watches_or_muted_is_listed_and_changed_there() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let bob = app.signed_in("bob");
    let empty = bob.visit(PAGE);
    assert!(empty.text("main").contains("press Watch"), "{}", empty.body);
    choose(&app, "bob", thread, Level::Watching);
    choose_category(&app, "bob", "help", Level::Muted);
    choose_tag(&app, "bob", "light", Level::Watching);
    let page = bob.visit(PAGE);
    assert_eq!(rows(&page), ["light", "HELP", "Why does it blink?"]);
    assert!(app.signed_in("eve").visit(PAGE).texts(".wishes > li").is_empty());

    for (action, title) in [
        (format!("/threads/{thread}/-/watch"), "Why does it blink?"),
        ("/categories/help/watch".to_owned(), "HELP"),
        ("/tags/light/watch".to_owned(), "light"),
    ] {
        let form = format!("form[action='{action}']");
        let chosen = bob.submit(PAGE, &form, &[("level", "muted")]);
        assert_eq!(chosen.location().as_deref(), Some(PAGE), "{title} comes back");
        assert!(
            bob.visit(PAGE)
                .has(&format!("{form} button[value=muted][aria-pressed=true]"))
        );
        let chosen = bob.submit(PAGE, &form, &[("level", "normal")]);
        assert_eq!(chosen.location().as_deref(), Some(PAGE));
        assert!(
            !rows(&bob.visit(PAGE)).contains(&title.to_owned()),
            "{title} is taken out"
        );
    }
    // No other site is an address to come back to.
    let away = bob.post(
        "/tags/light/watch",
        &[("level", "watching"), ("back", "//evil.example")],
    );
    assert_eq!(away.location().as_deref(), Some("/tags/light"));
}

#[test]
fn the_list_goes_on_by_pages_and_a_choice_comes_back_to_its_own() {
    let app = TestApp::spawn();
    for number in 0..33 {
        app.clock.pass(Duration::minutes(1));
        let thread = app.by("ada", |ada| {
            ada.ask("help", &format!("Question number {number}"), "light")
        });
        choose(&app, "bob", thread, Level::Watching);
    }
    let bob = app.signed_in("bob");
    let first = bob.visit(PAGE);
    assert_eq!(rows(&first).len(), 30);
    assert_eq!(rows(&first)[0], "Question number 32");
    let next = first.attributes("a[href*='after=']", "href").remove(0);
    let rest = bob.visit(&next);
    assert_eq!(
        rows(&rest),
        ["Question number 2", "Question number 1", "Question number 0"]
    );
    let muted = bob.submit(&next, ".wishes > li:first-child form", &[("level", "muted")]);
    assert_eq!(muted.location().as_deref(), Some(next.as_str()));
    assert_eq!(bob.visit("/settings/watching?after=nonsense").status, 400);
}

#[test]
fn what_is_gone_or_out_of_sight_is_not_listed() {
    let app = TestApp::spawn();
    let (gone, moved) = (
        app.by("ada", |ada| ada.ask("help", "This one goes", "light")),
        app.by("ada", |ada| ada.ask("help", "This one moves", "lamp")),
    );
    for thread in [gone, moved] {
        choose(&app, "bob", thread, Level::Watching);
        choose(&app, "dan", thread, Level::Watching);
    }
    choose_tag(&app, "bob", "lamp", Level::Watching);
    let (root, sight, now) = (app.user("root"), Sight::everything(), app.now());
    let inner = app
        .read(|db| tanya::store::categories::by_slug(db, sight, "back-office"))
        .id;
    let why = tanya::domain::body::Reason::default();
    app.write(|tx| threads::delete(tx, &root, sight, gone, &why, now));
    app.write(|tx| threads::r#move(tx, &root, sight, moved, inner, now));
    assert_eq!(rows(&app.signed_in("bob").visit(PAGE)), [""; 0]);
    assert_eq!(rows(&app.signed_in("dan").visit(PAGE)), ["This one moves"]);
}

#[test]
fn a_merged_thread_is_listed_once_where_it_stands_and_changed_there() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    choose(&app, "root", pair.merged, Level::Watching);
    merge(&app, pair.merged, pair.target);
    let root = app.signed_in("root");
    assert_eq!(rows(&root.visit(PAGE)), ["Why does the lamp blink?"]);
    root.submit(PAGE, ".wishes form", &[("level", "normal")]);
    assert_eq!(rows(&root.visit(PAGE)), [""; 0], "what is said of the target is nearer");
    undo(&app, pair.merged);
    assert_eq!(rows(&root.visit(PAGE)), ["Why does the lamp blink at night?"]);
}

#[test]
fn the_page_is_found_from_the_notifications_and_the_settings() {
    let app = TestApp::spawn();
    let bob = app.signed_in("bob");
    for page in ["/notifications", "/settings", "/settings/letters"] {
        assert!(bob.visit(page).has("main a[href='/settings/watching']"), "{page}");
    }
}
