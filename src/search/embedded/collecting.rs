//! The best of what matches, in sight, and how many there are.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::query::Weight;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::super::ranking::{MOST, Ranking};
use super::visible::Visible;
use crate::domain::id::ThreadId;
use crate::domain::subject::{Home, Subject};

/// A thread or an article that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// Which it is.
    pub subject: Subject,
    /// How well it fits; only comparable within one answer.
    pub score: Score,
}

impl Hit {
    /// The thread, if it is one.
    pub fn thread(&self) -> Option<ThreadId> {
        self.subject.thread()
    }
}

impl Eq for Hit {}

impl PartialOrd for Hit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The greater is the worse, so that the top of a heap is the next to go; of two alike the older one stays.
impl Ord for Hit {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_score = other.score.total_cmp(&self.score);
        by_score.then(self.subject.cmp(&other.subject))
    }
}

/// What was found, and where it stands in this state of the index.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    /// What it is.
    pub hit: Hit,
    /// By what its standing and its age multiplied the relevance.
    pub lift: f32,
    /// Its place.
    pub place: DocAddress,
}

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        self.hit == other.hit
    }
}

impl Eq for Found {}

impl PartialOrd for Found {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Found {
    fn cmp(&self, other: &Self) -> Ordering {
        self.hit.cmp(&other.hit)
    }
}

/// Columns of a segment by which threads and articles are told apart.
struct Columns {
    subject: Column<i64>,
    home: Column<i64>,
    standing: Column<u64>,
    created: Column<i64>,
}

impl Columns {
    fn open(reader: &SegmentReader) -> tantivy::Result<Self> {
        let fast = reader.fast_fields();
        Ok(Self {
            subject: fast.i64("subject")?,
            home: fast.i64("home")?,
            standing: fast.u64("standing")?,
            created: fast.i64("created")?,
        })
    }

    fn shows(&self, visible: &Visible, doc: DocId) -> bool {
        let home = self.home.first(doc).unwrap_or_default();
        let created = || self.created.first(doc).unwrap_or_default();
        !visible.hidden.contains(&home)
            && visible.before.is_none_or(|before| created() < before)
            && visible
                .except
                .is_none_or(|except| self.subject.first(doc) != Some(except))
    }
}

/// The best so many.
///
/// The relevance that a document needs to get in is told to the engine, which then passes over whole blocks that cannot
/// reach it: this is what keeps a query of common words quick.
pub struct Best {
    /// How many.
    pub limit: usize,
    /// What may be shown.
    pub visible: Visible,
    /// In which order.
    pub ranking: Ranking,
}

/// The best of one segment.
pub struct BestOfSegment {
    limit: usize,
    visible: Visible,
    ranking: Ranking,
    columns: Columns,
    segment: SegmentOrdinal,
    heap: BinaryHeap<Found>,
}

impl BestOfSegment {
    /// What a relevance must exceed to matter.
    fn threshold(&self) -> Score {
        match self.heap.peek() {
            Some(worst) if self.heap.len() >= self.limit => worst.hit.score / MOST,
            _ => Score::MIN,
        }
    }
}

impl SegmentCollector for BestOfSegment {
    type Fruit = Vec<Found>;

    fn collect(&mut self, doc: DocId, relevance: Score) {
        if relevance <= self.threshold() || !self.columns.shows(&self.visible, doc) {
            return;
        }
        let standing = self.columns.standing.first(doc).unwrap_or_default();
        let created = self.columns.created.first(doc).unwrap_or_default();
        let lift = self.ranking.lift(standing, created);
        let hit = Hit {
            subject: Subject::numbered(self.columns.subject.first(doc).unwrap_or_default()),
            score: relevance * lift,
        };
        self.heap.push(Found {
            hit,
            lift,
            place: DocAddress::new(self.segment, doc),
        });
        if self.heap.len() > self.limit {
            self.heap.pop();
        }
    }

    fn harvest(self) -> Vec<Found> {
        self.heap.into_vec()
    }
}

impl Collector for Best {
    type Fruit = Vec<Found>;
    type Child = BestOfSegment;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<BestOfSegment> {
        Ok(BestOfSegment {
            limit: self.limit,
            visible: self.visible.clone(),
            ranking: self.ranking,
            columns: Columns::open(reader)?,
            segment,
            heap: BinaryHeap::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn collect_segment(
        &self,
        weight: &dyn Weight,
        segment: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> tantivy::Result<Vec<Found>> {
        let mut best = self.for_segment(segment, reader)?;
        let alive = reader.alive_bitset();
        weight.for_each_pruning(Score::MIN, reader, &mut |doc, relevance| {
            if alive.is_none_or(|alive| alive.is_alive(doc)) {
                best.collect(doc, relevance);
            }
            best.threshold()
        })?;
        Ok(best.harvest())
    }

    fn merge_fruits(&self, segments: Vec<Vec<Found>>) -> tantivy::Result<Vec<Found>> {
        let mut all: Vec<Found> = segments.into_iter().flatten().collect();
        all.sort_unstable();
        all.truncate(self.limit);
        Ok(all)
    }
}

/// How many match, by home and by standing; counting ends at a bound.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many are in sight.
    pub all: usize,
    /// By home, of which each has a number.
    pub homes: BTreeMap<i64, usize>,
    /// By standing, as the index counts them.
    pub standings: BTreeMap<u64, usize>,
    /// Whether there may be more.
    pub is_bounded: bool,
}

impl Counts {
    /// How many are at home there.
    pub fn at(&self, home: Home) -> usize {
        self.homes.get(&home.number()).copied().unwrap_or_default()
    }

    /// One more, of this home and standing.
    fn count(&mut self, home: i64, standing: u64) {
        self.all += 1;
        *self.homes.entry(home).or_default() += 1;
        *self.standings.entry(standing).or_default() += 1;
    }

    fn sum(segments: Vec<Self>) -> Self {
        let mut sum = Self::default();
        for counts in segments {
            sum.all += counts.all;
            sum.is_bounded |= counts.is_bounded;
            for (home, count) in counts.homes {
                *sum.homes.entry(home).or_default() += count;
            }
            for (standing, count) in counts.standings {
                *sum.standings.entry(standing).or_default() += count;
            }
        }
        sum
    }
}

/// The best of what matches, and how many there are, at one look.
pub struct Finding {
    /// The best.
    pub best: Best,
    /// Where counting ends, in each segment.
    pub most_counted: usize,
}

/// What is found in one segment.
pub struct FindingInSegment {
    best: BestOfSegment,
    counts: Counts,
    most: usize,
}

impl FindingInSegment {
    /// Everything is looked at until it is counted.
    fn threshold(&self) -> Score {
        match self.counts.is_bounded {
            true => self.best.threshold(),
            false => Score::MIN,
        }
    }
}

impl SegmentCollector for FindingInSegment {
    type Fruit = (Vec<Found>, Counts);

    fn collect(&mut self, doc: DocId, relevance: Score) {
        self.best.collect(doc, relevance);
        let columns = &self.best.columns;
        if self.counts.all >= self.most {
            self.counts.is_bounded = true;
        } else if columns.shows(&self.best.visible, doc) {
            let home = columns.home.first(doc).unwrap_or_default();
            let standing = columns.standing.first(doc).unwrap_or_default();
            self.counts.count(home, standing);
        }
    }

    fn harvest(self) -> (Vec<Found>, Counts) {
        (self.best.harvest(), self.counts)
    }
}

impl Collector for Finding {
    type Fruit = (Vec<Found>, Counts);
    type Child = FindingInSegment;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<FindingInSegment> {
        Ok(FindingInSegment {
            best: self.best.for_segment(segment, reader)?,
            counts: Counts::default(),
            most: self.most_counted,
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn collect_segment(
        &self,
        weight: &dyn Weight,
        segment: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> tantivy::Result<(Vec<Found>, Counts)> {
        let mut finding = self.for_segment(segment, reader)?;
        let alive = reader.alive_bitset();
        weight.for_each_pruning(Score::MIN, reader, &mut |doc, relevance| {
            if alive.is_none_or(|alive| alive.is_alive(doc)) {
                finding.collect(doc, relevance);
            }
            finding.threshold()
        })?;
        Ok(finding.harvest())
    }

    fn merge_fruits(&self, segments: Vec<(Vec<Found>, Counts)>) -> tantivy::Result<(Vec<Found>, Counts)> {
        let (best, counts): (Vec<_>, Vec<_>) = segments.into_iter().unzip();
        Ok((self.best.merge_fruits(best)?, Counts::sum(counts)))
    }
}

/// All that matches.
pub struct Subjects;

/// All of one segment.
pub struct SubjectsOfSegment {
    subject: Column<i64>,
    found: Vec<Subject>,
}

impl SegmentCollector for SubjectsOfSegment {
    type Fruit = Vec<Subject>;

    fn collect(&mut self, doc: DocId, _: Score) {
        self.found.extend(self.subject.first(doc).map(Subject::numbered));
    }

    fn harvest(self) -> Vec<Subject> {
        self.found
    }
}

impl Collector for Subjects {
    type Fruit = Vec<Subject>;
    type Child = SubjectsOfSegment;

    fn for_segment(&self, _: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<SubjectsOfSegment> {
        Ok(SubjectsOfSegment {
            subject: reader.fast_fields().i64("subject")?,
            found: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<Vec<Subject>>) -> tantivy::Result<Vec<Subject>> {
        Ok(segments.concat())
    }
}
