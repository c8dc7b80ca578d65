//! A query in the engine's own terms.

use tantivy::Term;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Occur, Query as Wanted, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use super::super::language::Tongue;
use super::super::query::{Only, Query};
use super::super::ranking;
use super::super::words::words;
use super::fields::{ARTICLE, Fields, standing_number};
use super::phrase::{Phrase, Way};
use super::spelling::Spelling;
use crate::domain::id::{CategoryId, UserId};
use crate::domain::subject::Home;
use crate::domain::thread::{Is, Standing};

/// What a query asks for beside its words, as the database knows it.
#[derive(Debug, Clone, Default)]
pub struct Filters {
    /// The category, when one was named; `Some(None)` when nobody knows it.
    pub category: Option<Option<CategoryId>>,
    /// Who started it, when somebody was named.
    pub authors: Option<Vec<UserId>>,
}

/// Whether all words must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// All of them.
    All,
    /// Half of them.
    Half,
}

/// Reads queries for one state of the index.
pub struct Asking<'a> {
    /// The fields.
    pub fields: &'a Fields,
    /// The languages that are written here.
    pub tongues: &'a [Tongue],
    /// Other spellings of words that nobody writes.
    pub spelling: &'a Spelling,
}

impl Asking<'_> {
    /// A query, with its filters.
    pub fn query(&self, query: &Query, filters: &Filters, strictness: Strictness) -> Box<dyn Wanted> {
        let mut parts: Vec<(Occur, Box<dyn Wanted>)> = Vec::new();
        let mut groups: Vec<Box<dyn Wanted>> = query.words.iter().filter_map(|word| self.any_form(word)).collect();
        let phrases = query.phrases.iter().filter_map(|phrase| self.phrase(phrase));
        parts.extend(phrases.map(|phrase| (Occur::Must, phrase)));
        match strictness {
            Strictness::All => parts.extend(groups.into_iter().map(|group| (Occur::Must, group))),
            Strictness::Half if !groups.is_empty() => {
                let least = groups.len().div_ceil(2);
                let groups = std::mem::take(&mut groups)
                    .into_iter()
                    .map(|group| (Occur::Should, group));
                let some = BooleanQuery::with_minimum_required_clauses(groups.collect(), least);
                parts.push((Occur::Must, Box::new(some)));
            }
            Strictness::Half => {}
        }
        parts.extend(self.filters(query, filters));
        let asks = parts.iter().any(|(occur, _)| *occur == Occur::Must);
        if !asks {
            return Box::new(EmptyQuery);
        }
        for unwanted in &query.without {
            parts.extend(self.phrase(unwanted).map(|phrase| (Occur::MustNot, phrase)));
        }
        Box::new(BooleanQuery::new(parts))
    }

    /// A word in any field and any of its forms.
    fn any_form(&self, typed: &str) -> Option<Box<dyn Wanted>> {
        let all = words(typed);
        if all.len() > 1 {
            // "card-on-file", or a word of a script without spaces: its parts stand together.
            return self.phrase(typed);
        }
        let word = &all.first()?.text;
        let fields = self.fields;
        let mut forms: Vec<(Occur, Box<dyn Wanted>)> = Vec::new();
        for (field, weight) in self.stemmed() {
            for stem in self.stems(word) {
                forms.push((Occur::Should, boosted(Term::from_field_text(field, &stem), weight)));
            }
        }
        forms.push((
            Occur::Should,
            boosted(Term::from_field_text(fields.tag, word), ranking::TAG),
        ));
        forms.push((
            Occur::Should,
            boosted(Term::from_field_text(fields.exact, word), ranking::EXACT),
        ));
        for other in self.spelling.of(word) {
            forms.push((Occur::Should, boosted(Term::from_field_text(fields.exact, other), 1.0)));
        }
        Some(Box::new(BooleanQuery::new(forms)))
    }

    /// Words that stand together in one field; a single one in any.
    fn phrase(&self, typed: &str) -> Option<Box<dyn Wanted>> {
        let all: Vec<String> = words(typed).into_iter().map(|word| word.text).collect();
        let [first, rest @ ..] = all.as_slice() else {
            return None;
        };
        let mut ways: Vec<Way> = Vec::new();
        for (field, weight) in self.stemmed() {
            for tongue in self.tongues {
                let terms = all.iter().map(|word| Term::from_field_text(field, &tongue.stem(word)));
                let terms = terms.collect();
                if !ways.iter().any(|way| way.terms == terms) {
                    ways.push(Way { terms, weight });
                }
            }
        }
        if !rest.is_empty() {
            return Some(Box::new(Phrase::new(ways)));
        }
        let stems = ways
            .into_iter()
            .flat_map(|way| way.terms.into_iter().map(move |term| (term, way.weight)));
        let tag = (Term::from_field_text(self.fields.tag, first), ranking::TAG);
        let forms = stems
            .chain([tag])
            .map(|(term, weight)| (Occur::Should, boosted(term, weight)));
        Some(Box::new(BooleanQuery::new(forms.collect())))
    }

    fn stemmed(&self) -> [(Field, f32); 4] {
        [
            (self.fields.title, ranking::TITLE),
            (self.fields.body, ranking::BODY),
            (self.fields.accepted, ranking::ACCEPTED),
            (self.fields.answers, ranking::ANSWERS),
        ]
    }

    /// The stems of a word in every language that is written here.
    fn stems(&self, word: &str) -> Vec<String> {
        let mut stems: Vec<String> = self
            .tongues
            .iter()
            .map(|tongue| tongue.stem(word).into_owned())
            .collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }

    fn filters(&self, query: &Query, filters: &Filters) -> Vec<(Occur, Box<dyn Wanted>)> {
        let fields = self.fields;
        let must = |wanted: Box<dyn Wanted>| {
            (
                Occur::Must,
                Box::new(ConstScoreQuery::new(wanted, 0.0)) as Box<dyn Wanted>,
            )
        };
        let mut parts = Vec::new();
        for tag in &query.tags {
            parts.push(must(plain(Term::from_field_text(fields.tag, tag))));
        }
        if let Some(category) = &filters.category {
            let homes = category.iter().map(|id| Home::Category(*id).number());
            parts.push(must(among(fields.home, homes)));
        }
        if let Some(authors) = &filters.authors {
            parts.push(must(among(fields.author, authors.iter().map(|id| id.get()))));
        }
        if let Some(only) = query.only {
            parts.push(must(self.only(only)));
        }
        parts
    }

    fn only(&self, only: Only) -> Box<dyn Wanted> {
        let numbers: Vec<u64> = match only {
            Only::Articles => vec![ARTICLE],
            Only::Threads(is) => standings(is)
                .iter()
                .map(|standing| standing_number(*standing))
                .collect(),
        };
        let terms = numbers
            .iter()
            .map(|number| Term::from_field_u64(self.fields.standing, *number));
        Box::new(TermSetQuery::new(terms))
    }
}

/// What has one of these numbers in a field.
fn among(field: Field, numbers: impl Iterator<Item = i64>) -> Box<dyn Wanted> {
    Box::new(TermSetQuery::new(
        numbers.map(|number| Term::from_field_i64(field, number)),
    ))
}

fn standings(is: Is) -> &'static [Standing] {
    match is {
        Is::Unanswered => &[Standing::Unanswered],
        Is::Open => &[Standing::Unanswered, Standing::Answered],
        Is::Resolved => &[Standing::Resolved],
    }
}

fn plain(term: Term) -> Box<dyn Wanted> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

pub fn boosted(term: Term, weight: f32) -> Box<dyn Wanted> {
    Box::new(BoostQuery::new(plain(term), weight))
}
