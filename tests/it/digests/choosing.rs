//! The page of choices, from a letter and from the settings.

use super::*;

/// A digest's letter to somebody without an account.
fn letter(app: &TestApp) -> Letter {
    opt_in(app, "fay@example.org", &[("frequency", "daily")]);
    let thread = app.by("bob", |bob| bob.ask("help", "How do I open the box?", "box"));
    let reply = app.by("cat", |cat| cat.reply(thread, "With the key."));
    app.by("bob", |bob| bob.accept(reply));
    let mut letters = letters_at(app, at("2026-03-03T08:10:00Z"));
    assert_eq!(letters.len(), 1);
    letters.remove(0)
}

#[test]
fn every_letter_leads_to_one_page_of_choices() {
    let app = TestApp::spawn();
    let way = way(&letter(&app), "choices");
    let page = app.visitor().get(&way);
    assert_eq!(page.status, 200);
    assert_eq!(
        page.attributes("input[name=section]", "value"),
        ["resolved", "articles"]
    );
    assert_eq!(
        page.attributes("input[name=category]", "value"),
        ["help", "news"],
        "as everybody sees them"
    );
    let fields = [
        ("frequency", "weekly"),
        ("weekday", "5"),
        ("hour", "17"),
        ("zone", "Asia/Manila"),
        ("language", "fil"),
        ("category", "help"),
        ("tags", "box"),
        ("section", "articles"),
    ];
    let saved = app.visitor().post(&way, &fields);
    assert_eq!(saved.status, 303, "{}", saved.body);
    let choices = found(&app, "fay@example.org").unwrap().choices;
    assert_eq!(choices.rhythm.frequency, Frequency::Weekly);
    assert_eq!(
        (choices.rhythm.hour, choices.rhythm.zone),
        (17, chrono_tz::Asia::Manila)
    );
    assert_eq!(choices.rhythm.weekday, chrono::Weekday::Fri);
    assert_eq!((choices.categories.len(), choices.tags.len()), (1, 1));
    assert_eq!(choices.left_out, [Section::Resolved]);
    assert_eq!(choices.language.unwrap().code(), "fil");
    let page = app.visitor().get(&way);
    assert_eq!(page.attributes("input[name=section][checked]", "value"), ["articles"]);
    assert_eq!(page.attributes("input[name=category][checked]", "value"), ["help"]);
    assert_eq!(page.attributes("input[name=tags]", "value"), ["box"]);
}

#[test]
fn what_is_wrong_is_said_and_changes_nothing() {
    let app = TestApp::spawn();
    let way = way(&letter(&app), "choices");
    let good = [
        ("frequency", "weekly"),
        ("weekday", "5"),
        ("hour", "17"),
        ("zone", "Asia/Manila"),
        ("language", ""),
        ("tags", ""),
    ];
    let before = found(&app, "fay@example.org").unwrap();
    for (field, value) in [
        ("frequency", "hourly"),
        ("weekday", "8"),
        ("weekday", "0"),
        ("hour", "24"),
        ("hour", "-1"),
        ("zone", "Mars/Olympus"),
        ("language", "tlh"),
        ("tags", "nobody-has-this"),
        ("tags", "<b>"),
    ] {
        let fields = good.map(|(name, was)| (name, if name == field { value } else { was }));
        let page = app.visitor().post(&way, &fields);
        assert_eq!(page.status, 422, "{field} = {value}");
        assert!(
            page.has(&format!("a[href='#{field}']")),
            "{field} = {value}: {}",
            page.text("main")
        );
        assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    }
    assert_eq!(app.visitor().post(&way, &[("strange", "1")]).status, 400);
    assert_eq!(found(&app, "fay@example.org").unwrap(), before);
    // A category out of sight is no choice.
    let fields = good.map(|(name, was)| {
        if name == "language" {
            ("category", "back-office")
        } else {
            (name, was)
        }
    });
    assert_eq!(app.visitor().post(&way, &fields).status, 303);
    assert_eq!(found(&app, "fay@example.org").unwrap().choices.categories, []);
}

#[test]
fn all_is_stopped_from_the_page_of_choices() {
    let app = TestApp::spawn();
    let way = way(&letter(&app), "choices");
    let page = app.visitor().submit(&way, "form:has(input[name=stop])", &[]);
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(!found(&app, "fay@example.org").unwrap().is_in_force());
    assert_eq!(app.visitor().get(&way).status, 410);
}

#[test]
fn members_choose_in_their_settings() {
    let app = TestApp::spawn();
    let ada = app.signed_in("ada");
    assert_eq!(ada.get("/digests").location().as_deref(), Some("/settings/digests"));
    let page = ada.get("/settings/digests");
    assert!(page.text("main").contains("You get no digests now."));
    assert!(
        !page.has("input[name=section][value=figures]"),
        "these are for the staff"
    );
    let saved = ada.submit(
        "/settings/digests",
        "form[action='/settings/digests']",
        &[("frequency", "daily"), ("hour", "7"), ("zone", "Asia/Jakarta")],
    );
    assert_eq!(saved.status, 303, "{}", saved.body);
    let subscriber = found(&app, "ada@example.com").unwrap();
    assert!(subscriber.is_in_force());
    assert_eq!(subscriber.choices.left_out, []);
    let page = ada.get("/settings/digests");
    assert!(
        page.text("main").contains("The next one comes on 3 Mar 2026 at 7:00."),
        "{}",
        page.text("main")
    );
    let stopped = ada.submit("/settings/digests", "form[action='/settings/digests/stop']", &[]);
    assert_eq!(stopped.status, 303);
    assert!(!found(&app, "ada@example.com").unwrap().is_in_force());
    let dan = app.signed_in("dan").get("/settings/digests");
    assert!(dan.has("input[name=section][value=figures]"));
}

#[test]
fn what_was_chosen_is_in_the_file_of_ones_own_data() {
    let app = TestApp::spawn();
    let choices = Choices {
        left_out: vec![Section::Articles],
        ..daily()
    };
    subscribe(&app, "ada", &choices);
    let ada = app.user("ada").id;
    let account = app.read(|db| tanya::store::exports::account(db, ada));
    let digests = account.digests.unwrap();
    assert_eq!(
        (digests.hour, digests.zone, digests.left_out),
        (12, "UTC", vec![Section::Articles])
    );
    assert_eq!(digests.covered_to, Some(app.now()));
    let bob = app.user("bob").id;
    assert!(app.read(|db| tanya::store::exports::account(db, bob)).digests.is_none());
}

#[test]
fn a_tag_that_is_taken_away_does_not_become_everything() {
    let app = TestApp::spawn();
    app.by("bob", |bob| bob.ask("help", "Why is it dark?", "lamp"));
    let tags = app
        .read(|db| subscribers::tags_named(db, &["lamp".to_owned()]))
        .unwrap();
    let id = subscribe(
        &app,
        "eve",
        &Choices {
            tags: tags.clone(),
            ..daily()
        },
    );
    let now = app.now();
    app.write(|tx| tanya::store::tags::delete(tx, tags[0], now));
    app.by("bob", |bob| bob.ask("help", "How do I open the box?", "box"));
    assert!(letters_at(&app, at("2026-03-02T12:10:00Z")).is_empty());
    let subscriber = app.read(|db| subscribers::find(db, id)).unwrap();
    assert_eq!((subscriber.choices.tags.len(), subscriber.is_about_all), (0, false));
}
