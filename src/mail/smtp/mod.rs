//! Letters to a mail server.
//!
//! What belongs here: connections that are kept and used again, what of a failure is the letter's and what the server's, and
//! leaving a server alone that takes nothing.

mod address;
mod line;
mod rest;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use lettre::message::Mailbox;
use lettre::transport::smtp::client::Certificate;

use super::dkim::Dkim;
use super::message::{self, Parts};
use super::{MailError, Postmark};
use crate::letters::Letter;
use address::Server;
use line::Line;
use rest::Rest;

/// How long a connection is kept that nothing goes over.
const IDLE: Duration = Duration::from_secs(60);
/// How many letters go over one connection; servers end those that take too much of them.
const LETTERS_A_LINE: u32 = 100;

/// A mail server; its address may hold a password and is never printed.
#[derive(Clone)]
pub struct Smtp {
    server: Arc<Server>,
    from: Mailbox,
    dkim: Option<Arc<Dkim>>,
    lines: Arc<Mutex<Vec<Kept>>>,
    rest: Arc<Mutex<Rest>>,
}

/// A connection between two letters.
struct Kept {
    line: Line,
    used_at: Instant,
    letter_count: u32,
}

impl Smtp {
    pub(super) fn new(url: &str, from: Mailbox, roots: Option<&Path>, dkim: Option<Dkim>) -> Result<Self, MailError> {
        let roots = roots.map(certificates).transpose()?.unwrap_or_default();
        Ok(Self {
            server: Arc::new(Server::parse(url, roots)?),
            from,
            dkim: dkim.map(Arc::new),
            lines: Arc::default(),
            rest: Arc::default(),
        })
    }

    /// What signs the letters.
    pub fn dkim(&self) -> Option<&Dkim> {
        self.dkim.as_deref()
    }

    /// Until when nothing goes, as the server takes nothing.
    pub(super) fn rests_until(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.with_rest(|rest| rest.until(now))
    }

    pub(super) fn send(&self, letter: &Letter, postmark: &Postmark) -> Result<(), MailError> {
        let written = message::write(letter, postmark, &self.from, Parts::ForServers)?;
        let mut message = written.formatted();
        if let Some(dkim) = &self.dkim {
            message = dkim.sign(&message, postmark.at)?;
        }
        if let Some(until) = self.with_rest(|rest| rest.enter(postmark.at)) {
            return Err(MailError::Resting(until));
        }
        let sent = self.hand_over(written.envelope(), &message);
        self.with_rest(|rest| match &sent {
            Err(MailError::Away(_)) => rest.failed(postmark.at),
            _ => rest.worked(),
        });
        sent
    }

    fn hand_over(&self, envelope: &lettre::address::Envelope, message: &[u8]) -> Result<(), MailError> {
        let mut kept = match self.take_kept() {
            Some(kept) => kept,
            None => self.connect()?,
        };
        let sent = kept.line.send(envelope, message);
        kept.letter_count += 1;
        kept.used_at = Instant::now();
        if kept.line.is_good() && kept.letter_count < LETTERS_A_LINE {
            self.lines().push(kept);
        }
        sent
    }

    fn connect(&self) -> Result<Kept, MailError> {
        Ok(Kept {
            line: Line::connect(&self.server)?,
            used_at: Instant::now(),
            letter_count: 0,
        })
    }

    /// A connection that still works: servers end idle ones without a word.
    fn take_kept(&self) -> Option<Kept> {
        loop {
            let mut kept = self.lines().pop()?;
            if kept.used_at.elapsed() < IDLE && kept.line.answers() {
                return Some(kept);
            }
        }
    }

    fn lines(&self) -> std::sync::MutexGuard<'_, Vec<Kept>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with_rest<T>(&self, work: impl FnOnce(&mut Rest) -> T) -> T {
        work(&mut self.rest.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether the server answers and takes our name and password.
    pub(super) fn check(&self) -> Result<(), MailError> {
        Line::connect(&self.server).map(drop)
    }
}

/// Authorities whose word about a server's name is believed besides the public ones.
fn certificates(file: &Path) -> Result<Vec<Certificate>, MailError> {
    let strange = |reason: String| MailError::Key {
        file: file.to_owned(),
        reason,
    };
    let pem = std::fs::read(file).map_err(|error| strange(error.to_string()))?;
    let one = Certificate::from_pem(&pem).map_err(|error| strange(error.to_string()))?;
    Ok(vec![one])
}
