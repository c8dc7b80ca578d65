//! Counts the queries of every connection, and lets somebody hear them.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};

use diesel::connection::{Instrumentation, InstrumentationEvent};

/// Counts the queries of every connection.
#[derive(Clone, Default)]
pub(crate) struct QueryCount(Arc<Queries>);

#[derive(Default)]
struct Queries {
    count: AtomicI64,
    ear: OnceLock<Ear>,
}

type Ear = Box<dyn Fn(&str) + Send + Sync>;

impl QueryCount {
    /// How many queries have run, beside those that open and close transactions.
    pub(super) fn count(&self) -> u64 {
        self.0.count.load(Ordering::Relaxed).max(0).unsigned_abs()
    }

    /// Tells somebody of each query from now on. A second one is not told.
    pub(super) fn overhear(&self, ear: impl Fn(&str) + Send + Sync + 'static) {
        drop(self.0.ear.set(Box::new(ear)));
    }
}

impl std::fmt::Debug for QueryCount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("QueryCount").field(&self.0.count).finish()
    }
}

impl Instrumentation for QueryCount {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        if let (InstrumentationEvent::StartQuery { query, .. }, Some(ear)) = (&event, self.0.ear.get()) {
            ear(&query.to_string());
        }
        let count = match event {
            InstrumentationEvent::StartQuery { .. } => 1,
            // Each of these is followed by the statement that does it, which is no question.
            InstrumentationEvent::BeginTransaction { .. }
            | InstrumentationEvent::CommitTransaction { .. }
            | InstrumentationEvent::RollbackTransaction { .. } => -1,
            _ => 0,
        };
        self.0.count.fetch_add(count, Ordering::Relaxed);
    }
}
