//! `tanya suggest` and `tanya reindex`: search from the command line.

use std::io::{BufRead, Write};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use tanya::app;
use tanya::clock::Clock;
use tanya::config::Config;
use tanya::domain::id::ThreadId;
use tanya::domain::subject::Subject;
use tanya::import::progress::Progress;
use tanya::search::Search;
use tanya::search::embedded::{Hit, IndexError, Visible};
use tanya::search::follower::{FollowError, Follower};
use tanya::search::meanings::{Meanings, Pace, Step};
use tanya::search::meilisearch::FOLLOWER;
use tanya::store::{Store, StoreError, finding, indexing, overview, search_feeds, settings};

use super::{Failure, viewer};

/// A line that is read.
#[derive(Debug, Deserialize)]
struct Draft {
    title: String,
    #[serde(default)]
    body: String,
}

/// A line that is written.
#[derive(Debug, Serialize)]
struct Suggestions {
    results: Vec<Suggestion>,
}

#[derive(Debug, Serialize)]
struct Suggestion {
    noun: &'static str,
    id: i64,
    origin: Option<String>,
    score: f32,
}

/// Reads drafts as JSON lines and writes what probably asks the same or answers it, best first, without the cut-off that the form has.
pub fn run(config: &Config, limit: usize, viewer: Option<&str>) -> Result<(), Failure> {
    let store = app::open_store(config)?;
    let sight = viewer::sight(&store, viewer)?;
    let meant = store.read_now(|db| finding::meant(db, sight, None, None))?;
    let visible = Visible::to(sight, &meant.hidden);
    let search = opened(config, &store)?;
    let mut follower = Follower::new(store.clone(), Arc::clone(&search), Clock::system());
    catch_up(&mut follower)?;
    if let Some(meanings) = search.meanings() {
        tell_all(&store, meanings)?;
    }
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let draft: Draft = serde_json::from_str(&line)?;
        let found = suggest(&store, &search, &draft, &visible, limit)?;
        writeln!(out, "{}", serde_json::to_string(&found)?)?;
    }
    Ok(())
}

/// Fills the index anew, and has the search server filled anew, where there is one.
pub fn reindex(config: &Config) -> Result<(), Failure> {
    let store = app::open_store(config)?;
    let search = opened(config, &store)?;
    if let Some(server) = search.server() {
        store.write_now::<_, StoreError>(|tx| search_feeds::want_anew(tx, FOLLOWER))?;
        let url = server.server().url();
        println!("The search server at {url} is filled anew by the next server that runs; it answers meanwhile.");
    }
    let folder = search.folder().display().to_string();
    let mut follower = Follower::new(store, search, Clock::system());
    match follower.refill() {
        Ok(count) => {
            println!("{count} threads and articles are in the index in {folder}.");
            Ok(())
        }
        Err(FollowError::Index(IndexError::Taken(_))) => Err(format!(
            "A running server keeps the index in {folder}: stop it first, or remove that folder while it runs."
        )
        .into()),
        Err(error) => Err(error.into()),
    }
}

/// Tells what all threads mean that were not read yet: a server that runs beside this does the same, at leisure.
pub(super) fn tell_all(store: &Store, meanings: &Meanings) -> Result<(), Failure> {
    let all = store.read_now(overview::load)?.thread_count;
    let progress = Progress::over_threads("meanings", all.max(0).unsigned_abs());
    while let Step::Moved(count) = meanings.step(store, Pace::Full, Clock::system().now())? {
        progress.advance(count as u64);
    }
    progress.finish();
    Ok(meanings.refresh(store)?)
}

fn suggest(
    store: &Store,
    search: &Search,
    draft: &Draft,
    visible: &Visible,
    limit: usize,
) -> Result<Suggestions, Failure> {
    let now = Clock::system().now();
    let hits = search.similar(&draft.title, &draft.body, visible, now, limit)?.hits;
    let ids: Vec<ThreadId> = hits.iter().filter_map(Hit::thread).collect();
    let mut origins = store.read_now::<_, StoreError>(|db| indexing::origins_of(db, &ids))?;
    let result = |hit: &Hit| {
        let (noun, id) = match hit.subject {
            Subject::Thread(id) => ("thread", id.get()),
            Subject::Article(id) => ("article", id.get()),
        };
        Suggestion {
            noun,
            id,
            origin: hit.thread().and_then(|thread| origins.remove(&thread)),
            score: hit.score,
        }
    };
    Ok(Suggestions {
        results: hits.iter().map(result).collect(),
    })
}

/// Brings everything into the index, unless a server that runs beside this does: that has written all that there is. Answers
/// whether the index is this process's own.
pub(super) fn catch_up(follower: &mut Follower) -> Result<bool, Failure> {
    match follower.catch_up() {
        Ok(()) => Ok(true),
        Err(FollowError::Index(IndexError::Taken(_))) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

pub(super) fn opened(config: &Config, store: &Store) -> Result<Arc<Search>, Failure> {
    let settings = store.read_now::<_, StoreError>(settings::load)?;
    Ok(app::open_search(config, &settings.language))
}
