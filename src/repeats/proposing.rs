//! What groups of repeated questions propose follows them: a step after another, never in a page's read.
//!
//! Groups that changed say so themselves; the change log tells of accepted answers, votes and links; the clock of growth and of
//! readers whom an article did not help. Nothing is proposed while a scan of all threads runs, as its groups are still growing.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Duration, Utc};

use super::recogniser::Step;
use crate::domain::change::Noun;
use crate::domain::id::{ArticleId, ThreadId};
use crate::store::changes::{self, Change};
use crate::store::{Store, StoreError, article_links, outbreaks, proposals, repeats, settings};

/// The name of the follower that proposes.
const FOLLOWER: &str = "proposals";
/// How many changes are read at once.
const CHANGES_AT_ONCE: i64 = 200;
/// How many groups are weighed in one transaction.
const GROUPS_AT_ONCE: i64 = 20;
/// How often what only the clock tells is looked at.
const EVERY: Duration = Duration::minutes(10);

/// Proposes, one piece at a time.
#[derive(Debug, Default)]
pub struct Proposer {
    /// When what only the clock tells was last looked at.
    looked_at: Mutex<Option<DateTime<Utc>>>,
}

impl Proposer {
    /// Does the next piece of work.
    pub fn step(&self, store: &Store, now: DateTime<Utc>) -> Result<Step, StoreError> {
        let is_scanning = store.read_now(repeats::progress)?;
        if is_scanning.is_none_or(|progress| progress.scanned_to.is_some()) {
            return Ok(Step::Idle);
        }
        let moved = follow(store, now)? | weigh(store, now)? | self.look_at_clock(store, now)?;
        Ok(if moved { Step::Moved } else { Step::Idle })
    }

    fn look_at_clock(&self, store: &Store, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let mut looked_at = self.looked_at.lock().unwrap_or_else(PoisonError::into_inner);
        if looked_at.is_some_and(|at| (at..at + EVERY).contains(&now)) {
            return Ok(false);
        }
        store.write_now(|tx| {
            proposals::lapse_orphans(tx, now)?;
            outbreaks::end_quiet(tx, now)
        })?;
        for article in store.read_now(proposals::due_for_revision)? {
            store.write_now(|tx| proposals::weigh_article(tx, article, now))?;
        }
        let rule = store.read_now(settings::load)?.proposal_rule;
        loop {
            let aged = store.read_now(|db| proposals::aged(db, GROUPS_AT_ONCE, now))?;
            if aged.is_empty() {
                break;
            }
            store.write_now(|tx| proposals::weigh(tx, &aged, rule, now))?;
        }
        *looked_at = Some(now);
        Ok(false)
    }
}

/// Reads on in the change log: what changed has to be weighed again.
fn follow(store: &Store, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let position = store.read_now(|db| changes::position_if_any(db, FOLLOWER))?;
    let Some(position) = position else {
        // Groups that were never weighed say so themselves.
        store.write_now(|tx| {
            let end = changes::end(tx)?;
            changes::advance(tx, FOLLOWER, end, now)
        })?;
        return Ok(true);
    };
    let changes = store.read_now(|db| changes::after(db, position, CHANGES_AT_ONCE))?;
    let Some(last) = changes.last().map(Change::position) else {
        return Ok(false);
    };
    let (threads, articles) = concerned(&changes);
    store.write_now::<_, StoreError>(|tx| {
        let threads: Vec<ThreadId> = threads.into_iter().collect();
        let mut linked: BTreeSet<ArticleId> = article_links::articles_of(tx, &threads)?.into_iter().collect();
        let mut concerned = article_links::threads_of(tx, &articles)?;
        concerned.extend(threads);
        proposals::weigh_threads(tx, &concerned)?;
        linked.extend(articles);
        for article in linked {
            proposals::weigh_article(tx, article, now)?;
        }
        if changes::position(tx, FOLLOWER)? < last {
            changes::advance(tx, FOLLOWER, last, now)?;
        }
        Ok(())
    })?;
    Ok(true)
}

fn concerned(changes: &[Change]) -> (BTreeSet<ThreadId>, Vec<ArticleId>) {
    let (mut threads, mut articles) = (BTreeSet::new(), BTreeSet::new());
    for change in changes {
        match change.noun {
            Some(Noun::Thread(id)) => drop(threads.insert(id)),
            Some(Noun::Article(id)) => drop(articles.insert(id)),
            _ => {}
        }
    }
    (threads, articles.into_iter().collect())
}

fn weigh(store: &Store, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let groups = store.read_now(|db| proposals::next_groups(db, GROUPS_AT_ONCE))?;
    if groups.is_empty() {
        return Ok(false);
    }
    let rule = store.read_now(settings::load)?.proposal_rule;
    store.write_now(|tx| {
        proposals::weigh(tx, &groups, rule, now)?;
        proposals::lapse_orphans(tx, now)
    })?;
    Ok(true)
}
