//! What the site does between requests: writes the views that it counted, and follows the settings that others change.

use std::time::Duration;

use actix_web::web::Data;
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use super::Site;
use crate::domain::change::Noun;
use crate::store::changes::{self, Change, Position};
use crate::store::{StoreError, settings, threads};

/// How often the change log is read.
const FOLLOW: Duration = Duration::from_millis(500);
/// Views are written every so many rounds.
const ROUNDS_BETWEEN_WRITES: u32 = 10;

/// Runs until told to stop, then writes the views that still wait.
pub async fn run(site: Data<Site>, stop: CancellationToken) {
    let mut ticks = interval(FOLLOW);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut position = None;
    let mut round = 0_u32;
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            () = stop.cancelled() => break,
        }
        follow(&site, &mut position).await;
        round = round.wrapping_add(1);
        if round.is_multiple_of(ROUNDS_BETWEEN_WRITES) {
            write_views(&site).await;
        }
    }
    write_views(&site).await;
}

/// Writes the views that were counted; what cannot be written is lost, as it is only a figure.
pub async fn write_views(site: &Site) {
    let views = site.views.take();
    if views.is_empty() {
        return;
    }
    if let Err(error) = site.store.write(move |tx| threads::add_views(tx, &views)).await {
        tracing::warn!(%error, "views could not be written");
    }
}

/// Reads the change log on; at the start from its end, as everything before was just loaded.
async fn follow(site: &Site, position: &mut Option<Position>) {
    let from = *position;
    let read = move |db: &mut crate::store::Db| -> Result<(Position, Vec<Change>), StoreError> {
        match from {
            None => Ok((changes::end(db)?, Vec::new())),
            Some(from) => Ok((from, changes::after(db, from, 1_000)?)),
        }
    };
    match site.store.read(read).await {
        Ok((from, news)) => {
            *position = Some(news.last().map_or(from, Change::position));
            if news.iter().any(|change| change.noun == Some(Noun::Settings)) {
                take_settings(site).await;
            }
        }
        Err(error) => tracing::debug!(%error, "the change log could not be read"),
    }
}

async fn take_settings(site: &Site) {
    match site.store.read::<_, StoreError>(settings::load).await {
        Ok(settings) => site.take_settings(settings),
        Err(error) => tracing::warn!(%error, "the settings could not be read"),
    }
}
