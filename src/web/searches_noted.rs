//! Searches and what was opened from them, gathered in memory and written in one go, so that a reader never waits for a write.
//!
//! What belongs here: when something that was typed counts as a search, and as the same one. Whoever searches is known by a
//! number that nobody can turn back (network, browser, account, mixed with the process's own secret); it is forgotten after
//! half an hour and never written.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};

use actix_web::HttpRequest;
use actix_web::http::header;
use chrono::{DateTime, Duration, Utc};

use super::client;
use super::views_counted::is_robot;
use super::{Site, Visit};
use crate::domain::network::network_of;
use crate::domain::searching::{SearchKey, SearchedWords};
use crate::store::searches::{Opening, Search};

/// The same words of the same visitor within this time are the same search: a reload, another page, the way back.
const SAME: Duration = Duration::minutes(30);
/// What was found while typing is a search once nothing else was typed for so long.
const STOOD: Duration = Duration::seconds(10);
/// An opening waits so long for its search, which another node may still hold.
const PATIENCE: Duration = Duration::minutes(1);
/// The most searches, and the most openings, that wait to be written: a flood of them is not worth a row each.
const MOST_WAITING: usize = 1_000;
/// The most searches of all visitors that are remembered; each takes some hundred bytes.
const MOST_REMEMBERED: usize = 20_000;
/// The most searches of one visitor that are remembered, and counted, within half an hour.
const MOST_OF_ONE: usize = 60;

/// How somebody came to see what a search found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// They asked for it.
    Asked,
    /// It came while they were typing.
    Typing,
    /// They went on to a later page of it.
    LaterPage,
}

/// A search as a page notes it.
#[derive(Debug, Clone)]
pub struct Noted {
    /// What was searched for.
    pub words: SearchedWords,
    /// How many threads and articles were found that members may see.
    pub result_count: i64,
    /// How many of them are articles; nothing when the search could find none.
    pub article_count: Option<i64>,
    /// How they came to see it.
    pub way: Way,
}

/// Searches and openings that wait to be written; a crash loses those of the last seconds.
#[derive(Default)]
pub struct SearchNotes {
    secret: RandomState,
    notes: Mutex<Notes>,
}

#[derive(Default)]
struct Notes {
    searchers: HashMap<u64, Vec<Known>>,
    /// How many searches were remembered since those of long ago were last forgotten.
    remembered_count: usize,
    waiting: Vec<Search>,
    openings: Vec<Opening>,
}

/// A search that its visitor may come back to.
#[derive(Debug)]
struct Known {
    key: SearchKey,
    words: SearchedWords,
    seen_at: DateTime<Utc>,
    /// What is to be written, while its visitor may still be typing.
    typed: Option<Search>,
}

impl SearchNotes {
    /// Notes a search, and gives the key by which what is opened from it is known; none for robots and in a flood.
    pub fn note(&self, visit: &Visit, request: &HttpRequest, noted: Noted) -> Option<SearchKey> {
        if is_robot(request) {
            return None;
        }
        let searcher = self.searcher(visit, request);
        let is_signed_in = visit.viewer.id().is_some();
        let mut notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        notes.note(searcher, noted, is_signed_in, visit.now)
    }

    /// Notes that something was opened from the results of a search.
    pub fn note_opening(&self, opening: Opening) {
        let mut notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        notes.settle(|known| known.key == opening.finding.search);
        if notes.openings.len() < MOST_WAITING {
            notes.openings.push(opening);
        }
    }

    /// Takes what waits, to write it.
    pub fn take(&self, now: DateTime<Utc>) -> (Vec<Search>, Vec<Opening>) {
        let mut notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        notes.settle(|known| known.seen_at + STOOD <= now);
        notes.searchers.retain(|_, searches| {
            searches.retain(|known| known.seen_at + SAME > now);
            !searches.is_empty()
        });
        notes.remembered_count = notes.searchers.values().map(Vec::len).sum();
        (std::mem::take(&mut notes.waiting), std::mem::take(&mut notes.openings))
    }

    /// Takes everything that waits, at the end of the process: nobody goes on typing.
    pub fn take_all(&self, now: DateTime<Utc>) -> (Vec<Search>, Vec<Opening>) {
        self.take(now + STOOD)
    }

    /// Lets openings wait whose search is not written yet, but not for ever.
    pub fn put_back(&self, unknown: Vec<Opening>, now: DateTime<Utc>) {
        let mut notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        let young = unknown.into_iter().filter(|opening| opening.opened_at + PATIENCE > now);
        let room = MOST_WAITING.saturating_sub(notes.openings.len());
        notes.openings.extend(young.take(room));
    }

    fn searcher(&self, visit: &Visit, request: &HttpRequest) -> u64 {
        let network = network_of(client::address(request, &visit.site));
        let agent = request
            .headers()
            .get(header::USER_AGENT)
            .map(header::HeaderValue::as_bytes);
        self.secret.hash_one((network, agent, visit.viewer.id()))
    }
}

impl Notes {
    fn note(&mut self, searcher: u64, noted: Noted, is_signed_in: bool, now: DateTime<Utc>) -> Option<SearchKey> {
        let known = self.searchers.entry(searcher).or_default();
        known.retain(|known| known.seen_at + SAME > now);
        // Whoever goes on typing has not searched for what stood there on the way.
        known.retain(|known| known.typed.is_none() || known.words == noted.words || known.seen_at + STOOD <= now);
        if let Some(same) = known.iter_mut().find(|known| known.words == noted.words) {
            same.seen_at = now;
            let asked = same.typed.take_if(|_| noted.way != Way::Typing);
            let key = same.key;
            self.waiting.extend(asked);
            return Some(key);
        }
        let is_flood = known.len() >= MOST_OF_ONE
            || self.remembered_count >= MOST_REMEMBERED
            || self.waiting.len() >= MOST_WAITING;
        if noted.way == Way::LaterPage || is_flood {
            return None;
        }
        let search = Search {
            key: SearchKey::random(),
            words: noted.words,
            searched_at: now,
            result_count: noted.result_count,
            article_count: noted.article_count,
            is_signed_in,
        };
        let (key, words) = (search.key, search.words.clone());
        let (typed, asked) = match noted.way {
            Way::Typing => (Some(search), None),
            Way::Asked | Way::LaterPage => (None, Some(search)),
        };
        self.remembered_count += 1;
        known.push(Known {
            key,
            words,
            seen_at: now,
            typed,
        });
        self.waiting.extend(asked);
        Some(key)
    }

    /// What of these was found while typing is a search now.
    fn settle(&mut self, which: impl Fn(&Known) -> bool) {
        let known = self.searchers.values_mut().flatten();
        let settled = known
            .filter(|known| which(known))
            .filter_map(|known| known.typed.take());
        self.waiting.extend(settled);
    }
}

/// Writes the searches that wait, and what was opened from them; what cannot be written is lost, as it is only a figure.
pub async fn write(site: &Site, is_end: bool) {
    let now = site.clock.now();
    let (searches, openings) = match is_end {
        true => site.searches.take_all(now),
        false => site.searches.take(now),
    };
    if searches.is_empty() && openings.is_empty() {
        return;
    }
    let written = site
        .store
        .write(move |tx| crate::store::searches::write(tx, &searches, &openings));
    match written.await {
        Ok(unknown) => site.searches.put_back(unknown, now),
        Err(error) => tracing::warn!(%error, "searches could not be written"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ThreadId;
    use crate::domain::searching::Finding;
    use crate::domain::subject::Subject;

    fn noted(typed: &str, way: Way) -> Noted {
        Noted {
            words: SearchedWords::of(typed).unwrap(),
            result_count: 3,
            article_count: Some(0),
            way,
        }
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_700_000_000 + seconds, 0).unwrap()
    }

    /// What would be written after these were noted, each at so many seconds by the same visitor.
    fn written(of: &[(i64, &str, Way)]) -> Vec<String> {
        let notes = SearchNotes::default();
        for (seconds, typed, way) in of {
            let mut inside = notes.notes.lock().unwrap();
            inside.note(7, noted(typed, *way), false, at(*seconds));
        }
        let (searches, _) = notes.take_all(at(60));
        searches
            .into_iter()
            .map(|search| search.words.as_str().to_owned())
            .collect()
    }

    #[test]
    fn the_same_words_again_are_the_same_search() {
        let asked = Way::Asked;
        assert_eq!(written(&[(0, "card", asked), (9, "Card ", asked)]), ["card"]);
        assert_eq!(written(&[(0, "card", asked), (9, "cards", asked)]), ["card", "cards"]);
        assert_eq!(written(&[(0, "card", Way::LaterPage)]), [""; 0]);
        assert_eq!(written(&[(0, "card", asked), (9, "card", Way::LaterPage)]), ["card"]);
    }

    #[test]
    fn of_what_stood_there_while_typing_the_last_is_a_search() {
        let typing = Way::Typing;
        let steps = [(0, "pay", typing), (1, "payment", typing), (2, "payment card", typing)];
        assert_eq!(written(&steps), ["payment card"]);
        let asked = [(0, "pay", typing), (1, "payment", typing), (2, "payment", Way::Asked)];
        assert_eq!(written(&asked), ["payment"]);
        let twice = [(0, "payment", typing), (30, "invoice", typing)];
        assert_eq!(written(&twice), ["payment", "invoice"], "it stood for half a minute");
    }

    #[test]
    fn what_is_opened_was_searched_for() {
        let notes = SearchNotes::default();
        let key = notes
            .notes
            .lock()
            .unwrap()
            .note(7, noted("pay", Way::Typing), false, at(0))
            .unwrap();
        assert!(notes.take(at(1)).0.is_empty(), "somebody may still be typing");
        let opening = Opening {
            finding: Finding {
                search: key,
                position: 1,
            },
            subject: Subject::Thread(ThreadId::stored(1)),
            opened_at: at(2),
        };
        notes.note_opening(opening);
        let (searches, openings) = notes.take(at(2));
        assert_eq!((searches.len(), openings), (1, vec![opening]));
        notes.put_back(vec![opening], at(3));
        assert_eq!(notes.take(at(4)).1, [opening], "another node may hold its search");
        notes.put_back(vec![opening], at(100));
        assert!(notes.take(at(101)).1.is_empty(), "but not for ever");
    }

    #[test]
    fn a_flood_is_not_remembered() {
        let notes = SearchNotes::default();
        for number in 0..5_000 {
            let mut inside = notes.notes.lock().unwrap();
            inside.note(number, noted(&format!("w{number}"), Way::Asked), false, at(0));
        }
        assert_eq!(notes.take(at(1)).0.len(), MOST_WAITING);
        for number in 0..500 {
            let mut inside = notes.notes.lock().unwrap();
            inside.note(7_000_000, noted(&format!("w{number}"), Way::Asked), false, at(0));
        }
        assert_eq!(notes.take(at(1)).0.len(), MOST_OF_ONE, "of one visitor");
    }
}
