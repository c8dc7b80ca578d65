//! A pin with an end: the sweep takes the thread off the top, and the log says both.

use chrono::Duration;

use crate::support::TestApp;

const PIN: &str = "main form[method=post][action$='/-/pin-until']";

#[test]
fn a_thread_is_on_top_until_the_day_that_a_moderator_chose() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    let (cat, page) = (app.signed_in("cat"), format!("/threads/{thread}"));
    let wrong = cat.submit(&page, PIN, &[("pin_until", "2001-01-01")]);
    assert_eq!(wrong.status, 422, "{}", wrong.body);
    assert_eq!(wrong.form(PIN).value("pin_until"), Some("2001-01-01"));

    let day = (app.now() + Duration::days(2)).format("%Y-%m-%d").to_string();
    assert_eq!(cat.submit(&page, PIN, &[("pin_until", &day)]).status, 303);
    let pinned = cat.visit(&page);
    assert_eq!(pinned.form(PIN).value("pin_until"), Some(day.as_str()));
    assert!(pinned.has("form[action$='/-/unpin']"));
    app.pass(Duration::days(1) - Duration::hours(1));
    app.work();
    assert!(app.signed_in("cat").visit(&page).has("form[action$='/-/unpin']"));

    app.pass(Duration::days(2));
    app.work();
    let cat = app.signed_in("cat");
    let over = cat.visit(&page);
    assert!(over.has("form[action$='/-/pin']") && !over.has("form[action$='/-/unpin']"));
    assert_eq!(over.form(PIN).value("pin_until").unwrap_or_default(), "");
    let log = cat.visit("/moderation/log").body;
    assert!(log.contains("Pinned") && log.contains("Unpinned"));
}
