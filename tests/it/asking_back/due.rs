//! Who is reminded, and how often: once.

use chrono::Duration;
use tanya::domain::job::Job;
use tanya::store::jobs;

use super::Forum;

#[test]
fn an_asker_is_reminded_once_after_three_days() {
    let forum = Forum::spawn();
    forum.question();
    assert!(forum.days(2).is_empty());
    let letters = forum.days(1);
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to.as_str(), "ada@example.com");
    assert!(letters[0].subject.contains("How do I open the box?"));
    for _ in 0..20 {
        assert!(forum.days(1).is_empty());
    }
}

#[test]
fn a_crash_at_any_moment_neither_loses_nor_repeats_a_reminder() {
    let forum = Forum::spawn();
    let (thread, _) = forum.question();
    forum.reckon();
    forum.app.clock.pass(Duration::days(3));
    let now = forum.app.now();
    // Two nodes look at once, or one whose claim ran out goes on.
    for _ in 0..2 {
        forum.app.write(|tx| jobs::enqueue(tx, &Job::AskBack, now));
    }
    assert_eq!(forum.app.letters().len(), 1);
    // The job of the letter is done once more, as after a crash before it was taken away.
    forum
        .app
        .write(|tx| jobs::enqueue(tx, &Job::RemindAsker { thread }, now));
    assert!(forum.app.letters().is_empty());
    // A letter that could not go is not lost: its row waits with its job.
    forum.run("update reminders set posted_at = null");
    forum
        .app
        .write(|tx| jobs::enqueue(tx, &Job::RemindAsker { thread }, now));
    assert_eq!(forum.app.letters().len(), 1);
}

/// What happened, and what is done for it.
type Story = (&'static str, fn(&Forum));

const OF_NO_WORD: &[Story] = &[
    ("the reminder is off", |forum| {
        forum.question();
        forum.rule(|rule| rule.reminder_days = 0);
    }),
    ("the asker has replied", |forum| {
        let (thread, _) = forum.question();
        forum.app.clock.pass(Duration::hours(1));
        forum.app.by("ada", |ada| ada.reply(thread, "Which key?"));
    }),
    ("the asker has replied, and was answered again", |forum| {
        let (thread, _) = forum.question();
        for (name, text) in [("ada", "Which key?"), ("bob", "The red one.")] {
            forum.app.clock.pass(Duration::hours(1));
            forum.app.by(name, |by| by.reply(thread, text));
        }
    }),
    ("the question is resolved", |forum| {
        let (_, reply) = forum.question();
        forum.app.by("eve", |eve| eve.accept(reply));
        forum.rule(|rule| rule.has_surveys = false);
    }),
    ("nobody but the asker has replied", |forum| {
        let thread = forum.app.by("ada", |ada| ada.ask("help", "Is it me?", "box"));
        forum.app.by("ada", |ada| ada.reply(thread, "It is."));
    }),
    ("it is no question", |forum| {
        let thread = forum.app.by("ada", |ada| {
            ada.start("help", "discussion", "What do you think?", "box")
        });
        forum.app.by("bob", |bob| bob.reply(thread, "Nothing."));
    }),
    ("it came in from another forum", |forum| {
        let (thread, _) = forum.question();
        forum.run(&format!(
            "insert into origins (source, noun, source_id, family, noun_id) \
             values ('forum.example.org', 'thread', 7, 'discourse', {thread})"
        ));
    }),
    ("the address was never proven", |forum| {
        forum.question();
        forum.run("update users set password_hash = null where name = 'ada'");
    }),
    ("the asker is suspended", |forum| {
        forum.question();
        forum.run("update users set suspended_at = created_at where name = 'ada'");
    }),
    ("outcomes are late, and it was locked", |forum| {
        let (thread, _) = forum.question();
        forum.reckon();
        forum.run(&format!(
            "update threads set locked_at = created_at where id = {thread}"
        ));
    }),
];

#[test]
fn nobody_is_reminded_of_what_needs_no_word() {
    for (name, tell) in OF_NO_WORD {
        let forum = Forum::spawn();
        tell(&forum);
        assert!(forum.days(3).is_empty(), "{name}");
        assert!(forum.days(1).is_empty(), "{name}");
    }
}

#[test]
fn what_is_long_past_is_left_alone() {
    let forum = Forum::spawn();
    forum.question();
    // The forum was away, or only now switched reminders on.
    forum.reckon();
    forum.app.clock.pass(Duration::days(18));
    assert!(forum.look().is_empty());
    // A late answer to an old question comes as no surprise, but the question was given up.
    let thread = forum.app.by("ada", |ada| ada.ask("help", "Anybody?", "box"));
    forum.app.clock.pass(Duration::days(58));
    forum.app.by("bob", |bob| bob.reply(thread, "Now I am here."));
    assert!(forum.days(3).is_empty());
}

#[test]
fn a_reminder_whose_reason_went_away_before_its_letter_is_not_sent() {
    let forum = Forum::spawn();
    let (_, reply) = forum.question();
    forum.rule(|rule| rule.has_surveys = false);
    forum.reckon();
    let due = forum.app.now() + Duration::days(3);
    forum.app.clock.pass(Duration::days(3));
    let rule = tanya::domain::asking_back::AskingBack::default();
    forum
        .app
        .write(|tx| tanya::store::reminders::step(tx, &rule, None, due));
    forum.app.by("ada", |ada| ada.accept(reply));
    assert!(forum.app.letters().is_empty());
}

#[test]
fn more_askers_than_fit_into_one_piece_are_all_reminded() {
    let forum = Forum::spawn();
    let threads: Vec<_> = forum.app.by("ada", |ada| {
        (0..230).map(|_| ada.ask("help", "Why is it so?", "box")).collect()
    });
    forum.app.clock.pass(Duration::hours(1));
    let reply =
        |by: &mut crate::support::Content<'_>| threads.iter().try_for_each(|thread| by.reply(*thread, "So.").map(drop));
    forum.app.by("bob", reply);
    assert_eq!(forum.days(3).len(), 230);
}
