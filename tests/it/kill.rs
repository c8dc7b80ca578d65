//! kill -9 in a burst of posts: none that was acknowledged is missing, and none is there twice.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use diesel::RunQueryDsl;
use diesel::sql_types::{BigInt, Text};
use tanya::domain::id::ThreadId;
use tanya::store::StoreError;

use crate::support::{CAST, Child, Client, Content, Database, FilledForm, beginning, is_long};

/// How many people write at the same time.
const WRITERS: usize = 4;

/// A form that was sent, with what became of it as far as its sender knows.
struct Sent {
    writer: usize,
    form: FilledForm,
    text: String,
    is_acknowledged: bool,
}

#[derive(diesel::QueryableByName)]
struct Kept {
    #[diesel(sql_type = Text)]
    body: String,
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// A forum with one thread, on which a server is killed again and again.
pub struct Story {
    pub database: Database,
    pub folder: tempfile::TempDir,
    pub thread: ThreadId,
}

impl Story {
    pub fn new() -> Self {
        let database = Database::with_cast();
        let thread = database.store().write_now(|tx| {
            let email = tanya::domain::email::EmailAddress::parse("ada@example.com").unwrap();
            let ada = tanya::store::users::with_address(tx, &email)?.ok_or(StoreError::NotFound)?;
            let author = tanya::store::users::find(tx, ada)?;
            Content {
                tx,
                author,
                now: beginning(),
            }
            .ask("help", "Will this survive?", "survival")
        });
        Self {
            database,
            folder: tempfile::tempdir().unwrap(),
            thread: thread.unwrap(),
        }
    }

    fn serve(&self) -> Child {
        Child::serve(self.folder.path(), &self.database.address())
    }

    fn path(&self) -> String {
        format!("/threads/{}", self.thread)
    }

    /// How often each text stands in the thread.
    pub fn kept(&self) -> BTreeMap<String, i64> {
        let query = "select body_markdown as body, count(*) as count from replies group by body_markdown";
        let rows = self
            .database
            .store()
            .read_now(|db| -> Result<Vec<Kept>, StoreError> { Ok(diesel::sql_query(query).load(db)?) });
        rows.unwrap().into_iter().map(|row| (row.body, row.count)).collect()
    }
}

/// Posts until the server is gone; each form is sent once, and the last ones get no answer.
fn write_on(story: &Story, client: &Client, name: &str, is_over: &AtomicBool, posted: &AtomicUsize) -> Vec<Sent> {
    let mut sent = Vec::new();
    for nth in 0.. {
        if is_over.load(Ordering::SeqCst) {
            break;
        }
        let Some(form) = client.try_form(&story.path(), "form[action$='/replies']") else {
            break;
        };
        let text = format!("Reply {nth} of {name}");
        let form = form.with(&[("body", &text)]);
        let answer = client.try_send_form(&form);
        let is_acknowledged = answer == Some(303);
        assert!(
            is_acknowledged || answer.is_none_or(|status| status >= 500),
            "{name}: {answer:?}"
        );
        posted.fetch_add(usize::from(is_acknowledged), Ordering::SeqCst);
        sent.push(Sent {
            writer: 0,
            form,
            text,
            is_acknowledged,
        });
    }
    sent
}

/// Lets everybody write, kills the server after some posts and a bit, and gives back what was sent.
fn burst(story: &Story, clients: &[Client], server: &mut Child, round: usize) -> Vec<Sent> {
    let (is_over, posted) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        let writers: Vec<_> = clients
            .iter()
            .enumerate()
            .map(|(nth, client)| {
                let (is_over, posted) = (&is_over, &posted);
                let name = format!("{} in round {round}", CAST[nth].name);
                scope.spawn(move || write_on(story, client, &name, is_over, posted))
            })
            .collect();
        let enough = 5 + usize::try_from(rand::random::<u32>() % 20).unwrap();
        let patience = Instant::now() + Duration::from_secs(60);
        while posted.load(Ordering::SeqCst) < enough && Instant::now() < patience {
            std::thread::yield_now();
        }
        // At any moment of the next post: a random number of turns rather than a sleep.
        for _ in 0..rand::random::<u32>() % 20_000 {
            std::hint::spin_loop();
        }
        server.kill();
        is_over.store(true, Ordering::SeqCst);
        let mut sent = Vec::new();
        for (nth, writer) in writers.into_iter().enumerate() {
            sent.extend(
                writer
                    .join()
                    .unwrap()
                    .into_iter()
                    .map(|one| Sent { writer: nth, ..one }),
            );
        }
        sent
    })
}

/// A browser in which one of the cast has signed in at the real program.
pub fn sign_in(address: std::net::SocketAddr, name: &str) -> Client {
    let client = Client::new(address);
    let email = format!("{name}@example.com");
    let answer = client.submit(
        "/sign-in",
        "form[action='/sign-in']",
        &[("email", &email), ("password", "correct horse battery")],
    );
    assert_eq!(answer.status, 303, "{name}: {}", answer.body);
    client
}

#[test]
fn a_kill_in_a_burst_of_posts_loses_nothing_and_doubles_nothing() {
    let rounds = if is_long() { 20 } else { 3 };
    let story = Story::new();
    let mut server = story.serve();
    let mut clients: Vec<Client> = CAST
        .iter()
        .take(WRITERS)
        .map(|one| sign_in(server.address, one.name))
        .collect();
    let mut acknowledged = BTreeMap::new();
    let mut unanswered = 0;
    for round in 0..rounds {
        let sent = burst(&story, &clients, &mut server, round);
        assert!(
            sent.iter().any(|one| one.is_acknowledged),
            "round {round} posted nothing"
        );
        let kept = story.kept();
        for one in &sent {
            let count = kept.get(&one.text).copied().unwrap_or(0);
            let expected = if one.is_acknowledged { 1..=1 } else { 0..=1 };
            assert!(
                expected.contains(&count),
                "{} ({}): {count} times",
                one.text,
                one.is_acknowledged
            );
            acknowledged.insert(one.text.clone(), 1);
        }
        server = story.serve();
        clients = clients
            .into_iter()
            .map(|client| client.moved_to(server.address))
            .collect();
        // Whoever got no answer presses the button again, twice; so does one who did.
        let silent = sent.iter().filter(|one| !one.is_acknowledged);
        unanswered += silent.clone().count();
        for one in silent.chain(sent.iter().find(|one| one.is_acknowledged)) {
            for _ in 0..2 {
                assert_eq!(clients[one.writer].send_form(&one.form).status, 303, "{}", one.text);
            }
        }
        assert_eq!(story.kept(), acknowledged, "after round {round}");
    }
    eprintln!(
        "{} posts kept, {unanswered} of them sent again after {rounds} kills",
        acknowledged.len()
    );
    let page = clients[0].visit(&story.path());
    assert_eq!(page.status, 200);
    let listed = format!("{}", acknowledged.len());
    assert!(page.body.contains(&listed), "the thread counts {listed} replies");
}
