//! Letters about threads: when they go, what keeps them, and what they say.

use std::collections::HashSet;

use chrono::Duration;
use tanya::domain::body::Reason;
use tanya::domain::id::ThreadId;
use tanya::domain::language::Language;
use tanya::domain::notification::NotificationKind;
use tanya::domain::sight::Sight;
use tanya::domain::subscription::Level;
use tanya::letters::Letter;
use tanya::store::readings::{self, Reading};
use tanya::store::{notifications, replies, settings, threads, users};

use super::{choose, id_of, told, unread};
use crate::support::TestApp;

/// Somebody reads a thread to its end.
pub fn visit(app: &TestApp, name: &str, thread: ThreadId) {
    let reading = Reading {
        at: app.now(),
        seen_count: 0,
    };
    let reader = id_of(app, name);
    app.write(|tx| readings::put(tx, &[(reader, thread, reading)]));
}

/// The letters that go within so many minutes, as the clock fires.
pub fn within(app: &TestApp, minutes: i64) -> Vec<Letter> {
    let mut letters = Vec::new();
    for _ in 0..minutes {
        app.pass(Duration::minutes(1));
        letters.extend(app.letters());
    }
    letters
}

fn asked(app: &TestApp) -> ThreadId {
    app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"))
}

/// A question with an answer of which its asker is told.
fn answered(app: &TestApp) -> ThreadId {
    let thread = asked(app);
    app.by("bob", |bob| bob.reply(thread, "It waits for **the network**."));
    thread
}

fn readers(letters: &[Letter]) -> Vec<&str> {
    letters.iter().map(|letter| letter.to.as_str()).collect()
}

#[test]
fn an_answer_is_told_by_letter_once_nothing_more_was_said_for_five_minutes() {
    let app = TestApp::spawn();
    let thread = answered(&app);
    assert_eq!(within(&app, 4), []);
    app.by("eve", |eve| eve.reply(thread, "Its battery is low."));
    assert_eq!(within(&app, 4), []);
    let letters = within(&app, 2);
    assert_eq!(readers(&letters), ["ada@example.com", "bob@example.com"]);
    let letter = &letters[0];
    assert_eq!(letter.subject, "Why does it blink?");
    for part in [
        "bob answered your question",
        "It waits for the network.",
        "eve answered your question",
        "Its battery is low.",
    ] {
        assert!(
            letter.text.contains(part) && letter.html.contains(part),
            "{part}: {}",
            letter.text
        );
    }
    for part in [
        "you started this thread",
        "/settings/letters",
        "/letters/stop/",
        "/letters/stop-all/",
    ] {
        assert!(
            letter.text.contains(part) && letter.html.contains(part),
            "{part}: {}",
            letter.text
        );
    }
    assert!(
        letters[1].text.contains("eve answered a question that you watch"),
        "{}",
        letters[1].text
    );
    assert!(!letters[1].text.contains("the network"), "not his own answer");
    assert_eq!(within(&app, 60), [], "only once");
}

#[test]
fn a_letter_waits_for_a_quarter_of_an_hour_at_most() {
    let app = TestApp::spawn();
    let thread = answered(&app);
    let mut gone = Vec::new();
    for minute in 1..=20 {
        gone.extend(
            within(&app, 1)
                .into_iter()
                .map(|letter| (minute, letter.to.as_str().to_owned())),
        );
        app.by("bob", |bob| bob.reply(thread, &format!("After {minute} minutes.")));
    }
    assert_eq!(gone, [(15, "ada@example.com".to_owned())]);
    app.work();
}

#[test]
fn one_letter_about_a_thread_goes_until_it_is_visited() {
    let app = TestApp::spawn();
    let thread = answered(&app);
    assert_eq!(within(&app, 6).len(), 1);
    app.by("bob", |bob| bob.reply(thread, "Or the cable."));
    assert_eq!(within(&app, 60), []);
    assert_eq!(unread(&app, "ada"), 2, "the bell tells it");
    visit(&app, "ada", thread);
    app.by("bob", |bob| bob.reply(thread, "It is the cable."));
    let letters = within(&app, 6);
    assert_eq!(readers(&letters), ["ada@example.com"]);
    assert!(letters[0].text.contains("It is the cable.") && !letters[0].text.contains("Or the cable."));
    // Reading all of it on the page of notifications is a visit too.
    let ada = app.signed_in("ada");
    ada.submit("/notifications", "form[action='/notifications/read']", &[]);
    app.by("bob", |bob| bob.reply(thread, "Solved?"));
    assert_eq!(within(&app, 6).len(), 1);
}

#[test]
fn what_was_read_deleted_muted_or_lost_from_sight_meanwhile_is_not_told() {
    let app = TestApp::spawn();
    let (root, sight, now, no) = (app.user("root"), Sight::everything(), app.now(), Reason::default());
    visit(&app, "ada", answered(&app));
    let deleted = asked(&app);
    let reply = app.by("bob", |bob| bob.reply(deleted, "Never mind."));
    app.write(|tx| replies::delete(tx, &root, sight, reply, &no, now));
    choose(&app, "ada", answered(&app), Level::Muted);
    let moved = answered(&app);
    let inner = app
        .read(|db| tanya::store::categories::by_slug(db, sight, "back-office"))
        .id;
    app.write(|tx| threads::r#move(tx, &root, sight, moved, inner, now));
    let letters = within(&app, 20);
    assert!(
        readers(&letters).iter().all(|to| *to != "ada@example.com"),
        "{letters:?}"
    );
}

#[test]
fn a_letter_that_had_nothing_to_say_does_not_keep_the_next_one() {
    let app = TestApp::spawn();
    let thread = asked(&app);
    let first = app.by("bob", |bob| bob.reply(thread, "Never mind."));
    let (bob, sight, now) = (app.user("bob"), Sight::everything(), app.now());
    app.write(|tx| replies::delete(tx, &bob, sight, first, &Reason::default(), now));
    assert_eq!(within(&app, 10), []);
    app.by("bob", |bob| bob.reply(thread, "It is the cable."));
    assert_eq!(readers(&within(&app, 6)), ["ada@example.com"]);
}

#[test]
fn people_who_cannot_sign_in_get_no_letters() {
    let app = TestApp::spawn();
    answered(&app);
    let (ada, now) = (id_of(&app, "ada"), app.now());
    app.write(|tx| users::closing::close(tx, ada, now));
    app.letters();
    assert_eq!(within(&app, 20), []);
}

#[test]
fn each_kind_comes_by_mail_or_only_at_the_bell_as_somebody_chose() {
    let app = TestApp::spawn();
    let ada = app.signed_in("ada");
    let form = "main form[action='/settings/letters']";
    let page = ada.visit("/settings/letters");
    for kind in NotificationKind::ALL {
        let is_ticked = page.has(&format!("{form} input[name={kind}][checked]"));
        assert_eq!(is_ticked, kind.is_by_mail_at_first(), "{kind}");
    }
    ada.post(
        "/settings/letters",
        &[("watches_answered", "true"), ("accepted", "true")],
    );
    assert!(
        !ada.visit("/settings/letters")
            .has(&format!("{form} input[name=answered][checked]"))
    );
    answered(&app);
    assert_eq!(within(&app, 20), []);
    assert_eq!(unread(&app, "ada"), 1);
    let thread = app.by("bob", |bob| bob.ask("help", "And now?", "light"));
    let reply = app.by("ada", |ada| ada.reply(thread, "Now it works."));
    visit(&app, "bob", thread);
    app.by("bob", |bob| bob.accept(reply));
    assert_eq!(readers(&within(&app, 20)), ["ada@example.com"]);
}

#[test]
fn beyond_the_most_of_a_day_what_is_told_waits_for_the_digest() {
    let app = TestApp::spawn();
    let now = app.now();
    app.write(|tx| settings::change(tx, |all| all.letters_a_day = 2, now));
    for _ in 0..3 {
        answered(&app);
    }
    assert_eq!(within(&app, 10).len(), 2);
    assert_eq!(deferred(&app), 1);
    answered(&app);
    assert_eq!(within(&app, 60), []);
    assert_eq!(deferred(&app), 2);
    app.pass(Duration::days(1));
    app.letters();
    answered(&app);
    assert_eq!(within(&app, 10).len(), 1, "a new day");
    assert_eq!(deferred(&app), 2, "they wait on");
}

fn deferred(app: &TestApp) -> i64 {
    let ada = id_of(app, "ada");
    app.read(|db| notifications::deferred_count(db, ada))
}

#[test]
fn letters_speak_their_readers_language_and_say_to_mail_programs_what_they_are() {
    let app = TestApp::spawn();
    let ada = id_of(&app, "ada");
    app.write(|tx| users::choose_language(tx, ada, Some(Language::Indonesian)));
    let thread = answered(&app);
    let letter = within(&app, 6).remove(0);
    assert!(letter.text.contains("bob menjawab pertanyaan Anda"), "{}", letter.text);
    let list = letter.heading.list.as_ref().unwrap();
    assert_eq!(
        (list.id.as_str(), list.name.as_str()),
        (&*format!("thread-{thread}"), "Why does it blink?")
    );
    assert_eq!(letter.heading.follows, [format!("thread-{thread}-{ada}")]);
    let stop = letter.heading.stop.as_deref().unwrap();
    assert!(letter.text.contains(stop), "one way to stop for people and programs");
}

#[test]
fn an_article_that_answers_several_questions_of_one_asker_is_one_letter() {
    let app = TestApp::spawn();
    let (cat, now) = (app.user("cat"), app.now());
    let nothing = HashSet::from([NotificationKind::Article]);
    let ada = id_of(&app, "ada");
    app.write(|tx| notifications::choose_by_mail(tx, ada, &nothing));
    let thread = asked(&app);
    let article = app.by("cat", |cat| {
        let section = cat.section("Lamps", None)?;
        cat.article(section, "Why lamps blink", "public")
    });
    let link = tanya::domain::article::LinkKind::Answers;
    app.write(|tx| tanya::store::article_links::link(tx, &cat, Sight::everything(), (thread, article), link, now));
    let letters = within(&app, 6);
    assert_eq!(readers(&letters), ["ada@example.com"]);
    for part in [
        "the question is resolved",
        "Why lamps blink",
        "In short: Why lamps blink.",
        "say so under your question",
    ] {
        assert!(letters[0].text.contains(part), "{part}: {}", letters[0].text);
    }
}

#[test]
fn an_address_that_is_paused_gets_no_letter_and_leaves_no_dead_job() {
    let app = TestApp::spawn();
    let (ada, now) = (app.user("ada").id, app.now());
    let address = tanya::domain::email::EmailAddress::parse("ada@example.com").unwrap();
    let complaint = tanya::domain::bounce::Bounce::Complaint;
    app.write(|tx| tanya::store::bounces::note(tx, &address, "one", complaint, "abuse", now));
    let thread = answered(&app);
    assert_eq!(within(&app, 20), []);
    assert_eq!(unread(&app, "ada"), 1, "the bell tells it");
    app.write(|tx| tanya::store::bounces::lift(tx, "ada@example.com"));
    app.by("bob", |bob| bob.reply(thread, "Or the cable."));
    let letters = within(&app, 6);
    assert_eq!(readers(&letters), ["ada@example.com"], "{ada}");
}

#[test]
fn where_mail_comes_in_an_answer_to_the_letter_is_a_reply() {
    let app = TestApp::configured(&[("TANYA_MAIL_INCOMING", "reply@forum.example.org")]);
    let thread = answered(&app);
    let letter = within(&app, 6).remove(0);
    assert!(letter.text.contains("Answer this letter"), "{}", letter.text);
    let to = letter.heading.reply_to.unwrap();
    let raw = format!(
        "From: Ada <ada@example.com>\r\nTo: <{}>\r\nSubject: Re: Why does it blink?\r\nMessage-ID: <a@example.com>\r\n\r\nIt was the cable, thank you.\r\n",
        to.as_str()
    );
    let now = app.now();
    let source = tanya::domain::incoming::Source::Pipe;
    app.write(|tx| tanya::store::incoming::take(tx, source, raw.as_bytes(), now));
    app.work();
    let page = app.visitor().visit(&format!("/threads/{thread}"));
    assert!(page.body.contains("It was the cable, thank you."), "{}", page.body);
    assert!(told(&app, "bob").contains(&NotificationKind::Watched));
}
