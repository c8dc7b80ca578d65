//! Letters in memory, for tests.

use std::sync::{Arc, Mutex, PoisonError};

use lettre::message::Mailbox;

use super::message::{self, Parts};
use super::{MailError, Postmark};
use crate::letters::Letter;

/// Who letters in memory are from.
const FROM: &str = "Forum <forum@example.com>";

/// Letters that have gone; every clone shows the same.
#[derive(Debug, Clone, Default)]
pub struct Outbox {
    sent: Arc<Mutex<Sent>>,
}

#[derive(Debug, Default)]
struct Sent {
    letters: Vec<Letter>,
    messages: Vec<String>,
}

impl Outbox {
    /// What has gone so far, the oldest first.
    pub fn letters(&self) -> Vec<Letter> {
        self.look(|sent| sent.letters.clone())
    }

    /// Takes what has gone since the last time.
    pub fn take(&self) -> Vec<Letter> {
        self.look(|sent| std::mem::take(&mut sent.letters))
    }

    /// Takes the messages that have gone since the last time, as a mail server would get them.
    pub fn take_messages(&self) -> Vec<String> {
        self.look(|sent| std::mem::take(&mut sent.messages))
    }

    pub(super) fn put(&self, letter: &Letter, postmark: &Postmark) -> Result<(), MailError> {
        let from: Mailbox = FROM.parse().map_err(|_| MailError::Sender)?;
        let message = message::write(letter, postmark, &from, Parts::ForServers)?;
        self.look(|sent| {
            sent.letters.push(letter.clone());
            sent.messages
                .push(String::from_utf8_lossy(&message.formatted()).into_owned());
        });
        Ok(())
    }

    fn look<T>(&self, look: impl FnOnce(&mut Sent) -> T) -> T {
        look(&mut self.sent.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
