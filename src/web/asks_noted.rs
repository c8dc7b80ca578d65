//! Visits to the ask form, gathered in memory and written in one go, so that nobody who types waits for a write.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Duration, Utc};

use crate::domain::ask_session::AskSession;

/// The most visits that are kept between two writes.
const MOST: usize = 10_000;
/// The most visits that one write takes.
const MOST_WRITTEN: usize = 500;
/// How many requests of one network are noted in an hour; an office of busy askers stays far below.
const MOST_OF_NETWORK: u32 = 600;
/// The most networks that are counted; beyond them nobody new is noted until the hour is over.
const MOST_NETWORKS: usize = 10_000;

/// Visits that wait to be written; a crash loses what the last seconds added.
#[derive(Default)]
pub struct AskNotes {
    waiting: Mutex<Waiting>,
}

#[derive(Default)]
struct Waiting {
    sessions: HashMap<String, AskSession>,
    /// How often each network has come in this hour; kept nowhere else.
    networks: HashMap<String, u32>,
    hour: Option<DateTime<Utc>>,
}

impl AskNotes {
    /// Notes what a request tells of a visit, unless its network has come too often.
    pub fn note(&self, network: &str, session: AskSession, now: DateTime<Utc>) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.welcome(network, now).is_err() {
            return;
        }
        let has_room = waiting.sessions.len() < MOST;
        if let Some(known) = waiting.sessions.get_mut(&session.form) {
            known.add(session);
        } else if has_room {
            waiting.sessions.insert(session.form.clone(), session);
        }
    }

    /// Counts that a network came in this hour; for one that came too often, how long it has to wait.
    pub fn welcome(&self, network: &str, now: DateTime<Utc>) -> Result<(), Duration> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.welcome(network, now)
    }

    /// What waits of a visit with what a request adds, to write both now.
    pub fn take_with(&self, session: AskSession) -> AskSession {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        match waiting.sessions.remove(&session.form) {
            Some(mut known) => {
                known.add(session);
                known
            }
            None => session,
        }
    }

    /// Takes what waits, some at a time, to write it.
    pub fn take(&self) -> Vec<AskSession> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let some: Vec<String> = waiting.sessions.keys().take(MOST_WRITTEN).cloned().collect();
        some.iter().filter_map(|form| waiting.sessions.remove(form)).collect()
    }
}

impl Waiting {
    fn welcome(&mut self, network: &str, now: DateTime<Utc>) -> Result<(), Duration> {
        let hour = Duration::hours(1);
        let began = match self.hour {
            Some(began) if now - began < hour => began,
            _ => {
                self.networks.clear();
                *self.hour.insert(now)
            }
        };
        let wait = hour - (now - began);
        let has_room = self.networks.len() < MOST_NETWORKS;
        let count = match self.networks.get_mut(network) {
            Some(count) => count,
            None if has_room => self.networks.entry(network.to_owned()).or_default(),
            None => return Err(wait),
        };
        *count = count.saturating_add(1);
        if *count <= MOST_OF_NETWORK { Ok(()) } else { Err(wait) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ask_session::{Visitor, session_of};
    use crate::domain::token::{FormKey, Token};

    fn session(now: DateTime<Utc>) -> AskSession {
        AskSession {
            form: session_of(&FormKey::random()),
            visitor: Visitor::of(&Token::random()),
            is_signed_in: false,
            is_held_out: false,
            category: None,
            title: String::new(),
            began_at: now,
            differed_at: None,
            shown: std::collections::BTreeMap::new(),
        }
    }

    #[test]
    fn a_flood_of_one_network_is_noted_up_to_a_bound_each_hour() {
        let (notes, now) = (AskNotes::default(), DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        for _ in 0..2_000 {
            notes.note("203.0.113.7", session(now), now);
        }
        notes.note("203.0.113.8", session(now), now);
        let taken = [notes.take().len(), notes.take().len(), notes.take().len()];
        assert_eq!(taken, [MOST_WRITTEN, 101, 0]);
        notes.note("203.0.113.7", session(now), now + Duration::minutes(59));
        assert_eq!(notes.take().len(), 0);
        notes.note("203.0.113.7", session(now), now + Duration::minutes(60));
        assert_eq!(notes.take().len(), 1);
    }

    #[test]
    fn who_came_too_often_is_told_when_the_hour_is_over() {
        let (notes, now) = (AskNotes::default(), DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        for _ in 0..MOST_OF_NETWORK {
            assert_eq!(notes.welcome("203.0.113.7", now), Ok(()));
        }
        let later = now + Duration::minutes(20);
        assert_eq!(notes.welcome("203.0.113.7", later), Err(Duration::minutes(40)));
        assert_eq!(notes.welcome("203.0.113.8", later), Ok(()));
    }

    #[test]
    fn what_several_requests_tell_is_one_visit() {
        let (notes, now) = (AskNotes::default(), DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let first = session(now);
        let titled = AskSession {
            title: "Why?".to_owned(),
            began_at: now + Duration::minutes(1),
            ..first.clone()
        };
        notes.note("a", first.clone(), now);
        notes.note("a", titled, now);
        let whole = notes.take_with(AskSession {
            differed_at: Some(now),
            ..first.clone()
        });
        assert_eq!(
            (whole.title.as_str(), whole.began_at, whole.differed_at),
            ("Why?", now, Some(now))
        );
        assert_eq!(notes.take().len(), 0);
    }
}
