//! Letters to a mail server.

use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::PoolConfig;
use lettre::{SmtpTransport, Transport as _};
use url::Url;

use super::message::{self, Parts};
use super::{MailError, Postmark};
use crate::letters::Letter;

/// How long each step of the conversation may take before the letter is tried again later.
const PATIENCE: Duration = Duration::from_secs(20);
/// How many letters go at the same time.
const CONNECTIONS: u32 = 4;

/// A mail server; its address may hold a password and is never printed.
#[derive(Clone)]
pub struct Smtp {
    server: SmtpTransport,
    from: Mailbox,
}

impl Smtp {
    pub(super) fn new(url: &str, from: Mailbox) -> Result<Self, MailError> {
        let url = with_tls(Url::parse(url).map_err(|error| MailError::Address(error.to_string()))?)?;
        let server = SmtpTransport::from_url(url.as_str())
            .map_err(|error| MailError::Address(error.to_string()))?
            .timeout(Some(PATIENCE))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS))
            .build();
        Ok(Self { server, from })
    }

    pub(super) fn send(&self, letter: &Letter, postmark: &Postmark) -> Result<(), MailError> {
        let message = message::write(letter, postmark, &self.from, Parts::ForServers)?;
        let sent = self.server.send(&message);
        sent.map(drop).map_err(|error| MailError::Server(error.to_string()))
    }

    /// Whether the server answers and takes our name and password.
    pub(super) fn check(&self) -> Result<(), MailError> {
        match self.server.test_connection() {
            Ok(true) => Ok(()),
            Ok(false) => Err(MailError::Server("it does not answer".to_owned())),
            Err(error) => Err(MailError::Server(error.to_string())),
        }
    }
}

/// Adds what `smtp://` leaves open: TLS is required where a password would travel, and taken where it is offered.
///
/// A server on this machine is spoken to plainly unless the address says otherwise.
fn with_tls(mut url: Url) -> Result<Url, MailError> {
    let host = url
        .host_str()
        .ok_or_else(|| MailError::Address("it names no server".to_owned()))?;
    let is_here = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
    let says_tls = url.query_pairs().any(|(name, _)| name == "tls");
    if url.scheme() != "smtp" || is_here || says_tls {
        return Ok(url);
    }
    let (port, tls) = if url.password().is_some() {
        (587, "required")
    } else {
        (25, "opportunistic")
    };
    let port = url.port().unwrap_or(port);
    let cannot = |()| MailError::Address("its port cannot be read".to_owned());
    url.set_port(Some(port)).map_err(cannot)?;
    url.query_pairs_mut().append_pair("tls", tls);
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_never_travels_in_the_clear() {
        let with = |text: &str| with_tls(Url::parse(text).unwrap()).unwrap().to_string();
        assert_eq!(
            with("smtp://ada:secret@mail.example.com"),
            "smtp://ada:secret@mail.example.com:587?tls=required"
        );
        assert_eq!(
            with("smtp://mail.example.com"),
            "smtp://mail.example.com:25?tls=opportunistic"
        );
        assert_eq!(with("smtp://127.0.0.1:1025"), "smtp://127.0.0.1:1025");
        assert_eq!(
            with("smtps://ada:secret@mail.example.com"),
            "smtps://ada:secret@mail.example.com"
        );
    }

    #[test]
    fn a_transport_is_made_from_every_kind_of_address() {
        let from: Mailbox = "Forum <forum@example.com>".parse().unwrap();
        for good in [
            "smtp://localhost:2525",
            "smtps://ada:se%20cret@mail.example.com",
            "smtp://mail.example.com",
        ] {
            assert!(Smtp::new(good, from.clone()).is_ok(), "{good}");
        }
        for bad in [
            "smtp:",
            "smtp://",
            "mail.example.com",
            "smtp://mail.example.com?tls=maybe",
        ] {
            assert!(Smtp::new(bad, from.clone()).is_err(), "{bad}");
        }
    }
}
