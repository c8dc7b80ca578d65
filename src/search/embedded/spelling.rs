//! Other spellings of what was typed: words that begin so, and words that are nearly so.

use std::collections::BTreeMap;

use tantivy::query::FuzzyTermQuery;
use tantivy::{Searcher, Term};

use super::super::query::Query;
use super::super::words::words;
use super::fields::Fields;

/// How many words that begin so are looked at.
const MOST_LOOKED_AT: usize = 500;
/// How many other spellings of a word are taken.
const MOST_TAKEN: usize = 4;
/// Shorter words, in characters, are not completed.
const SHORTEST_BEGINNING: usize = 3;
/// Shorter words, in characters, are not taken to be mistyped.
const SHORTEST_MISTYPED: usize = 4;
/// From this length on a word may hold two mistakes.
const LONG: usize = 8;

/// Other spellings, by the folded word that was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spelling {
    others: BTreeMap<String, Vec<String>>,
    /// What nobody writes, with what was probably meant.
    pub corrected: BTreeMap<String, String>,
}

impl Spelling {
    /// Looks at the words of a query: the last one may be unfinished, and what nobody writes may be mistyped.
    pub fn of_query(query: &Query, fields: &Fields, searcher: &Searcher) -> tantivy::Result<Self> {
        let mut spelling = Self::default();
        let last = query.words.len().saturating_sub(1);
        for (place, typed) in query.words.iter().enumerate() {
            let found = words(typed);
            let [word] = found.as_slice() else { continue };
            spelling.look_at(&word.text, place == last, fields, searcher)?;
        }
        Ok(spelling)
    }

    fn look_at(&mut self, word: &str, is_last: bool, fields: &Fields, searcher: &Searcher) -> tantivy::Result<()> {
        let length = word.chars().count();
        let term = Term::from_field_text(fields.exact, word);
        if is_last && length >= SHORTEST_BEGINNING {
            let longer = most_used(beginning_so(word, fields, searcher)?);
            self.others.insert(word.to_owned(), longer);
        }
        let is_written = searcher.doc_freq(&term)? > 0 || !self.of(word).is_empty();
        if !is_written && length >= SHORTEST_MISTYPED && !word.chars().any(|character| character.is_ascii_digit()) {
            let meant = most_used(nearly_so(term, length, searcher)?);
            if let Some(first) = meant.first() {
                self.corrected.insert(word.to_owned(), first.clone());
            }
            self.others.insert(word.to_owned(), meant);
        }
        Ok(())
    }

    /// Says only what stands in something that this reader may see: another spelling is a word of somebody's text.
    pub fn keep_seen(&mut self, is_seen: impl Fn(&str) -> tantivy::Result<bool>) -> tantivy::Result<()> {
        let mut seen = BTreeMap::new();
        for typed in self.corrected.keys() {
            for meant in self.of(typed) {
                if is_seen(meant)? {
                    seen.insert(typed.clone(), meant.clone());
                    break;
                }
            }
        }
        self.corrected = seen;
        Ok(())
    }

    /// The other spellings of a folded word.
    pub fn of(&self, word: &str) -> &[String] {
        self.others.get(word).map_or(&[], Vec::as_slice)
    }
}

/// Words with the number of threads that hold them.
type Used = BTreeMap<String, u64>;

fn most_used(words: Used) -> Vec<String> {
    let mut words: Vec<(String, u64)> = words.into_iter().collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    words.into_iter().take(MOST_TAKEN).map(|(word, _)| word).collect()
}

fn beginning_so(word: &str, fields: &Fields, searcher: &Searcher) -> tantivy::Result<Used> {
    let mut used = Used::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(fields.exact)?;
        let mut stream = index.terms().range().gt(word.as_bytes()).into_stream()?;
        for _ in 0..MOST_LOOKED_AT {
            let Some((key, info)) = stream.next().filter(|(key, _)| key.starts_with(word.as_bytes())) else {
                break;
            };
            count(&mut used, key, info.doc_freq);
        }
    }
    Ok(used)
}

fn nearly_so(term: Term, length: usize, searcher: &Searcher) -> tantivy::Result<Used> {
    let field = term.field();
    let distance = if length >= LONG { 2 } else { 1 };
    let mut used = Used::new();
    for distance in 1..=distance {
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(field)?;
            let nearly = FuzzyTermQuery::new(term.clone(), distance, true).automaton()?;
            let mut stream = index.terms().search(nearly).into_stream()?;
            for _ in 0..MOST_LOOKED_AT {
                let Some((key, info)) = stream.next() else { break };
                count(&mut used, key, info.doc_freq);
            }
        }
        if !used.is_empty() {
            break; // One mistake is likelier than two.
        }
    }
    Ok(used)
}

fn count(used: &mut Used, key: &[u8], frequency: u32) {
    if let Ok(word) = std::str::from_utf8(key) {
        *used.entry(word.to_owned()).or_default() += u64::from(frequency);
    }
}
