//! Later work: the worker that does it, the schedule that asks for it, and one file for each kind of job.
//!
//! What belongs here: what a job does when its turn comes; it may come twice. What does not: writing the row, which the
//! transaction that asks for the work does through `store::jobs`.

mod account_closed;
mod address_change_asked;
mod address_changed;
mod already_registered;
mod answer_incoming;
mod ask_back;
mod asking_by_mail;
mod attached;
pub mod compose_digests;
mod confirm_address;
mod confirm_awaiting;
mod confirm_digests;
mod confirm_question;
mod confirm_sign_up;
mod copy_pictures;
mod count_helpers;
mod disarming;
mod forgotten_password;
mod go_on_removing;
mod invite;
mod invite_to_survey;
mod new_sign_in;
mod outbreak_noticed;
mod password_changed;
mod post_thread_letters;
mod read_incoming;
mod remind_asker;
mod remove_bytes;
mod render_again;
mod replying_by_mail;
mod scan_posts;
pub mod schedule;
mod second_factor_changed;
mod send_digest;
mod signing;
mod spread_tiding;
mod sweep;
mod tell_meanings;
mod tell_resolved;
mod tell_restraint;
mod test_letter;
mod thread_letter;
mod weigh_trust;
pub mod worker;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, Utc};

use crate::clock::Clock;
use crate::domain::bounce::Bounce;
use crate::domain::email::EmailAddress;
use crate::domain::id::{JobId, ThreadId, UserId};
use crate::domain::incoming::Desk;
use crate::domain::job::Job;
use crate::domain::language::Language;
use crate::domain::setting::Settings;
use crate::domain::upload::PostId;
use crate::letters::{Letter, Stationery};
use crate::mail::{MailError, Pace, Postmark, Transport};
use crate::search::meanings::{Meanings, MeantError};
use crate::store::{Store, StoreError, bounces, incoming, settings, users};
use crate::text::phrases::{Languages, Phrases};
use crate::uploads::fetching::Fetcher;
use crate::uploads::{Depot, DepotError, Turns};
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
    /// What threads mean, where there is a model.
    pub meanings: Option<Arc<Meanings>>,
    /// How fast letters go to one domain.
    pub pace: Pace,
    /// Where people write to.
    pub desk: Desk,
    /// Where the bytes of uploads lie.
    pub depot: Depot,
    /// The turns to decode pictures.
    pub turns: Turns,
    /// What fetches pictures from elsewhere.
    pub fetcher: Fetcher,
    /// The job in hand; none between jobs.
    pub in_hand: Option<Arc<InHand>>,
}

/// The job that is being done, after which its letters are named.
#[derive(Debug)]
pub struct InHand {
    id: JobId,
    made_at: DateTime<Utc>,
    letter_count: AtomicUsize,
}

impl InHand {
    /// The name of its next letter: the same when the job runs again, and no other job's.
    fn next_name(&self) -> String {
        let nth = self.letter_count.fetch_add(1, Ordering::Relaxed);
        let name = format!("job-{}-{:x}", self.id, self.made_at.timestamp_micros());
        if nth == 0 { name } else { format!("{name}-{nth}") }
    }
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
    /// What threads mean could not be told.
    #[error(transparent)]
    Meaning(#[from] MeantError),
    /// The store of uploads did not answer.
    #[error(transparent)]
    Depot(#[from] DepotError),
    /// Enough letters went to this domain lately; the turn of this one is told.
    #[error("enough letters went to {0} lately; the turn of this one is at {1}")]
    NotYet(String, DateTime<Utc>),
    /// Nothing is sent to this address, as too much came back from it.
    #[error(
        "nothing is sent to this address, as letters came back from it or were called junk; its owner or an administrator can end that"
    )]
    Paused,
    /// This program does not know such a job.
    #[error("this program does not know such a job: {0}")]
    Unknown(String),
    /// The job ended in a way that nobody foresaw.
    #[error("the job broke off: {0}")]
    BrokeOff(String),
}

impl JobError {
    /// When it is to be done instead, where it was not even tried.
    fn not_before(&self) -> Option<DateTime<Utc>> {
        match self {
            JobError::NotYet(_, until) | JobError::Mail(MailError::Resting(until)) => Some(*until),
            _ => None,
        }
    }

    /// Whether no further try would help.
    fn is_final(&self) -> bool {
        matches!(self, JobError::Paused | JobError::Mail(MailError::Refused { .. }))
    }
}

impl Workshop {
    /// Does a job, with the time that it is given.
    fn run(&self, job: &Job, now: DateTime<Utc>) -> Result<(), JobError> {
        match job {
            Job::ConfirmSignUp { sign_up } => confirm_sign_up::run(self, *sign_up, now),
            Job::AlreadyRegistered { user, sign_up } => already_registered::run(self, *user, *sign_up, now),
            Job::ForgottenPassword { email } => forgotten_password::run(self, email, now),
            Job::Invite { invitation } => invite::run(self, *invitation, now),
            Job::PasswordChanged { user } => password_changed::run(self, *user, now),
            Job::SecondFactorChanged { user, is_on } => second_factor_changed::run(self, *user, *is_on, now),
            Job::ConfirmAddress { user } => confirm_address::run(self, *user, now),
            Job::AddressChangeAsked { user } => address_change_asked::run(self, *user, now),
            Job::AddressChanged { user, former } => address_changed::run(self, *user, former, now),
            Job::NewSignIn { browser } => new_sign_in::run(self, *browser, now),
            Job::AccountClosed { email, name } => account_closed::run(self, email, name, now),
            Job::TellRestraint { restraint, is_lifted } => tell_restraint::run(self, *restraint, *is_lifted, now),
            Job::OutbreakNoticed { outbreak, user } => outbreak_noticed::run(self, *outbreak, *user, now),
            Job::TestLetter { specimen, user } => test_letter::run(self, specimen, *user, now),
            Job::GoOnRemoving { removal } => go_on_removing::run(self, *removal, now),
            Job::ScanPosts { scan } => scan_posts::run(self, *scan, now),
            Job::AskBack => ask_back::run(self, now),
            Job::RemindAsker { thread } => remind_asker::run(self, *thread, now),
            Job::InviteToSurvey { survey } => invite_to_survey::run(self, *survey, now),
            Job::SpreadTiding { tiding, after } => spread_tiding::run(self, *tiding, *after, now),
            Job::ConfirmDigests { subscriber } => confirm_digests::run(self, *subscriber, now),
            Job::ComposeDigests => compose_digests::run(self, now),
            Job::SendDigest { digest } => send_digest::run(self, *digest, now),
            Job::ConfirmAwaiting { awaiting } => confirm_awaiting::run(self, *awaiting, now),
            Job::TellResolved { awaiting } => tell_resolved::run(self, *awaiting, now),
            Job::PostThreadLetters => post_thread_letters::run(self, now),
            Job::ThreadLetter {
                user,
                thread,
                posted_at,
            } => thread_letter::run(self, (*user, *thread), *posted_at, now),
            Job::ReadIncoming { message } => read_incoming::run(self, *message, now),
            Job::AnswerIncoming { message } => answer_incoming::run(self, *message, now),
            Job::ConfirmQuestion { sign_up } => confirm_question::run(self, *sign_up, now),
            Job::CountHelpers => count_helpers::run(self, now),
            Job::WeighTrust => weigh_trust::run(self, now),
            Job::TellMeanings => tell_meanings::run(self, now),
            Job::CopyPictures { thread, reply, tried } => {
                let post = thread.map(PostId::Thread).or(reply.map(PostId::Reply));
                post.map_or(Ok(()), |post| copy_pictures::run(self, post, *tried, now))
            }
            Job::RemoveBytes { key } => remove_bytes::run(self, key),
            Job::RenderAgain => render_again::run(self, now),
            Job::Sweep => sweep::run(self, now),
        }
    }

    /// The same workshop, with this job in hand.
    fn with_in_hand(&self, id: JobId, made_at: DateTime<Utc>) -> Self {
        let in_hand = InHand {
            id,
            made_at,
            letter_count: AtomicUsize::new(0),
        };
        Self {
            in_hand: Some(Arc::new(in_hand)),
            ..self.clone()
        }
    }

    /// The Reply-To of a letter about a thread; `None` where nobody answers by mail.
    fn reply_address(&self, reader: UserId, thread: ThreadId) -> Result<Option<EmailAddress>, JobError> {
        let Some(ours) = &self.desk.answers else {
            return Ok(None);
        };
        Ok(self
            .store
            .read_now(|db| incoming::reply_address(db, ours, reader, thread))?)
    }

    /// Composes a letter to a person in the language that they chose, and sends it.
    fn post_to(
        &self,
        reader: UserId,
        now: DateTime<Utc>,
        compose: impl FnOnce(&Stationery<'_>) -> Letter,
    ) -> Result<(), JobError> {
        let chosen = self.store.read_now(|db| users::chosen_language(db, reader))?;
        self.post_in(chosen, now, compose)
    }

    /// Composes a letter in this language or else in the site's, and sends it.
    fn post_in(
        &self,
        chosen: Option<Language>,
        now: DateTime<Utc>,
        compose: impl FnOnce(&Stationery<'_>) -> Letter,
    ) -> Result<(), JobError> {
        let letter = self.write_in(chosen, compose)?;
        self.send(&letter, now)
    }

    /// Composes a letter on the site's paper, in this language or else in the site's.
    fn write_in(
        &self,
        chosen: Option<Language>,
        compose: impl FnOnce(&Stationery<'_>) -> Letter,
    ) -> Result<Letter, JobError> {
        let settings = self.store.read_now(settings::load)?;
        let phrases = self.phrases_of(chosen, &settings);
        let stationery = Stationery {
            phrases: &phrases,
            urls: &self.urls,
            site_name: &settings.site_name,
        };
        Ok(compose(&stationery))
    }

    /// The phrases in this language, or else in the site's.
    fn phrases(&self, chosen: Option<Language>) -> Result<Phrases, JobError> {
        let settings = self.store.read_now(settings::load)?;
        Ok(self.phrases_of(chosen, &settings))
    }

    fn phrases_of(&self, chosen: Option<Language>, settings: &Settings) -> Phrases {
        let language = chosen.or_else(|| Language::parse(&settings.language));
        self.languages.speak(language.unwrap_or(Language::English))
    }

    /// Sends a letter: the last line of a job. When the job runs again, the letter goes with the same id.
    fn send(&self, letter: &Letter, now: DateTime<Utc>) -> Result<(), JobError> {
        let key = self.signing_key(now)?;
        let name = match &self.in_hand {
            Some(job) => job.next_name(),
            None => format!("letter-{:x}", rand::random::<u64>()),
        };
        let postmark = Postmark::on(letter, &name, &key, self.urls.host(), now)?;
        if !letter.heading.is_asked_for && self.store.read_now(|db| bounces::is_paused(db, &letter.to, now))? {
            return Err(JobError::Paused);
        }
        let turn = self.pace.turn(postmark.id.as_str(), &letter.to, now);
        turn.map_err(|until| JobError::NotYet(letter.to.domain(), until))?;
        let sent = self.transport.send(letter, &postmark);
        if let Err(MailError::Refused { said, of_reader: true }) = &sent {
            let bounce = Bounce::of_answer(said);
            let id = postmark.id.as_str();
            self.store
                .write_now(|tx| bounces::note(tx, &letter.to, id, bounce, said, now))?;
        }
        Ok(sent?)
    }
}
