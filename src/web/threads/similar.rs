//! Threads that ask the same as the one that is read, and articles that answer it, so probably that they are worth a line beside
//! it.
//!
//! What was worked out is kept in memory, for as long as nothing of what it shows has changed, and a few hours at most: a
//! thread is read far more often than it changes, and asking the index for each reading would cost more than the page.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::domain::grant::Grants;
use crate::domain::id::ThreadId;
use crate::domain::sight::Shared;
use crate::domain::subject::Subject;
use crate::search::embedded::Visible;
use crate::store::StoreError;
use crate::store::finding::{self, Neighbours, SimilarThread};
use crate::store::threads::ThreadPage;
use crate::text::excerpt;
use crate::web::cache::{Moment, PageCache, SIMILAR, Shows};
use crate::web::{Fault, Visit};

/// How many threads' lists are kept; a list of five titles takes about a kilobyte.
const KEPT: usize = 10_000;
/// How long a list is kept at most: meanwhile somebody may have asked the same.
const LONGEST: Duration = Duration::from_secs(3 * 60 * 60);
/// The same for an empty one: the index may have been filling still.
const LONGEST_EMPTY: Duration = Duration::from_secs(10 * 60);
/// How many lists are worked out at once; who comes meanwhile reads the page without.
const AT_ONCE: usize = 2;
/// How many are looked at: some may be out of the reader's sight.
const LOOKED_AT: usize = 3 * SIMILAR;
/// How much of the text is compared, in characters.
const COMPARED: usize = 2_000;

/// Lists of similar threads that were worked out lately, by thread and by how much their readers see.
pub struct SimilarThreads {
    kept: quick_cache::sync::Cache<(ThreadId, Shared, Grants), Arc<Kept<Neighbours>>>,
    /// What the index answered, out of anybody's sight or not: readers who see more do not ask it again.
    found: quick_cache::sync::Cache<ThreadId, Arc<Kept<Vec<Subject>>>>,
    turns: Arc<Semaphore>,
}

/// A list, and what it depends on.
struct Kept<T> {
    list: T,
    is_empty: bool,
    shows: Shows,
    born: Moment,
    made_at: Instant,
    /// What the index knew of words then, [`crate::search::Search::learnt`].
    learnt: u64,
}

impl<T> Kept<T> {
    /// Whether nothing that it shows has changed and nothing was learnt of words since.
    fn holds(&self, pages: &PageCache, learnt: u64) -> bool {
        let longest = if self.is_empty { LONGEST_EMPTY } else { LONGEST };
        let is_young = self.made_at.elapsed() < longest && self.learnt == learnt;
        is_young && pages.may_answer(None) && pages.holds(self.shows, self.born)
    }
}

impl Default for SimilarThreads {
    fn default() -> Self {
        Self {
            kept: quick_cache::sync::Cache::new(KEPT),
            found: quick_cache::sync::Cache::new(KEPT),
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl SimilarThreads {
    fn turn(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.turns).try_acquire_owned().ok()
    }
}

/// Threads that so probably ask the same as this one, and articles that answer it, that its readers should see them: five at
/// most, and none rather than bad ones. None either while too many are worked out, and while the index cannot be asked, which must not keep the page.
/// `born` is the moment before the page was read.
pub async fn similar(visit: &Visit, page: &ThreadPage, born: Moment) -> Neighbours {
    let site = &visit.site;
    let key = (page.id, visit.sight().widest(), visit.sight().grants());
    let learnt = site.search.learnt();
    let kept = site.similar.kept.get(&key);
    if let Some(kept) = kept.filter(|kept| kept.holds(&site.pages, learnt)) {
        return kept.list.clone();
    }
    let Some(turn) = site.similar.turn().filter(|_| site.search.is_ready()) else {
        return Neighbours::default();
    };
    let found = work_out(visit, page, born).await;
    drop(turn);
    match found {
        Ok(found) => {
            let is_empty = found.threads.is_empty() && found.articles.is_empty();
            let kept = keep(
                shown_with(page.id, &found.threads),
                found.clone(),
                is_empty,
                born,
                learnt,
            );
            site.similar.kept.insert(key, kept);
            found
        }
        Err(fault) => {
            tracing::warn!(?fault, thread = page.id.get(), "similar threads could not be found");
            Neighbours::default()
        }
    }
}

fn keep<T>(shows: Shows, list: T, is_empty: bool, born: Moment, learnt: u64) -> Arc<Kept<T>> {
    Arc::new(Kept {
        list,
        is_empty,
        shows,
        born,
        made_at: Instant::now(),
        learnt,
    })
}

async fn work_out(visit: &Visit, page: &ThreadPage, born: Moment) -> Result<Neighbours, Fault> {
    let subjects = found(visit, page, born).await?;
    if subjects.is_empty() {
        return Ok(Neighbours::default());
    }
    let sight = visit.sight();
    let named = visit
        .site
        .store
        .read(move |db| finding::neighbours(db, sight, &subjects, SIMILAR));
    Ok(named.await.map_err(|error: StoreError| error)?)
}

/// What the index finds, or found lately.
async fn found(visit: &Visit, page: &ThreadPage, born: Moment) -> Result<Vec<Subject>, Fault> {
    let site = &visit.site;
    let learnt = site.search.learnt();
    let kept = site.similar.found.get(&page.id);
    if let Some(kept) = kept.filter(|kept| kept.holds(&site.pages, learnt)) {
        return Ok(kept.list.clone());
    }
    let (search, now) = (Arc::clone(&site.search), visit.now);
    let (title, body, id) = (page.title.clone(), page.post.body.clone(), page.id);
    let likely = move || {
        let visible = Visible::default().except(Subject::Thread(id));
        search.likely(&title, &excerpt::words(&body, COMPARED), &visible, now, LOOKED_AT)
    };
    let hits = actix_web::web::block(likely).await;
    let hits = hits.map_err(|error| Fault::Broken(error.to_string()))??;
    let subjects: Vec<Subject> = hits.iter().map(|hit| hit.subject).collect();
    let kept = keep(
        Shows::Thread(page.id),
        subjects.clone(),
        subjects.is_empty(),
        born,
        learnt,
    );
    site.similar.found.insert(page.id, kept);
    Ok(subjects)
}

/// What a thread's page shows with these beside it.
pub fn shown_with(id: ThreadId, similar: &[SimilarThread]) -> Shows {
    if similar.is_empty() {
        return Shows::Thread(id);
    }
    let mut others = [None; SIMILAR];
    for (place, thread) in others.iter_mut().zip(similar) {
        *place = Some(thread.id);
    }
    Shows::ThreadWith(id, others)
}
