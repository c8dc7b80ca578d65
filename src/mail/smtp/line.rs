//! One connection to a mail server, and what went wrong on it: the letter, or the server.

use std::time::Duration;

use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Mechanism;
use lettre::transport::smtp::client::SmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};

use super::super::MailError;
use super::address::{Server, Tls};

/// How long each step of the conversation may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a server may take to say that it has a letter: RFC 5321 gives it ten minutes, as whoever gives up earlier sends again
/// what has arrived.
const PATIENCE_AT_THE_END: Duration = Duration::from_secs(600);
/// The answer of a server that is about to go away.
const CLOSING: u16 = 421;

/// A connection that has been greeted and is ready for a letter.
pub(super) struct Line {
    connection: SmtpConnection,
    is_good: bool,
}

impl Line {
    /// Connects, encrypts and signs in; whatever fails here is no letter's fault.
    pub fn connect(server: &Server) -> Result<Self, MailError> {
        Self::connected(server).map_err(|error| MailError::Away(told(&error)))
    }

    fn connected(server: &Server) -> Result<Self, Error> {
        let at_once = match &server.tls {
            Tls::FromTheBeginning(parameters) => Some(parameters),
            _ => None,
        };
        let address = (server.host.as_str(), server.port);
        let mut connection = SmtpConnection::connect(address, Some(PATIENCE), &server.hello, at_once, None)?;
        match &server.tls {
            Tls::AfterGreeting(parameters) => connection.starttls(parameters, &server.hello)?,
            Tls::WhenOffered(parameters) if connection.can_starttls() => {
                connection.starttls(parameters, &server.hello)?;
            }
            _ => {}
        }
        if let Some(credentials) = &server.credentials {
            connection.auth(&[Mechanism::Plain, Mechanism::Login], credentials)?;
        }
        Ok(Self {
            connection,
            is_good: true,
        })
    }

    /// Whether another letter may go.
    pub fn is_good(&self) -> bool {
        self.is_good
    }

    /// Whether the server is still there.
    pub fn answers(&mut self) -> bool {
        self.connection.test_connected()
    }

    /// Hands a letter over. What the server says of its reader or its content is the letter's; everything else is the server's.
    pub fn send(&mut self, envelope: &Envelope, message: &[u8]) -> Result<(), MailError> {
        let from = self.connection.command(Mail::new(envelope.from().cloned(), Vec::new()));
        from.map_err(|error| self.away(&error))?;
        for to in envelope.to() {
            let taken = self.connection.command(Rcpt::new(to.clone(), Vec::new()));
            taken.map_err(|error| self.refused(&error, true))?;
        }
        let ready = self.connection.command(Data);
        ready.map_err(|error| self.refused(&error, false))?;
        let patient = self.connection.set_timeout(Some(PATIENCE_AT_THE_END));
        let sent = self.connection.message(message).map(drop);
        let usual = self.connection.set_timeout(Some(PATIENCE));
        self.is_good = patient.is_ok() && usual.is_ok();
        sent.map_err(|error| self.refused(&error, false))
    }

    fn away(&mut self, error: &Error) -> MailError {
        self.end();
        MailError::Away(told(error))
    }

    /// The connection is kept when the server takes back what was begun.
    fn refused(&mut self, error: &Error, of_reader: bool) -> MailError {
        let is_closing = error.status().is_some_and(|code| u16::from(code) == CLOSING);
        if is_closing || !(error.is_permanent() || error.is_transient()) {
            return self.away(error);
        }
        if self.connection.command(Rset).is_err() {
            self.end();
        }
        if error.is_permanent() {
            let said = told(error);
            MailError::Refused { said, of_reader }
        } else {
            MailError::Later(told(error))
        }
    }

    fn end(&mut self) {
        self.is_good = false;
        self.connection.abort();
    }
}

impl Drop for Line {
    /// A server that is told good-bye frees the place at once.
    fn drop(&mut self) {
        if self.is_good {
            let _ignored = self.connection.set_timeout(Some(Duration::from_secs(1)));
            self.connection.abort();
        }
    }
}

/// What went wrong, with what the library knows of the cause.
fn told(error: &Error) -> String {
    let mut said = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        let cause_said = cause.to_string();
        if !said.contains(&cause_said) {
            said = format!("{said}: {cause_said}");
        }
        source = cause.source();
    }
    said
}
