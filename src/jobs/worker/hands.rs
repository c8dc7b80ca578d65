//! The jobs that a worker has in hand, by lanes: of each a few being done, and some more claimed with them, as each claim is a write.

use std::collections::VecDeque;
use std::sync::Arc;

use futures_util::future::select_all;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::{Workshop, finish};
use crate::domain::id::JobId;
use crate::domain::job::Lane;
use crate::store::StoreError;
use crate::store::jobs::{self, Claimed};

/// What a worker has in hand, lane by lane.
pub(super) struct AllHands(Vec<Hands>);

impl AllHands {
    pub fn new() -> Self {
        Self(Lane::ALL.iter().copied().map(Hands::of).collect())
    }

    /// How many jobs are claimed, begun or not.
    pub fn count(&self) -> usize {
        self.0.iter().map(Hands::count).sum()
    }

    /// Whether nothing but letters is in hand.
    pub fn are_all_letters(&self) -> bool {
        let mut others = self
            .0
            .iter()
            .filter(|hands| matches!(hands.lane, Lane::Ordinary | Lane::Elsewhere));
        others.all(|hands| hands.count() == 0)
    }

    /// Whether another job could be begun.
    pub fn is_any_free(&self) -> bool {
        self.0.iter().any(Hands::is_any_free)
    }

    /// Waits until a job is done; for ever when there is none.
    pub async fn one_done(&mut self) {
        select_all(self.0.iter_mut().map(|hands| Box::pin(hands.one_done()))).await;
    }

    /// Begins as many jobs as there are hands.
    pub async fn take_up(&mut self, workshop: &Arc<Workshop>, name: &str, stop: &CancellationToken) {
        for hands in &mut self.0 {
            hands.take_up(workshop, name, stop).await;
        }
    }

    /// Gives back what was claimed and not begun, so that nobody waits until the claims run out.
    pub async fn give_back(&mut self, workshop: &Workshop) {
        for hands in &mut self.0 {
            hands.give_back(workshop).await;
        }
    }
}

/// What a worker has in hand of one lane.
struct Hands {
    lane: Lane,
    claimed: VecDeque<Claimed>,
    doing: JoinSet<()>,
}

impl Hands {
    fn of(lane: Lane) -> Self {
        Self {
            lane,
            claimed: VecDeque::new(),
            doing: JoinSet::new(),
        }
    }

    /// How many jobs of a lane are done at the same time; of letters, one for each connection to the mail server.
    fn at_once(&self) -> usize {
        match self.lane {
            Lane::Ordinary => 3,
            Lane::Letters | Lane::Digests => 4,
            Lane::Elsewhere => 2,
        }
    }

    /// How many are claimed at once. Letters are many and short; whatever was claimed and not begun when a process is killed
    /// waits until its claim runs out.
    fn claimed_at_once(&self) -> i64 {
        match self.lane {
            Lane::Ordinary | Lane::Elsewhere => 1,
            Lane::Letters | Lane::Digests => 32,
        }
    }

    fn count(&self) -> usize {
        self.claimed.len() + self.doing.len()
    }

    fn is_any_free(&self) -> bool {
        self.doing.len() < self.at_once()
    }

    async fn one_done(&mut self) {
        if self.doing.join_next().await.is_none() {
            std::future::pending::<()>().await;
        }
    }

    async fn take_up(&mut self, workshop: &Arc<Workshop>, name: &str, stop: &CancellationToken) {
        while self.is_any_free() && !stop.is_cancelled() && !self.rests(workshop) {
            if self.claimed.is_empty() {
                self.claimed = self.claim_more(workshop, name).await;
            }
            let Some(claimed) = self.claimed.pop_front() else {
                break;
            };
            let workshop = Arc::clone(workshop);
            self.doing.spawn_blocking(move || finish(&workshop, claimed));
        }
    }

    /// Whether nothing of this lane could be done now.
    fn rests(&self, workshop: &Workshop) -> bool {
        self.lane != Lane::Ordinary && workshop.transport.rests_until(workshop.clock.now()).is_some()
    }

    async fn claim_more(&self, workshop: &Workshop, name: &str) -> VecDeque<Claimed> {
        let (store, name, now) = (workshop.store.clone(), name.to_owned(), workshop.clock.now());
        let (lane, most) = (self.lane, self.claimed_at_once());
        let claim = move || {
            // Looks before it takes the right to write, which others want more often than there is a job.
            if !store.read_now(|db| jobs::is_any_due_in(db, lane, now))? {
                return Ok(Vec::new());
            }
            store.write_now::<_, StoreError>(|tx| jobs::claim_in(tx, lane, &name, most, now))
        };
        match tokio::task::spawn_blocking(claim).await {
            Ok(Ok(claimed)) => claimed.into(),
            Ok(Err(error)) => {
                tracing::warn!(%error, "no job could be claimed; trying again");
                VecDeque::new()
            }
            Err(error) => {
                tracing::error!(%error, "claiming a job broke off");
                VecDeque::new()
            }
        }
    }

    async fn give_back(&mut self, workshop: &Workshop) {
        let claims: Vec<(JobId, i64)> = self.claimed.drain(..).map(|job| (job.id, job.attempt)).collect();
        if claims.is_empty() {
            return;
        }
        let given = workshop.store.write(move |tx| jobs::release(tx, &claims)).await;
        if let Err(error) = given {
            let error: StoreError = error;
            tracing::warn!(%error, "jobs could not be given back; their claims run out");
        }
    }
}
