//! Later work: what waits, what was given up, and another round for it.

use serde::Deserialize;

use crate::domain::id::JobId;
use crate::store::{StoreError, jobs};
use crate::web::extract::{After, Id, Query};
use crate::web::{Administrator, Reply, see_other_with, views};

/// How many jobs stand on a page.
const SIZE: i64 = 50;

/// Which jobs are asked for.
#[derive(Debug, Deserialize)]
pub struct JobsQuery {
    #[serde(default)]
    state: JobsState,
}

impl JobsQuery {
    /// Whether those that were given up are asked for.
    pub fn is_dead(&self) -> bool {
        self.state == JobsState::Dead
    }
}

/// The two lists of jobs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum JobsState {
    #[default]
    Waiting,
    Dead,
}

/// `GET /admin/jobs`
pub async fn list(admin: Administrator, query: Query<JobsQuery>, after: After) -> Reply {
    let visit = admin.0.visit;
    let (dead, after) = (query.0.is_dead(), after.0);
    let read = visit
        .site
        .store
        .read(move |db| Ok::<_, StoreError>((jobs::counts(db)?, jobs::page(db, dead, after, SIZE)?)));
    let (counts, page) = read.await?;
    views::admin::jobs::page(&visit, dead, counts, &page, after.is_some()).show(&visit)
}

/// `POST /admin/jobs/{id}/retry`: a dead job waits again, with all its tries.
pub async fn retry(admin: Administrator, id: Id<JobId>) -> Reply {
    let visit = admin.0.visit;
    let now = visit.now;
    let was_dead = visit.site.store.write(move |tx| jobs::retry(tx, id.0, now)).await?;
    let key = if was_dead { "job-retried" } else { "job-not-dead" };
    see_other_with(&visit.site.urls.admin_dead_jobs(), key)
}
