//! Words that stand together, in any of several fields, looked for within a bound.
//!
//! The engine's own phrases compare the places of the words in every thread that holds them all: of two words that stand nearly
//! everywhere that is nearly every thread, and takes seconds in a large forum. Here only so many threads are looked at, from all
//! parts of the index alike; and where something rarer is asked for as well, only the threads that have it, all of them.

use std::cmp::Ordering;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::query::{Bm25Weight, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, Score, SeekDangerResult, SegmentReader, TERMINATED, TantivyError, Term};

/// How many threads are looked at on the whole.
const MOST_LOOKED_AT: u64 = 6_000;
/// How much dearer a look at a thread is than a step to the next one, for the engine's choice of what leads.
const LOOK: u64 = 20;

/// One way in which the words may stand: in one field, in the stems of one language.
#[derive(Debug, Clone)]
pub struct Way {
    /// The words, two or more, all of one field.
    pub terms: Vec<Term>,
    /// What it counts.
    pub weight: Score,
}

/// Words that stand together, in any way.
#[derive(Debug, Clone)]
pub struct Phrase {
    ways: Vec<Way>,
}

impl Phrase {
    /// Words that stand together in any of these ways.
    pub fn new(ways: Vec<Way>) -> Self {
        Self { ways }
    }
}

impl Query for Phrase {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let mut relevances = Vec::with_capacity(self.ways.len());
        for way in &self.ways {
            relevances.push(match &scoring {
                EnableScoring::Enabled {
                    statistics_provider, ..
                } => Some(Bm25Weight::for_terms(*statistics_provider, &way.terms)?.boost_by(way.weight)),
                EnableScoring::Disabled { .. } => None,
            });
        }
        Ok(Box::new(PhraseWeight {
            ways: self.ways.clone(),
            relevances,
            all: scoring.searcher().map_or(0, |searcher| searcher.num_docs()),
        }))
    }

    fn query_terms<'a>(&'a self, visit: &mut dyn FnMut(&'a Term, bool)) {
        for term in self.ways.iter().flat_map(|way| &way.terms) {
            visit(term, true);
        }
    }
}

struct PhraseWeight {
    ways: Vec<Way>,
    relevances: Vec<Option<Bm25Weight>>,
    /// How many threads the whole index has.
    all: u64,
}

impl PhraseWeight {
    /// The part of what may be looked at that falls to a segment.
    fn share(&self, reader: &SegmentReader) -> u64 {
        let part = MOST_LOOKED_AT * u64::from(reader.max_doc()) / self.all.max(1);
        part.clamp(1, MOST_LOOKED_AT)
    }

    fn open(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<PhraseScorer> {
        let mut ways = Vec::with_capacity(self.ways.len());
        for (way, relevance) in self.ways.iter().zip(&self.relevances) {
            let relevance = relevance.as_ref().map(|relevance| relevance.boost_by(boost));
            ways.extend(OpenWay::open(way, relevance, reader)?);
        }
        let mut scorer = PhraseScorer {
            ways,
            doc: 0,
            score: 0.0,
            left: self.share(reader),
        };
        scorer.go_to(0);
        Ok(scorer)
    }
}

impl Weight for PhraseWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(Box::new(self.open(reader, boost)?))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        let mut scorer = self.open(reader, 1.0)?;
        if scorer.doc <= doc && scorer.seek_danger(doc) == SeekDangerResult::Found {
            return Ok(Explanation::new("words that stand together", scorer.score));
        }
        Err(TantivyError::InvalidArgument(format!("document {doc} does not match")))
    }
}

/// A way in one segment.
struct OpenWay {
    /// Of each word where it stands, in their order.
    words: Vec<SegmentPostings>,
    relevance: Option<Bm25Weight>,
    norms: FieldNormReader,
    /// The thread at which all words are.
    at: DocId,
    places: Vec<u32>,
    next: Vec<u32>,
}

impl OpenWay {
    /// `None` when a word is not in the segment.
    fn open(way: &Way, relevance: Option<Bm25Weight>, reader: &SegmentReader) -> tantivy::Result<Option<Self>> {
        let Some(first) = way.terms.first() else {
            return Ok(None);
        };
        let index = reader.inverted_index(first.field())?;
        let mut words = Vec::with_capacity(way.terms.len());
        for term in &way.terms {
            match index.read_postings(term, IndexRecordOption::WithFreqsAndPositions)? {
                Some(postings) => words.push(postings),
                None => return Ok(None),
            }
        }
        let mut open = Self {
            words,
            relevance,
            norms: reader.get_fieldnorms_reader(first.field())?,
            at: 0,
            places: Vec::new(),
            next: Vec::new(),
        };
        open.align(0);
        Ok(Some(open))
    }

    /// Goes to the first thread from here on that holds all words, wherever in it.
    fn align(&mut self, mut target: DocId) {
        let mut first = 0;
        while let Some(word) = self.words.get_mut(first) {
            let doc = match word.doc() < target {
                true => word.seek(target),
                false => word.doc(),
            };
            first = match doc > target {
                true => 0,
                false => first + 1,
            };
            target = doc;
        }
        self.at = target;
    }

    /// How many threads hold all words at most.
    fn count(&self) -> u32 {
        self.words.iter().map(DocSet::size_hint).min().unwrap_or_default()
    }

    /// What this thread gains by having the words together; `None` when it has them apart.
    fn score(&mut self) -> Option<Score> {
        let [first, rest @ ..] = self.words.as_mut_slice() else {
            return None;
        };
        first.positions(&mut self.places);
        for (word, distance) in rest.iter_mut().zip(1..) {
            word.positions(&mut self.next);
            keep_followed(&mut self.places, &self.next, distance);
            if self.places.is_empty() {
                return None;
            }
        }
        let times = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        let norm = self.norms.fieldnorm_id(self.at);
        Some(
            self.relevance
                .as_ref()
                .map_or(1.0, |relevance| relevance.score(norm, times)),
        )
    }
}

/// Keeps the places that another word follows at this distance; both are in order.
fn keep_followed(places: &mut Vec<u32>, next: &[u32], distance: u32) {
    let mut next = next.iter().copied().peekable();
    places.retain(|place| {
        let wanted = place + distance;
        while next.next_if(|there| *there < wanted).is_some() {}
        next.peek() == Some(&wanted)
    });
}

struct PhraseScorer {
    ways: Vec<OpenWay>,
    doc: DocId,
    score: Score,
    /// How many threads may still be looked at to find the next one.
    left: u64,
}

impl PhraseScorer {
    /// Goes to the first thread from here on that has the words together.
    fn go_to(&mut self, mut target: DocId) -> DocId {
        loop {
            let candidate = self.align(target);
            if candidate == TERMINATED || self.left == 0 {
                self.doc = TERMINATED;
                return TERMINATED;
            }
            self.left -= 1;
            if self.is_match(candidate) {
                return candidate;
            }
            target = candidate + 1;
        }
    }

    /// The first thread from here on that holds all words of some way.
    fn align(&mut self, target: DocId) -> DocId {
        let mut nearest = TERMINATED;
        for way in &mut self.ways {
            if way.at < target {
                way.align(target);
            }
            nearest = nearest.min(way.at);
        }
        nearest
    }

    /// Looks at the thread at which some ways are, and stays there if the words are together.
    fn is_match(&mut self, candidate: DocId) -> bool {
        let mut score = None;
        for way in &mut self.ways {
            if way.at == candidate
                && let Some(gained) = way.score()
            {
                score = Some(score.unwrap_or(0.0) + gained);
            }
        }
        if let Some(score) = score {
            (self.doc, self.score) = (candidate, score);
        }
        score.is_some()
    }
}

impl DocSet for PhraseScorer {
    fn advance(&mut self) -> DocId {
        match self.doc {
            TERMINATED => TERMINATED,
            doc => self.go_to(doc + 1),
        }
    }

    fn seek(&mut self, target: DocId) -> DocId {
        match self.doc.cmp(&target) {
            Ordering::Less => self.go_to(target),
            _ => self.doc,
        }
    }

    /// Looks at this thread and no other, whatever is left.
    fn seek_danger(&mut self, target: DocId) -> SeekDangerResult {
        let candidate = self.align(target);
        if candidate != target || target == TERMINATED {
            return SeekDangerResult::SeekLowerBound(candidate);
        }
        match self.is_match(target) {
            true => SeekDangerResult::Found,
            false => SeekDangerResult::SeekLowerBound(target + 1),
        }
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    fn size_hint(&self) -> u32 {
        self.ways.iter().map(|way| way.count() / 10).sum()
    }

    fn cost(&self) -> u64 {
        self.ways.iter().map(|way| u64::from(way.count()) * LOOK).sum()
    }
}

impl Scorer for PhraseScorer {
    fn score(&mut self) -> Score {
        self.score
    }
}

#[cfg(test)]
mod tests {
    use super::keep_followed;

    #[test]
    fn a_place_stays_when_the_next_word_follows_it() {
        let mut places = vec![0, 4, 9, 12];
        keep_followed(&mut places, &[1, 3, 10, 14], 1);
        assert_eq!(places, [0, 9]);
        keep_followed(&mut places, &[2, 11], 2);
        assert_eq!(places, [0, 9]);
        keep_followed(&mut places, &[], 3);
        assert!(places.is_empty());
    }
}
