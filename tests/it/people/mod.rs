//! People: signing up and in, passwords, claims, roles, and the jobs and letters that go with them.

mod accounts;
mod addresses;
mod asking;
mod closing;
mod exports;
mod helping;
mod hints;
mod later;
mod letters;
mod logging;
mod pages;
mod roles;
mod second_factor;
mod sessions;
mod set_up;
mod settings;

use chrono::{DateTime, Duration, Utc};
use tanya::clock::Clock;
use tanya::domain::email::EmailAddress;
use tanya::domain::id::UserId;
use tanya::domain::incoming::Desk;
use tanya::domain::person::PersonName;
use tanya::domain::role::{Role, Trust};
use tanya::domain::token::Token;
use tanya::domain::upload::Place;
use tanya::jobs::{Workshop, until_none};
use tanya::letters::Letter;
use tanya::mail::{Outbox, Pace, Transport};
use tanya::store::sign_ups::{self, Begun, Confirmation, NewSignUp};
use tanya::store::users::{self, NewUser, SignedIn};
use tanya::store::{Db, Store, StoreError};
use tanya::text::phrases::Languages;
use tanya::uploads::fetching::Fetcher;
use tanya::uploads::{Depot, Turns};
use tanya::urls::Urls;

use crate::support::{Database, place};

/// A store and a workshop with a memory mailer and a clock that stands still.
struct Town {
    workshop: Workshop,
    outbox: Outbox,
    clock: Clock,
    _folder: tempfile::TempDir,
    _database: Database,
}

impl Town {
    fn new() -> Self {
        let (transport, outbox) = Transport::memory();
        Self::with_transport(transport, outbox)
    }

    fn with_transport(transport: Transport, outbox: Outbox) -> Self {
        let (database, folder) = (Database::new(), tempfile::tempdir().unwrap());
        let clock = Clock::fixed("2026-05-03T12:00:00Z".parse().unwrap());
        let urls = Urls::new(&url::Url::parse("https://forum.example.com").unwrap());
        let workshop = Workshop {
            store: Store::open(database.url()).unwrap(),
            transport,
            languages: Languages::load().unwrap(),
            urls,
            clock: clock.clone(),
            meanings: None,
            pace: Pace::default(),
            desk: Desk::default(),
            depot: Depot::open(&Place::Folder(folder.path().to_owned())).unwrap(),
            turns: Turns::default(),
            fetcher: Fetcher::new(),
            in_hand: None,
        };
        Self {
            workshop,
            outbox,
            clock,
            _database: database,
            _folder: folder,
        }
    }

    fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    fn pass(&self, time: Duration) {
        self.clock.pass(time);
    }

    fn write<T>(&self, work: impl FnOnce(&mut Db) -> Result<T, StoreError>) -> T {
        self.workshop.store.write_now(work).unwrap()
    }

    fn read<T>(&self, work: impl FnOnce(&mut Db) -> Result<T, StoreError>) -> T {
        self.workshop.store.read_now(work).unwrap()
    }

    /// Works all jobs that are due and takes the letters that they sent.
    fn letters(&self) -> Vec<Letter> {
        until_none(&self.workshop).unwrap();
        self.outbox.take()
    }

    fn begin(&self, name: &str, email: &str, question: Option<&str>) -> Begun {
        let new = NewSignUp {
            name: PersonName::parse(name).unwrap(),
            email: address(email),
            password_hash: format!("hash of {name}"),
            question: question.map(str::to_owned),
            back: None,
            language: None,
            agreed: None,
            ask_session: None,
            doubt: None,
            network: None,
        };
        self.write(|tx| sign_ups::begin(tx, &new, self.now()))
    }

    fn confirm(&self, token: &Token) -> Confirmation {
        self.write(|tx| sign_ups::confirm(tx, token, self.now()))
    }

    /// Signs somebody up and confirms, all the way through the letter.
    fn resident(&self, name: &str, email: &str) -> UserId {
        assert_eq!(self.begin(name, email, None), Begun::Started);
        let letters = self.letters();
        match self.confirm(&token_in(&letters[0])) {
            Confirmation::Confirmed { user, .. } => user,
            other => panic!("{other:?}"),
        }
    }

    /// Somebody who is there at once, without letters.
    fn person(&self, name: &str, role: Role, with_password: bool) -> UserId {
        let email = address(&format!("{}@example.com", name.to_lowercase()));
        let new = NewUser {
            name,
            email: with_password.then_some(&email),
            password_hash: with_password.then_some("hash"),
            role,
            trust: Trust::Member,
        };
        self.write(|tx| users::add(tx, &new, self.now()))
    }

    fn open_session(&self, user: UserId) -> Token {
        self.write(|tx| tanya::store::sessions::open(tx, user, &place("a browser"), self.now()))
    }

    fn signed_in(&self, token: &Token) -> Option<SignedIn> {
        self.read(|db| users::find_signed_in(db, &token.hash(), self.now()))
    }

    fn name_of(&self, user: UserId) -> String {
        self.read(|db| users::find(db, user)).name
    }
}

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

/// The secret at the end of the address in a letter.
fn token_in(letter: &Letter) -> Token {
    let line = letter.text.lines().find(|line| line.starts_with("https://")).unwrap();
    Token::offered(line.rsplit('/').next().unwrap()).unwrap()
}
