//! A thread or an article as the server keeps it, and the settings by which the server reads it.
//!
//! Whoever changes one of them so that the other, or `asking.rs`, no longer fits raises [`VERSION`]: all is sent anew then,
//! into a second index, and a program of an older version stands back.

use std::collections::BTreeMap;

use meilisearch_sdk::settings::{
    FacetingSettings, FilterFeatureModes, FilterFeatures, FilterableAttribute, FilterableAttributesSettings,
    MinWordSizeForTypos, PaginationSetting, Settings, TypoToleranceSettings,
};
use serde::Serialize;

use super::super::document::tongue_of;
use super::super::embedded::MOST_COUNTED;
use super::super::language::Tongue;
use crate::domain::id::UserId;
use crate::domain::subject::{Home, Subject};
use crate::domain::thread::Standing;
use crate::store::articles::WholeArticle;
use crate::store::indexing::WholeThread;
use crate::text::SafeHtml;
use crate::text::excerpt;

/// The version of documents and settings.
pub const VERSION: u32 = 2;
/// How much of a text is sent, in characters: as much as the embedded index reads.
const LONGEST_BODY: usize = 20_000;
/// How much of all other answers together, in characters.
const LONGEST_ANSWERS: usize = 40_000;
/// What stands in place of a standing for an article.
pub const ARTICLE: &str = "article";
/// How many homes may have a count of their own.
pub const MOST_FACETS: usize = 1_000;
/// The server answers with the best that it has after so many milliseconds: in time for whoever waits 300 of them.
const ENOUGH_TIME: u64 = 200;

/// A thread or an article, sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Its number.
    pub id: i64,
    noun: &'static str,
    title: String,
    tags: Vec<String>,
    accepted: String,
    body: String,
    answers: String,
    tag_ids: Vec<i64>,
    home: i64,
    author: Option<i64>,
    standing: &'static str,
    /// How much its standing helps whoever looks for an answer.
    helps: u8,
    /// In seconds since 1970.
    created: i64,
    language: &'static str,
}

impl Document {
    /// Reads a thread; a text that does not tell its language is taken to be in the forum's.
    pub fn of(thread: &WholeThread, forum: Tongue) -> Self {
        let body = excerpt::words(&thread.body, LONGEST_BODY);
        let language = Tongue::of_titled(&thread.title, &body, forum).code();
        let accepted = thread.accepted.as_ref().map(|html| excerpt::words(html, LONGEST_BODY));
        Self {
            id: Subject::Thread(thread.id).number(),
            noun: "thread",
            title: thread.title.clone(),
            tags: thread.tags.iter().map(|(_, name)| name.clone()).collect(),
            accepted: accepted.unwrap_or_default(),
            body,
            answers: joined(&thread.answers),
            tag_ids: thread.tags.iter().map(|(id, _)| id.get()).collect(),
            home: Home::Category(thread.category).number(),
            author: thread.author.map(UserId::get),
            standing: thread.standing.as_str(),
            helps: helps(thread.standing),
            created: thread.created_at.timestamp(),
            language,
        }
    }

    /// Reads an article; its short answer stands where a thread has its accepted one.
    pub fn of_article(article: &WholeArticle) -> Self {
        let body = excerpt::words(&article.body, LONGEST_BODY);
        Self {
            id: Subject::Article(article.id).number(),
            noun: "article",
            title: article.title.clone(),
            tags: article.tags.iter().map(|(_, name)| name.clone()).collect(),
            accepted: article.short_answer.clone(),
            answers: String::new(),
            tag_ids: article.tags.iter().map(|(id, _)| id.get()).collect(),
            home: Home::Articles(article.audience).number(),
            author: article.author.map(UserId::get),
            standing: ARTICLE,
            helps: helps(Standing::Resolved),
            created: article.published_at.timestamp(),
            language: tongue_of(article, &body).code(),
            body,
        }
    }

    /// About how many bytes it takes to send.
    pub fn size(&self) -> usize {
        let texts = [&self.title, &self.accepted, &self.body, &self.answers];
        texts.iter().map(|text| text.len()).sum::<usize>() + 500
    }
}

fn joined(answers: &[SafeHtml]) -> String {
    let mut room = LONGEST_ANSWERS;
    let mut all = String::new();
    for answer in answers {
        if room == 0 {
            break;
        }
        let text = excerpt::words(answer, room.min(LONGEST_BODY));
        room = room.saturating_sub(text.chars().count());
        all.push_str(&text);
        all.push('\n');
    }
    all
}

fn helps(standing: Standing) -> u8 {
    match standing {
        Standing::Resolved => 2,
        Standing::Answered => 1,
        Standing::Talk | Standing::Unanswered | Standing::Closed => 0,
    }
}

/// The settings of an index of threads and articles.
///
/// The server has no weights: it orders by one rule after the other. What fits best in words comes first; of what fits as
/// well, what is resolved or an article, then what is new. Its answers are numbers: texts are read from the database.
pub fn settings() -> Settings {
    Settings {
        searchable_attributes: Some(names(&["title", "tags", "accepted", "body", "answers"])),
        displayed_attributes: Some(names(&["id", "noun"])),
        filterable_attributes: Some(vec![
            filterable(&["author", "home", "id", "standing", "tag_ids", "tags"], false),
            filterable(&["created"], true),
        ]),
        sortable_attributes: Some(names(&["created", "helps"])),
        ranking_rules: Some(names(&[
            "words",
            "typo",
            "proximity",
            "attribute",
            "helps:desc",
            "exactness",
            "sort",
            "created:desc",
        ])),
        stop_words: Some(Vec::new()),
        typo_tolerance: Some(TypoToleranceSettings {
            enabled: Some(true),
            min_word_size_for_typos: Some(MinWordSizeForTypos {
                one_typo: Some(5),
                two_typos: Some(9),
            }),
            disable_on_attributes: Some(Vec::new()),
            disable_on_words: Some(Vec::new()),
            disable_on_numbers: Some(false),
        }),
        pagination: Some(PaginationSetting {
            max_total_hits: MOST_COUNTED,
        }),
        faceting: Some(FacetingSettings {
            max_values_per_facet: MOST_FACETS,
            sort_facet_values_by: Some(BTreeMap::new()),
        }),
        search_cutoff_ms: Some(ENOUGH_TIME),
        ..Settings::default()
    }
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Attributes that are compared with a value, and by which order where that is wanted; nobody searches in their values.
fn filterable(attributes: &[&str], by_order: bool) -> FilterableAttribute {
    FilterableAttribute::Settings(FilterableAttributesSettings {
        attribute_patterns: names(attributes),
        features: FilterFeatures {
            facet_search: false,
            filter: FilterFeatureModes {
                equality: true,
                comparison: by_order,
            },
        },
    })
}

/// Whether a server's settings hold all that is wanted; what is not mentioned may be as it likes.
pub fn holds(has: &serde_json::Value, wanted: &serde_json::Value) -> bool {
    use serde_json::Value;
    match (has, wanted) {
        (Value::Object(has), Value::Object(wanted)) => wanted
            .iter()
            .all(|(name, value)| has.get(name).map_or(value.is_null(), |has| holds(has, value))),
        _ => has == wanted,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_not_mentioned_may_be_as_it_likes() {
        let has = json!({"stopWords": [], "faceting": {"max": 3, "sort": {"*": "alpha"}}, "more": 1});
        assert!(holds(
            &has,
            &json!({"stopWords": [], "faceting": {"max": 3, "sort": {}}})
        ));
        assert!(!holds(&has, &json!({"faceting": {"max": 4}})));
        assert!(!holds(&has, &json!({"stopWords": ["the"]})));
        assert!(!holds(&has, &json!({"missing": []})) && holds(&has, &json!({"missing": null})));
    }
}
