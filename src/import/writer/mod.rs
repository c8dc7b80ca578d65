//! Writes what is kept, in short transactions, and remembers where each thing came from.
//!
//! A batch is written whole or not at all, with the counts of the threads that it touches: at any moment the forum is
//! whole, only some of the dump is missing. No letter and no job is written; followers hear of each thread once, at the end.

mod accepting;
mod assembly;
mod category;
mod comments;
mod posts;

use std::collections::{HashMap, HashSet};
use std::mem;
use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};

use super::conversion::{self, Ready};
use super::error::ImportError;
use super::known::Known;
use super::record::SourceId;
use super::report::{Noun, Report};
use super::{Reader, Skim};
use crate::store::imports::{self, Earlier};
use crate::store::{Db, Store, StoreError};
use assembly::Assembly;

/// How many people or threads one closing transaction counts.
const AT_ONCE: usize = 1_000;

/// Writes what a checked dump keeps, and gives the report with what was written. `source` is the name under which the
/// forum remembers this dump.
///
/// # Errors
/// The dump changed meanwhile, the database refused, or the same dump was written under another name. What was written
/// until then stays, and another run goes on from there.
pub fn write(reader: &dyn Reader, store: &Store, source: &str, now: DateTime<Utc>) -> Result<Report, ImportError> {
    let begun = Instant::now();
    let family = reader.family();
    let before = store.read_now(|db| Before::of(db, source))?;
    let run = store.write_now(|tx| imports::begin_run(tx, source, family, now))?;
    let mut writer = Writer {
        store,
        source: source.to_owned(),
        family,
        now,
        earlier: before.earlier,
        before: &before.known,
        fresh: Known::default(),
        tags: HashMap::new(),
        touched: HashSet::new(),
        report: reader.report().clone(),
    };
    writer.report.source = source.to_owned();
    let skim: &Skim<'_> = &|record| !before.known.has(record);
    std::thread::scope(|scope| {
        let mut converted = conversion::start(scope, reader, skim);
        let written = writer.write_all(&mut converted);
        let read = converted.finish();
        // A writer that stops makes the reader stop: its own error is the one that says why.
        written.and(read)
    })?;
    writer.conclude(before.was_interrupted)?;
    let report = writer.report;
    let json = serde_json::to_string(&report).map_err(|error| ImportError::Refused(error.to_string()))?;
    let finished_at = now + TimeDelta::from_std(begun.elapsed()).unwrap_or_default();
    store.write_now(|tx| imports::finish_run(tx, run, &json, finished_at))?;
    Ok(report)
}

/// What the forum holds of this source before a run.
struct Before {
    earlier: Earlier,
    was_interrupted: bool,
    known: Known,
}

impl Before {
    fn of(db: &mut Db, source: &str) -> Result<Self, StoreError> {
        Ok(Self {
            earlier: imports::earlier_runs(db, source)?,
            was_interrupted: imports::was_interrupted(db, source)?,
            known: Known::of(db, source)?,
        })
    }
}

struct Writer<'a> {
    store: &'a Store,
    source: String,
    family: &'static str,
    now: DateTime<Utc>,
    earlier: Earlier,
    before: &'a Known,
    fresh: Known,
    tags: HashMap<String, i64>,
    /// Threads that are new or got something new.
    touched: HashSet<i64>,
    report: Report,
}

impl Writer<'_> {
    fn write_all(&mut self, converted: &mut conversion::Converted<'_>) -> Result<(), ImportError> {
        let mut is_first = self.before.threads.is_empty();
        while let Some(batch) = converted.next_batch() {
            if is_first && batch.iter().any(|ready| matches!(ready, Ready::Thread(..))) {
                self.refuse_same_under_another_name(&batch)?;
                is_first = false;
            }
            self.write_batch(batch)?;
        }
        Ok(())
    }

    /// Two dumps of one family may use the same numbers; the same dump twice would double a forum.
    fn refuse_same_under_another_name(&self, batch: &[Ready]) -> Result<(), ImportError> {
        for ready in batch {
            let Ready::Thread(thread, _) = ready else { continue };
            let title = posts::title(&thread.title);
            let place = (self.source.as_str(), self.family);
            let elsewhere = self
                .store
                .read_now(|db| imports::same_thread_elsewhere(db, place, thread.id, &title, thread.post.created_at))?;
            if let Some(other) = elsewhere {
                return Err(ImportError::Refused(format!(
                    "these threads were imported before, as the source {other:?}: add `--source-name {other}` to go on with that one"
                )));
            }
        }
        Ok(())
    }

    fn write_batch(&mut self, batch: Vec<Ready>) -> Result<(), ImportError> {
        let store = self.store;
        let done =
            store.write_now(|tx| -> Result<assembly::Done, StoreError> { Assembly::new(self, tx).run(batch) })?;
        for (noun, count) in done.counts {
            self.report.wrote(noun, count);
        }
        self.tags.extend(done.tags);
        self.touched.extend(done.touched);
        self.fresh.extend(done.made);
        Ok(())
    }

    /// Sets the counts that the whole import changes, and tells the followers of the threads.
    fn conclude(&mut self, was_interrupted: bool) -> Result<(), ImportError> {
        for noun in WRITTEN {
            self.report.wrote(noun, 0);
        }
        let nothing_new = self.report.written_in_all() == 0 && !was_interrupted;
        if nothing_new {
            return Ok(());
        }
        let people: Vec<i64> = self
            .before
            .people
            .values()
            .chain(self.fresh.people.values())
            .copied()
            .collect();
        for ids in people.chunks(AT_ONCE) {
            self.store.write_now(|tx| {
                imports::count_people(tx, ids)?;
                imports::know_writers(tx, ids)
            })?;
        }
        self.store.write_now(|tx| -> Result<(), StoreError> {
            imports::count_tags(tx)?;
            imports::count_categories(tx)
        })?;
        if was_interrupted {
            self.touched.extend(self.before.threads.values().copied().flatten());
        }
        let mut threads: Vec<i64> = mem::take(&mut self.touched).into_iter().collect();
        threads.sort_unstable();
        for ids in threads.chunks(AT_ONCE) {
            self.store.write_now(|tx| imports::announce(tx, ids, self.now))?;
        }
        Ok(())
    }

    fn person(&self, old: SourceId) -> Option<i64> {
        self.fresh
            .people
            .get(&old)
            .or_else(|| self.before.people.get(&old))
            .copied()
    }

    fn thread(&self, old: SourceId) -> Option<i64> {
        self.fresh
            .threads
            .get(&old)
            .or_else(|| self.before.threads.get(&old))
            .copied()
            .flatten()
    }

    fn reply(&self, old: SourceId) -> Option<i64> {
        self.fresh
            .replies
            .get(&old)
            .or_else(|| self.before.replies.get(&old))
            .copied()
            .flatten()
    }
}

/// The nouns of which a run says how many it wrote.
const WRITTEN: [Noun; 11] = [
    Noun::People,
    Noun::Categories,
    Noun::Tags,
    Noun::Questions,
    Noun::Discussions,
    Noun::Replies,
    Noun::Comments,
    Noun::Acceptances,
    Noun::Closures,
    Noun::DuplicateLinks,
    Noun::Moderations,
];

#[cfg(test)]
mod tests;
