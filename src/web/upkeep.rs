//! What the site does between requests: writes the views that it counted, and follows the settings that others change.

use std::time::Duration;

use actix_web::web::Data;
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use super::{Site, live};
use crate::domain::change::Noun;
use crate::store::changes::{self, News, Position};
use crate::store::{StoreError, readings, settings, threads};

/// How often the change log is read.
const FOLLOW: Duration = Duration::from_millis(250);
/// Views and readings are written every so many rounds.
const ROUNDS_BETWEEN_WRITES: u32 = 20;
/// Live streams show that they are alive every so many rounds.
const ROUNDS_BETWEEN_SIGNS: u32 = 80;

/// Runs until told to stop, then writes the views and readings that still wait.
pub async fn run(site: Data<Site>, stop: CancellationToken) {
    let mut ticks = interval(FOLLOW);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut following = Following::default();
    let mut round = 0_u32;
    site.live.open();
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            () = stop.cancelled() => break,
        }
        following.follow(&site).await;
        round = round.wrapping_add(1);
        if round.is_multiple_of(ROUNDS_BETWEEN_WRITES) {
            write_views(&site).await;
            write_readings(&site).await;
        }
        if round.is_multiple_of(ROUNDS_BETWEEN_SIGNS) {
            site.live.tick();
        }
    }
    site.live.close();
    write_views(&site).await;
    write_readings(&site).await;
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

/// Writes what was read; what cannot be written is lost, and looks new once more.
pub async fn write_readings(site: &Site) {
    let read = site.readings.take();
    if read.is_empty() {
        return;
    }
    if let Err(error) = site.store.write(move |tx| readings::put(tx, &read)).await {
        tracing::warn!(%error, "readings could not be written");
    }
}

/// Where a node stands in the change log.
#[derive(Debug, Default)]
pub struct Following {
    position: Option<Position>,
}

impl Following {
    /// Reads the change log on; at the start from its end, as everything before was just loaded.
    pub async fn follow(&mut self, site: &Site) {
        match read_on(site, self.position).await {
            Ok(news) => {
                self.position = Some(news.position);
                let mut all = news.settled.iter().chain(&news.early);
                if all.any(|change| change.noun == Some(Noun::Settings)) {
                    take_settings(site).await;
                }
                tell_pages(site, &news);
                live::tell(site, &news.settled).await;
            }
            Err(error) => tracing::debug!(%error, "the change log could not be read"),
        }
    }
}

async fn read_on(site: &Site, from: Option<Position>) -> Result<News, StoreError> {
    let read = move |db: &mut crate::store::Db| {
        let from = match from {
            Some(from) => from,
            None => changes::end(db)?,
        };
        changes::news(db, from)
    };
    site.store.read(read).await
}

/// Ends the kept pages that show what changed; a node that cannot keep up with the log keeps quiet until it does.
fn tell_pages(site: &Site, news: &News) {
    site.pages.hear(&news.settled);
    site.pages.hear(&news.early);
    if news.is_all {
        site.pages.has_read_up_to(news.up_to);
    }
}

async fn take_settings(site: &Site) {
    match site.store.read::<_, StoreError>(settings::load).await {
        Ok(settings) => site.take_settings(settings),
        Err(error) => tracing::warn!(%error, "the settings could not be read"),
    }
}
