//! Letters in files: a forum without a mail server works, and its operator reads here what would have gone.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use lettre::message::Mailbox;

use super::message::{self, Parts};
use super::{MailError, Postmark};
use crate::letters::Letter;

/// A folder of letters, `<time>-<number>.eml` each.
#[derive(Clone)]
pub struct Folder {
    path: PathBuf,
    from: Mailbox,
    turn: Arc<Mutex<()>>,
}

impl Folder {
    pub(super) fn new(path: PathBuf, from: Mailbox) -> Self {
        Self {
            path,
            from,
            turn: Arc::default(),
        }
    }

    pub(super) fn send(&self, letter: &Letter, postmark: &Postmark) -> Result<(), MailError> {
        let message = message::write(letter, postmark, &self.from, Parts::ForReaders)?;
        let bytes = String::from_utf8_lossy(&message.formatted()).replace("\r\n", "\n");
        let written = self.write(&bytes, postmark.at).map_err(|cause| self.failed(cause))?;
        tracing::info!(file = %written.display(), subject = letter.subject, "a letter was written into a file, as SMTP_URL is not set");
        Ok(())
    }

    /// Whether the folder is there, or can be made.
    pub(super) fn check(&self) -> Result<(), MailError> {
        std::fs::create_dir_all(&self.path).map_err(|cause| self.failed(cause))
    }

    /// A reader of the folder never sees half a letter, and no letter takes another's place.
    fn write(&self, text: &str, now: DateTime<Utc>) -> Result<PathBuf, Error> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        std::fs::create_dir_all(&self.path)?;
        let unfinished = self.path.join(format!(".{}.unfinished", std::process::id()));
        std::fs::write(&unfinished, text)?;
        let time = now.format("%Y%m%dT%H%M%SZ");
        for number in 1..1_000_000 {
            let finished = self.path.join(format!("{time}-{number}.eml"));
            if !finished.exists() {
                std::fs::rename(&unfinished, &finished)?;
                return Ok(absolute(&finished));
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }

    fn failed(&self, cause: Error) -> MailError {
        MailError::File {
            folder: self.path.clone(),
            cause,
        }
    }
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::email::EmailAddress;
    use crate::letters::Heading;
    use crate::mail::Transport;

    #[test]
    fn letters_of_one_second_get_a_file_each_that_a_person_can_read() {
        let folder = tempfile::tempdir().unwrap();
        let transport = Transport::folder(folder.path().join("letters"), "Forum <forum@example.com>").unwrap();
        let link = format!("https://forum.example.com/sign-up/confirm/{}?a=b", "x".repeat(60));
        let letter = Letter {
            to: EmailAddress::parse("ada@example.com").unwrap(),
            subject: "Grüße".to_owned(),
            text: format!("Hé\n\n{link}\n"),
            html: format!("<p>Hé <a href=\"{link}\">x</a></p>"),
            heading: Heading::default(),
        };
        let postmark = Postmark::specimen(&letter);
        transport.send(&letter, &postmark).unwrap();
        transport.send(&letter, &postmark).unwrap();
        let mut names: Vec<String> = std::fs::read_dir(folder.path().join("letters"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, ["20270115T080000Z-1.eml", "20270115T080000Z-2.eml"]);
        let text = std::fs::read_to_string(folder.path().join("letters").join(&names[0])).unwrap();
        assert!(text.lines().any(|line| line == link), "{text}");
        assert!(text.contains("Hé") && text.contains("To: ada@example.com"));
    }
}
