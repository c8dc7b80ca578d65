//! As much of IMAP (RFC 3501) as looking into a mailbox needs: a few commands, and answers with literals, all of them bounded.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use super::super::MailError;
use super::MailboxError;
use crate::domain::incoming::{LARGEST, Mailbox};

/// How long a server may take to say something.
const PATIENCE: Duration = Duration::from_secs(30);
/// The longest line of an answer, in bytes; a mailbox with very many unread messages lists them in one.
const LONGEST_LINE: u64 = 1024 * 1024;
/// The most lines of an answer.
const MOST_LINES: usize = 10_000;

trait Stream: Read + Write + Send {}
impl<T: Read + Write + Send> Stream for T {}

/// A conversation with a server.
pub(super) struct Client {
    stream: BufReader<Box<dyn Stream>>,
    count: u32,
}

/// A line of an answer, and the bytes that came with it.
struct Answer {
    line: String,
    literal: Option<Vec<u8>>,
}

impl Client {
    /// Connects, and hears the greeting.
    pub(super) fn connect(mailbox: &Mailbox, roots: &Arc<RootCertStore>) -> Result<Self, MailboxError> {
        let address = (mailbox.host.as_str(), mailbox.port).to_socket_addrs()?.next();
        let address = address.ok_or(MailboxError::Strange("it has no address"))?;
        let socket = TcpStream::connect_timeout(&address, PATIENCE)?;
        socket.set_read_timeout(Some(PATIENCE))?;
        socket.set_write_timeout(Some(PATIENCE))?;
        let stream: Box<dyn Stream> = if mailbox.is_encrypted {
            Box::new(StreamOwned::new(connection(&mailbox.host, roots)?, socket))
        } else {
            Box::new(socket)
        };
        let mut client = Self {
            stream: BufReader::new(stream),
            count: 0,
        };
        let greeting = client.answer()?.line;
        if !greeting.starts_with("* OK") && !greeting.starts_with("* PREAUTH") {
            return Err(MailboxError::Refused {
                command: "to talk",
                answer: greeting,
            });
        }
        Ok(client)
    }

    pub(super) fn log_in(&mut self, mailbox: &Mailbox) -> Result<(), MailboxError> {
        let command = format!("LOGIN {} {}", quoted(&mailbox.user)?, quoted(&mailbox.password)?);
        self.command("to log in", &command).map(|_| ())
    }

    pub(super) fn select(&mut self, folder: &str) -> Result<(), MailboxError> {
        let command = format!("SELECT {}", quoted(folder)?);
        self.command("to open the folder", &command).map(|_| ())
    }

    /// The messages that nobody has read, by their numbers that stay.
    pub(super) fn unseen(&mut self) -> Result<Vec<u32>, MailboxError> {
        let answers = self.command("to search", "UID SEARCH UNSEEN")?;
        let found = answers.iter().filter_map(|answer| answer.line.strip_prefix("* SEARCH"));
        Ok(found
            .flat_map(str::split_ascii_whitespace)
            .filter_map(|uid| uid.parse().ok())
            .collect())
    }

    /// How many bytes a message has.
    pub(super) fn size(&mut self, message: u32) -> Result<u64, MailboxError> {
        let answers = self.command("to tell a size", &format!("UID FETCH {message} (RFC822.SIZE)"))?;
        let size = answers.iter().find_map(|answer| {
            let (_, rest) = answer.line.split_once("RFC822.SIZE ")?;
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok()
        });
        size.ok_or(MailboxError::Strange("a message has no size"))
    }

    /// A message, which stays unread; `None` when it is gone meanwhile.
    pub(super) fn fetch(&mut self, message: u32) -> Result<Option<Vec<u8>>, MailboxError> {
        let answers = self.command("to fetch", &format!("UID FETCH {message} (BODY.PEEK[])"))?;
        Ok(answers.into_iter().find_map(|answer| answer.literal))
    }

    pub(super) fn mark_seen(&mut self, message: u32) -> Result<(), MailboxError> {
        let command = format!("UID STORE {message} +FLAGS.SILENT (\\Seen)");
        self.command("to mark a message", &command).map(|_| ())
    }

    /// Says goodbye; who does not hear it will notice.
    pub(super) fn log_out(mut self) {
        let _gone = self.command("to log out", "LOGOUT");
    }

    /// Sends a command and hears the whole answer to it.
    fn command(&mut self, name: &'static str, command: &str) -> Result<Vec<Answer>, MailboxError> {
        self.count += 1;
        let tag = format!("t{}", self.count);
        let stream = self.stream.get_mut();
        stream.write_all(format!("{tag} {command}\r\n").as_bytes())?;
        stream.flush()?;
        let mut answers = Vec::new();
        while answers.len() < MOST_LINES {
            let answer = self.answer()?;
            let Some(outcome) = answer.line.strip_prefix(&tag) else {
                answers.push(answer);
                continue;
            };
            if outcome.trim_start().starts_with("OK") {
                return Ok(answers);
            }
            return Err(MailboxError::Refused {
                command: name,
                answer: outcome.trim().to_owned(),
            });
        }
        Err(MailboxError::Strange("an answer has no end"))
    }

    /// A line, with the literal in it and what follows that.
    fn answer(&mut self) -> Result<Answer, MailboxError> {
        let mut line = self.line()?;
        let mut literal = None;
        while let Some(length) = literal_length(&line) {
            if length > LARGEST || literal.is_some() {
                return Err(MailboxError::Strange("it sends more than was asked for"));
            }
            let mut bytes = Vec::new();
            self.stream.by_ref().take(length as u64).read_to_end(&mut bytes)?;
            if bytes.len() < length {
                return Err(MailboxError::Strange("a message ends too early"));
            }
            literal = Some(bytes);
            line = self.line()?;
        }
        Ok(Answer { line, literal })
    }

    fn line(&mut self) -> Result<String, MailboxError> {
        let mut line = Vec::new();
        self.stream.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        if !line.ends_with(b"\n") {
            return Err(MailboxError::Strange("it hangs up in the middle of a line"));
        }
        Ok(String::from_utf8_lossy(&line).trim_end().to_owned())
    }
}

/// The length of the literal that a line announces at its end.
fn literal_length(line: &str) -> Option<usize> {
    let (_, length) = line.strip_suffix('}')?.rsplit_once('{')?;
    length.parse().ok()
}

fn quoted(text: &str) -> Result<String, MailboxError> {
    if text.chars().any(|c| c.is_control() || !c.is_ascii()) {
        return Err(MailboxError::Strange(
            "a name or a password has characters that cannot be sent",
        ));
    }
    Ok(format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")))
}

/// The authorities whose word about a server's name is believed: those that browsers trust, and those of a file.
pub(super) fn authorities(file: Option<&Path>) -> Result<RootCertStore, MailError> {
    let mut roots = RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    let Some(file) = file else { return Ok(roots) };
    let strange = |reason: String| MailError::Key {
        file: file.to_owned(),
        reason,
    };
    let mut count = 0;
    for certificate in CertificateDer::pem_file_iter(file).map_err(|error| strange(error.to_string()))? {
        let certificate = certificate.map_err(|error| strange(error.to_string()))?;
        roots.add(certificate).map_err(|error| strange(error.to_string()))?;
        count += 1;
    }
    if count == 0 {
        return Err(strange("there is no certificate in it".to_owned()));
    }
    Ok(roots)
}

/// TLS with a server for whose name one of these authorities vouches.
fn connection(host: &str, roots: &Arc<RootCertStore>) -> Result<ClientConnection, MailboxError> {
    let untrusted = |error: &dyn std::fmt::Display| MailboxError::Untrusted(error.to_string());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| untrusted(&error))?
        .with_root_certificates(Arc::clone(roots))
        .with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).map_err(|error| untrusted(&error))?;
    ClientConnection::new(Arc::new(config), name).map_err(|error| untrusted(&error))
}
