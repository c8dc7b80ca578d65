//! Letters about questions that come back: an article that answers one, and one that is suddenly asked by many.

use super::sheet::{Block, Sheet, lay_out};
use super::specimens::Specimen;
use super::{Heading, Letter, Stationery};
use crate::domain::email::EmailAddress;
use crate::domain::id::{OutbreakId, UserId};
use crate::store::outbreaks::Outbreak;
use crate::store::proposals::Told;
use crate::text::phrases::Value;

/// Tells an asker that an article answers their question, and how to say that it does not.
pub fn article_answers(stationery: &Stationery<'_>, to: EmailAddress, name: &str, told: &Told) -> Letter {
    let urls = stationery.urls;
    let values = [
        ("name", Value::from(name)),
        ("question", Value::from(told.thread.1.as_str())),
        ("article", Value::from(told.article.1.as_str())),
        ("answer", Value::from(told.short_answer.as_str())),
    ];
    let say = |key: &str| stationery.tell(key, &values);
    let why = if told.was_settled {
        "letter-article-why-settled"
    } else {
        "letter-article-why"
    };
    let article = urls.absolute(&urls.article(told.article.0, &told.article.1));
    let question = urls.absolute(&urls.thread(told.thread.0, &told.thread.1));
    let sheet = Sheet {
        to,
        subject: say("letter-article-subject"),
        greeting: Some(say("letter-greeting")),
        blocks: vec![
            Block::Paragraph(say(why)),
            Block::Paragraph(say("letter-article-answer")),
            Block::Button((say("letter-article-button"), article)),
            Block::Paragraph(stationery.tell("letter-article-not-working", &[("address", Value::from(question))])),
        ],
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

/// Tells a moderator that a question is suddenly asked far more often than usual.
pub fn outbreak(stationery: &Stationery<'_>, to: EmailAddress, name: &str, outbreak: &Outbreak) -> Letter {
    let urls = stationery.urls;
    let values = [
        ("name", Value::from(name)),
        ("question", Value::from(outbreak.title.as_str())),
        ("count", Value::from(outbreak.asker_count)),
    ];
    let say = |key: &str| stationery.tell(key, &values);
    let sheet = Sheet {
        to,
        subject: say("letter-outbreak-subject"),
        greeting: Some(say("letter-greeting")),
        blocks: vec![
            Block::Paragraph(say("letter-outbreak-what")),
            Block::Paragraph(say("letter-outbreak-do")),
            Block::Button((
                say("letter-outbreak-button"),
                urls.absolute(&urls.thread(outbreak.thread, &outbreak.title)),
            )),
            Block::Paragraph(say("letter-outbreak-once")),
        ],
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

/// One of each.
pub(super) const SPECIMENS: &[Specimen] = &[
    Specimen {
        kind: "article-answers",
        compose: |stationery, example| {
            let told = Told {
                asker: UserId::stored(1),
                thread: example.thread.clone(),
                article: example.article.clone(),
                short_answer: example.short_answer.clone(),
                was_settled: false,
            };
            article_answers(stationery, example.to.clone(), &example.name, &told)
        },
    },
    Specimen {
        kind: "outbreak",
        compose: |stationery, example| {
            let broken = Outbreak {
                id: OutbreakId::stored(1),
                thread: example.thread.0,
                title: example.thread.1.clone(),
                asker_count: 6,
                began_at: example.now,
            };
            outbreak(stationery, example.to.clone(), &example.name, &broken)
        },
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{ArticleId, ThreadId};
    use crate::text::phrases::Languages;
    use crate::urls::Urls;

    #[test]
    fn every_letter_has_its_words_and_one_way_on_in_every_language() {
        let languages = Languages::load().unwrap();
        let urls = Urls::new(&url::Url::parse("https://forum.example.com").unwrap());
        let ada = EmailAddress::parse("ada@example.com").unwrap();
        let told = Told {
            asker: UserId::stored(1),
            thread: (ThreadId::stored(7), "How do I reset it?".to_owned()),
            article: (ArticleId::stored(3), "Reset the hub".to_owned()),
            short_answer: "Hold the button.".to_owned(),
            was_settled: false,
        };
        let settled = Told {
            was_settled: true,
            ..told.clone()
        };
        let broken = Outbreak {
            id: OutbreakId::stored(1),
            thread: ThreadId::stored(7),
            title: "Nothing works".to_owned(),
            asker_count: 6,
            began_at: chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
        };
        for language in ["en", "id", "fil"] {
            let phrases = languages.named(language).unwrap();
            let stationery = Stationery {
                phrases: &phrases,
                urls: &urls,
                site_name: "Lamps",
            };
            let letter = article_answers(&stationery, ada.clone(), "Ada", &told);
            for part in [
                "How do I reset it?",
                "Reset the hub",
                "Hold the button.",
                "https://forum.example.com/articles/3/reset-the-hub",
                "https://forum.example.com/threads/7/how-do-i-reset-it",
            ] {
                assert!(letter.text.contains(part), "{part}: {}", letter.text);
            }
            assert_ne!(
                letter.text,
                article_answers(&stationery, ada.clone(), "Ada", &settled).text
            );
            let letter = outbreak(&stationery, ada.clone(), "Ada", &broken);
            assert!(
                letter.text.contains("Nothing works") && letter.text.contains('6'),
                "{}",
                letter.text
            );
        }
        assert_eq!(languages.missing_count(), 0);
    }
}
