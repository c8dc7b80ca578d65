//! Each kind of fact is told to whom it concerns, and to nobody else; nobody hears of their own deeds.

use tanya::domain::article::LinkKind;
use tanya::domain::body::Reason;
use tanya::domain::moderation::Act;
use tanya::domain::notification::NotificationKind;
use tanya::domain::resolution::CloseReason;
use tanya::domain::sight::Sight;
use tanya::domain::subscription::Level;
use tanya::store::comments::CommentOn;
use tanya::store::threads::Closing;
use tanya::store::{known_problems, replies, threads, votes};

use super::{choose, choose_category, notifications_of, told, unread};
use crate::support::TestApp;

const NOBODY: [NotificationKind; 0] = [];

#[test]
fn an_answer_is_told_to_the_asker_and_then_to_those_who_answered_before() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let first = app.by("bob", |bob| bob.reply(thread, "It waits for **the network**."));
    assert_eq!(told(&app, "ada"), [NotificationKind::Answered]);
    assert_eq!(told(&app, "bob"), NOBODY, "of his own deed");
    let note = notifications_of(&app, "ada").remove(0);
    assert_eq!(note.told.reply, Some(first));
    assert_eq!(note.told.by.name.as_deref(), Some("bob"));
    assert_eq!(note.told.excerpt, "It waits for the network.");
    assert!(!note.is_read);

    app.by("eve", |eve| eve.reply(thread, "Its battery is low."));
    assert_eq!(told(&app, "bob"), [NotificationKind::Watched]);
    app.by("ada", |ada| ada.reply(thread, "Neither."));
    assert_eq!(told(&app, "ada").len(), 2, "not of her own reply");
    assert_eq!((told(&app, "bob").len(), told(&app, "eve").len()), (2, 1));
}

#[test]
fn whoever_would_rather_not_watches_nothing_that_they_answer() {
    let app = TestApp::spawn();
    let bob = app.signed_in("bob");
    let saved = bob.post("/settings/letters", &[]);
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert!(
        !bob.visit("/settings/letters")
            .has("input[name=watches_answered][checked]")
    );
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    app.by("bob", |bob| bob.reply(thread, "The network."));
    app.by("eve", |eve| eve.reply(thread, "The battery."));
    assert_eq!(told(&app, "bob"), NOBODY);
    bob.post("/settings/letters", &[("watches_answered", "true")]);
    app.by("bob", |bob| bob.reply(thread, "Or the cable."));
    app.by("eve", |eve| eve.reply(thread, "No."));
    assert_eq!(told(&app, "bob"), [NotificationKind::Watched]);
}

#[test]
fn an_accepted_answer_is_told_to_its_author_and_to_those_who_have_the_problem_too() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let (eve, now) = (app.user("eve"), app.now());
    app.write(|tx| votes::me_too(tx, &eve, Sight::everything(), thread, true, now));
    let first = app.by("bob", |bob| bob.reply(thread, "The network."));
    app.by("ada", |ada| ada.accept(first));
    assert_eq!(told(&app, "bob"), [NotificationKind::Accepted]);
    assert_eq!(told(&app, "eve"), [NotificationKind::Solved]);
    // Another one is accepted instead: it was solved before.
    let second = app.by("dan", |dan| dan.reply(thread, "The cable."));
    app.by("ada", |ada| ada.accept(second));
    assert_eq!(told(&app, "eve"), NOBODY, "the first acceptance ended");
    assert_eq!(told(&app, "dan"), [NotificationKind::Accepted]);
}

#[test]
fn people_are_told_who_names_them_by_link_or_by_name() {
    let app = TestApp::spawn();
    let dan = app.user("dan").id;
    let thread = app.by("ada", |ada| {
        let text = format!("Does [@dan](/users/{dan}/dan) know? Or @BOB? Not `@eve`.");
        ada.ask_saying("help", "Why does it blink?", &text)
    });
    assert_eq!(told(&app, "dan"), [NotificationKind::Mentioned]);
    assert_eq!(told(&app, "bob"), [NotificationKind::Mentioned]);
    assert_eq!(told(&app, "eve"), NOBODY);
    app.by("bob", |bob| {
        bob.comment(CommentOn::Thread(thread), "@ada @eve @bob ask @dan")
    });
    assert_eq!(
        told(&app, "ada"),
        [NotificationKind::Commented],
        "once, as it concerns her most"
    );
    assert_eq!(told(&app, "eve"), [NotificationKind::Mentioned]);
    assert_eq!(told(&app, "bob"), [NotificationKind::Mentioned], "not by himself");
}

#[test]
fn a_comment_is_told_to_the_author_of_its_post_and_to_the_asker() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let reply = app.by("bob", |bob| bob.reply(thread, "The network."));
    app.by("eve", |eve| eve.comment(CommentOn::Reply(reply), "Which one?"));
    assert_eq!(told(&app, "bob"), [NotificationKind::Commented]);
    assert_eq!(told(&app, "ada"), [NotificationKind::Answered; 2]);
    app.by("eve", |eve| eve.comment(CommentOn::Thread(thread), "Since when?"));
    assert_eq!(told(&app, "ada")[0], NotificationKind::Commented);
}

#[test]
fn an_article_that_answers_is_told_to_the_asker_and_one_that_is_related_to_nobody() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let (eve, now) = (app.user("eve"), app.now());
    app.write(|tx| votes::me_too(tx, &eve, Sight::everything(), thread, true, now));
    let article = app.by("cat", |cat| {
        let section = cat.section("Lamps", None)?;
        cat.article(section, "Why lamps blink", "public")
    });
    app.by("cat", |cat| cat.link(thread, article, LinkKind::Related));
    assert_eq!(told(&app, "ada"), NOBODY);
    app.by("cat", |cat| cat.link(thread, article, LinkKind::Answers));
    assert_eq!(told(&app, "ada"), [NotificationKind::Article]);
    assert_eq!(told(&app, "eve"), [NotificationKind::Solved]);
    let note = notifications_of(&app, "ada").remove(0);
    assert_eq!(note.told.article.map(|(id, _)| id), Some(article));
}

#[test]
fn a_known_problem_that_is_solved_is_told_to_those_who_have_it() {
    let app = TestApp::spawn();
    let problem = app.by("cat", |cat| {
        cat.start("news", "announcement", "The lamps blink", "light")
    });
    let (cat, eve, now) = (app.user("cat"), app.user("eve"), app.now());
    let help = app
        .read(|db| tanya::store::categories::by_slug(db, Sight::everything(), "help"))
        .id;
    app.write(|tx| known_problems::begin(tx, &cat, Sight::everything(), problem, help, now));
    app.write(|tx| votes::me_too(tx, &eve, Sight::everything(), problem, true, now));
    app.write(|tx| known_problems::end(tx, &cat, Sight::everything(), problem, now));
    assert_eq!(told(&app, "eve"), [NotificationKind::Solved]);
    app.write(|tx| known_problems::begin(tx, &cat, Sight::everything(), problem, help, now));
    assert_eq!(told(&app, "eve"), NOBODY, "it is back");
}

#[test]
fn what_moderators_do_to_a_post_is_told_to_its_author_with_the_reason() {
    let app = TestApp::spawn();
    let (cat, sight, now) = (app.user("cat"), Sight::everything(), app.now());
    let why = Reason::parse("Off to the news.").unwrap();
    let thread = app.by("ada", |ada| ada.start("help", "discussion", "All about lamps", "light"));
    let reply = app.by("bob", |bob| bob.reply(thread, "Blink."));
    let news = app.read(|db| tanya::store::categories::by_slug(db, sight, "news")).id;
    app.write(|tx| threads::r#move(tx, &cat, sight, thread, news, now));
    app.write(|tx| replies::delete(tx, &cat, sight, reply, &why, now));
    let closing = Closing {
        reason: CloseReason::Unclear,
        original: None,
        note: why.clone(),
    };
    app.write(|tx| threads::close(tx, &cat, sight, thread, &closing, now));
    app.write(|tx| threads::lock(tx, &cat, sight, thread, true, &why, now));
    let acts: Vec<_> = notifications_of(&app, "ada")
        .iter()
        .filter_map(|note| note.told.act)
        .collect();
    assert_eq!(acts, [Act::Close, Act::Move]);
    let deleted = notifications_of(&app, "bob").remove(0);
    assert_eq!(
        (deleted.kind, deleted.told.act),
        (NotificationKind::Moderated, Some(Act::Delete))
    );
    assert_eq!(deleted.told.reason, "Off to the news.");
    assert_eq!(told(&app, "cat"), NOBODY);
}

#[test]
fn nobody_is_told_of_what_is_out_of_their_sight() {
    let app = TestApp::spawn();
    let thread = app.by("dan", |dan| {
        dan.ask_saying("back-office", "Who pays?", "Ask @bob, @root and @cat.")
    });
    assert_eq!(told(&app, "root"), [NotificationKind::Mentioned]);
    assert_eq!((told(&app, "bob"), told(&app, "cat")), (Vec::new(), Vec::new()));
    choose(&app, "bob", thread, Level::Watching);
    choose_category(&app, "ada", "back-office", Level::Watching);
    app.by("root", |root| root.reply(thread, "We do."));
    assert_eq!((told(&app, "bob"), told(&app, "ada")), (Vec::new(), Vec::new()));
    assert_eq!(told(&app, "dan"), [NotificationKind::Answered]);
}

#[test]
fn sight_is_asked_again_when_it_is_shown() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.start("help", "discussion", "All about lamps", "light"));
    app.by("bob", |bob| bob.reply(thread, "Blink."));
    assert_eq!(unread(&app, "ada"), 1);
    let (root, sight, now) = (app.user("root"), Sight::everything(), app.now());
    let inner = app
        .read(|db| tanya::store::categories::by_slug(db, sight, "back-office"))
        .id;
    app.write(|tx| threads::r#move(tx, &root, sight, thread, inner, now));
    assert_eq!((told(&app, "ada"), unread(&app, "ada")), (Vec::new(), 0));
    let page = app.signed_in("ada").visit("/notifications");
    assert!(!page.body.contains("All about lamps"), "{}", page.body);
}
