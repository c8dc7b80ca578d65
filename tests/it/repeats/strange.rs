//! Questions that ask nothing which could be compared join no group; large groups come in parts; and each member can say why.

use std::collections::BTreeSet;

use tanya::domain::id::ThreadId;
use tanya::repeats::parts::{MOST_IN_PART, parts};
use tanya::repeats::why::{self, Reason};

use super::Recognised;

/// Texts that are no questions, or none in the forum's language, each twice with little in common.
fn strange() -> Vec<(&'static str, String)> {
    let code = |name: &str, inner: &str| format!("```\nfn {name}() {{\n    {inner}\n}}\n```");
    vec![
        ("fn main() { run(); }", code("main", "let total = prices.iter().sum();")),
        ("while (true) { poll(); }", code("poll", "socket.read(&mut buffer)?;")),
        (
            "https://example.com/a",
            "https://example.com/b https://example.org/c".to_owned(),
        ),
        ("https://example.net/x", "<https://example.net/y>".to_owned()),
        ("😀😀😀😀😀😀", "😭😭😭 🙏🙏".to_owned()),
        ("🙏🙏🙏🙏🙏🙏", "😀".to_owned()),
        ("Help???", "Help".to_owned()),
        ("Help!!!", "help".to_owned()),
        ("Password?", "password".to_owned()),
        (
            "Wie setze ich mein Kennwort zurück?",
            "Ich habe mein Kennwort vergessen und komme nicht mehr in mein Konto.".to_owned(),
        ),
        (
            "パスワードを忘れました",
            "アカウントに入れません。どうすればいいですか。".to_owned(),
        ),
        (
            "A long story about everything",
            "lorem ipsum dolor sit amet ".repeat(2_300),
        ),
    ]
}

#[test]
fn what_asks_nothing_that_could_be_compared_joins_no_group() {
    let mut forum = Recognised::spawn();
    let about_passwords: Vec<ThreadId> = super::QUESTIONS[0..3].iter().map(|title| forum.ask(title)).collect();
    for (title, body) in strange() {
        forum.app.by("dan", |dan| dan.ask_saying("help", title, &body));
    }
    forum.has(&[&about_passwords]);
    forum.rescan();
    forum.has(&[&about_passwords]);
}

#[test]
fn a_member_says_why_it_is_there() {
    let mut forum = Recognised::spawn();
    let ids: Vec<ThreadId> = super::QUESTIONS.iter().map(|title| forum.ask(title)).collect();
    forum.has(&[&ids[0..3], &ids[3..6], &ids[6..8]]);
    let (store, search) = (forum.app.store(), &forum.app.site.search);
    let all = why::members(store, search, &ids[6..8]).unwrap();
    assert_eq!(all.iter().map(|why| why.thread).collect::<Vec<_>>(), ids[6..8]);
    for why in &all {
        assert!(why.percent >= 50, "{why:?}");
        assert!(why.reasons.contains(&Reason::Title), "{why:?}");
        assert!(why.reasons.contains(&Reason::Tags(vec!["light".to_owned()])), "{why:?}");
        let said = why.reasons.iter().find_map(|reason| match reason {
            Reason::Words(words) => Some(words.clone()),
            _ => None,
        });
        assert!(said.is_some_and(|words| words.contains(&"blank".to_owned())), "{why:?}");
    }
    // A stranger among them is told to be one.
    let stranger = why::members(store, search, &[ids[6], ids[7], ids[9]]).unwrap();
    let percents: Vec<u8> = stranger.iter().map(|why| why.percent).collect();
    assert!(
        percents[2] < percents[0] && percents[2] < percents[1] && percents[2] < 30,
        "{stranger:?}"
    );
    assert_eq!(why::members(store, search, &[]).unwrap(), []);
}

#[test]
fn a_large_group_comes_in_parts_of_what_is_most_alike() {
    let mut forum = Recognised::spawn();
    let ask = |forum: &Recognised, topic: &str, count: usize| -> Vec<ThreadId> {
        let titles = (0..count).map(|number| format!("{topic} number {number}"));
        titles.map(|title| forum.ask(&title)).collect()
    };
    let cards = ask(&forum, "My card is declined when I pay for the order", 20);
    let parcels = ask(&forum, "The parcel was stolen from the porch", 12);
    forum.recognise();
    let all: Vec<ThreadId> = parcels.iter().chain(&cards).copied().collect();
    let found = parts(&forum.app.site.search, &all).unwrap();
    assert!(found.iter().all(|part| part.len() <= MOST_IN_PART), "{found:?}");
    assert_eq!(found, [cards.clone(), parcels]);
    let in_parts: BTreeSet<ThreadId> = found.concat().into_iter().collect();
    assert_eq!(in_parts.len(), all.len(), "each is in one part");
    assert_eq!(
        parts(&forum.app.site.search, &cards).unwrap(),
        [cards],
        "a small one is one part"
    );
}
