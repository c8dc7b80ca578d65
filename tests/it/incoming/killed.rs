//! kill -9 while messages come in: what was acknowledged is posted, and whatever comes again is posted once.

use std::collections::BTreeMap;
use std::io::Write;
use std::net::SocketAddr;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use tanya::domain::email::EmailAddress;
use tanya::domain::id::UserId;
use tanya::store::{StoreError, incoming, users};

use super::{ANSWERS, TAKES_MAIL, message};
use crate::kill::Story;
use crate::support::{Child, Client, Database, is_long};

const SECRET: &str = "a-secret-of-the-mail-server";
/// Who writes; all at the same time, each to the webhook and the last one through the pipe too.
const WRITERS: [&str; 3] = ["ada", "bob", "eve"];

/// A message, with what its mail server knows of it.
struct Sent {
    raw: Vec<u8>,
    text: String,
    is_acknowledged: bool,
}

impl Story {
    fn serve_with_mail(&self) -> Child {
        let variables = [TAKES_MAIL, &[("TANYA_INCOMING_SECRET", SECRET)]].concat();
        Child::serve_with(self.folder.path(), &self.database.address(), &variables)
    }

    /// The address that answers a letter about the thread to this person.
    fn address(&self, name: &str) -> String {
        let (ours, user) = (EmailAddress::parse(ANSWERS).unwrap(), user_of(&self.database, name));
        let found = self
            .database
            .store()
            .read_now(|db| incoming::reply_address(db, &ours, user, self.thread));
        found.unwrap().unwrap().as_str().to_owned()
    }

    /// How many messages are kept.
    fn kept_count(&self) -> usize {
        let found = self
            .database
            .store()
            .read_now(|db| incoming::page(db, None, None, 100_000));
        found.unwrap().items.len()
    }

    /// What a killed server had in hand would wait for two minutes: they pass.
    fn claims_run_out(&self) {
        let ran_out = self.database.store().write_now(|tx| -> Result<(), StoreError> {
            Ok(tx.batch_execute("update jobs set claimed_at = '2020-01-01 00:00:00' where claimed_at is not null")?)
        });
        ran_out.unwrap();
    }

    /// Waits until a server has read all that came in.
    fn until_read(&self) {
        let latest = Instant::now() + Duration::from_secs(60);
        loop {
            let page = self
                .database
                .store()
                .read_now(|db| incoming::page(db, None, None, 100_000));
            if page.unwrap().items.iter().all(|row| row.outcome.is_some()) {
                return;
            }
            assert!(Instant::now() < latest, "messages are not read");
            std::thread::yield_now();
        }
    }

    /// Brings a message through the pipe; it may be killed on the way. Answers whether it said that the message is kept.
    fn pipe(&self, raw: &[u8], is_killed: bool) -> bool {
        let folder = tempfile::tempdir().unwrap();
        let address = self.database.address();
        let mut command = Child::command(folder.path(), &["--database-url", &address, "receive-mail"]);
        command.envs(TAKES_MAIL.iter().copied()).stdin(Stdio::piped());
        let mut child = command.stderr(Stdio::null()).spawn().unwrap();
        // Whoever is killed early reads no more.
        let _written = child.stdin.take().unwrap().write_all(raw);
        if is_killed {
            // From before it opens the database to after it wrote: a random number of turns rather than a sleep.
            for _ in 0..rand::random::<u32>() % 2_000 {
                if child.try_wait().unwrap().is_some() {
                    break;
                }
                std::thread::yield_now();
            }
            let _gone = child.kill();
        }
        child.wait().unwrap().code() == Some(0)
    }
}

fn user_of(database: &Database, name: &str) -> UserId {
    let email = EmailAddress::parse(&format!("{name}@example.com")).unwrap();
    let found = database.store().read_now(|db| users::with_address(db, &email));
    let found: Option<UserId> = found.unwrap();
    found.unwrap()
}

/// Brings a message to the webhook; answers whether it said that the message is kept.
fn bring(client: &Client, raw: &[u8]) -> bool {
    let bearer = format!("Bearer {SECRET}");
    let headers = [("authorization", bearer.as_str())];
    let answer = client.send_with("POST", "/incoming/mail", &headers, Some(("message/rfc822", raw)));
    match answer {
        Ok(page) if page.status == 200 => true,
        Ok(page) => {
            assert!(page.status >= 500, "{}: {}", page.status, page.body);
            false
        }
        Err(_) => false,
    }
}

/// Messages of one writer until the server is gone; each is sent once, and the last one gets no answer.
fn write_on(story: &Story, address: SocketAddr, (round, writer): (usize, usize), burst: &Burst) -> Vec<Sent> {
    let (name, client) = (WRITERS[writer], Client::new(address));
    let to = story.address(name);
    let mut sent = Vec::new();
    for nth in 0.. {
        if burst.is_over.load(Ordering::SeqCst) {
            break;
        }
        let text = format!("Message {nth} of {name} in round {round}");
        let id = format!("{round}-{name}-{nth}");
        let raw = message(&format!("{name}@example.com"), &to, &id, &text);
        let goes_by_pipe = writer == WRITERS.len() - 1 && nth % 4 == 0;
        let is_acknowledged = if goes_by_pipe {
            story.pipe(&raw, nth % 8 == 0)
        } else {
            bring(&client, &raw)
        };
        burst.kept.fetch_add(usize::from(is_acknowledged), Ordering::SeqCst);
        sent.push(Sent {
            raw,
            text,
            is_acknowledged,
        });
    }
    sent
}

/// What the writers of a burst share.
#[derive(Default)]
struct Burst {
    is_over: AtomicBool,
    kept: AtomicUsize,
}

/// Lets everybody write, kills the server after some messages and a bit, and gives back what was sent.
fn burst(story: &Story, server: &mut Child, round: usize) -> Vec<Sent> {
    let burst = Burst::default();
    let address = server.address;
    std::thread::scope(|scope| {
        let its = &burst;
        let writers: Vec<_> = (0..WRITERS.len())
            .map(|writer| scope.spawn(move || write_on(story, address, (round, writer), its)))
            .collect();
        let enough = 5 + usize::try_from(rand::random::<u32>() % 20).unwrap();
        let patience = Instant::now() + Duration::from_secs(60);
        while its.kept.load(Ordering::SeqCst) < enough && Instant::now() < patience {
            std::thread::yield_now();
        }
        // At any moment of the next message: a random number of turns rather than a sleep.
        for _ in 0..rand::random::<u32>() % 20_000 {
            std::hint::spin_loop();
        }
        server.kill();
        its.is_over.store(true, Ordering::SeqCst);
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    })
}

#[test]
fn a_kill_while_mail_comes_in_loses_nothing_and_posts_nothing_twice() {
    let rounds = if is_long() { 20 } else { 3 };
    let story = Story::new();
    let mut server = story.serve_with_mail();
    let mut expected = BTreeMap::new();
    let mut unanswered = 0;
    for round in 0..rounds {
        let before = story.kept_count();
        let sent = burst(&story, &mut server, round);
        let acknowledged = sent.iter().filter(|one| one.is_acknowledged).count();
        assert!(acknowledged > 0, "round {round} took nothing");
        let kept = story.kept_count() - before;
        assert!((acknowledged..=sent.len()).contains(&kept), "{kept} of {acknowledged}");
        story.claims_run_out();
        server = story.serve_with_mail();
        // A mail server that heard no answer sends it again, twice for once; and one that did, by some mistake.
        let client = Client::new(server.address);
        let silent = sent.iter().filter(|one| !one.is_acknowledged);
        unanswered += silent.clone().count();
        for one in silent.chain(sent.iter().find(|one| one.is_acknowledged)) {
            assert!(bring(&client, &one.raw) && bring(&client, &one.raw), "{}", one.text);
        }
        story.until_read();
        expected.extend(sent.into_iter().map(|one| (one.text, 1)));
        assert_eq!(story.kept(), expected, "after round {round}");
    }
    eprintln!(
        "{} messages posted, {unanswered} of them sent again after {rounds} kills",
        expected.len()
    );
}
