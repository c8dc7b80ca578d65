//! Mail that comes in: answers that become replies, questions that wait to be confirmed, and everything that is neither.

mod asking;
mod killed;
mod mailbox;
mod posting;
mod refusing;
mod reports;
mod round;
mod ways;

use diesel::connection::SimpleConnection;
use tanya::domain::email::EmailAddress;
use tanya::domain::id::ThreadId;
use tanya::domain::incoming::{Outcome, Source, Why};
use tanya::store::incoming::{self, IncomingRow, Taken};

use crate::support::TestApp;

const ANSWERS: &str = "reply@forum.example.org";
const QUESTIONS: &str = "ask@forum.example.org";
/// A forum that takes mail.
const TAKES_MAIL: &[(&str, &str)] = &[("TANYA_MAIL_INCOMING", ANSWERS), ("TANYA_MAIL_ASK", QUESTIONS)];

/// A forum that takes mail, with a question of ada's.
struct Forum {
    app: TestApp,
    thread: ThreadId,
}

impl Forum {
    fn spawn() -> Self {
        Self::configured(TAKES_MAIL)
    }

    fn configured(variables: &[(&str, &str)]) -> Self {
        let app = TestApp::configured(variables);
        let thread = app.by("ada", |ada| ada.ask("help", "Why does it stop?", "printer"));
        Self { app, thread }
    }

    /// The address that answers a letter about the question.
    fn address(&self, reader: &str) -> String {
        let ours = EmailAddress::parse(ANSWERS).unwrap();
        let user = self.app.user(reader).id;
        let address = self
            .app
            .read(|db| incoming::reply_address(db, &ours, user, self.thread));
        address.unwrap().as_str().to_owned()
    }

    /// A message comes in, and is not read yet.
    fn comes(&self, raw: &[u8]) {
        let now = self.app.now();
        let taken = self.app.write(|tx| incoming::take(tx, Source::Pipe, raw, now));
        assert!(matches!(taken, Taken::Kept(_)), "{taken:?}");
    }

    /// A message comes in and is read; what became of it.
    fn receive(&self, raw: &[u8]) -> (Outcome, Option<Why>) {
        self.comes(raw);
        self.app.work();
        let row = self.rows().remove(0);
        (row.outcome.unwrap(), row.why)
    }

    /// Everything that came in, the newest first.
    fn rows(&self) -> Vec<IncomingRow> {
        self.app.read(|db| incoming::page(db, None, None, 100)).items
    }

    fn outcomes(&self) -> Vec<Outcome> {
        self.rows().into_iter().filter_map(|row| row.outcome).collect()
    }

    /// The page of the question, as a visitor reads it.
    fn page(&self) -> crate::support::Page {
        self.app.visitor().visit(&format!("/threads/{}", self.thread))
    }

    fn run(&self, statement: &str) {
        self.app.write(|tx| Ok(tx.batch_execute(statement)?));
    }
}

/// A message as programs write it.
fn message(from: &str, to: &str, id: &str, body: &str) -> Vec<u8> {
    format!(
        "From: {from}\r\nTo: Forum <{to}>\r\nSubject: Re: Why does it stop?\r\nMessage-ID: <{id}@example.com>\r\n\r\n{body}\r\n"
    )
    .into_bytes()
}
