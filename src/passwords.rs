//! Passwords: argon2id on a few threads of the blocking pool, so that a flood of sign-ins cannot starve pages.
//!
//! What belongs here: hashing and comparing. What does not: who may sign in, and how failures slow down.

use std::sync::Arc;

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::{Semaphore, SemaphorePermit, TryAcquireError};

use crate::domain::account::Password;

/// How many are hashed at the same time.
pub const AT_ONCE: usize = 2;
/// How many wait for their turn before others are told to come back.
pub const WAITING: usize = 32;

/// Hashes and compares passwords.
#[derive(Clone)]
pub struct Passwords {
    parts: Arc<Parts>,
}

struct Parts {
    argon2: Argon2<'static>,
    /// What a password is compared with when there is no account: a hash that nothing matches.
    pretended: String,
    places: Semaphore,
    turns: Semaphore,
}

/// Why a password could not be hashed or compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PasswordsError {
    /// Too many wait already; trying again will help.
    #[error("too many passwords wait to be compared")]
    Busy,
    /// Something that should not happen.
    #[error("a password could not be hashed: {0}")]
    Failed(String),
}

impl Passwords {
    /// For people: 19 MiB, two passes, one lane, as OWASP's cheat sheet on password storage recommends.
    pub fn strong() -> Self {
        Self::with(Params::new(19 * 1024, 2, 1, Some(32)).unwrap_or(Params::DEFAULT))
    }

    /// For tests: as little work as argon2id allows.
    pub fn cheap() -> Self {
        Self::with(Params::new(8, 1, 1, Some(32)).unwrap_or(Params::DEFAULT))
    }

    /// For tests: as for people, but with this many passes over the memory.
    pub fn slow(passes: u32) -> Self {
        Self::with(Params::new(19 * 1024, passes, 1, Some(32)).unwrap_or(Params::DEFAULT))
    }

    fn with(params: Params) -> Self {
        let (memory, passes, lanes) = (params.m_cost(), params.t_cost(), params.p_cost());
        let (salt, output) = ("A".repeat(22), "A".repeat(43));
        Self {
            parts: Arc::new(Parts {
                argon2: Argon2::new(Algorithm::Argon2id, Version::V0x13, params),
                pretended: format!("$argon2id$v=19$m={memory},t={passes},p={lanes}${salt}${output}"),
                places: Semaphore::new(AT_ONCE + WAITING),
                turns: Semaphore::new(AT_ONCE),
            }),
        }
    }

    /// Takes every turn, as a flood does, until what it gives is dropped; `None` when some are taken already. For tests.
    pub fn occupy(&self) -> Option<SemaphorePermit<'_>> {
        self.parts.turns.try_acquire_many(AT_ONCE as u32).ok()
    }

    /// The hash to store for a new password.
    pub async fn hash(&self, password: Password) -> Result<String, PasswordsError> {
        self.in_turn(move |parts| parts.hash(&password)).await
    }

    /// [`Passwords::hash`] for the command line: blocks the caller.
    pub fn hash_now(&self, password: &Password) -> Result<String, PasswordsError> {
        self.parts.hash(password)
    }

    /// Whether a password matches the stored hash; without one it costs the same and is wrong.
    pub async fn verify_or_pretend(&self, hash: Option<String>, password: Password) -> Result<bool, PasswordsError> {
        self.in_turn(move |parts| {
            let compared = parts.matches(hash.as_deref().unwrap_or(&parts.pretended), &password)?;
            Ok(compared && hash.is_some())
        })
        .await
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Parts) -> Result<T, PasswordsError> + Send + 'static,
    ) -> Result<T, PasswordsError> {
        let failed = |error: &dyn std::fmt::Display| PasswordsError::Failed(error.to_string());
        let _place = match self.parts.places.try_acquire() {
            Ok(place) => place,
            Err(TryAcquireError::NoPermits) => return Err(PasswordsError::Busy),
            Err(error) => return Err(failed(&error)),
        };
        let _turn = self.parts.turns.acquire().await.map_err(|error| failed(&error))?;
        let parts = Arc::clone(&self.parts);
        let done = tokio::task::spawn_blocking(move || work(&parts)).await;
        done.map_err(|error| failed(&error))?
    }
}

impl Parts {
    fn hash(&self, password: &Password) -> Result<String, PasswordsError> {
        let hash = self.argon2.hash_password(password.as_bytes());
        hash.map(|hash| hash.to_string())
            .map_err(|error| PasswordsError::Failed(error.to_string()))
    }

    fn matches(&self, hash: &str, password: &Password) -> Result<bool, PasswordsError> {
        match self.argon2.verify_password(password.as_bytes(), hash) {
            Ok(()) => Ok(true),
            Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
            Err(error) => Err(PasswordsError::Failed(error.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_matches_its_own_hash_and_nothing_else() {
        let passwords = Passwords::cheap();
        let right = Password::offered("correct horse");
        let hash = passwords.hash(right.clone()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
        let wrong = Password::offered("wrong horse");
        assert_eq!(
            passwords.verify_or_pretend(Some(hash.clone()), right.clone()).await,
            Ok(true)
        );
        assert_eq!(passwords.verify_or_pretend(Some(hash), wrong.clone()).await, Ok(false));
        assert_eq!(passwords.verify_or_pretend(None, wrong).await, Ok(false));
        let broken = Some("no hash".to_owned());
        assert!(passwords.verify_or_pretend(broken, right).await.is_err());
    }

    #[tokio::test]
    async fn an_unknown_account_costs_a_whole_comparison() {
        let passwords = Passwords::strong();
        let password = Password::offered("correct horse");
        let hash = passwords.hash(password.clone()).await.unwrap();
        let head = |hash: &str| hash.rsplitn(3, '$').last().map(str::to_owned);
        assert_eq!(head(&hash), head(&passwords.parts.pretended));
        assert_eq!(passwords.verify_or_pretend(None, password).await, Ok(false));
    }

    #[tokio::test]
    async fn hashing_leaves_the_thread_that_answers_pages() {
        let here = std::thread::current().id();
        let there = Passwords::cheap()
            .in_turn(|_| Ok(std::thread::current().id()))
            .await
            .unwrap();
        assert_ne!(here, there);
    }

    #[tokio::test]
    async fn a_flood_is_told_to_come_back() {
        let passwords = Passwords::cheap();
        let _all = passwords
            .parts
            .places
            .acquire_many((AT_ONCE + WAITING) as u32)
            .await
            .unwrap();
        let answer = passwords
            .verify_or_pretend(None, Password::offered("correct horse"))
            .await;
        assert_eq!(answer, Err(PasswordsError::Busy));
    }
}
