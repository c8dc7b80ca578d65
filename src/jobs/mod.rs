//! Later work: the worker that does it, the schedule that asks for it, and one file for each kind of job.
//!
//! What belongs here: what a job does when its turn comes; it may come twice. What does not: writing the row, which the
//! transaction that asks for the work does through `store::jobs`.

mod already_registered;
mod confirm_sign_up;
mod forgotten_password;
mod password_changed;
mod render_again;
pub mod schedule;
mod sweep;
pub mod worker;

use chrono::{DateTime, Utc};

use crate::clock::Clock;
use crate::domain::job::Job;
use crate::letters::{Letter, Stationery};
use crate::mail::{MailError, Transport};
use crate::store::{Store, StoreError, settings};
use crate::text::phrases::{Languages, Phrases};
use crate::urls::Urls;

pub use schedule::Schedule;
pub use worker::{until_none, work_once};

/// What jobs work with; the only part that can send letters.
#[derive(Clone)]
pub struct Workshop {
    /// The database.
    pub store: Store,
    /// How letters travel.
    pub transport: Transport,
    /// Every visible string.
    pub languages: Languages,
    /// Addresses.
    pub urls: Urls,
    /// The clock.
    pub clock: Clock,
}

/// Why a job did not work this time.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A letter did not go.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// This program does not know such a job.
    #[error("this program does not know such a job: {0}")]
    Unknown(String),
    /// The job ended in a way that nobody foresaw.
    #[error("the job broke off: {0}")]
    BrokeOff(String),
}

impl Workshop {
    /// Does a job, with the time that it is given.
    fn run(&self, job: &Job, now: DateTime<Utc>) -> Result<(), JobError> {
        match job {
            Job::ConfirmSignUp { sign_up } => confirm_sign_up::run(self, *sign_up, now),
            Job::AlreadyRegistered { user } => already_registered::run(self, *user, now),
            Job::ForgottenPassword { email } => forgotten_password::run(self, email, now),
            Job::PasswordChanged { user } => password_changed::run(self, *user, now),
            Job::RenderAgain => render_again::run(self, now),
            Job::Sweep => sweep::run(self, now),
        }
    }

    /// Composes a letter on the site's paper, in its language, and sends it.
    fn post(&self, now: DateTime<Utc>, compose: impl FnOnce(&Stationery<'_>) -> Letter) -> Result<(), JobError> {
        let settings = self.store.read_now(settings::load)?;
        let phrases: Phrases = match self.languages.named(&settings.language) {
            Some(phrases) => phrases,
            None => self.languages.choose(""),
        };
        let stationery = Stationery {
            phrases: &phrases,
            urls: &self.urls,
            site_name: &settings.site_name,
        };
        Ok(self.transport.send(&compose(&stationery), now)?)
    }
}
