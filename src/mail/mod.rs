//! How letters travel: to a mail server, into a folder, or into memory for tests.
//!
//! What belongs here: turning a [`Letter`] into a message and handing it over. What does not: what letters say
//! (`letters`) and when they go (`jobs`).

mod dkim;
mod folder;
mod headers;
pub mod incoming;
pub mod mailbox;
mod message;
mod outbox;
mod pace;
mod postmark;
pub mod report;
mod smtp;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use lettre::message::Mailbox;

pub use dkim::Dkim;
pub use folder::Folder;
pub use outbox::Outbox;
pub use pace::Pace;
pub use postmark::Postmark;
pub use smtp::Smtp;

use crate::letters::Letter;

/// How letters travel.
#[derive(Clone)]
pub enum Transport {
    /// To a mail server.
    Smtp(Smtp),
    /// Into files, for a forum that has no mail server yet.
    File(Folder),
    /// Into memory, for tests.
    Memory(Outbox),
}

/// Why a letter did not go, or no transport could be made; never holds a secret.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The sender's address cannot be read.
    #[error("TANYA_MAIL_FROM is not an address such as Support forum <forum@example.com>")]
    Sender,
    /// The mail server's address cannot be read.
    #[error("SMTP_URL is not an address such as smtps://user:password@mail.example.com: {0}")]
    Address(String),
    /// The letter cannot be written as a message.
    #[error("the letter cannot be written: {0}")]
    Message(String),
    /// A file of keys or certificates cannot be used.
    #[error("{file} cannot be used: {reason}")]
    Key {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The mail server cannot be reached, or takes no letters at all: it is not this letter's fault.
    #[error("the mail server takes no letters: {0}")]
    Away(String),
    /// The mail server takes no letters for now, so this one was not tried.
    #[error("the mail server takes no letters for now; the next try is at {0}")]
    Resting(DateTime<Utc>),
    /// The mail server does not take this letter now.
    #[error("the mail server does not take the letter now: {0}")]
    Later(String),
    /// The mail server takes this letter never.
    #[error("the mail server refused the letter for good: {said}")]
    Refused {
        /// What it says.
        said: String,
        /// Whether it says that of the reader, rather than of what the letter holds.
        of_reader: bool,
    },
    /// The folder did not take it.
    #[error("the letter could not be written into {folder}: {cause}")]
    File {
        /// The folder of letters.
        folder: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
}

impl Transport {
    /// To the mail server at `url` (`smtp://`, `smtps://`), whose name the authorities in the file `roots` may vouch for besides
    /// the public ones; signed, if there is a key.
    pub fn smtp(url: &str, from: &str, roots: Option<&Path>, dkim: Option<Dkim>) -> Result<Self, MailError> {
        Ok(Transport::Smtp(Smtp::new(url, sender(from)?, roots, dkim)?))
    }

    /// Into files of a folder, which is made when the first letter goes.
    pub fn folder(path: impl Into<PathBuf>, from: &str) -> Result<Self, MailError> {
        Ok(Transport::File(Folder::new(path.into(), sender(from)?)))
    }

    /// Into memory; the outbox shows what has gone.
    pub fn memory() -> (Self, Outbox) {
        let outbox = Outbox::default();
        (Transport::Memory(outbox.clone()), outbox)
    }

    /// Sends a letter: the last line of a job. Blocks the caller.
    pub fn send(&self, letter: &Letter, postmark: &Postmark) -> Result<(), MailError> {
        match self {
            Transport::Smtp(smtp) => smtp.send(letter, postmark),
            Transport::File(folder) => folder.send(letter, postmark),
            Transport::Memory(outbox) => outbox.put(letter, postmark),
        }
    }

    /// What signs letters, where something does.
    pub fn dkim(&self) -> Option<&Dkim> {
        match self {
            Transport::Smtp(smtp) => smtp.dkim(),
            Transport::File(_) | Transport::Memory(_) => None,
        }
    }

    /// Until when no letter goes, as the mail server takes none.
    pub fn rests_until(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self {
            Transport::Smtp(smtp) => smtp.rests_until(now),
            Transport::File(_) | Transport::Memory(_) => None,
        }
    }

    /// Whether letters would go now, without sending one: for `tanya check`.
    pub fn check(&self) -> Result<(), MailError> {
        match self {
            Transport::Smtp(smtp) => smtp.check(),
            Transport::File(folder) => folder.check(),
            Transport::Memory(_) => Ok(()),
        }
    }
}

fn sender(from: &str) -> Result<Mailbox, MailError> {
    from.parse().map_err(|_| MailError::Sender)
}
