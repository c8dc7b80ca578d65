//! Threads of the index compared with each other: what repeated questions are recognised by.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::collector::TopDocs;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Searcher};

use super::super::document::Draft;
use super::super::likeness::latent::Latent;
use super::super::likeness::pair::Question;
use super::super::meanings::Meanings;
use super::super::ranking::Ranking;
use super::collecting::Best;
use super::comparing::{CANDIDATES, NEAREST};
use super::{Embedded, IndexError, Visible};
use crate::domain::id::ThreadId;
use crate::domain::subject::Subject;
use crate::domain::vector::Vector;

/// So many questions are kept once they are read: 12 MB or so.
const MOST_KEPT: usize = 5_000;

/// One state of the index.
pub struct Pairing {
    index: Arc<Embedded>,
    searcher: Searcher,
    latent: Arc<Latent>,
    meanings: Option<Arc<Meanings>>,
    /// What was read already, by its words alone, as what it means can become known meanwhile.
    kept: Mutex<HashMap<ThreadId, Question>>,
    most_kept: usize,
}

impl Pairing {
    /// The index as it is now, and what threads mean, where there is a model.
    pub fn of(index: &Arc<Embedded>, meanings: Option<&Arc<Meanings>>) -> Self {
        Self {
            meanings: meanings.cloned(),
            searcher: index.reader.searcher(),
            latent: index.latent(),
            index: Arc::clone(index),
            kept: Mutex::default(),
            most_kept: MOST_KEPT,
        }
    }

    /// Keeps so many questions that were read once, 2.5 kB each.
    pub fn keeping(self, most_kept: usize) -> Self {
        Self { most_kept, ..self }
    }

    /// Whether another one is of the same state.
    pub fn is_same(&self, other: &Self) -> bool {
        let generation = |pairing: &Self| pairing.searcher.generation().generation_id();
        Arc::ptr_eq(&self.index, &other.index)
            && generation(self) == generation(other)
            && Arc::ptr_eq(&self.latent, &other.latent)
            && self.meanings.is_some() == other.meanings.is_some()
    }

    /// A thread, as far as it is compared; `None` when it is not in the index.
    pub fn question(&self, thread: ThreadId) -> Result<Option<Question>, IndexError> {
        if let Some(kept) = self.kept(thread) {
            return Ok(Some(kept));
        }
        let key = TermQuery::new(self.index.fields.key(Subject::Thread(thread)), IndexRecordOption::Basic);
        let found = self.searcher.search(&key, &TopDocs::with_limit(1).order_by_score())?;
        let place = found.first().map(|(_, place)| *place);
        place.map(|place| self.question_at(thread, place)).transpose()
    }

    /// The threads that are most like a question, by their words and by what they mean, in no order, without itself.
    pub fn candidates(&self, thread: ThreadId, draft: Draft) -> Result<Vec<(ThreadId, Question)>, IndexError> {
        let weighed = self.index.weighed(draft, &self.searcher, &self.latent)?;
        let best = Best {
            limit: CANDIDATES,
            visible: Visible::default().without_articles().except(Subject::Thread(thread)),
            ranking: Ranking::even(),
        };
        let neighbours = self
            .meanings
            .iter()
            .flat_map(|all| all.known().neighbours(thread, NEAREST));
        let nearest: Vec<ThreadId> = neighbours.map(|(id, _)| id).collect();
        let found = self.index.found(&self.searcher, &weighed, &nearest, &best)?;
        let threads = found
            .into_iter()
            .filter_map(|found| Some((found.hit.thread()?, found.place)));
        threads
            .map(|(thread, place)| Ok((thread, self.question_at(thread, place)?)))
            .collect()
    }

    fn question_at(&self, thread: ThreadId, place: DocAddress) -> Result<Question, IndexError> {
        if let Some(kept) = self.kept(thread) {
            return Ok(kept);
        }
        let question = Question::of(&self.index.profile(&self.searcher, place)?, &self.latent);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= self.most_kept {
            kept.clear();
        }
        kept.insert(thread, question.clone());
        drop(kept);
        Ok(question.that_means(self.meaning(thread)))
    }

    fn kept(&self, thread: ThreadId) -> Option<Question> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let question = kept.get(&thread)?.clone();
        drop(kept);
        Some(question.that_means(self.meaning(thread)))
    }

    /// What a thread means, where that is known.
    pub fn meaning(&self, thread: ThreadId) -> Option<Vector> {
        self.meanings.as_ref()?.known().of(thread)
    }
}
