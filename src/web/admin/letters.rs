//! What becomes of letters: what waits, what was given up, and the addresses to which nothing is sent.

use serde::Deserialize;

use super::jobs::JobsQuery;
use crate::domain::id::JobId;
use crate::domain::job::Lane;
use crate::store::{StoreError, bounces, jobs};
use crate::web::extract::{After, Id, Query, Sent};
use crate::web::{Administrator, Reply, see_other_with, views};

/// How many letters stand on a page.
const SIZE: i64 = 50;
/// How many paused addresses are shown, the latest.
const MOST_PAUSED: i64 = 200;
/// How many dead letters get another round in one transaction.
const RETRIED_AT_ONCE: i64 = 500;

/// The address to which letters go again.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddressForm {
    address: String,
}

/// `GET /admin/letters`
pub async fn list(admin: Administrator, query: Query<JobsQuery>, after: After) -> Reply {
    let visit = admin.0.visit;
    let (dead, after) = (query.0.is_dead(), after.0);
    let read = visit
        .site
        .store
        .read(move |db| jobs::page_of_letters(db, dead, after, SIZE));
    let page = read.await.map_err(|error: StoreError| error)?;
    views::admin::letters::queue(&visit, dead, &page, after.is_some()).show(&visit)
}

/// `POST /admin/letters/retry`: every dead letter waits again, with all its tries.
pub async fn retry_all(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    let now = visit.now;
    for lane in Lane::OF_LETTERS {
        let mut retried = 1;
        while retried > 0 {
            let some = visit
                .site
                .store
                .write::<_, StoreError>(move |tx| jobs::retry_some(tx, lane, RETRIED_AT_ONCE, now));
            retried = some.await?;
        }
    }
    see_other_with(&visit.site.urls.admin_letters(), "letters-retried")
}

/// `POST /admin/letters/{id}/retry`: a dead letter waits again, with all its tries.
pub async fn retry(admin: Administrator, id: Id<JobId>) -> Reply {
    let visit = admin.0.visit;
    let now = visit.now;
    let was_dead = visit.site.store.write(move |tx| jobs::retry(tx, id.0, now)).await?;
    let key = if was_dead { "letter-retried" } else { "letter-not-dead" };
    see_other_with(&visit.site.urls.admin_dead_letters(), key)
}

/// `POST /admin/letters/{id}/discard`: a dead letter is never sent.
pub async fn discard(admin: Administrator, id: Id<JobId>) -> Reply {
    let visit = admin.0.visit;
    let was_dead = visit.site.store.write(move |tx| jobs::discard(tx, id.0)).await?;
    let key = if was_dead {
        "letter-discarded"
    } else {
        "letter-not-dead"
    };
    see_other_with(&visit.site.urls.admin_dead_letters(), key)
}

/// `GET /admin/letters/paused`
pub async fn paused(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    let read = visit.site.store.read(|db| bounces::all_paused(db, MOST_PAUSED));
    let all = read.await.map_err(|error: StoreError| error)?;
    views::admin::letters::paused(&visit, &all).show(&visit)
}

/// `POST /admin/letters/paused/lift`: letters go there again, as if nothing had come back.
pub async fn lift(Sent(admin, form): Sent<Administrator, AddressForm>) -> Reply {
    let visit = admin.0.visit;
    let lifted = visit.site.store.write(move |tx| bounces::lift(tx, &form.address));
    let was_paused = lifted.await.map_err(|error: StoreError| error)?;
    let key = if was_paused { "pause-lifted" } else { "pause-unknown" };
    see_other_with(&visit.site.urls.admin_paused_addresses(), key)
}
