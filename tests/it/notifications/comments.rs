//! Comments reach whoever watches the thread itself, and nobody who watches only what is around it.

use std::collections::HashSet;

use tanya::domain::notification::NotificationKind;
use tanya::domain::subscription::Level;
use tanya::store::comments::{self, CommentOn};
use tanya::store::notifications as store;

use super::letters::{visit, within};
use super::many::{MANY, count, crowd};
use super::{choose, choose_category, choose_tag, id_of, told};
use crate::support::TestApp;

const NOBODY: [NotificationKind; 0] = [];

#[test]
fn a_comment_is_told_to_whoever_watches_the_thread_and_to_its_asker() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let reply = app.by("bob", |bob| bob.reply(thread, "The network."));
    choose(&app, "dan", thread, Level::Watching);
    choose_category(&app, "root", "help", Level::Watching);
    choose_tag(&app, "cat", "light", Level::Watching);
    app.by("eve", |eve| eve.comment(CommentOn::Reply(reply), "Which one?"));
    assert_eq!(told(&app, "bob"), [NotificationKind::Commented], "his answer");
    assert_eq!(told(&app, "ada"), [NotificationKind::Answered; 2], "her question");
    assert_eq!(told(&app, "dan"), [NotificationKind::Watched]);
    assert_eq!((told(&app, "root"), told(&app, "cat")), (Vec::new(), Vec::new()));
    assert_eq!(told(&app, "eve"), NOBODY, "commenting is not watching");
    let words = app.signed_in("dan").visit("/notifications").text(".notifications > li");
    assert!(words.contains("eve commented on a question that you watch"), "{words}");
    let words = app
        .signed_in("ada")
        .visit("/notifications")
        .texts(".notifications > li");
    assert!(
        words[0].contains("eve commented on an answer to your question"),
        "{words:?}"
    );
}

#[test]
fn whoever_wants_less_of_a_thread_hears_no_comments_in_it() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let reply = app.by("bob", |bob| bob.reply(thread, "The network."));
    app.by("dan", |dan| dan.reply(thread, "The battery."));
    choose(&app, "ada", thread, Level::Muted);
    choose(&app, "dan", thread, Level::Normal);
    let before = (told(&app, "ada").len(), told(&app, "dan").len());
    app.by("eve", |eve| eve.comment(CommentOn::Reply(reply), "Which one?"));
    assert_eq!((told(&app, "ada").len(), told(&app, "dan").len()), before);
    // Who is named is told so, once.
    app.by("eve", |eve| {
        eve.comment(CommentOn::Reply(reply), "What do you say, @dan?")
    });
    assert_eq!(told(&app, "dan")[0], NotificationKind::Mentioned);
}

#[test]
fn an_asker_who_is_named_hears_that_and_one_who_muted_the_category_that_it_is_their_question() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let reply = app.by("bob", |bob| bob.reply(thread, "The network."));
    app.by("eve", |eve| eve.comment(CommentOn::Reply(reply), "Since when, @ada?"));
    assert_eq!(told(&app, "ada")[0], NotificationKind::Mentioned);
    choose_category(&app, "ada", "help", Level::Muted);
    app.by("eve", |eve| eve.comment(CommentOn::Reply(reply), "And where, @ada?"));
    assert_eq!(told(&app, "ada")[0], NotificationKind::Answered);
    assert_eq!(told(&app, "ada").len(), 3);
}

#[test]
fn a_comment_is_told_by_letter_as_an_answer_is() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let reply = app.by("bob", |bob| bob.reply(thread, "The network."));
    assert_eq!(within(&app, 6).len(), 1);
    visit(&app, "ada", thread);
    app.by("eve", |eve| eve.comment(CommentOn::Reply(reply), "Which one?"));
    app.by("bob", |bob| bob.comment(CommentOn::Reply(reply), "The wireless one."));
    let letters = within(&app, 10);
    let to: HashSet<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
    assert_eq!(to, HashSet::from(["ada@example.com", "bob@example.com"]));
    let to_ada = letters
        .iter()
        .find(|letter| letter.to.as_str() == "ada@example.com")
        .unwrap();
    for part in [
        "eve commented on an answer to your question",
        "Which one?",
        "The wireless one.",
    ] {
        assert!(to_ada.text.contains(part), "{part}: {}", to_ada.text);
    }
    assert!(
        to_ada.text.contains("because you started this thread"),
        "{}",
        to_ada.text
    );
}

#[test]
fn a_comment_in_a_thread_that_thousands_watch_tells_a_few_and_a_job_the_rest() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    crowd(&app, thread);
    app.by("bob", |bob| bob.comment(CommentOn::Thread(thread), "Since when?"));
    let of_fans = "select count(*) as count from notifications where kind = 'watched'";
    assert!((10..30).contains(&count(&app, of_fans)), "{}", count(&app, of_fans));
    app.work();
    assert_eq!(count(&app, of_fans), i64::try_from(MANY).unwrap() - 2);

    // What is deleted before its job runs is told to nobody else.
    let comment = app.by("bob", |bob| bob.comment(CommentOn::Thread(thread), "Never mind."));
    let (bob, now) = (app.user("bob"), app.now());
    let sight = tanya::domain::sight::Sight::public();
    app.write(|tx| comments::delete(tx, &bob, sight, comment, now));
    let before = count(&app, of_fans);
    app.work();
    assert_eq!(count(&app, of_fans), before);
}

#[test]
fn who_chose_no_letters_about_what_they_watch_gets_none_about_comments() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    choose(&app, "dan", thread, Level::Watching);
    let dan = id_of(&app, "dan");
    let nothing = HashSet::from([NotificationKind::Answered]);
    app.write(|tx| store::choose_by_mail(tx, dan, &nothing));
    app.by("bob", |bob| bob.comment(CommentOn::Thread(thread), "Since when?"));
    let letters = within(&app, 20);
    assert!(letters.iter().all(|letter| letter.to.as_str() != "dan@example.com"));
    assert_eq!(told(&app, "dan"), [NotificationKind::Watched]);
}
