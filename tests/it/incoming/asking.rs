//! Questions by mail: they wait until whoever is named in them confirms by a link.

use tanya::domain::incoming::Outcome::{Asked, Refused, Repeated};
use tanya::domain::incoming::Why;
use tanya::letters::Letter;

use super::{Forum, QUESTIONS, message};
use crate::support::ORIGIN;

fn question(from: &str, to: &str, subject: &str, id: &str) -> Vec<u8> {
    let raw = message(from, to, id, "It prints one page, then nothing.\r\n\r\n-- \r\nZoe");
    let raw = String::from_utf8(raw).unwrap();
    raw.replace("Re: Why does it stop?", subject).into_bytes()
}

fn link(letter: &Letter) -> String {
    let beginning = format!("{ORIGIN}/sign-up/confirm/");
    let line = letter.text.lines().find(|line| line.starts_with(&beginning));
    line.unwrap_or_else(|| panic!("no link in\n{}", letter.text))
        .trim_start_matches(ORIGIN)
        .to_owned()
}

#[test]
fn a_strangers_question_stands_once_they_confirm_it() {
    let forum = Forum::spawn();
    let raw = question(
        "Zoe Doe <zoe@example.net>",
        QUESTIONS,
        "Fwd: RE: The printer prints one page",
        "1",
    );
    assert_eq!(forum.receive(&raw), (Asked, None));
    let letters = forum.app.letters();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to.as_str(), "zoe@example.net");
    assert!(
        letters[0].text.contains("The printer prints one page"),
        "{}",
        letters[0].text
    );
    let visitor = forum.app.visitor();
    assert!(!visitor.visit("/threads").body.contains("prints one page"), "not yet");
    let path = link(&letters[0]);
    let page = visitor.visit(&path);
    assert!(
        page.text("main").contains("It prints one page, then nothing."),
        "{}",
        page.body
    );
    let posted = visitor.submit(&path, &format!("form[action='{path}']"), &[]);
    assert_eq!(posted.status, 303, "{}", posted.body);
    let thread = visitor.visit(&posted.location().unwrap());
    assert_eq!(thread.text("h1"), "The printer prints one page");
    assert!(thread.text("main").contains("Zoe Doe"), "{}", thread.body);
    assert_eq!(forum.receive(&raw), (Repeated, None));
    assert!(forum.app.letters().is_empty());
    let again = visitor.post(&path, &[]);
    assert_eq!(again.status, 410, "the link works once");
}

#[test]
fn a_members_question_is_confirmed_too() {
    let forum = Forum::spawn();
    assert_eq!(
        forum.receive(&question("bob@example.com", QUESTIONS, "Hm", "1")),
        (Asked, None)
    );
    let letters = forum.app.letters();
    assert_eq!(letters.len(), 1);
    let path = link(&letters[0]);
    let visitor = forum.app.visitor();
    let posted = visitor.submit(&path, &format!("form[action='{path}']"), &[]);
    assert_eq!(posted.status, 303, "{}", posted.body);
    let thread = visitor.visit(&posted.location().unwrap());
    assert_eq!(
        thread.text("h1"),
        "It prints one page, then nothing.",
        "the subject is no title"
    );
    assert!(thread.text("main").contains("bob"), "{}", thread.body);
}

#[test]
fn a_question_goes_where_its_address_says_and_nowhere_else() {
    let forum = Forum::spawn();
    let to = |slug: &str| format!("ask+{slug}@forum.example.org");
    assert_eq!(
        forum.receive(&question("zoe@example.net", &to("help"), "A good title", "1")),
        (Asked, None)
    );
    for (number, slug) in ["news", "members", "back-office", "nowhere"].iter().enumerate() {
        let raw = question("zoe@example.net", &to(slug), "A good title", &format!("2{number}"));
        assert_eq!(forum.receive(&raw), (Refused, Some(Why::NoCategory)), "{slug}");
    }
    let letters = forum.app.letters();
    assert!(
        letters.iter().skip(1).all(|letter| letter.text.contains("No category")),
        "{letters:?}"
    );
}

#[test]
fn nobody_fills_a_mailbox_with_questions_in_anothers_name() {
    let forum = Forum::spawn();
    let mut outcomes = Vec::new();
    for number in 0..10 {
        let raw = question("zoe@example.net", QUESTIONS, "A good title", &number.to_string());
        outcomes.push(forum.receive(&raw));
    }
    assert!(outcomes.contains(&(Refused, Some(Why::TooMany))), "{outcomes:?}");
    assert!(forum.app.letters().len() <= 5);
}
