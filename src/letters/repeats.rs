//! Letters about questions that come back: one that is suddenly asked by many.

use super::sheet::{Block, Sheet, lay_out};
use super::specimens::Specimen;
use super::{Heading, Letter, Stationery};
use crate::domain::email::EmailAddress;
use crate::domain::id::OutbreakId;
use crate::store::outbreaks::Outbreak;
use crate::text::phrases::Value;

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
pub(super) const SPECIMENS: &[Specimen] = &[Specimen {
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
}];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ThreadId;
    use crate::text::phrases::Languages;
    use crate::urls::Urls;

    #[test]
    fn every_letter_has_its_words_and_one_way_on_in_every_language() {
        let languages = Languages::load().unwrap();
        let urls = Urls::new(&url::Url::parse("https://forum.example.com").unwrap());
        let ada = EmailAddress::parse("ada@example.com").unwrap();
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
