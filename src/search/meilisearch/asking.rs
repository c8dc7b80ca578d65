//! A query in the server's own terms: words, and a filter. Whatever a reader typed stays text in both.

use meilisearch_sdk::client::Client;
use meilisearch_sdk::search::{
    FederatedMultiSearchResponse, FederationOptions, MatchingStrategies, MergeFacets, SearchQuery, Selectors,
};
use serde::Deserialize;

use super::super::Asked;
use super::super::embedded::{self, Answer, Counts, DEEPEST, Hit, MOST_COUNTED, Strictness, standing_number};
use super::super::query::{Only, Query};
use super::client::{Http, ServerError, done};
use super::documents::{ARTICLE, MOST_FACETS};
use crate::domain::subject::{Home, Subject};
use crate::domain::thread::{Is, Standing};

/// What is counted of what was found.
const FACETS: &[&str] = &["home", "standing"];

/// What the server tells of a document.
#[derive(Debug, Clone, Deserialize)]
struct Found {
    id: i64,
}

/// What is asked, in the server's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The words.
    pub words: String,
    /// The filter.
    pub filter: String,
}

impl Wording {
    /// Words a query; `None` when nothing can match it.
    pub fn of(asked: &Asked<'_>) -> Option<Self> {
        let Asked { query, filters, .. } = asked;
        let has_filters = !query.tags.is_empty() || query.only.is_some() || query.before.is_some();
        let asks = query.has_words() || has_filters || filters.category.is_some() || filters.authors.is_some();
        if !asks || filters.category == Some(None) || filters.authors.as_ref().is_some_and(Vec::is_empty) {
            return None;
        }
        Some(Self {
            words: words(query),
            filter: filter(asked),
        })
    }
}

/// A quote opens a phrase and a minus before a word excludes it: neither is left in what a reader typed as a word.
fn words(query: &Query) -> String {
    let mut all: Vec<String> = query.words.iter().map(|word| together(word)).collect();
    all.extend(query.phrases.iter().map(|phrase| format!("\"{}\"", plain(phrase))));
    all.extend(query.without.iter().map(|unwanted| format!("-\"{}\"", plain(unwanted))));
    all.join(" ")
}

/// The parts of "card-on-file" stand together.
fn together(word: &str) -> String {
    let plain = plain(word);
    if plain.contains(' ') {
        return format!("\"{plain}\"");
    }
    plain
}

fn plain(text: &str) -> String {
    let plain = text.replace(['"', '-'], " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn filter(asked: &Asked<'_>) -> String {
    let Asked {
        query,
        filters,
        visible,
        ..
    } = asked;
    let mut parts: Vec<String> = query.tags.iter().map(|tag| format!("tags = {}", quoted(tag))).collect();
    let category = filters.category.flatten().map(|id| Home::Category(id).number());
    parts.extend(category.map(|home| format!("home = {home}")));
    let authors: Option<Vec<i64>> = filters
        .authors
        .as_ref()
        .map(|ids| ids.iter().map(|id| id.get()).collect());
    parts.extend(authors.map(|ids| format!("author IN {ids:?}")));
    parts.extend(query.only.map(|only| format!("standing IN {:?}", standings(only))));
    parts.extend(visible.before.map(|before| format!("created < {before}")));
    parts.extend(visible.except.map(|except| format!("id != {except}")));
    if !visible.hidden.is_empty() {
        parts.push(format!("home NOT IN {:?}", visible.hidden));
    }
    parts.join(" AND ")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn standings(only: Only) -> &'static [&'static str] {
    match only {
        Only::Threads(Is::Unanswered) => &["unanswered"],
        Only::Threads(Is::Open) => &["unanswered", "answered"],
        Only::Threads(Is::Resolved) => &["resolved"],
        Only::Articles => &[ARTICLE],
    }
}

/// A standing as the embedded index counts it.
fn counted_as(name: &str) -> Option<u64> {
    match name {
        ARTICLE => Some(embedded::ARTICLE),
        name => Standing::parse(name).map(standing_number),
    }
}

/// Asks several indexes at once for one list: `size` of what was found, from the `first` one on.
pub fn ask(
    client: &Client<Http>,
    indexes: &[String],
    wording: &Wording,
    strictness: Strictness,
    first: usize,
    size: usize,
) -> Result<Answer, ServerError> {
    let indexes: Vec<_> = indexes.iter().map(|uid| client.index(uid)).collect();
    let mut asked = client.multi_search();
    for index in &indexes {
        let mut query = SearchQuery::new(index);
        query
            .with_query(&wording.words)
            .with_matching_strategy(match strictness {
                Strictness::All => MatchingStrategies::ALL,
                Strictness::Half => MatchingStrategies::FREQUENCY,
            });
        query.with_attributes_to_retrieve(Selectors::Some(&["id"]));
        if !wording.filter.is_empty() {
            query.with_filter(&wording.filter);
        }
        asked.with_search_query(query);
    }
    let facets = |uid: &String| (uid.clone(), FACETS.iter().map(|name| (*name).to_owned()).collect());
    let asked = asked.with_federation(FederationOptions {
        offset: Some(first.min(DEEPEST)),
        limit: Some(size.min(DEEPEST.saturating_sub(first))),
        facets_by_index: Some(indexes.iter().map(|index| facets(&index.uid)).collect()),
        merge_facets: Some(MergeFacets {
            max_values_per_facet: Some(MOST_FACETS),
        }),
        show_performance_details: None,
    });
    Ok(answer(done(client.execute_federated_multi_search_query(&asked))?))
}

fn answer(said: FederatedMultiSearchResponse<Found>) -> Answer {
    let hits = said.hits.into_iter().map(|hit| Hit {
        subject: Subject::numbered(hit.result.id),
        score: hit.federation.map_or(0.0, |said| said.weighted_ranking_score),
    });
    let facets = said.facet_distribution.unwrap_or_default();
    let counted = |name: &str| facets.get(name).into_iter().flatten();
    let standing = |(name, count): (&String, &usize)| Some((counted_as(name)?, *count));
    let home = |(number, count): (&String, &usize)| Some((number.parse().ok()?, *count));
    Answer {
        hits: hits.collect(),
        counts: Counts {
            all: said.estimated_total_hits.min(MOST_COUNTED),
            homes: counted("home").filter_map(home).collect(),
            standings: counted("standing").filter_map(standing).collect(),
            is_bounded: said.estimated_total_hits > MOST_COUNTED,
        },
        ..Answer::default()
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;

    use super::super::super::embedded::{Filters, Visible};
    use super::*;
    use crate::domain::id::{CategoryId, UserId};

    fn worded(typed: &str, filters: &Filters, visible: &Visible) -> Option<Wording> {
        Wording::of(&Asked {
            query: &Query::parse(typed),
            filters,
            visible,
            now: DateTime::UNIX_EPOCH,
        })
    }

    fn plainly(typed: &str) -> Option<(String, String)> {
        let wording = worded(typed, &Filters::default(), &Visible::default())?;
        Some((wording.words, wording.filter))
    }

    #[test]
    fn a_query_is_words_and_a_filter() {
        let filters = Filters {
            category: Some(Some(CategoryId::stored(4))),
            authors: Some([7, 8].map(UserId::stored).to_vec()),
        };
        let visible = Visible {
            hidden: vec![1, 2, -3],
            except: Some(9),
            before: Some(86_400),
        };
        let wording = worded(
            "pay \"card on file\" -paypal tag:billing is:open e-mail",
            &filters,
            &visible,
        );
        let wording = wording.unwrap();
        assert_eq!(wording.words, "pay \"e mail\" \"card on file\" -\"paypal\"");
        assert_eq!(
            wording.filter,
            "tags = \"billing\" AND home = 4 AND author IN [7, 8] AND standing IN [\"unanswered\", \"answered\"] \
             AND created < 86400 AND id != 9 AND home NOT IN [1, 2, -3]"
        );
        assert_eq!(plainly("is:article").unwrap().1, "standing IN [\"article\"]");
    }

    #[test]
    fn what_nothing_can_match_is_not_asked() {
        assert_eq!(plainly("-only -minus"), None);
        assert_eq!(plainly(""), None);
        let nobody = Filters {
            authors: Some(Vec::new()),
            ..Filters::default()
        };
        let nowhere = Filters {
            category: Some(None),
            ..Filters::default()
        };
        for filters in [nobody, nowhere] {
            assert_eq!(worded("valve", &filters, &Visible::default()), None);
        }
    }

    #[test]
    fn what_looks_like_syntax_is_text() {
        let words = |typed| plainly(typed).unwrap().0;
        assert_eq!(words("\"-valve\""), "\"valve\"");
        assert_eq!(words("x:\"valve -price\""), "\"x:valve price\"");
        assert_eq!(plainly("tag:\\").unwrap().1, r#"tags = "\\""#);
        assert_eq!(plainly("tag:\"a' or id > 0\"").unwrap().1, r#"tags = "a' or id > 0""#);
    }

    proptest! {
        #[test]
        fn no_text_opens_a_phrase_or_excludes_a_word_by_itself(typed in "\\PC{0,200}") {
            let query = Query::parse(&typed);
            if let Some((words, _)) = plainly(&typed) {
                prop_assert_eq!(words.matches('"').count() % 2, 0);
                let excluded = words.split(' ').filter(|word| word.starts_with('-')).count();
                prop_assert_eq!(excluded, query.without.len());
            }
        }
    }
}
