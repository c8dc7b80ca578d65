//! A fact that is undone is told to nobody any more; brought back, it is told again.

use tanya::domain::article::LinkKind;
use tanya::domain::body::Reason;
use tanya::domain::notification::NotificationKind;
use tanya::domain::resolution::CloseReason;
use tanya::domain::sight::Sight;
use tanya::store::comments::CommentOn;
use tanya::store::threads::Closing;
use tanya::store::{article_links, comments, replies, threads};

use super::{told, unread};
use crate::support::TestApp;

const NOBODY: [NotificationKind; 0] = [];

#[test]
fn what_is_deleted_is_not_told_while_it_is() {
    let app = TestApp::spawn();
    let (cat, sight, now, no) = (app.user("cat"), Sight::everything(), app.now(), Reason::default());
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let reply = app.by("bob", |bob| bob.reply(thread, "The network."));
    let comment = app.by("eve", |eve| eve.comment(CommentOn::Reply(reply), "Which?"));
    assert_eq!((unread(&app, "ada"), unread(&app, "bob")), (2, 1));
    app.write(|tx| comments::delete(tx, &cat, sight, comment, now));
    assert_eq!((told(&app, "ada").len(), told(&app, "bob").len()), (1, 0));
    app.write(|tx| comments::undelete(tx, &cat, sight, comment, now));
    assert_eq!(told(&app, "bob"), [NotificationKind::Commented]);
    app.write(|tx| replies::delete(tx, &cat, sight, reply, &no, now));
    assert_eq!((told(&app, "ada"), unread(&app, "ada")), (Vec::new(), 0));
    assert_eq!(told(&app, "bob"), [NotificationKind::Moderated], "that it was deleted");
    app.write(|tx| replies::undelete(tx, &cat, sight, reply, now));
    assert_eq!(told(&app, "ada"), [NotificationKind::Answered; 2]);
    assert_eq!(told(&app, "bob"), [NotificationKind::Commented]);
    app.write(|tx| threads::delete(tx, &cat, sight, thread, &no, now));
    assert_eq!(told(&app, "ada"), [NotificationKind::Moderated]);
    app.write(|tx| threads::undelete(tx, &cat, sight, thread, now));
    assert_eq!(told(&app, "ada"), [NotificationKind::Answered; 2]);
}

#[test]
fn an_acceptance_that_is_taken_back_is_not_told() {
    let app = TestApp::spawn();
    let (ada, sight, now) = (app.user("ada"), Sight::everything(), app.now());
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let reply = app.by("bob", |bob| bob.reply(thread, "The network."));
    app.by("ada", |ada| ada.accept(reply));
    assert_eq!(unread(&app, "bob"), 1);
    app.write(|tx| replies::unaccept(tx, &ada, sight, reply, now));
    assert_eq!((told(&app, "bob"), unread(&app, "bob")), (Vec::new(), 0));
    app.by("ada", |ada| ada.accept(reply));
    assert_eq!(told(&app, "bob"), [NotificationKind::Accepted]);
    let why = Reason::required("It blinks again.").unwrap();
    app.write(|tx| threads::reopen(tx, &ada, sight, thread, &why, now));
    assert_eq!(told(&app, "bob"), NOBODY);
}

#[test]
fn an_article_that_is_unlinked_and_a_closure_that_ends_are_not_told() {
    let app = TestApp::spawn();
    let (cat, sight, now) = (app.user("cat"), Sight::everything(), app.now());
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let article = app.by("cat", |cat| {
        let section = cat.section("Lamps", None)?;
        cat.article(section, "Why lamps blink", "public")
    });
    app.by("cat", |cat| cat.link(thread, article, LinkKind::Answers));
    assert_eq!(told(&app, "ada"), [NotificationKind::Article]);
    app.write(|tx| article_links::unlink(tx, &cat, sight, (thread, article), now));
    assert_eq!(told(&app, "ada"), NOBODY);
    let closing = Closing {
        reason: CloseReason::Unclear,
        original: None,
        note: Reason::default(),
    };
    app.write(|tx| threads::close(tx, &cat, sight, thread, &closing, now));
    assert_eq!(told(&app, "ada"), [NotificationKind::Moderated]);
    app.write(|tx| threads::reopen(tx, &cat, sight, thread, &Reason::default(), now));
    assert_eq!(told(&app, "ada"), NOBODY);
}
