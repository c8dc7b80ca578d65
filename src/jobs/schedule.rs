//! What is asked for by the clock rather than by somebody's act.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};

use crate::domain::job::Job;
use crate::search::meanings::Meanings;
use crate::store::{Db, Store, StoreError, digests, jobs, notifications, renderings};
use crate::text::RENDERER_VERSION;

/// How often what has run out is swept away, the helpers of the month are counted, trust is weighed, and askers are looked for that are to be asked
/// back.
const SWEEP_EVERY: Duration = Duration::hours(1);

/// What was asked for last, and when.
#[derive(Debug, Clone, Default)]
pub struct Schedule {
    swept_at: Option<DateTime<Utc>>,
    has_looked_at_renderings: bool,
    meanings: Option<Arc<Meanings>>,
}

impl Schedule {
    /// A schedule of a node that can tell what threads mean, if there is a model.
    pub fn with_meanings(meanings: Option<Arc<Meanings>>) -> Self {
        Self {
            meanings,
            ..Self::default()
        }
    }

    /// Writes the jobs that are due; called at least every minute.
    pub fn tick(&mut self, store: &Store, now: DateTime<Utc>) -> Result<(), StoreError> {
        if !self.has_looked_at_renderings {
            if store.read_now(|db| renderings::any_outdated(db, RENDERER_VERSION))? {
                ask_for(store, &Job::RenderAgain, now)?;
            }
            self.has_looked_at_renderings = true;
        }
        if let Some(meanings) = &self.meanings
            && meanings.has_work(store)?
        {
            ask_for(store, &Job::TellMeanings, now)?;
        }
        if store.read_now(|db| is_digest_due(db, now))? {
            ask_for(store, &Job::ComposeDigests, now)?;
        }
        if store.read_now(|db| notifications::is_letter_due(db, now))? {
            ask_for(store, &Job::PostThreadLetters, now)?;
        }
        let is_due = self
            .swept_at
            .is_none_or(|swept_at| !(swept_at..swept_at + SWEEP_EVERY).contains(&now));
        if is_due {
            store.write_now(|tx| {
                jobs::enqueue_once(tx, &Job::Sweep, now)?;
                jobs::enqueue_once(tx, &Job::CountHelpers, now)?;
                jobs::enqueue_once(tx, &Job::WeighTrust, now)?;
                jobs::enqueue_once(tx, &Job::AskBack, now)
            })?;
            self.swept_at = Some(now);
        }
        Ok(())
    }
}

/// Writes a job unless one of its kind waits: looks first, as this is asked for again and again while it waits or is done.
fn ask_for(store: &Store, job: &Job, now: DateTime<Utc>) -> Result<(), StoreError> {
    if store.read_now(|db| jobs::is_waiting(db, job))? {
        return Ok(());
    }
    store.write_now(|tx| jobs::enqueue_once(tx, job, now))
}

/// Whether a digest can be composed now. What is settled costs more to ask than whether anybody is due at all, and most of the time
/// nobody is.
fn is_digest_due(db: &mut Db, now: DateTime<Utc>) -> Result<bool, StoreError> {
    if !digests::is_any_due(db, now)? {
        return Ok(false);
    }
    let settled = digests::settled_to(db, now)?;
    digests::is_any_due(db, settled)
}
