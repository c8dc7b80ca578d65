//! A mailbox that is looked into now and then (IMAP): each message that nobody has read is kept as a row, and marked as read only after.
//!
//! Whatever happens in between, the message comes again, and is then known. A server that is away is asked less and less often.

mod client;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rustls::RootCertStore;
use tokio_util::sync::CancellationToken;

use super::MailError;
use crate::clock::Clock;
use crate::domain::incoming::{LARGEST, Mailbox, Source};
use crate::store::incoming::{self, Taken};
use crate::store::{Store, StoreError};
use client::Client;

/// How often the mailbox is looked into.
const LOOK: Duration = Duration::from_secs(60);
/// The longest pause between two tries with a server that is away.
const LONGEST_PAUSE: Duration = Duration::from_secs(3_600);
/// How soon a pause notices that the program ends.
const BLINK: Duration = Duration::from_millis(200);
/// The most messages of one look; the rest comes with the next.
const MOST_AT_ONCE: usize = 50;

/// Why looking into the mailbox failed; never holds the password.
#[derive(Debug, thiserror::Error)]
pub enum MailboxError {
    /// The server is not reached, or went away.
    #[error("the mailbox's server does not answer: {0}")]
    Away(std::io::Error),
    /// TLS with the server fails.
    #[error(
        "the mailbox's server cannot prove its name: {0}; of an authority of your own SSL_CERT_FILE names the certificate"
    )]
    Untrusted(String),
    /// The server says no.
    #[error("the mailbox's server refused {command}: {answer}")]
    Refused {
        /// What it was asked, without what is secret.
        command: &'static str,
        /// What it said.
        answer: String,
    },
    /// The server says what no such server says.
    #[error("the mailbox's server says something strange: {0}")]
    Strange(&'static str),
    /// The database did not take a message.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<std::io::Error> for MailboxError {
    /// What TLS says comes as an error of reading or writing.
    fn from(error: std::io::Error) -> Self {
        let of_tls = error.get_ref().and_then(|cause| cause.downcast_ref::<rustls::Error>());
        match of_tls {
            Some(cause @ rustls::Error::InvalidCertificate(_)) => MailboxError::Untrusted(cause.to_string()),
            _ => MailboxError::Away(error),
        }
    }
}

/// A mailbox, and whom it is known by.
#[derive(Clone)]
pub struct Door {
    mailbox: Mailbox,
    roots: Arc<RootCertStore>,
}

impl Door {
    /// Of a mailbox whose server's name the authorities in the file `roots` may vouch for besides the public ones.
    pub fn new(mailbox: Mailbox, roots: Option<&Path>) -> Result<Self, MailError> {
        let roots = Arc::new(client::authorities(roots)?);
        Ok(Self { mailbox, roots })
    }

    /// Whether messages could be read now, without reading one: for `tanya check`.
    pub fn check(&self) -> Result<(), MailboxError> {
        self.open().map(Client::log_out)
    }

    fn open(&self) -> Result<Client, MailboxError> {
        let mut client = Client::connect(&self.mailbox, &self.roots)?;
        client.log_in(&self.mailbox)?;
        client.select(&self.mailbox.folder)?;
        Ok(client)
    }
}

/// Looks into a mailbox until it is told to stop.
pub struct Watch {
    door: Door,
    store: Store,
    clock: Clock,
}

impl Watch {
    /// Of this mailbox, whose messages go into this database.
    pub fn new(door: Door, store: Store, clock: Clock) -> Self {
        Self { door, store, clock }
    }

    /// Looks again and again, until it is told to stop; blocks its thread.
    pub fn run(self, stop: &CancellationToken) {
        let mut failures = 0_u32;
        while !stop.is_cancelled() {
            match self.look() {
                Ok(count) => {
                    if failures > 0 {
                        tracing::info!("the mailbox answers again");
                    }
                    if count > 0 {
                        tracing::info!(count, "messages came out of the mailbox");
                    }
                    failures = 0;
                }
                Err(error) => {
                    failures = failures.saturating_add(1);
                    tracing::warn!(%error, "the mailbox cannot be read; trying again later");
                }
            }
            rest(pause_after(failures), stop);
        }
    }

    /// Keeps what nobody has read; answers how many messages that were.
    pub fn look(&self) -> Result<usize, MailboxError> {
        let mut client = self.door.open()?;
        let mut count = 0;
        for message in client.unseen()?.into_iter().take(MOST_AT_ONCE) {
            if client.size(message)? > LARGEST as u64 {
                tracing::warn!(
                    message,
                    "a message in the mailbox is larger than 25 MB, and stays there"
                );
                client.mark_seen(message)?;
                continue;
            }
            let Some(raw) = client.fetch(message)? else {
                continue;
            };
            let now = self.clock.now();
            let taken = self
                .store
                .write_now(|tx| incoming::take(tx, Source::Mailbox, &raw, now))?;
            if taken == Taken::Full {
                break;
            }
            client.mark_seen(message)?;
            count += 1;
        }
        client.log_out();
        Ok(count)
    }
}

/// How long to wait after so many failures in a row: a minute, doubling, at most an hour.
fn pause_after(failures: u32) -> Duration {
    let doublings = failures.saturating_sub(1).min(10);
    LOOK.saturating_mul(1 << doublings).min(LONGEST_PAUSE)
}

fn rest(pause: Duration, stop: &CancellationToken) {
    let mut left = pause;
    while !stop.is_cancelled() && !left.is_zero() {
        let step = left.min(BLINK);
        std::thread::sleep(step);
        left -= step;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_is_away_is_asked_less_and_less_often() {
        let minutes = |failures| pause_after(failures).as_secs() / 60;
        assert_eq!(
            [0, 1, 2, 3, 6, 7, 8, u32::MAX].map(minutes),
            [1, 1, 2, 4, 32, 60, 60, 60]
        );
    }
}
