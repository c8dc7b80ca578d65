//! Passwords: argon2id on a few threads of the blocking pool, so that a flood of sign-ins cannot starve pages.
//!
//! What belongs here: hashing and comparing. What does not: who may sign in, and how failures slow down.

pub mod turns;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use argon2::password_hash::phc::{Output, ParamsString, Salt};
use argon2::password_hash::try_generate_salt;
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Block, Params, PasswordHash, Version};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use crate::domain::account::Password;
use turns::{Asker, Asking, Place, Turn, Turns};

/// How many are hashed at the same time.
pub const AT_ONCE: usize = 2;
/// How many wait for their turn before others are told to come back: as many as are hashed in [`LONGEST_WAIT`].
pub const WAITING: usize = 512;
/// How many wait in tests.
const WAITING_IN_TESTS: usize = 32;
/// How long somebody waits for their turn before they are told to come back.
const LONGEST_WAIT: Duration = Duration::from_secs(10);
/// How long somebody waits in tests, whose machine may have a lot to do.
const LONGEST_WAIT_IN_TESTS: Duration = Duration::from_secs(60);
/// How long a hash is, in bytes.
const OUTPUT: usize = 32;

/// Hashes and compares passwords.
#[derive(Clone)]
pub struct Passwords {
    parts: Arc<Parts>,
}

struct Parts {
    params: Params,
    /// What a password is compared with when there is no account: a hash that nothing matches.
    pretended: String,
    turns: Arc<Turns>,
    longest_wait: Duration,
    /// The memory that hashing fills, kept for the next: given back to the system's allocator, it would stay with each
    /// thread that ever hashed.
    rooms: Mutex<Vec<Vec<Block>>>,
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
        Self::with(
            Params::new(19 * 1024, 2, 1, Some(OUTPUT)).unwrap_or(Params::DEFAULT),
            WAITING,
            LONGEST_WAIT,
        )
    }

    /// For tests: as little work as argon2id allows.
    pub fn cheap() -> Self {
        Self::with(
            Params::new(8, 1, 1, Some(OUTPUT)).unwrap_or(Params::DEFAULT),
            WAITING_IN_TESTS,
            LONGEST_WAIT_IN_TESTS,
        )
    }

    /// For tests: as for people, but with this many passes over the memory.
    pub fn slow(passes: u32) -> Self {
        let params = Params::new(19 * 1024, passes, 1, Some(OUTPUT)).unwrap_or(Params::DEFAULT);
        Self::with(params, WAITING_IN_TESTS, LONGEST_WAIT_IN_TESTS)
    }

    /// What stands in place of a password's hash where nobody chose one yet: no password has it.
    pub fn nobodys() -> String {
        let (salt, output) = (rand::random::<[u8; 16]>(), rand::random::<[u8; OUTPUT]>());
        let (salt, output) = (STANDARD_NO_PAD.encode(salt), STANDARD_NO_PAD.encode(output));
        format!("$argon2id$v=19$m=19456,t=2,p=1${salt}${output}")
    }

    fn with(params: Params, waiting: usize, longest_wait: Duration) -> Self {
        let (memory, passes, lanes) = (params.m_cost(), params.t_cost(), params.p_cost());
        let (salt, output) = ("A".repeat(22), "A".repeat(43));
        Self {
            parts: Arc::new(Parts {
                params,
                pretended: format!("$argon2id$v=19$m={memory},t={passes},p={lanes}${salt}${output}"),
                turns: Turns::new(AT_ONCE, waiting),
                longest_wait,
                rooms: Mutex::default(),
            }),
        }
    }

    /// Takes every turn, as a flood does, until what it gives is dropped; `None` when some are taken already. For tests.
    pub fn occupy(&self) -> Option<Vec<Turn>> {
        let ask = |_| match self.parts.turns.ask(Asker::default()) {
            Asking::Now(turn) => Some(turn),
            _ => None,
        };
        (0..AT_ONCE).map(ask).collect()
    }

    /// Takes every place, so that everybody else is told to come back; as [`Passwords::occupy`]. For tests.
    pub fn crowd(&self) -> Option<(Vec<Place>, Vec<Turn>)> {
        let turns = self.occupy()?;
        let ask = |_| match self.parts.turns.ask(Asker::default()) {
            Asking::Later(place) => Some(place),
            _ => None,
        };
        let places = (0..self.waiting()).map(ask).collect::<Option<_>>()?;
        Some((places, turns))
    }

    /// How many may wait for a turn.
    pub fn waiting(&self) -> usize {
        self.parts.turns.most_waiting()
    }

    /// Waits for a turn, for what is to be done before a password is compared.
    pub async fn turn(&self, asker: Asker) -> Result<Turn, PasswordsError> {
        let place = match self.parts.turns.ask(asker) {
            Asking::Now(turn) => return Ok(turn),
            Asking::Later(place) => place,
            Asking::Full => return Err(PasswordsError::Busy),
        };
        let turn = tokio::time::timeout(self.parts.longest_wait, place.turn()).await;
        turn.ok().flatten().ok_or(PasswordsError::Busy)
    }

    /// The hash to store for a new password.
    pub async fn hash(&self, password: Password) -> Result<String, PasswordsError> {
        let turn = self.turn(made_in_turn()).await?;
        self.in_turn(turn, move |parts| parts.hash(&password)).await
    }

    /// [`Passwords::hash`] for the command line: blocks the caller.
    pub fn hash_now(&self, password: &Password) -> Result<String, PasswordsError> {
        self.parts.hash(password)
    }

    /// Whether a password matches the stored hash; without one it costs the same and is wrong.
    pub async fn verify_or_pretend(&self, hash: Option<String>, password: Password) -> Result<bool, PasswordsError> {
        let turn = self.turn(made_in_turn()).await?;
        self.verify_in_turn(turn, hash, password).await
    }

    /// [`Passwords::verify_or_pretend`], for whoever has a turn already.
    pub async fn verify_in_turn(
        &self,
        turn: Turn,
        hash: Option<String>,
        password: Password,
    ) -> Result<bool, PasswordsError> {
        self.in_turn(turn, move |parts| {
            let compared = parts.matches(hash.as_deref().unwrap_or(&parts.pretended), &password)?;
            Ok(compared && hash.is_some())
        })
        .await
    }

    /// The turn goes along with the work: whoever asked may be gone before it is done.
    async fn in_turn<T: Send + 'static>(
        &self,
        turn: Turn,
        work: impl FnOnce(&Parts) -> Result<T, PasswordsError> + Send + 'static,
    ) -> Result<T, PasswordsError> {
        let parts = Arc::clone(&self.parts);
        let work = move || {
            let _turn = turn;
            work(&parts)
        };
        tokio::task::spawn_blocking(work).await.map_err(failed)?
    }
}

impl Parts {
    fn hash(&self, password: &Password) -> Result<String, PasswordsError> {
        let salt = Salt::new(&try_generate_salt().map_err(failed)?).map_err(failed)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone());
        let hash = PasswordHash {
            algorithm: ARGON2ID_IDENT,
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(&self.params).map_err(failed)?,
            salt: Some(salt),
            hash: Some(self.fill(&argon2, password, &salt, OUTPUT)?),
        };
        Ok(hash.to_string())
    }

    /// A hash says itself how it was made, and is compared so, in a time that does not tell where they differ.
    fn matches(&self, hash: &str, password: &Password) -> Result<bool, PasswordsError> {
        let hash = PasswordHash::new(hash).map_err(failed)?;
        let (Some(salt), Some(expected)) = (&hash.salt, &hash.hash) else {
            return Ok(false);
        };
        let algorithm = Algorithm::try_from(hash.algorithm.as_str()).map_err(failed)?;
        let version = hash.version.map(Version::try_from).transpose().map_err(failed)?;
        let params = Params::try_from(&hash).map_err(failed)?;
        let argon2 = Argon2::new(algorithm, version.unwrap_or_default(), params);
        Ok(self.fill(&argon2, password, salt, expected.len())? == *expected)
    }

    /// Does the work in a room that another may have used: the first pass writes over all of it.
    fn fill(
        &self,
        argon2: &Argon2<'_>,
        password: &Password,
        salt: &[u8],
        length: usize,
    ) -> Result<Output, PasswordsError> {
        let mut room = self.rooms().pop().unwrap_or_default();
        let size = argon2.params().block_count();
        room.try_reserve_exact(size.saturating_sub(room.len()))
            .map_err(failed)?;
        room.resize(size, Block::new());
        let mut output = vec![0; length];
        let filled = argon2.hash_password_into_with_memory(password.as_bytes(), salt, &mut output, room.as_mut_slice());
        let mut rooms = self.rooms();
        if rooms.len() < AT_ONCE && size == self.params.block_count() {
            rooms.push(room);
        }
        filled.map_err(failed)?;
        Output::new(&output).map_err(failed)
    }

    fn rooms(&self) -> std::sync::MutexGuard<'_, Vec<Vec<Block>>> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Those who choose a password, or say theirs once more: a flood of them stands in its own way.
fn made_in_turn() -> Asker {
    Asker {
        groups: vec!["chosen".to_owned()],
        failures: 0,
    }
}

fn failed(error: impl std::fmt::Display) -> PasswordsError {
    PasswordsError::Failed(error.to_string())
}

#[cfg(test)]
mod tests {
    use argon2::PasswordVerifier;

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
        let passwords = Passwords::cheap();
        let turn = passwords.turn(Asker::default()).await.unwrap();
        let there = passwords
            .in_turn(turn, |_| Ok(std::thread::current().id()))
            .await
            .unwrap();
        assert_ne!(here, there);
    }

    #[tokio::test]
    async fn a_flood_is_told_to_come_back() {
        let passwords = Passwords::cheap();
        let _all = passwords.crowd().unwrap();
        let answer = passwords
            .verify_or_pretend(None, Password::offered("correct horse"))
            .await;
        assert_eq!(answer, Err(PasswordsError::Busy));
    }

    #[tokio::test]
    async fn who_went_away_holds_a_turn_until_the_work_is_done() {
        let passwords = Passwords::cheap();
        let (end, ended) = std::sync::mpsc::channel::<()>();
        let turn = passwords.turn(Asker::default()).await.unwrap();
        let work = passwords.in_turn(turn, move |_| {
            let _left = ended.recv();
            Ok(())
        });
        let gone = tokio::time::timeout(std::time::Duration::from_millis(50), work).await;
        assert!(gone.is_err(), "it was dropped midway");
        assert_eq!(passwords.parts.turns.counts(), (AT_ONCE - 1, 0));
        let _other = passwords.turn(Asker::default()).await.unwrap();
        drop(end);
        let freed = passwords.turn(Asker::default());
        let _freed = tokio::time::timeout(Duration::from_secs(20), freed)
            .await
            .unwrap()
            .unwrap();
    }

    #[test]
    fn the_memory_that_was_filled_is_used_again_and_leaves_no_trace() {
        let passwords = Passwords::cheap();
        let password = Password::offered("correct horse");
        let standard = Argon2::default();
        std::thread::scope(|scope| {
            for _ in 0..6 {
                scope.spawn(|| {
                    let hash = passwords.hash_now(&password).unwrap();
                    assert_eq!(standard.verify_password(password.as_bytes(), hash.as_str()), Ok(()));
                    assert_eq!(passwords.parts.matches(&hash, &password), Ok(true));
                });
            }
        });
        let kept = || passwords.parts.rooms().iter().map(Vec::len).collect::<Vec<_>>();
        assert!((1..=AT_ONCE).contains(&kept().len()));
        let before = kept();
        // A hash of another size is compared without keeping its memory.
        let other = Passwords::with(Params::new(64, 1, 1, Some(OUTPUT)).unwrap(), 1, LONGEST_WAIT);
        let hash = other.hash_now(&password).unwrap();
        assert_eq!(passwords.parts.matches(&hash, &password), Ok(true));
        assert!(kept().len() <= before.len() && kept().iter().all(|size| *size == 8));
    }
}
