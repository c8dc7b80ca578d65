//! How letters travel: to a mail server, into a folder, or into memory for tests.
//!
//! What belongs here: turning a [`Letter`] into a message and handing it over. What does not: what letters say
//! (`letters`) and when they go (`jobs`).

mod folder;
mod headers;
pub mod incoming;
mod message;
mod outbox;
mod postmark;
mod smtp;

use std::path::PathBuf;

use lettre::message::Mailbox;

pub use folder::Folder;
pub use outbox::Outbox;
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
    /// The mail server did not take it.
    #[error("the mail server did not take the letter: {0}")]
    Server(String),
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
    /// To the mail server at `url` (`smtp://`, `smtps://`).
    pub fn smtp(url: &str, from: &str) -> Result<Self, MailError> {
        Ok(Transport::Smtp(Smtp::new(url, sender(from)?)?))
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
