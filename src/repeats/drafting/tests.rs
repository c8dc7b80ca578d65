//! Drafts of small evidence, and what is so of every draft.

use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::*;
use crate::domain::category::TemplateAnswer;
use crate::domain::id::ThreadId;
use crate::store::evidence::{AskedQuestion, GivenAnswer};
use crate::text::markdown::render;
use crate::text::phrases::Languages;

fn at(day: u32) -> DateTime<Utc> {
    format!("2024-05-{day:02}T12:00:00Z").parse().unwrap()
}

fn question(id: i64, title: &str, body: &str) -> AskedQuestion {
    AskedQuestion {
        thread: ThreadId::stored(id),
        title: title.to_owned(),
        body: body.to_owned(),
        thousandths: 500 - id,
        asked_at: at(1),
        author: Some(format!("asker{id}")),
        tags: Vec::new(),
        template_answers: Vec::new(),
    }
}

fn answer(id: i64, thread: i64, body: &str) -> GivenAnswer {
    GivenAnswer {
        reply: ReplyId::stored(id),
        thread: ThreadId::stored(thread),
        body: body.to_owned(),
        author: Some(format!("helper{id}")),
        posted_at: at(2),
        is_accepted: true,
        score: 0,
        is_by_staff: false,
        family: None,
    }
}

fn drafted(evidence: &Evidence) -> Outcome {
    let phrases = Languages::load().unwrap().named("en").unwrap();
    draft(
        evidence,
        &phrases,
        &Urls::new(&"https://forum.example".parse().unwrap()),
    )
}

fn hub() -> Evidence {
    let mut evidence = Evidence {
        questions: vec![
            question(
                1,
                "The hub does not connect",
                "Hello all,\n\nMy hub does not connect to the network any more. Thanks!",
            ),
            question(
                2,
                "[SOLVED] hub loses its network",
                "On Windows 10 the hub does not find the network after an update to 2.1.4.",
            ),
            question(
                3,
                "Hub without network",
                "The hub blinks red and finds no network on macOS.",
            ),
        ],
        answers: vec![
            answer(
                11,
                1,
                "Hi asker1, thanks for asking.\n\n1. Hold the reset button of the hub for ten seconds.\n2. Choose your network in the app:\n\n   \
                    ```\n   net = home\n   ```\n\nHope this helps!\n\nRegards,\nhelper11",
            ),
            answer(
                12,
                2,
                "You have to hold the reset button on the hub for ten seconds. Make sure that the hub uses firmware 3 first.",
            ),
            answer(
                13,
                3,
                "Do not hold the reset button of the hub. Update the hub over a cable first, then find the network anew.",
            ),
        ],
        licence: "CC BY 4.0".to_owned(),
    };
    evidence.questions[1].tags = vec!["wifi".to_owned()];
    evidence.questions[2].tags = vec!["cable".to_owned()];
    evidence.questions[0].template_answers = vec![TemplateAnswer {
        label: "Model".to_owned(),
        answer: "One".to_owned(),
    }];
    evidence
}

#[test]
fn a_group_becomes_a_draft_that_cites_all_it_says() {
    let Outcome::Draft(found) = drafted(&hub()) else {
        panic!("no draft")
    };
    assert_eq!(found.title, "The hub does not connect");
    assert_eq!(found.lead, "Hold the reset button of the hub for ten seconds.");
    let expected = include_str!("tests/hub.md");
    assert_eq!(found.markdown, expected, "{}", found.markdown);
    assert_eq!(found.cited, [11, 12, 13].map(ReplyId::stored));
}

#[test]
fn without_an_answer_that_people_stand_by_there_is_no_draft() {
    let mut evidence = hub();
    for answer in &mut evidence.answers {
        answer.is_accepted = false;
    }
    assert_eq!(drafted(&evidence), Outcome::NeedsAnswer);
    evidence.answers[1].score = 1;
    assert!(matches!(drafted(&evidence), Outcome::Draft(_)));
    evidence.answers.truncate(1);
    evidence.answers[0].is_accepted = true;
    evidence.answers[0].body = "Thanks!\n\n![picture](/p.png)".to_owned();
    assert_eq!(drafted(&evidence), Outcome::NeedsAnswer);
}

#[test]
fn an_answer_of_which_little_is_left_gives_what_there_is() {
    for (body, said) in [
        ("I fixed it by pulling the plug.", "1"),
        ("See <https://x.example/guide>", "See <https://x.example/guide>"),
        ("```\nls\n```", "The answer gives this code:"),
    ] {
        let evidence = Evidence {
            questions: vec![question(1, "The hub does not connect", "")],
            answers: vec![answer(11, 1, body)],
            licence: String::new(),
        };
        match drafted(&evidence) {
            Outcome::Draft(found) => assert!(said == "1" || found.markdown.contains(said), "{}", found.markdown),
            Outcome::NeedsAnswer => assert!(body.starts_with("```"), "{body}"),
        }
    }
}

#[test]
fn nothing_that_people_wrote_breaks_out() {
    let hostile = "# Head\n\n<script>alert(1)</script> [x](javascript:alert(2)) |a|b| ![i](https://evil.example/i.png) \
        press the button.\n\n- ] [ok](https://fine.example) hold | the button\n- 2. `| x |` turn it";
    let mut evidence = hub();
    for answer in &mut evidence.answers {
        answer.body = hostile.to_owned();
        answer.author = Some("Bob](https://evil.example)|<b> www.evil.example".to_owned());
    }
    for question in &mut evidence.questions {
        question.title = "](https://evil.example) <b>x</b> | # y".to_owned();
        question.body = hostile.to_owned();
    }
    evidence.licence = "[x](javascript:alert(3)) <b>".to_owned();
    let Outcome::Draft(found) = drafted(&evidence) else {
        panic!("no draft")
    };
    let html = render(&found.markdown).into_string();
    for bad in [
        "<script",
        "href=\"javascript",
        "evil.example\"",
        "<img",
        "<b>",
        "http://www.evil",
    ] {
        assert!(!html.contains(bad), "{bad}: {html}");
    }
}

/// Whether a line of a draft is ours: a heading, the head of a table, code or the note at the end.
fn uncited(markdown: &str, evidence: &Evidence) -> Vec<String> {
    let addresses: Vec<String> = evidence
        .answers
        .iter()
        .map(|answer| format!("](/replies/{})", answer.reply))
        .chain(
            evidence
                .questions
                .iter()
                .map(|question| format!("](/threads/{}/", question.thread)),
        )
        .collect();
    let body = markdown.split("\n\n* * *\n\n").next().unwrap_or_default();
    let mut fence: Option<String> = None;
    let mut uncited = Vec::new();
    for line in body.lines() {
        let trimmed = line.trim_start();
        match &fence {
            Some(open) => {
                if trimmed == open {
                    fence = None;
                }
                continue;
            }
            None if trimmed.starts_with("```") => {
                fence = Some(trimmed.chars().take_while(|sign| *sign == '`').collect());
                continue;
            }
            None => {}
        }
        let is_ours = trimmed.is_empty()
            || trimmed == ">"
            || trimmed.starts_with("## ")
            || trimmed == "|---|---|"
            || trimmed == "| Answer | What it says |"
            || trimmed == "Asked in other words:";
        if !is_ours && !addresses.iter().any(|address| trimmed.contains(address)) {
            uncited.push(line.to_owned());
        }
    }
    uncited
}

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Hold the reset button of the hub for ten seconds.".to_owned()),
        Just("Do not hold the reset button of the hub.".to_owned()),
        Just("\n\n- Open the settings of the hub\n- Press `reset | hub` twice\n\n".to_owned()),
        Just("\n\n```\ncode | x\n\n```\n\n".to_owned()),
        Just("> quoted words\n\n".to_owned()),
        Just("Thanks, I hope this helps.".to_owned()),
        "[a-zA-Z .,:!?|*_`#<>\\[\\]()\n@-]{0,60}",
        "\\PC{0,30}",
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn every_sentence_of_every_draft_cites_what_it_comes_from(
        bodies in proptest::collection::vec((texts(), texts(), any::<bool>(), -1i64..4), 1..6),
        name in "\\PC{0,20}",
    ) {
        let mut evidence = Evidence::default();
        for (number, (asked, given, is_accepted, score)) in (1..).zip(bodies) {
            let title = format!("Hub number {number} {name}");
            evidence.questions.push(question(number, &title, &asked));
            evidence.answers.push(GivenAnswer {
                is_accepted,
                score,
                author: Some(name.clone()),
                ..answer(100 + number, number, &given)
            });
        }
        if let Outcome::Draft(found) = drafted(&evidence) {
            prop_assert_eq!(uncited(&found.markdown, &evidence), Vec::<String>::new(), "{}", found.markdown);
            prop_assert!(!found.cited.is_empty() && !found.lead.is_empty());
            for cited in &found.cited {
                let address = format!("](/replies/{cited})");
                prop_assert!(found.markdown.contains(&address));
                prop_assert!(evidence.answers.iter().any(|answer| answer.reply == *cited));
            }
            let html = render(&found.markdown).into_string();
            prop_assert!(!html.contains("<img") && !html.contains("javascript:"));
        }
    }
}
