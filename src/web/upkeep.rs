//! What the site does between requests: writes the views, readings and searches that it noted, and follows the settings that others change.

use std::time::{Duration, Instant};

use actix_web::web::Data;
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use super::views_counted::Viewed;
use super::{Site, live, searches_noted};
use crate::domain::change::Noun;
use crate::store::changes::{self, News, Position};
use crate::store::{StoreError, articles, ask_sessions, readings, settings, signed_links, threads};

/// How often the change log is read.
const FOLLOW: Duration = Duration::from_millis(250);
/// Views, readings and searches are written every so many rounds.
const ROUNDS_BETWEEN_WRITES: u32 = 20;
/// Live streams show that they are alive every so many rounds.
const ROUNDS_BETWEEN_SIGNS: u32 = 80;

/// Runs until told to stop, then writes what still waits.
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
            searches_noted::write(&site, false).await;
            write_asks(&site).await;
        }
        if round.is_multiple_of(ROUNDS_BETWEEN_SIGNS) {
            site.live.tick();
        }
    }
    site.live.close();
    write_views(&site).await;
    write_readings(&site).await;
    searches_noted::write(&site, true).await;
    write_asks(&site).await;
}

/// Writes the views that were counted; what cannot be written is lost, as it is only a figure.
pub async fn write_views(site: &Site) {
    let views = site.views.take();
    if views.is_empty() {
        return;
    }
    let (mut of_threads, mut of_articles) = (Vec::new(), Vec::new());
    for (viewed, count) in views {
        match viewed {
            Viewed::Thread(id) => of_threads.push((id, count)),
            Viewed::Article(id) => of_articles.push((id, count)),
        }
    }
    let written = site.store.write::<_, StoreError>(move |tx| {
        threads::add_views(tx, &of_threads)?;
        articles::add_views(tx, &of_articles)
    });
    if let Err(error) = written.await {
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

/// Writes what is new of visits to the ask form; what cannot be written is lost, as it is only counted.
pub async fn write_asks(site: &Site) {
    let asks = site.asks.take();
    if asks.is_empty() {
        return;
    }
    let written = site.store.write(move |tx| {
        for session in &asks {
            ask_sessions::keep(tx, session)?;
        }
        Ok::<_, StoreError>(())
    });
    if let Err(error) = written.await {
        tracing::warn!(%error, "visits to the ask form could not be written");
    }
}

/// Where a node stands in the change log.
#[derive(Debug, Default)]
pub struct Following {
    position: Option<Position>,
}

impl Following {
    /// Reads the change log on; at the start from its end, with the settings, as everything else is read when it is shown.
    pub async fn follow(&mut self, site: &Site) {
        let asked_at = Instant::now();
        let news = match read_on(site, self.position).await {
            Ok(news) => news,
            Err(error) => return tracing::debug!(%error, "the change log could not be read"),
        };
        site.pages.hear(&news.settled);
        site.pages.hear(&news.early);
        // Whoever cannot take the settings over reads the same changes again, and keeps quiet meanwhile.
        if (self.position.is_none() || tells_of_settings(&news)) && !take_settings(site).await {
            return;
        }
        self.position = Some(news.position);
        // A node that cannot keep up with the log keeps quiet until it does.
        if news.is_all {
            site.pages.has_read_up_to(news.up_to, asked_at);
        }
        live::tell(site, &news.settled).await;
    }
}

/// Takes over the settings that a reader has seen at another node before this one has read of them.
pub async fn take_settings_as_seen(site: &Site, seen: Option<i64>) {
    // Before its first reading a node has just loaded them.
    let Some(known) = site.pages.read_up_to().filter(|known| seen > Some(*known)) else {
        return;
    };
    let changed = site.store.read(move |db| changes::has_later(db, Noun::Settings, known));
    match changed.await {
        Ok(false) => {}
        Ok(true) => drop(take_settings(site).await),
        Err(error) => report_unread(&error),
    }
}

fn tells_of_settings(news: &News) -> bool {
    let mut all = news.settled.iter().chain(&news.early);
    all.any(|change| change.noun == Some(Noun::Settings))
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

/// Whether the settings could be read, and the key that signs with them.
async fn take_settings(site: &Site) -> bool {
    let read = |db: &mut crate::store::Db| Ok::<_, StoreError>((settings::load(db)?, signed_links::key(db)?));
    match site.store.read(read).await {
        Ok((settings, key)) => {
            site.take_signing_key(key);
            site.take_settings(settings);
            true
        }
        Err(error) => {
            report_unread(&error);
            false
        }
    }
}

fn report_unread(error: &StoreError) {
    tracing::warn!(%error, "the settings could not be read");
}
