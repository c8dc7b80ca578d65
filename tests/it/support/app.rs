//! A server of a test's own: on a port that the system chose, in a thread of its own, with a clock that stands still.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::{self, JoinHandle};
use std::time::{Duration as StdDuration, Instant};

use actix_web::dev::ServerHandle;
use actix_web::web::Data;
use chrono::{DateTime, Duration, Utc};
use tanya::app::{App, Setting};
use tanya::clock::Clock;
use tanya::config::{Config, Overrides};
use tanya::domain::account::User;
use tanya::domain::notification::NotificationKind;
use tanya::jobs::{Schedule, Workshop, until_none, work_once};
use tanya::letters::Letter;
use tanya::mail::{Outbox, Transport};
use tanya::passwords::Passwords;
use tanya::store::changes::{self, Position};
use tanya::store::{Db, Store, StoreError, jobs, notifications};
use tanya::uploads::fetching::Fetcher;
use tanya::web::Site;
use tanya::web::cache::ROOM;
use tanya::web::pace::Patience;

use super::cast::{self, beginning};
use super::client::ORIGIN;
use super::{Client, Database};

/// A server that is gone when this is dropped; dropping it fails the test when a job was forgotten.
pub struct TestApp {
    /// The clock, which stands still until [`TestApp::pass`].
    pub clock: Clock,
    /// What handlers reach.
    pub site: Data<Site>,
    /// Where it listens.
    pub address: SocketAddr,
    workshop: Arc<Workshop>,
    outbox: Outbox,
    schedule: Mutex<Schedule>,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
    may_leave_jobs: AtomicBool,
    database: Option<Database>,
    folder: tempfile::TempDir,
}

struct Started {
    site: Data<Site>,
    workshop: Arc<Workshop>,
    address: SocketAddr,
    handle: ServerHandle,
}

impl TestApp {
    /// A forum with the cast and its categories.
    pub fn spawn() -> Self {
        Self::on(Database::with_cast())
    }

    /// Where a story is about other letters: of what they are told of threads the cast wants these kinds by mail, and no others.
    pub fn with_thread_letters_only_of(self, kinds: &[NotificationKind]) -> Self {
        let kinds = kinds.iter().copied().collect();
        for player in cast::CAST {
            let id = self.user(player.name).id;
            self.write(|tx| notifications::choose_by_mail(tx, id, &kinds));
        }
        self
    }

    /// A forum with nobody, as on the first visit.
    pub fn spawn_empty() -> Self {
        Self::on(Database::new())
    }

    /// A forum on a database that is there already.
    pub fn on(database: Database) -> Self {
        Self::with(database, Passwords::cheap())
    }

    /// A forum that hashes passwords in this way. It believes `X-Forwarded-For`, so that a test may come from anywhere.
    pub fn with(database: Database, passwords: Passwords) -> Self {
        Self::made(database, passwords, Patience::for_people(), ROOM, &[])
    }

    /// A forum with the cast, in which kept pages may take so many bytes.
    pub fn with_room_for_pages(room: u64) -> Self {
        Self::made(
            Database::with_cast(),
            Passwords::cheap(),
            Patience::for_people(),
            room,
            &[],
        )
    }

    /// A forum with the cast that does not wait long for what somebody sends.
    pub fn impatient(patience: Patience) -> Self {
        Self::made(Database::with_cast(), Passwords::cheap(), patience, ROOM, &[])
    }

    /// A forum with the cast, configured by these variables too.
    pub fn configured(variables: &[(&str, &str)]) -> Self {
        Self::made(
            Database::with_cast(),
            Passwords::cheap(),
            Patience::for_people(),
            ROOM,
            variables,
        )
    }

    fn made(
        database: Database,
        passwords: Passwords,
        patience: Patience,
        room_for_pages: u64,
        more: &[(&str, &str)],
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let variables = [
            ("TANYA_BIND", "127.0.0.1:0"),
            ("TANYA_PUBLIC_URL", ORIGIN),
            ("TANYA_TRUSTED_PROXIES", "127.0.0.1"),
        ];
        let variables: HashMap<String, String> = variables
            .iter()
            .chain(more)
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        let overrides = Overrides {
            database_url: None,
            data_dir: Some(folder.path().to_owned()),
        };
        let mut config = Config::read(&variables, &overrides).unwrap();
        config.database = database.url().clone();
        let (transport, outbox) = Transport::memory();
        let clock = Clock::fixed(beginning());
        let setting = Setting {
            clock: clock.clone(),
            passwords,
            // A test that names a mail server means it.
            transport: (!variables.contains_key("SMTP_URL")).then_some(transport),
            works_jobs: false,
            patience,
            room_for_pages,
        };
        let (started, thread) = start(config, setting);
        let schedule = Schedule::with_meanings(started.workshop.meanings.clone());
        Self {
            clock,
            site: started.site,
            address: started.address,
            workshop: started.workshop,
            outbox,
            schedule: Mutex::new(schedule),
            handle: started.handle,
            thread: Some(thread),
            may_leave_jobs: AtomicBool::new(false),
            database: Some(database),
            folder,
        }
    }

    /// The database's pools, as the server uses them.
    pub fn store(&self) -> &Store {
        &self.workshop.store
    }

    /// Asks the store.
    pub fn read<T>(&self, work: impl FnOnce(&mut Db) -> Result<T, StoreError>) -> T {
        self.store().read_now(work).unwrap()
    }

    /// Has the store do something.
    pub fn write<T>(&self, work: impl FnOnce(&mut Db) -> Result<T, StoreError>) -> T {
        self.store().write_now(work).unwrap()
    }

    /// Where its database is, for another program that opens it.
    pub fn database_address(&self) -> String {
        self.database.as_ref().unwrap().address()
    }

    /// The time at the server.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// One of the cast.
    pub fn user(&self, name: &str) -> User {
        self.read(|db| cast::user(db, name))
    }

    /// A browser that nobody has signed in with.
    pub fn visitor(&self) -> Client {
        Client::new(self.address).watching(self.site.languages.clone())
    }

    /// A browser in which one of the cast has signed in, through the page.
    pub fn signed_in(&self, name: &str) -> Client {
        let client = self.visitor();
        let fields = [
            ("email", cast::email_of(name).as_str().to_owned()),
            ("password", cast::PASSWORD.to_owned()),
        ];
        let answer = client.submit(
            "/sign-in",
            "form[action='/sign-in']",
            &fields.each_ref().map(|f| (f.0, &*f.1)),
        );
        assert_eq!(answer.status, 303, "{name} could not sign in: {}", answer.body);
        client
    }

    /// Waits until followers may read all that was written: PostgreSQL holds changes back while a transaction is open
    /// anywhere on the server, and other tests have theirs.
    pub fn settle_changes(&self) {
        let until = Instant::now() + StdDuration::from_secs(60);
        while !self.read(|db| changes::news(db, Position::default())).early.is_empty() {
            assert!(Instant::now() < until, "a transaction stays open");
            thread::yield_now();
        }
    }

    /// Works jobs until none is due.
    pub fn work(&self) -> usize {
        until_none(&self.workshop).unwrap()
    }

    /// Works the next job that is due; whether there was one.
    pub fn work_once(&self) -> bool {
        work_once(&self.workshop, self.clock.now()).unwrap()
    }

    /// Works jobs, where what is fetched from elsewhere may come from this address of this machine too.
    pub fn work_reaching(&self, address: SocketAddr) -> usize {
        let workshop = Workshop {
            fetcher: Fetcher::also_reaching(address),
            ..Workshop::clone(&self.workshop)
        };
        until_none(&workshop).unwrap()
    }

    /// Works jobs and takes the letters that have gone since the last time.
    pub fn letters(&self) -> Vec<Letter> {
        self.work();
        self.outbox.take()
    }

    /// Works jobs and takes the messages that a mail server would have got since the last time.
    pub fn messages(&self) -> Vec<String> {
        self.work();
        self.outbox.take_messages()
    }

    /// Moves the clock, and fires the schedule.
    pub fn pass(&self, time: Duration) {
        self.clock.pass(time);
        self.schedule
            .lock()
            .unwrap()
            .tick(self.store(), self.clock.now())
            .unwrap();
    }

    /// The folder of its data.
    pub fn data_folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// How many files the folder of uploads holds.
    pub fn stored_files(&self) -> usize {
        let folders = std::fs::read_dir(self.data_folder().join("uploads")).unwrap();
        let held =
            |folder: std::io::Result<std::fs::DirEntry>| std::fs::read_dir(folder.unwrap().path()).unwrap().count();
        folders.map(held).sum()
    }

    /// Says that this test leaves jobs behind on purpose.
    pub fn leaves_jobs(&self) {
        self.may_leave_jobs.store(true, Ordering::Relaxed);
    }

    fn check_jobs(&self) {
        if !self.may_leave_jobs.load(Ordering::Relaxed) && !thread::panicking() {
            let (waiting, dead) = self.read(jobs::counts);
            assert_eq!(
                (waiting, dead),
                (0, 0),
                "jobs are left waiting and dead: call work(), or leaves_jobs()"
            );
        }
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        let checked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| self.check_jobs()));
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            let _ended = thread.join();
        }
        drop(self.database.take());
        if let Err(failure) = checked {
            std::panic::resume_unwind(failure);
        }
    }
}

/// Starts the server in a thread with an actix system of its own.
fn start(config: Config, setting: Setting) -> (Started, JoinHandle<()>) {
    let (sender, receiver) = mpsc::channel();
    let serve = async move {
        let app = App::start(&config, setting).unwrap();
        let started = Started {
            site: app.site.clone(),
            workshop: Arc::clone(&app.workshop),
            address: app.address,
            handle: app.handle(),
        };
        sender.send(started).unwrap();
        app.run().await.unwrap();
    };
    let thread = thread::spawn(move || actix_web::rt::System::new().block_on(serve));
    (receiver.recv().expect("the server starts"), thread)
}
