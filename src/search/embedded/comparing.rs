//! What asks the same as a draft, or answers it: candidates by their words, then how alike they are; and what the words mean here.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use chrono::{DateTime, Utc};
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, Query as Wanted, TermSetQuery};
use tantivy::schema::Value;
use tantivy::{DocAddress, Searcher, TantivyDocument, Term};

use super::super::document::Draft;
use super::super::likeness::latent::{Latent, MOST_LEARNT_FROM};
use super::super::likeness::profile::Profile;
use super::super::likeness::{Said, Weighed, likely_from_with_meaning, rarity, weightiest, with_meaning};
use super::super::meanings::Meanings;
use super::super::ranking::Ranking;
use super::asking::boosted;
use super::collecting::{Best, Found, Hit};
use super::{ARTICLE, Embedded, IndexError, Visible, folder};
use crate::domain::id::ThreadId;
use crate::domain::subject::Subject;
use crate::domain::vector::Vector;

/// How many threads and articles are compared with a draft.
pub const CANDIDATES: usize = 100;
/// How many of the nearest by meaning are compared too.
pub(super) const NEAREST: usize = 100;
/// The file in the index's folder that holds what the words mean.
const LEARNT: &str = "latent.bin";

/// What is like a draft.
#[derive(Debug, Clone, Default)]
pub struct Similar {
    /// Threads and articles, the most alike first.
    pub hits: Vec<Hit>,
    /// The score from which on one so probably asks the same, or answers it, that it should be shown.
    pub likely_from: f32,
}

impl Similar {
    /// Those that should be shown.
    pub fn likely(mut self) -> Vec<Hit> {
        self.hits.retain(|hit| hit.score >= self.likely_from);
        self.hits
    }

    /// Those that somebody may be offered who knows better than the program: a quarter as likely is worth a look.
    pub fn perhaps(mut self) -> Vec<Hit> {
        self.hits.retain(|hit| hit.score >= self.likely_from / 4.0);
        self.hits
    }
}

/// What a draft means, beside what all threads mean.
#[derive(Debug, Clone)]
pub struct Near {
    vector: Vector,
    meanings: Arc<Meanings>,
}

impl Near {
    /// What a title and a plain text mean; `None` while that cannot be told, or compared with anything.
    pub fn of(meanings: &Arc<Meanings>, title: &str, body: &str) -> Option<Self> {
        if meanings.known().count() == 0 {
            return None;
        }
        Some(Self {
            vector: meanings.of_draft(title, body)?,
            meanings: Arc::clone(meanings),
        })
    }

    fn nearest(&self) -> Vec<ThreadId> {
        let nearest = self.meanings.known().nearest(&self.vector, NEAREST);
        nearest.into_iter().map(|(thread, _)| thread).collect()
    }

    /// How alike something is whose words are so much alike. No vector is made of an article: its words decide, brought to the
    /// scale on which threads are likely.
    fn likeness(&self, subject: Subject, words: f32, likely_from: f32) -> f32 {
        match subject {
            Subject::Thread(thread) => with_meaning(words, self.meanings.known().cosine(&self.vector, thread)),
            Subject::Article(_) => words / likely_from * likely_from_with_meaning(),
        }
    }
}

/// A draft that is looked for, in one state of the index.
struct Looking {
    searcher: Searcher,
    latent: Arc<Latent>,
    weighed: Weighed,
    best: Best,
}

impl Embedded {
    /// What may ask the same as a draft, or answer it, the most alike first: by words, and by what threads mean where that is
    /// known.
    pub fn similar(
        &self,
        draft: Draft,
        near: Option<&Near>,
        visible: &Visible,
        now: DateTime<Utc>,
        size: usize,
    ) -> Result<Similar, IndexError> {
        let looking = self.looking_for(draft, visible, now, size)?;
        let nearest = near.map(Near::nearest).unwrap_or_default();
        let candidates = self.found(&looking.searcher, &looking.weighed, &nearest, &looking.best)?;
        self.compared(&looking, candidates, near, size)
    }

    /// The articles that may answer a draft, the most alike first.
    pub fn similar_articles(
        &self,
        draft: Draft,
        visible: &Visible,
        now: DateTime<Utc>,
        size: usize,
    ) -> Result<Similar, IndexError> {
        let article = Term::from_field_u64(self.fields.standing, ARTICLE);
        if self.reader.searcher().doc_freq(&article)? == 0 {
            return Ok(Similar::default());
        }
        let looking = self.looking_for(draft, visible, now, size)?;
        let is_article = TermSetQuery::new([article]);
        let articles = BooleanQuery::new(vec![
            (Occur::Must, self.candidates(&looking.weighed)),
            (Occur::Must, Box::new(ConstScoreQuery::new(Box::new(is_article), 0.0))),
        ]);
        let candidates = looking.searcher.search(&articles, &looking.best)?;
        self.compared(&looking, candidates, None, size)
    }

    fn looking_for(
        &self,
        draft: Draft,
        visible: &Visible,
        now: DateTime<Utc>,
        size: usize,
    ) -> Result<Looking, IndexError> {
        let (searcher, latent) = (self.reader.searcher(), self.latent());
        Ok(Looking {
            weighed: self.weighed(draft, &searcher, &latent)?,
            best: Best {
                limit: CANDIDATES.max(size),
                visible: visible.clone(),
                ranking: Ranking::at(now),
            },
            searcher,
            latent,
        })
    }

    /// Candidates in the order of how alike they are.
    fn compared(
        &self,
        looking: &Looking,
        candidates: Vec<Found>,
        near: Option<&Near>,
        size: usize,
    ) -> Result<Similar, IndexError> {
        let likely_from = looking.weighed.likely_from();
        let mut hits = Vec::with_capacity(candidates.len());
        for Found { hit, place, lift } in candidates {
            let profile = self.profile(&looking.searcher, place)?;
            let words = looking.weighed.likeness(&profile, &looking.latent);
            let likeness = near.map_or(words, |near| near.likeness(hit.subject, words, likely_from));
            hits.push(Hit {
                score: likeness * lift,
                ..hit
            });
        }
        hits.sort_unstable();
        hits.truncate(size);
        Ok(Similar {
            hits,
            likely_from: near.map_or(likely_from, |_| likely_from_with_meaning()),
        })
    }

    /// A draft, weighed; a stem that no thread says is as rare as can be.
    pub(super) fn weighed(&self, draft: Draft, searcher: &Searcher, latent: &Latent) -> Result<Weighed, IndexError> {
        let threads = searcher.num_docs();
        let frequency = |field, stem: &str| searcher.doc_freq(&Term::from_field_text(field, stem));
        let mut said = Vec::new();
        for (stem, (times, is_in_title)) in draft.counted() {
            let anywhere = frequency(self.fields.whole, &stem)?;
            said.push(Said {
                stem,
                weight: times.ln_1p(),
                is_in_title,
                threads: anywhere,
                rarity: rarity(anywhere.max(1), threads),
            });
        }
        // Of what does not count nobody asks more: half of the time went into looking words up.
        let mut weighed = Vec::new();
        for said in weightiest(said) {
            let in_titles = frequency(self.fields.title, &said.stem)?;
            weighed.push((said, rarity(in_titles.max(1), threads)));
        }
        Ok(Weighed::of(weighed, latent))
    }

    /// What is compared with a draft: the best by its words, and these threads, each once.
    pub(super) fn found(
        &self,
        searcher: &Searcher,
        draft: &Weighed,
        these: &[ThreadId],
        best: &Best,
    ) -> Result<Vec<Found>, IndexError> {
        let mut found = searcher.search(&*self.candidates(draft), best)?;
        if !these.is_empty() {
            let these = TermSetQuery::new(these.iter().map(|id| self.fields.key(Subject::Thread(*id))));
            found.extend(searcher.search(&these, best)?);
            found.sort_unstable_by_key(|found| found.hit.subject);
            found.dedup_by_key(|found| found.hit.subject);
        }
        Ok(found)
    }

    /// Plain terms and nothing else, so that the engine can pass over what cannot get among the best.
    fn candidates(&self, draft: &Weighed) -> Box<dyn Wanted> {
        let sought = draft.sought().map(|said| {
            let term = Term::from_field_text(self.fields.whole, &said.stem);
            (Occur::Should, boosted(term, said.weight))
        });
        Box::new(BooleanQuery::new(sought.collect()))
    }

    pub(super) fn profile(&self, searcher: &Searcher, place: DocAddress) -> Result<Profile, IndexError> {
        let kept: TantivyDocument = searcher.doc(place)?;
        let bytes = kept.get_first(self.fields.profile).and_then(|value| value.as_bytes());
        Ok(bytes.map(Profile::read).unwrap_or_default())
    }

    pub(super) fn latent(&self) -> Arc<Latent> {
        Arc::clone(&self.latent.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// How many threads there were when it was learnt what words mean; 0 before.
    pub fn learnt(&self) -> u64 {
        self.latent().threads()
    }

    /// Whether there are twice as many threads as when it was learnt what words mean.
    pub fn should_learn(&self) -> bool {
        let threads = self.learnt();
        self.count() >= threads.saturating_mul(2).max(1)
    }

    /// Learns what words mean here, from a sample of the threads, and keeps it in the index's folder.
    pub fn learn(&self) -> Result<(), IndexError> {
        let searcher = self.reader.searcher();
        let count = searcher.num_docs();
        let latent = Latent::learn(&self.sample(&searcher)?).when_there_were(count);
        match write(&self.folder.join(LEARNT), &folder::sealed_file(latent.bytes())) {
            Ok(()) => tracing::info!(count, "it was learnt what words mean here"),
            // It is known until the end of this process, and learnt again by the next.
            Err(error) => tracing::warn!(%error, "what was learnt about words cannot be kept"),
        }
        *self.latent.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(latent);
        Ok(())
    }

    /// Threads from everywhere in the index, evenly.
    fn sample(&self, searcher: &Searcher) -> Result<Vec<Profile>, IndexError> {
        let count = usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX);
        let step = count.div_ceil(MOST_LEARNT_FROM).max(1);
        let places = searcher.segment_readers().iter().zip(0..);
        let places =
            places.flat_map(|(segment, ordinal)| segment.doc_ids_alive().map(move |doc| DocAddress::new(ordinal, doc)));
        places
            .step_by(step)
            .map(|place| self.profile(searcher, place))
            .collect()
    }
}

/// What was learnt before, if it can be read.
pub fn learnt(folder: &Path) -> Latent {
    let bytes = std::fs::read(folder.join(LEARNT)).unwrap_or_default();
    let whole = folder::unsealed_file(&bytes);
    whole.and_then(Latent::read).unwrap_or_default()
}

/// Writes a file so that after a crash it is there whole, or as it was.
fn write(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let beside: PathBuf = file.with_extension("new");
    std::fs::write(&beside, bytes)?;
    std::fs::File::open(&beside)?.sync_all()?;
    std::fs::rename(&beside, file)
}
