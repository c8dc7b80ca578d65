//! Looking for watched words in a text.

use std::collections::HashMap;
use std::ops::Range;

use regex::Regex;

use super::folding::Folded;
use crate::domain::watched_word::{WatchedDraft, WatchedForm, compiled};

/// How often one of them is looked for in one text.
const MOST_FOUND: usize = 1_000;

/// All watched words, ready to be looked for.
#[derive(Debug, Default)]
pub struct Watch {
    rules: Vec<WatchedDraft>,
    /// The words of each, found by the first of them.
    words: HashMap<String, Vec<(usize, Vec<String>)>>,
    patterns: Vec<(usize, Regex)>,
}

/// A watched word that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    /// Which.
    pub rule: &'a WatchedDraft,
    /// Where, in bytes.
    pub place: Range<usize>,
}

impl Watch {
    /// Makes them ready; what cannot be read any more is not looked for.
    pub fn new(rules: Vec<WatchedDraft>) -> Self {
        let mut watch = Self::default();
        for (at, rule) in rules.iter().enumerate() {
            match rule.form {
                WatchedForm::Pattern => watch.patterns.extend(compiled(&rule.text).map(|ready| (at, ready))),
                WatchedForm::Words => {
                    let folded = Folded::of(&rule.text);
                    let mut words = folded.words().into_iter().map(|(_, _, word)| word.to_owned());
                    if let Some(first) = words.next() {
                        watch.words.entry(first).or_default().push((at, words.collect()));
                    }
                }
            }
        }
        watch.rules = rules;
        watch
    }

    /// Whether it was made of just these.
    pub fn is_of(&self, rules: &[WatchedDraft]) -> bool {
        self.rules == rules
    }

    /// Whether nothing is watched.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// What stands in a text, in the order in which it stands there.
    pub fn find(&self, text: &str) -> Vec<Found<'_>> {
        let folded = Folded::of(text);
        let mut places = self.places_of_words(&folded);
        for (at, pattern) in &self.patterns {
            let matches = pattern.find_iter(folded.text()).take(MOST_FOUND);
            places.extend(matches.filter(|one| !one.is_empty()).map(|one| (*at, one.range())));
        }
        let mut found: Vec<Found<'_>> = places
            .into_iter()
            .filter_map(|(at, place)| {
                let (start, end) = folded.source(place.start, place.end)?;
                let rule = self.rules.get(at)?;
                Some(Found {
                    rule,
                    place: start..end,
                })
            })
            .collect();
        found.sort_by_key(|found| (found.place.start, std::cmp::Reverse(found.place.end)));
        found
    }

    fn places_of_words(&self, folded: &Folded) -> Vec<(usize, Range<usize>)> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let words = folded.words();
        let mut places = Vec::new();
        for (position, (start, end, word)) in words.iter().enumerate() {
            for (at, more) in self.words.get(*word).into_iter().flatten() {
                let mut following = words.iter().skip(position + 1).take(more.len());
                let is_there = following.clone().map(|word| word.2).eq(more.iter().map(String::as_str));
                if is_there {
                    let end = following.next_back().map_or(*end, |last| last.1);
                    places.push((*at, *start..end));
                }
            }
        }
        places
    }
}
