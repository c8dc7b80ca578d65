//! What happened to questions, and what came of them.

mod agreement;
mod anomalies;
mod cardano;
mod filling;
mod merging;
mod page;
mod sharing;
mod stories;

use tanya::domain::id::ThreadId;
use tanya::domain::question::{FactKind, Outcome};
use tanya::reports::reckoner::Reckoner;
use tanya::store::questions;

use crate::support::TestApp;

/// A forum in which hours pass.
pub struct Forum {
    app: TestApp,
    reckoner: Reckoner,
}

impl Forum {
    pub fn spawn() -> Self {
        let app = TestApp::spawn();
        app.leaves_jobs();
        let reckoner = Reckoner::new(app.store().clone(), app.clock.clone());
        Self { app, reckoner }
    }

    /// Lets outcomes follow what has happened.
    pub fn reckon(&self) {
        self.app.settle_changes();
        while self.reckoner.step().unwrap() {}
    }

    /// What came of a question by now.
    pub fn outcome(&self, id: ThreadId) -> Outcome {
        self.reckon();
        let kept = self.app.read(|db| questions::kept(db, &[id]));
        kept[&id].outcome.clone()
    }

    /// The kinds of what was noted.
    pub fn facts(&self, id: ThreadId) -> Vec<FactKind> {
        let facts = self.app.read(|db| questions::recorded(db, &[id]));
        facts[&id].iter().map(|fact| fact.what.kind()).collect()
    }

    pub fn ask(&self, name: &str) -> ThreadId {
        self.app
            .by(name, |by| by.ask("help", &format!("{name} asks about the box"), "box"))
    }

    pub fn hours(&self, hours: i64) {
        self.app.clock.pass(chrono::Duration::hours(hours));
    }
}
