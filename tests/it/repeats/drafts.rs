//! A group that was recognised gives a draft that cites its answers.

use tanya::domain::body::Reason;
use tanya::domain::id::{ReplyId, ThreadId};
use tanya::domain::sight::Sight;
use tanya::repeats::drafting::{Outcome, draft};
use tanya::store::{evidence, repeats, replies};
use tanya::text::phrases::Languages;
use tanya::text::time::exact_day;
use tanya::urls::Urls;

use super::{QUESTIONS, Recognised};

#[test]
fn a_group_proposes_a_draft_that_cites_its_answers() {
    let mut forum = Recognised::spawn();
    let ids: Vec<ThreadId> = QUESTIONS.iter().map(|title| forum.ask(title)).collect();
    forum.has(&[&ids[0..3], &ids[3..6], &ids[6..8]]);
    let evidence = |forum: &Recognised, sight: Sight| {
        let members = forum.app.read(|db| repeats::groups_of(db, &ids[..1]));
        let members: Vec<(ThreadId, i64)> = members.iter().map(|one| (one.thread, one.thousandths)).collect();
        forum.app.read(|db| evidence::read(db, sight, &members))
    };
    let phrases = Languages::load().unwrap().named("en").unwrap();
    let urls = Urls::new(&"https://forum.example".parse().unwrap());
    let thin = evidence(&forum, Sight::public());
    assert_eq!((thin.questions.len(), thin.answers.len()), (3, 0));
    assert_eq!(draft(&thin, &phrases, &urls), Outcome::NeedsAnswer);

    let [one, other] = answered(&forum, &ids);
    let (bob, now) = (forum.app.user("bob"), forum.app.now());
    let found = evidence(&forum, Sight::public());
    assert_eq!(
        found.answers.iter().map(|answer| answer.reply).collect::<Vec<_>>(),
        [one, other]
    );
    let Outcome::Draft(drafted) = draft(&found, &phrases, &urls) else {
        panic!("no draft")
    };
    let by = format!("{}, {}", bob.name, exact_day(&phrases, now));
    let steps = drafted.markdown.as_str();
    let said: Vec<&str> = steps.lines().filter(|line| line.contains("](/replies/")).collect();
    assert!(
        said.iter().any(
            |line| line.contains(&format!("[{by}](/replies/{one}); [{by}](/replies/{other})"))
                || line.contains(&format!("[{by}](/replies/{other}); [{by}](/replies/{one})"))
        ),
        "both say so: {steps}"
    );
    assert!(
        !drafted.markdown.contains("Thanks") && !drafted.markdown.contains("Ask the staff"),
        "{steps}"
    );
    assert!(
        steps.ends_with(&format!(
            "Compiled from answers by [bob](/replies/{}).\n",
            drafted.cited[0]
        )),
        "{steps}"
    );
    assert_eq!(drafted.cited, [one, other]);
}

/// Accepts two answers that say the same, and a third that is deleted.
fn answered(forum: &Recognised, ids: &[ThreadId]) -> [ReplyId; 2] {
    let [one, other, gone] = [
        (
            0,
            "Hi dan, open the account page and press the reset link of your password. Thanks!",
        ),
        (
            1,
            "Press the reset link of your password on the account page. Do not share the letter with anybody.",
        ),
        (2, "Ask the staff for a new password."),
    ]
    .map(|(place, text)| {
        let reply = forum.app.by("bob", |bob| bob.reply(ids[place], text));
        forum.app.by("dan", |dan| dan.accept(reply));
        reply
    });
    let (cat, now) = (forum.app.user("cat"), forum.app.now());
    let reason = Reason::parse("wrong").unwrap();
    forum
        .app
        .write(|tx| replies::delete(tx, &cat, Sight::everything(), gone, &reason, now));
    [one, other]
}
