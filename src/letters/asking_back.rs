//! Letters that ask askers back: whether an answer solved their question, and how satisfied they are.

use super::sheet::{Block, Sheet, lay_out};
use super::specimens::{SPECIMEN, Specimen};
use super::{Heading, Letter, Stationery};
use crate::domain::asking_back::LINKS_ARE_GOOD_FOR;
use crate::domain::email::EmailAddress;
use crate::domain::id::UserId;
use crate::domain::signed_link::{LinkPurpose, SignedLink};
use crate::store::reminders::Told;
use crate::text::phrases::Value;

/// Where the two answers to a reminder lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ways {
    /// To the page on which the asker says which answer solved it.
    pub solved: String,
    /// To the page on which they say that it still does not work.
    pub not_working: String,
}

/// Asks whether an answer solved a question.
pub fn reminder(stationery: &Stationery<'_>, to: EmailAddress, name: &str, told: &Told, ways: Ways) -> Letter {
    let urls = stationery.urls;
    let question = urls.absolute(&urls.thread(told.thread.0, &told.thread.1));
    let values = [
        ("name", Value::from(name)),
        ("question", Value::from(told.thread.1.as_str())),
        ("address", Value::from(question)),
        ("days", Value::from(LINKS_ARE_GOOD_FOR.num_days())),
    ];
    let say = |key: &str| stationery.tell(key, &values);
    let sheet = Sheet {
        to,
        subject: say("letter-reminder-subject"),
        greeting: Some(say("letter-greeting")),
        blocks: vec![
            Block::Paragraph(say("letter-reminder-what")),
            Block::Paragraph(say("letter-reminder-why")),
            Block::Button((say("letter-reminder-solved"), ways.solved)),
            Block::OtherButton((say("letter-reminder-not-working"), ways.not_working)),
            Block::Paragraph(say("letter-reminder-read")),
            Block::Paragraph(say("letter-reminder-once")),
            Block::Paragraph(say("letter-links-until")),
        ],
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

/// Asks how satisfied an asker is; `way` is the address of the survey.
pub fn survey(stationery: &Stationery<'_>, to: EmailAddress, name: &str, question: &str, way: String) -> Letter {
    let values = [
        ("name", Value::from(name)),
        ("question", Value::from(question)),
        ("days", Value::from(LINKS_ARE_GOOD_FOR.num_days())),
    ];
    let say = |key: &str| stationery.tell(key, &values);
    let sheet = Sheet {
        to,
        subject: say("letter-survey-subject"),
        greeting: Some(say("letter-greeting")),
        blocks: vec![
            Block::Paragraph(say("letter-survey-what")),
            Block::Paragraph(say("letter-survey-who")),
            Block::Button((say("letter-survey-button"), way)),
            Block::Paragraph(say("letter-survey-once")),
            Block::Paragraph(say("letter-links-until")),
        ],
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

/// One of each; their links lead nowhere.
pub(super) const SPECIMENS: &[Specimen] = &[
    Specimen {
        kind: "reminder",
        compose: |stationery, example| {
            let told = Told {
                asker: UserId::stored(1),
                thread: example.thread.clone(),
                link: SignedLink {
                    user: UserId::stored(1),
                    about: Vec::new(),
                    expires_at: example.now,
                },
            };
            let way = |purpose| stationery.urls.in_letter(purpose, SPECIMEN);
            let ways = Ways {
                solved: way(LinkPurpose::Solved),
                not_working: way(LinkPurpose::NotWorking),
            };
            reminder(stationery, example.to.clone(), &example.name, &told, ways)
        },
    },
    Specimen {
        kind: "survey",
        compose: |stationery, example| {
            let way = stationery.urls.in_letter(LinkPurpose::Survey, SPECIMEN);
            survey(stationery, example.to.clone(), &example.name, &example.thread.1, way)
        },
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ThreadId;
    use crate::text::phrases::Languages;
    use crate::urls::Urls;

    #[test]
    fn both_letters_say_the_same_as_text_and_as_html_in_every_language() {
        let languages = Languages::load().unwrap();
        let urls = Urls::new(&url::Url::parse("https://forum.example.com").unwrap());
        let ada = EmailAddress::parse("ada@example.com").unwrap();
        let told = Told {
            asker: UserId::stored(1),
            thread: (ThreadId::stored(7), "How do I reset it?".to_owned()),
            link: SignedLink {
                user: UserId::stored(1),
                about: vec![7],
                expires_at: chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
            },
        };
        let ways = Ways {
            solved: "https://forum.example.com/letters/solved/x".to_owned(),
            not_working: "https://forum.example.com/letters/not-working/y".to_owned(),
        };
        for language in ["en", "id", "fil"] {
            let phrases = languages.named(language).unwrap();
            let stationery = Stationery {
                phrases: &phrases,
                urls: &urls,
                site_name: "Lamps",
            };
            let letter = reminder(&stationery, ada.clone(), "Ada", &told, ways.clone());
            for part in [&ways.solved, &ways.not_working] {
                assert!(letter.text.lines().any(|line| line == part), "{}", letter.text);
                assert!(letter.html.contains(&format!("href=\"{part}\"")), "{}", letter.html);
            }
            assert!(letter.text.contains("How do I reset it?") && letter.html.contains("How do I reset it?"));
            assert!(
                letter
                    .text
                    .contains("https://forum.example.com/threads/7/how-do-i-reset-it")
            );
            let way = "https://forum.example.com/letters/survey/z".to_owned();
            let letter = survey(&stationery, ada.clone(), "Ada", "How do I reset it?", way.clone());
            assert!(letter.text.lines().any(|line| line == way) && letter.html.contains(&way));
            assert!(letter.subject.contains("How do I reset it?") || letter.text.contains("How do I reset it?"));
        }
        assert_eq!(languages.missing_count(), 0);
    }
}
