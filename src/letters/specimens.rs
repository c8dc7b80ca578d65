//! One letter of every kind, as the administrator's preview and the tests show it: each file of letters lists its own.

use chrono::{DateTime, Utc};

use super::{
    Letter, Stationery, account, asking_back, by_mail, conduct, digest, notifications, repeats, security, subscribing,
};
use crate::domain::email::EmailAddress;
use crate::domain::id::{ArticleId, ThreadId};
use crate::domain::sight::Sight;
use crate::domain::thread::{Is, Listing, Sort};
use crate::store::{Db, StoreError, feeds};
use crate::text::excerpt::excerpt_of_html;
use crate::text::phrases::Phrases;

/// What specimens are about: things of this forum where there are any.
#[derive(Debug, Clone)]
pub struct Example {
    /// Who reads them.
    pub to: EmailAddress,
    /// The reader's name.
    pub name: String,
    /// A question.
    pub thread: (ThreadId, String),
    /// An answer to it, as its author wrote it.
    pub answer: String,
    /// Who answered.
    pub answerer: String,
    /// An article.
    pub article: (ArticleId, String),
    /// Its short answer.
    pub short_answer: String,
    /// When they are written.
    pub now: DateTime<Utc>,
}

/// Stands in the links of specimens where a signed text stands in those of letters.
pub(super) const SPECIMEN: &str = "specimen";

/// One kind of letter.
pub struct Specimen {
    /// Its name: in the preview's address, and in the phrase `specimen-<kind>`, which says what it is.
    pub kind: &'static str,
    /// Composes it.
    pub compose: fn(&Stationery<'_>, &Example) -> Letter,
}

/// Every kind of letter, in the order of the preview.
pub fn all() -> impl Iterator<Item = &'static Specimen> {
    [
        account::SPECIMENS,
        security::SPECIMENS,
        conduct::SPECIMENS,
        asking_back::SPECIMENS,
        repeats::SPECIMENS,
        digest::SPECIMENS,
        subscribing::SPECIMENS,
        notifications::SPECIMENS,
        by_mail::SPECIMENS,
    ]
    .into_iter()
    .flatten()
}

/// The kind of this name.
pub fn of_kind(kind: &str) -> Option<&'static Specimen> {
    all().find(|specimen| specimen.kind == kind)
}

/// How much of an answer is shown.
const EXCERPT: usize = 300;

impl Example {
    /// Of this forum: its newest resolved question that everybody reads, with the newest answer to it, and its newest article.
    /// What there is none of stands there made up.
    pub fn of_forum(
        db: &mut Db,
        phrases: &Phrases,
        to: EmailAddress,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let mut example = Self::of_nothing(phrases, to, name, now);
        let sight = Sight::public();
        let listing = Listing {
            is: Some(Is::Resolved),
            category: None,
            tag: None,
            sort: Sort::Active,
        };
        if let Some(found) = feeds::threads(db, sight, &listing)?.into_iter().next() {
            let (_, replies) = feeds::replies(db, sight, found.thread.id)?;
            if let Some(reply) = replies.into_iter().next() {
                example.answer = excerpt_of_html(&reply.body, EXCERPT);
                example.answerer = reply.author.name.unwrap_or(example.answerer);
            }
            example.thread = (found.thread.id, found.thread.title);
        }
        if let Some(article) = feeds::articles(db, sight)?.into_iter().next() {
            example.short_answer = excerpt_of_html(&article.body, EXCERPT);
            example.article = (article.id, article.title);
        }
        Ok(example)
    }

    /// Of a forum that has nothing yet.
    pub fn of_nothing(phrases: &Phrases, to: EmailAddress, name: &str, now: DateTime<Utc>) -> Self {
        Self {
            to,
            name: name.to_owned(),
            thread: (ThreadId::stored(1), phrases.say("specimen-question")),
            answer: phrases.say("specimen-answer"),
            answerer: "Bob".to_owned(),
            article: (ArticleId::stored(1), phrases.say("specimen-article")),
            short_answer: phrases.say("specimen-short-answer"),
            now,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::text::phrases::Languages;
    use crate::urls::Urls;

    #[test]
    fn every_kind_says_the_same_as_text_and_as_html_in_every_language() {
        let languages = Languages::load().unwrap();
        let urls = Urls::new(&url::Url::parse("https://forum.example.com").unwrap());
        let ada = EmailAddress::parse("ada@example.com").unwrap();
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let mut kinds = HashSet::new();
        for specimen in all() {
            assert!(kinds.insert(specimen.kind), "{} is there twice", specimen.kind);
            for language in ["en", "id", "fil"] {
                let phrases = languages.named(language).unwrap();
                let stationery = Stationery {
                    phrases: &phrases,
                    urls: &urls,
                    site_name: "Lamps",
                };
                let example = Example::of_nothing(&phrases, ada.clone(), "Ada", now);
                let letter = (specimen.compose)(&stationery, &example);
                assert!(
                    !letter.subject.is_empty() && !letter.subject.contains('\n'),
                    "{}",
                    specimen.kind
                );
                let addresses = letter.text.lines().filter(|line| line.starts_with("https://"));
                for address in addresses {
                    let shown = format!("href=\"{}\"", address.replace('&', "&amp;"));
                    assert!(letter.html.contains(&shown), "{}: {address}", specimen.kind);
                }
                assert!(
                    letter.html.contains(&format!("lang=\"{language}\"")),
                    "{}",
                    specimen.kind
                );
            }
        }
        assert_eq!(languages.missing_count(), 0);
    }
}
