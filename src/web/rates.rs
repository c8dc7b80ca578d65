//! How often an account or a network may ask for what: counted in memory, in a room that never grows.
//!
//! What belongs here: the counters, and which class an address belongs to. What does not: the arithmetic (`domain/rate.rs`), and
//! failures of signing in, which are rows (`store/throttle.rs`).
//!
//! A subject has a number in each of two rows, at places that a hash with a random key tells, and the smaller one counts. Two subjects
//! get in each other's way only when they meet in both rows, which nobody can bring about on purpose. So a flood from a
//! million networks takes no more room than an evening without visitors.

use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};

use actix_web::FromRequest;
use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::web::Data;
use chrono::{DateTime, Duration, Utc};

use super::visit::session_cookie_name;
use super::{Fault, Site, Visit, client};
use crate::domain::id::UserId;
use crate::domain::network::network_of;
use crate::domain::rate::{RateClass, RateLimits};

/// Numbers in each row; both rows take two megabytes, once they are used.
const PLACES: usize = 1 << 17;

/// What is never limited: whether the server lives, files that browsers keep, and what has a bound of its own.
const FREE: &[&str] = &["/healthz", "/readyz", "/metrics", "/assets/{name}", "/incoming/mail"];

/// What a script asks for while somebody types, or beside what they read.
const TYPING: &[&str] = &[
    "/tags/complete",
    "/users/complete",
    "/threads/new/suggestions",
    "/threads/{id}/-/newest",
    "/notifications/count",
    "/preview",
];

/// Forms with a password or another secret.
const SIGNING_IN: &[&str] = &[
    "/invitations/{token}",
    "/sign-in",
    "/set-up",
    "/sign-up/confirm/{token}",
    "/reset-password/{token}",
    "/claim/{token}",
    "/settings/password",
    "/settings/close",
    "/sign-in/code",
    "/settings/second-factor",
    "/settings/second-factor/confirm",
    "/settings/second-factor/codes",
    "/settings/second-factor/end",
];

/// Forms that have a letter sent to an address that was typed.
const LETTERS: &[&str] = &[
    "/sign-up",
    "/forgotten-password",
    "/digests",
    "/threads/{id}/-/tell-me",
    "/settings/address",
    "/admin/letters/specimens/{kind}/send",
];

/// The class of an address of the table of routes; `None` for what is never limited.
pub fn class_of(method: &str, path: &str) -> Option<RateClass> {
    let is_post = method == "POST";
    if FREE.contains(&path) {
        return None;
    }
    Some(match path {
        "/search" => RateClass::Searching,
        "/live" => RateClass::Live,
        path if !is_post && path.starts_with("/uploads/") => RateClass::Uploads,
        "/settings/data/download" => RateClass::Files,
        path if path.ends_with(".csv") || path.ends_with(".json") => RateClass::Files,
        path if TYPING.contains(&path) || path.ends_with("/preview") => RateClass::Typing,
        path if is_post && SIGNING_IN.contains(&path) => RateClass::SigningIn,
        path if is_post && LETTERS.contains(&path) => RateClass::Letters,
        _ if is_post => RateClass::Writing,
        _ => RateClass::Reading,
    })
}

/// Whose requests are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject<'a> {
    /// Somebody who is signed in.
    Account(UserId),
    /// A network, as [`network_of`] writes it.
    Network(&'a str),
}

/// The counters of this node.
pub struct Rates {
    limits: Option<RateLimits>,
    keys: [RandomState; 2],
    rows: Mutex<[Vec<i64>; 2]>,
}

impl Rates {
    /// Nobody has asked for anything yet; without limits nothing is ever counted.
    pub fn new(limits: Option<RateLimits>) -> Self {
        Self {
            limits,
            keys: [RandomState::new(), RandomState::new()],
            rows: Mutex::new([vec![0; PLACES], vec![0; PLACES]]),
        }
    }

    /// Counts a request, unless its subject has to wait first: then says how long.
    pub fn take(&self, class: RateClass, subject: Subject<'_>, now: DateTime<Utc>) -> Result<(), Duration> {
        let Some(limits) = &self.limits else { return Ok(()) };
        let rate = match subject {
            Subject::Account(_) => limits.of_account(class),
            Subject::Network(_) => limits.of_network(class),
        };
        let mut rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        let [first, second] = &mut *rows;
        let [one, other] = self
            .keys
            .each_ref()
            .map(|key| usize::try_from(key.hash_one((class, subject)) % PLACES as u64).unwrap_or_default());
        let (Some(one), Some(other)) = (first.get_mut(one), second.get_mut(other)) else {
            return Ok(());
        };
        let until = rate.take((*one).min(*other), now.timestamp_micros())?;
        *one = until.max(*one);
        *other = until.max(*other);
        Ok(())
    }
}

/// Counts a request for the network that it comes from. What comes from this machine itself is not counted: its visitors have
/// not been told apart, or it is its operator who measures.
pub fn of_network(class: Option<RateClass>, request: &HttpRequest) -> Result<(), Fault> {
    let (Some(class), Some(site)) = (class, request.app_data::<Data<Site>>()) else {
        return Ok(());
    };
    let address = client::address(request, site);
    if address.is_loopback() {
        return Ok(());
    }
    let network = network_of(address);
    site.rates
        .take(class, Subject::Network(&network), site.clock.now())
        .map_err(Fault::TooMany)
}

/// Counts a request for whoever is signed in.
pub async fn of_account(class: Option<RateClass>, request: &HttpRequest) -> Result<(), Fault> {
    let (Some(class), Some(site)) = (class, request.app_data::<Data<Site>>()) else {
        return Ok(());
    };
    let is_known = request.cookie(session_cookie_name(site)).is_some();
    if !is_known || client::address(request, site).is_loopback() {
        return Ok(());
    }
    // Whoever cannot be told is whoever the handler says.
    let Ok(visit) = Visit::from_request(request, &mut Payload::None).await else {
        return Ok(());
    };
    let Some(user) = visit.viewer.user() else { return Ok(()) };
    site.rates
        .take(class, Subject::Account(user.id), visit.now)
        .map_err(Fault::TooMany)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::routes::TABLE;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    fn rates(reading: u32) -> Rates {
        let mut limits = RateLimits::default();
        assert!(limits.set(RateClass::Reading, reading));
        Rates::new(Some(limits))
    }

    #[test]
    fn every_list_names_addresses_that_are_there_and_every_class_has_some() {
        for path in [FREE, TYPING, SIGNING_IN, LETTERS].into_iter().flatten() {
            assert!(TABLE.iter().any(|row| row.path == *path), "{path}");
        }
        let classes: Vec<_> = TABLE.iter().filter_map(|row| class_of(row.method, row.path)).collect();
        for class in RateClass::ALL {
            assert!(classes.contains(class), "{class}");
        }
    }

    #[test]
    fn each_subject_and_each_class_is_counted_by_itself() {
        let rates = rates(2);
        let ada = Subject::Account(UserId::stored(1));
        for _ in 0..2 {
            assert_eq!(rates.take(RateClass::Reading, ada, now()), Ok(()));
        }
        assert_eq!(rates.take(RateClass::Reading, ada, now()), Err(Duration::seconds(30)));
        assert_eq!(rates.take(RateClass::Writing, ada, now()), Ok(()));
        let bob = Subject::Account(UserId::stored(2));
        assert_eq!(rates.take(RateClass::Reading, bob, now()), Ok(()));
        let later = now() + Duration::seconds(30);
        assert_eq!(rates.take(RateClass::Reading, ada, later), Ok(()));
    }

    #[test]
    fn without_limits_nobody_waits() {
        let rates = Rates::new(None);
        for _ in 0..100_000 {
            assert_eq!(rates.take(RateClass::Letters, Subject::Network("a"), now()), Ok(()));
        }
    }

    #[test]
    fn a_flood_from_many_networks_leaves_the_others_served() {
        let rates = rates(1);
        for number in 0..5_000 {
            let network = format!("network {number}");
            for _ in 0..12 {
                let _taken = rates.take(RateClass::Reading, Subject::Network(&network), now());
            }
            assert!(
                rates
                    .take(RateClass::Reading, Subject::Network(&network), now())
                    .is_err()
            );
        }
        let honest = |number: i64| Subject::Account(UserId::stored(number));
        let refused = (0..1_000).filter(|number| rates.take(RateClass::Reading, honest(*number), now()).is_err());
        // 5,000 of 131,072 places are taken in each row: who meets two of them is one in 700.
        assert!(refused.count() < 20);
    }
}
