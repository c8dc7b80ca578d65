//! Whom an edit names who was not named before: told once, and not by what they knew already.

use tanya::domain::account::Viewer;
use tanya::domain::body::{Body, CommentBody, Reason};
use tanya::domain::draft::ThreadEdit;
use tanya::domain::id::{CommentId, ReplyId, ThreadId};
use tanya::domain::notification::NotificationKind;
use tanya::domain::sight::Sight;
use tanya::domain::subscription::Level;
use tanya::domain::tag::TagName;
use tanya::domain::title::Title;
use tanya::store::comments::CommentOn;
use tanya::store::outcome::Deed;
use tanya::store::written::Written;
use tanya::store::{comments, replies, threads};

use super::{choose, notifications_of, told};
use crate::merging::{Pair, merge};
use crate::support::TestApp;

const NOBODY: [NotificationKind; 0] = [];

fn sight_of(app: &TestApp, name: &str) -> Sight {
    Sight::of(&Viewer::User(app.user(name)))
}

/// One of the cast gives a thread another text.
fn edit(app: &TestApp, name: &str, thread: ThreadId, text: &str) {
    let (by, sight, now) = (app.user(name), sight_of(app, name), app.now());
    let edit = ThreadEdit {
        title: Title::parse("Why does it blink?").unwrap(),
        tags: vec![TagName::parse("light").unwrap()],
        body: Body::parse(text).unwrap(),
        reason: Reason::default(),
        template_answers: None,
    };
    let body = Written::body(&edit.body);
    let deed = app.write(|tx| threads::edit(tx, &by, sight, thread, &edit, &body, now));
    assert_eq!(deed, Deed::Done(()));
}

/// The same of a reply.
fn edit_reply(app: &TestApp, name: &str, reply: ReplyId, text: &str) {
    let (by, sight, now) = (app.user(name), sight_of(app, name), app.now());
    let body = Written::body(&Body::parse(text).unwrap());
    let deed = app.write(|tx| replies::edit(tx, &by, sight, reply, &body, &Reason::default(), now));
    assert_eq!(deed, Deed::Done(()));
}

/// The same of a comment.
fn edit_comment(app: &TestApp, name: &str, comment: CommentId, text: &str) {
    let (by, sight, now) = (app.user(name), sight_of(app, name), app.now());
    let body = Written::comment(&CommentBody::parse(text).unwrap());
    let deed = app.write(|tx| comments::edit(tx, &by, sight, comment, &body, now));
    assert_eq!(deed, Deed::Done(()));
}

#[test]
fn an_edit_tells_those_whom_a_post_names_by_now_and_nobody_twice() {
    let app = TestApp::spawn();
    let dan = app.user("dan").id;
    let thread = app.by("ada", |ada| {
        ada.ask_saying("help", "Why does it blink?", "Does @bob know?")
    });
    edit(
        &app,
        "ada",
        thread,
        &format!("Does @bob know, or [@dan](/users/{dan}/dan)?"),
    );
    assert_eq!(told(&app, "bob"), [NotificationKind::Mentioned], "named before");
    assert_eq!(told(&app, "dan"), [NotificationKind::Mentioned]);
    let note = notifications_of(&app, "dan").remove(0);
    assert_eq!(note.told.by.name.as_deref(), Some("ada"));
    assert_eq!(note.told.thread.0, thread);

    // Taking a name out and putting it in again calls nobody again, nor does naming oneself.
    edit(&app, "ada", thread, "Does nobody know?");
    edit(&app, "ada", thread, "Do @bob, @dan and @ada know?");
    assert_eq!((told(&app, "bob").len(), told(&app, "dan").len()), (1, 1));
    assert_eq!(told(&app, "ada"), NOBODY);
}

#[test]
fn an_edit_of_a_reply_or_a_comment_tells_those_whom_it_names_by_now() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let reply = app.by("bob", |bob| bob.reply(thread, "The network."));
    edit_reply(&app, "bob", reply, "The network, @ada. Or what do you say, @dan?");
    assert_eq!(told(&app, "ada"), [NotificationKind::Answered], "told of the reply");
    assert_eq!(told(&app, "dan"), [NotificationKind::Mentioned]);
    assert_eq!(notifications_of(&app, "dan")[0].told.reply, Some(reply));

    let comment = app.by("eve", |eve| eve.comment(CommentOn::Reply(reply), "Which one?"));
    edit_comment(&app, "eve", comment, "Which one, @bob? @root, @dan?");
    assert_eq!(told(&app, "bob"), [NotificationKind::Commented], "told of the comment");
    assert_eq!(told(&app, "root"), [NotificationKind::Mentioned]);
    let note = notifications_of(&app, "dan").remove(0);
    assert_eq!(note.told.comment, Some(comment), "another post calls again");
}

#[test]
fn an_edit_by_somebody_else_tells_neither_its_author_nor_the_editor_of_a_name() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    edit(&app, "cat", thread, "It blinks, says @ada to @cat. Does @bob know?");
    assert_eq!(told(&app, "ada"), [NotificationKind::Moderated]);
    assert_eq!(told(&app, "cat"), NOBODY);
    assert_eq!(told(&app, "bob"), [NotificationKind::Mentioned]);
    assert_eq!(notifications_of(&app, "bob")[0].told.by.name.as_deref(), Some("cat"));
}

#[test]
fn an_edit_tells_neither_whoever_cannot_see_it_nor_whoever_muted_the_thread() {
    let app = TestApp::spawn();
    let inner = app.by("dan", |dan| dan.ask("back-office", "Why does it blink?", "light"));
    edit(&app, "dan", inner, "Ask @bob or @root.");
    assert_eq!(told(&app, "bob"), NOBODY);
    assert_eq!(told(&app, "root"), [NotificationKind::Mentioned]);
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    choose(&app, "eve", thread, Level::Muted);
    edit(&app, "ada", thread, "Ask @eve.");
    assert_eq!(told(&app, "eve"), NOBODY);
}

#[test]
fn one_post_calls_ten_people_at_most_however_often_it_is_edited() {
    use diesel::connection::SimpleConnection;
    let app = TestApp::spawn();
    app.write(|tx| {
        let people = "with recursive numbers(i) as (select 1 union all select i + 1 from numbers where i < 24) \
             insert into users (name, name_folded, password_hash, role, trust, created_at) \
             select 'fan' || i, 'fan' || i, 'none', 'member', 'member', '2026-01-01 00:00:00' from numbers";
        Ok(tx.batch_execute(people)?)
    });
    let naming = |numbers: std::ops::Range<u32>| {
        let names: Vec<String> = numbers.map(|number| format!("@fan{number}")).collect();
        names.join(" ")
    };
    let thread = app.by("ada", |ada| ada.ask_saying("help", "Why does it blink?", &naming(1..4)));
    edit(&app, "ada", thread, &naming(4..9));
    edit(&app, "ada", thread, &naming(9..24));
    let called = (1..24).filter(|number| is_told(&app, &format!("fan{number}"))).count();
    assert_eq!(called, 10);
    assert!(is_told(&app, "fan8") && !is_told(&app, "fan23"));
}

fn is_told(app: &TestApp, name: &str) -> bool {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        count: i64,
    }
    let query = "select count(*) as count from notifications \
         inner join users on users.id = notifications.user_id where users.name = $1";
    let found: Count = app.read(|db| {
        let query = diesel::sql_query(query).bind::<diesel::sql_types::Text, _>(name);
        Ok(query.get_result(db)?)
    });
    found.count > 0
}

#[test]
fn the_text_of_a_merged_thread_calls_nobody_again_who_was_called_before() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    let before = "Does @cat know?";
    let (ada, sight, now) = (app.user("ada"), sight_of(&app, "ada"), app.now());
    let title = Title::parse("Why does the lamp blink at night?").unwrap();
    let edit = ThreadEdit {
        title,
        tags: Vec::new(),
        body: Body::parse(before).unwrap(),
        reason: Reason::default(),
        template_answers: None,
    };
    let body = Written::body(&edit.body);
    app.write(|tx| threads::edit(tx, &ada, sight, pair.merged, &edit, &body, now));
    assert_eq!(told(&app, "cat"), [NotificationKind::Mentioned]);
    let opening = merge(&app, pair.merged, pair.target);
    edit_reply(&app, "ada", opening, "Does anybody know?");
    edit_reply(&app, "ada", opening, "Do @cat and @eve know?");
    assert_eq!(told(&app, "cat"), NOBODY, "once, of a text that stands elsewhere now");
    assert_eq!(told(&app, "eve"), [NotificationKind::Mentioned]);
}
