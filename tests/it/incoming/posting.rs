//! Answers that become replies: once, whatever happens.

use std::sync::Barrier;

use tanya::domain::incoming::Outcome::{Posted, Repeated};

use super::{Forum, message};
use crate::uploads::png;

const QUOTED: &str = "The cable was loose.\r\n\r\nOn Mon, 2 Mar 2026 at 10:00, Forum <reply@forum.example.org> wrote:\r\n> Why does it stop?\r\n";

#[test]
fn an_answer_by_mail_becomes_a_reply_that_says_so() {
    let forum = Forum::spawn();
    let to = forum.address("bob");
    assert_eq!(
        forum.receive(&message("Bob <Bob@Example.com>", &to, "1", QUOTED)),
        (Posted, None)
    );
    let page = forum.page();
    assert_eq!(page.text("#replies .post .prose"), "The cable was loose.");
    assert!(page.text("#replies .post .meta").contains("by mail"), "{}", page.body);
    assert_eq!(page.text("#replies .post .author"), "bob");
    let row = forum.rows().remove(0);
    assert_eq!(
        (row.user, row.thread),
        (Some(forum.app.user("bob").id), Some(forum.thread))
    );
    assert!(row.reply.is_some() && forum.app.letters().is_empty());
}

#[test]
fn a_quotation_that_nobody_knows_gives_no_power_over_letters_away() {
    let forum = Forum::spawn();
    let to = forum.address("bob");
    let link = format!("{}stop/abc_1", forum.app.site.urls.in_letters());
    let body = format!("Malfiksita.\r\n\r\nForumo <{to}> respondis.\r\nHaltigi: {link}\r\n");
    assert_eq!(
        forum.receive(&message("bob@example.com", &to, "1", &body)),
        (Posted, None)
    );
    let shown = forum.page().text("#replies .post .prose");
    assert!(shown.contains("Malfiksita.") && shown.contains("respondis"), "{shown}");
    assert!(!shown.contains(&to) && !shown.contains("letters"), "{shown}");
}

#[test]
fn what_was_attached_comes_along_or_is_named() {
    let forum = Forum::spawn();
    let body = "--x\r\n\r\nSee the log.\r\n\
        --x\r\nContent-Type: text/plain; name=\"log_*1*.txt\"\r\n\r\nthe words of the log\r\n\
        --x\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\nPICTURE\r\n\
        --x\r\nContent-Type: image/svg+xml; name=b.svg\r\n\r\n<svg/>\r\n--x--";
    let picture = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, png(20));
    let raw = format!(
        "From: bob@example.com\r\nTo: {}\r\nMessage-ID: <1@x>\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n{}",
        forum.address("bob"),
        body.replace("PICTURE", &picture)
    );
    assert_eq!(forum.receive(raw.as_bytes()), (Posted, None));
    let page = forum.page();
    let text = page.text("#replies .post .prose");
    assert!(
        text.starts_with("See the log.") && text.contains("Not taken along: b.svg"),
        "{text}"
    );
    assert!(!text.contains("words of the log"), "{text}");
    assert_eq!(
        page.attributes("#replies .prose img", "src"),
        ["/uploads/2/20x20/a.png"]
    );
    assert_eq!(
        page.attributes("#replies .prose a[href^='/uploads']", "href"),
        ["/uploads/1/log_1.txt"]
    );
    let log = forum.app.visitor().get("/uploads/1/log_1.txt");
    assert_eq!((log.status, log.body.trim()), (200, "the words of the log"));
}

#[test]
fn a_message_is_posted_once_however_often_it_comes() {
    let forum = Forum::spawn();
    let to = forum.address("bob");
    let raw = message("bob@example.com", &to, "1", QUOTED);
    for expected in [Posted, Repeated, Repeated] {
        // On its way again, it got another line on top.
        let again = [format!("Received: from {expected}\r\n").as_bytes(), &raw].concat();
        assert_eq!(forum.receive(&again), (expected, None));
    }
    forum.app.pass(chrono::Duration::days(30));
    assert_eq!(forum.receive(&raw), (Repeated, None), "a month later, too");
    let other = message("bob@example.com", &to.to_uppercase(), "2", QUOTED);
    assert_eq!(forum.receive(&other), (Posted, None), "another one with the same words");
    assert_eq!(forum.page().texts("#replies .post .prose").len(), 2);
}

#[test]
fn a_message_is_the_same_by_whichever_way_it_comes_and_whatever_is_written_on_top_of_it() {
    let forum = Forum::spawn();
    let to = forum.address("bob");
    let raw = message("bob@example.com", &to, "1", QUOTED);
    assert_eq!(forum.receive(&raw), (Posted, None));
    for more in [
        "Delivered-To: forum@mx.example.org",
        "X-Original-To: whoever@else.example",
        &format!("Delivered-To: {to}"),
    ] {
        let again = [more.as_bytes(), b"\r\n", &raw].concat();
        assert_eq!(forum.receive(&again), (Repeated, None), "{more}");
    }
    // One message to two threads is an answer in each of them.
    let other = forum.app.by("ada", |ada| ada.ask("help", "And this one?", "scanner"));
    let elsewhere = Forum { thread: other, ..forum };
    let there = elsewhere.address("bob");
    let again = [format!("X-Original-To: {there}\r\n").as_bytes(), &raw].concat();
    assert_eq!(elsewhere.receive(&again), (Posted, None));
    assert_eq!(elsewhere.receive(&again), (Repeated, None));
}

#[test]
fn three_at_once_are_one_reply() {
    let forum = Forum::spawn();
    let raw = message("bob@example.com", &forum.address("bob"), "1", QUOTED);
    let barrier = Barrier::new(3);
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                barrier.wait();
                forum.comes(&raw);
            });
        }
    });
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| forum.app.work());
        }
    });
    // Whoever lost a race tries again after a while.
    forum.app.clock.pass(chrono::Duration::minutes(1));
    forum.app.work();
    let mut outcomes = forum.outcomes();
    outcomes.sort();
    assert_eq!(outcomes, [Posted, Repeated, Repeated]);
    assert_eq!(forum.page().texts("#replies .post .prose").len(), 1);
}

#[test]
fn the_bytes_of_a_message_are_forgotten_after_some_days_and_the_rest_after_some_months() {
    let forum = Forum::spawn();
    forum.receive(&message("bob@example.com", &forum.address("bob"), "1", QUOTED));
    let kept = |forum: &Forum| {
        use diesel::RunQueryDsl;
        #[derive(diesel::QueryableByName)]
        struct Count {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            count: i64,
        }
        let query = "select count(raw) as count from incoming_messages";
        let counted = forum
            .app
            .read(|db| Ok(diesel::sql_query(query).get_result::<Count>(db)?));
        (forum.rows().len(), counted.count)
    };
    assert_eq!(kept(&forum), (1, 1));
    forum.app.pass(chrono::Duration::days(4));
    forum.app.work();
    assert_eq!(kept(&forum), (1, 0));
    let mut large = message("bob@example.com", &forum.address("bob"), "2", "Mine.\r\n-- \r\n");
    large.resize(1024 * 1024 + 1, b'x');
    assert_eq!(forum.receive(&large), (Posted, None));
    assert_eq!(kept(&forum), (2, 0), "a large one is not kept at all");
    forum.app.pass(chrono::Duration::days(91));
    forum.app.work();
    assert_eq!(kept(&forum), (0, 0));
}
