//! Threads of the index compared with each other: what repeated questions are recognised by.

use std::sync::Arc;

use tantivy::collector::TopDocs;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Searcher};

use super::super::document::Draft;
use super::super::likeness::Weighed;
use super::super::likeness::latent::Latent;
use super::super::likeness::pair::{self, Question};
use super::super::ranking::Ranking;
use super::collecting::Best;
use super::comparing::CANDIDATES;
use super::{Embedded, IndexError, Visible};
use crate::domain::id::ThreadId;
use crate::domain::subject::Subject;

/// One state of the index.
pub struct Pairing {
    index: Arc<Embedded>,
    searcher: Searcher,
    latent: Arc<Latent>,
}

impl Pairing {
    /// The index as it is now.
    pub fn of(index: &Arc<Embedded>) -> Self {
        Self {
            searcher: index.reader.searcher(),
            latent: index.latent(),
            index: Arc::clone(index),
        }
    }

    /// A thread, as far as it is compared; `None` when it is not in the index.
    pub fn question(&self, thread: ThreadId) -> Result<Option<Question>, IndexError> {
        let key = TermQuery::new(self.index.fields.key(Subject::Thread(thread)), IndexRecordOption::Basic);
        let found = self.searcher.search(&key, &TopDocs::with_limit(1).order_by_score())?;
        let place = found.first().map(|(_, place)| *place);
        place.map(|place| self.question_at(place)).transpose()
    }

    /// The threads whose words are most like a question's, in no order, without itself.
    pub fn candidates(&self, thread: ThreadId, draft: Draft) -> Result<Vec<(ThreadId, Question)>, IndexError> {
        let weighed = Weighed::of(self.index.said_in(draft, &self.searcher)?, &self.latent);
        let best = Best {
            limit: CANDIDATES,
            visible: Visible::default().without_articles().except(Subject::Thread(thread)),
            ranking: Ranking::even(),
        };
        let found = self.searcher.search(&*self.index.candidates(&weighed), &best)?;
        let threads = found
            .into_iter()
            .filter_map(|found| Some((found.hit.thread()?, found.place)));
        threads
            .map(|(thread, place)| Ok((thread, self.question_at(place)?)))
            .collect()
    }

    /// How alike two of them are.
    pub fn likeness(&self, one: &Question, other: &Question) -> f32 {
        pair::likeness(one, other, &self.latent)
    }

    fn question_at(&self, place: DocAddress) -> Result<Question, IndexError> {
        Ok(Question::of(self.index.profile(&self.searcher, place)?, &self.latent))
    }
}
