//! How much people want to hear of threads, categories and tags, chosen on their pages; the nearest wish counts.

use tanya::domain::notification::NotificationKind;
use tanya::domain::subscription::Level;
use tanya::store::comments::CommentOn;

use super::{choose, choose_category, choose_tag, told};
use crate::support::TestApp;

const NOBODY: [NotificationKind; 0] = [];

#[test]
fn a_watched_category_or_tag_tells_of_threads_and_of_answers() {
    let app = TestApp::spawn();
    app.by("ada", |ada| ada.ask("help", "The first of its tag", "light"));
    choose_category(&app, "eve", "help", Level::Watching);
    choose_tag(&app, "dan", "light", Level::Watching);
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    app.by("bob", |bob| bob.reply(thread, "The network."));
    for name in ["eve", "dan"] {
        assert_eq!(told(&app, name), [NotificationKind::Around; 2], "{name}");
    }
    app.by("ada", |ada| ada.start("news", "discussion", "What is new", "paper"));
    assert_eq!(told(&app, "eve").len(), 2);
}

#[test]
fn the_thread_goes_before_the_category_and_the_category_before_the_tags() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    choose_category(&app, "eve", "help", Level::Watching);
    choose(&app, "eve", thread, Level::Normal);
    choose_category(&app, "dan", "help", Level::Muted);
    choose_tag(&app, "dan", "light", Level::Watching);
    choose_tag(&app, "cat", "light", Level::Watching);
    choose(&app, "root", thread, Level::Watching);
    choose_category(&app, "root", "help", Level::Muted);
    app.by("bob", |bob| bob.reply(thread, "The network."));
    assert_eq!(told(&app, "eve"), NOBODY, "normal here, watching around");
    assert_eq!(told(&app, "dan"), NOBODY, "the category is muted");
    assert_eq!(told(&app, "cat"), [NotificationKind::Around]);
    assert_eq!(told(&app, "root"), [NotificationKind::Watched]);
}

#[test]
fn a_muted_thread_is_silent_and_a_muted_category_leaves_ones_own_posts() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    choose_category(&app, "ada", "help", Level::Muted);
    app.by("bob", |bob| bob.reply(thread, "The network."));
    assert_eq!(told(&app, "ada"), [NotificationKind::Answered]);
    choose(&app, "ada", thread, Level::Muted);
    app.by("bob", |bob| {
        bob.comment(CommentOn::Thread(thread), "@ada, are you there?")
    });
    app.by("eve", |eve| eve.reply(thread, "The battery, @ada."));
    assert_eq!(told(&app, "ada"), [NotificationKind::Answered], "no more");
}

#[test]
fn levels_are_chosen_on_the_pages_and_shown_there() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let bob = app.signed_in("bob");
    for (page, action) in [
        (
            format!("/threads/{thread}/why-does-it-blink"),
            format!("/threads/{thread}/-/watch"),
        ),
        ("/categories/help".to_owned(), "/categories/help/watch".to_owned()),
        ("/tags/light".to_owned(), "/tags/light/watch".to_owned()),
    ] {
        let form = format!("form[action='{action}']");
        let pressed = |level: &str| format!("{form} button[value={level}][aria-pressed=true]");
        assert!(bob.visit(&page).has(&pressed("normal")), "{page}");
        for level in ["watching", "muted", "normal", "watching"] {
            let chosen = bob.submit(&page, &form, &[("level", level)]);
            assert_eq!(chosen.status, 303, "{page} {level}: {}", chosen.body);
            assert!(bob.visit(&page).has(&pressed(level)), "{page} {level}");
        }
        assert_eq!(bob.post(&action, &[("level", "loud")]).status, 400);
        assert!(!app.visitor().visit(&page).has(&form), "visitors watch nothing");
    }
    app.by("eve", |eve| eve.reply(thread, "The battery."));
    assert_eq!(told(&app, "bob"), [NotificationKind::Watched]);
}

#[test]
fn whoever_asked_watches_by_default_and_what_is_out_of_sight_is_not_there() {
    let app = TestApp::spawn();
    let thread = app.by("dan", |dan| dan.ask("back-office", "Who pays?", "money"));
    let page = app.signed_in("dan").visit(&format!("/threads/{thread}/who-pays"));
    let form = format!("form[action='/threads/{thread}/-/watch']");
    assert!(page.has(&format!("{form} button[value=watching][aria-pressed=true]")));
    assert!(
        !page.has(&format!("{form} button[value=normal]")),
        "of one's own thread one hears every answer"
    );
    let bob = app.signed_in("bob");
    for action in [
        format!("/threads/{thread}/-/watch"),
        "/categories/back-office/watch".to_owned(),
        "/tags/money/watch".to_owned(),
    ] {
        assert_eq!(bob.post(&action, &[("level", "watching")]).status, 404, "{action}");
    }
}

#[test]
fn wishes_of_a_tag_go_along_when_it_becomes_another() {
    let app = TestApp::spawn();
    app.by("ada", |ada| ada.ask("help", "The first question", "lamp"));
    app.by("ada", |ada| ada.ask("help", "The second question", "lamps"));
    choose_tag(&app, "bob", "lamp", Level::Watching);
    choose_tag(&app, "eve", "lamp", Level::Watching);
    choose_tag(&app, "eve", "lamps", Level::Muted);
    let merged = app.signed_in("root").post(
        "/admin/tags/lamp/edit",
        &[("name", "lamps"), ("description", ""), ("merge", "true")],
    );
    assert_eq!(merged.status, 303, "{}", merged.body);
    app.by("ada", |ada| ada.ask("help", "The third question", "lamps"));
    assert_eq!(told(&app, "bob"), [NotificationKind::Around]);
    assert_eq!(told(&app, "eve"), NOBODY, "what she said of the other one stays");
}
