//! `tanya receive-mail`: keeps the message on standard input, for the pipe of any mail server.
//!
//! It ends with the codes that mail servers know (sysexits): 0 when the message is kept, 75 when it should come again, 65 when it
//! never will be taken, 67 when it is addressed to nobody here.

use std::io::Read;
use std::process::ExitCode;

use clap::Args;

use tanya::clock::Clock;
use tanya::config::Config;
use tanya::domain::email::EmailAddress;
use tanya::domain::incoming::{LARGEST, Source};
use tanya::mail::incoming as messages;
use tanya::store::Store;
use tanya::store::incoming::{self, Taken};

use super::Failure;

/// The message is no message, or too large.
const BAD_DATA: u8 = 65;
/// The recipient is none of ours.
const NO_USER: u8 = 67;
/// Something is wrong for now.
pub const TRY_AGAIN: u8 = 75;

/// How a message is received.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The address that the message was sent to, as the mail server knows it.
    #[arg(long, value_name = "ADDRESS")]
    recipient: Option<String>,
}

/// Keeps the message, and says with which code to end.
pub fn run(config: &Config, arguments: &Arguments) -> Result<ExitCode, Failure> {
    if config.desk.answers.is_none() && config.desk.questions.is_none() {
        return Err("Neither TANYA_MAIL_INCOMING nor TANYA_MAIL_ASK is set.".into());
    }
    let recipient = arguments.recipient.as_deref().map(EmailAddress::parse).transpose();
    let recipient = match recipient {
        Ok(recipient) => recipient,
        Err(_) => return refuse(NO_USER, "The recipient is no address."),
    };
    if let Some(recipient) = &recipient
        && config.desk.route(&[recipient.folded()]).is_none()
    {
        return refuse(NO_USER, "The recipient is none of this forum's addresses.");
    }
    let mut raw = Vec::new();
    if let Some(recipient) = &recipient {
        raw.extend_from_slice(format!("X-Original-To: {}\r\n", recipient.as_str()).as_bytes());
    }
    let head = raw.len();
    std::io::stdin().lock().take(LARGEST as u64 + 1).read_to_end(&mut raw)?;
    let message = raw.get(head..).unwrap_or_default();
    if message.len() > LARGEST - head {
        return refuse(BAD_DATA, "The message is larger than 25 MB.");
    }
    if message.trim_ascii().is_empty() {
        return refuse(BAD_DATA, "There is no message on standard input.");
    }
    let raw = without_envelope(raw, head);
    let now = Clock::system().now();
    // It migrates nothing: a mail server's pipe is no moment for that.
    let store = Store::open_patiently(&config.database)?;
    match store.write_now(|tx| incoming::take(tx, Source::Pipe, &raw, now))? {
        Taken::Kept(_) => Ok(ExitCode::SUCCESS),
        Taken::Full => Err("Too many messages wait to be read.".into()),
    }
}

/// The line that some mail servers put before a message would end the head that begins with ours.
fn without_envelope(mut raw: Vec<u8>, head: usize) -> Vec<u8> {
    let message = raw.get(head..).unwrap_or_default();
    let length = message.len() - messages::without_envelope(message).len();
    if head > 0 {
        raw.drain(head..head + length);
    }
    raw
}

fn refuse(code: u8, sentence: &str) -> Result<ExitCode, Failure> {
    eprintln!("{sentence}");
    Ok(ExitCode::from(code))
}
