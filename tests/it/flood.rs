//! A flood of sign-ins: pages answer all the while, what is too much is told to come back, and nobody waits for ever.

use std::net::SocketAddr;
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tanya::passwords::{AT_ONCE, Passwords};

use crate::support::{Client, Database, PASSWORD, Page, TestApp, encode};

/// How long an answer may take before it counts as none; far longer than any machine needs.
const PATIENCE: Duration = Duration::from_secs(50);

/// The pages that anybody reads.
const PAGES: [&str; 3] = ["/", "/sign-in", "/about/permissions"];

#[test]
fn pages_answer_while_every_turn_to_hash_is_taken() {
    let app = TestApp::spawn();
    let turns = app.site.passwords.occupy().expect("nobody hashes yet");
    let places = app.site.passwords.waiting();
    let flood = Flood::of(places + 6, app.address);
    for _ in 0..6 {
        let refused = flood.next();
        assert_eq!(refused.status, 503, "{}", refused.body);
        let wait: u32 = refused.header("retry-after").unwrap().parse().unwrap();
        assert!((1..=60).contains(&wait), "{wait}");
    }
    for path in PAGES {
        assert_eq!(app.visitor().get(path).status, 200, "{path}");
    }
    assert!(
        flood.answers.try_recv().is_err(),
        "a sign-in was answered without a turn"
    );
    drop(turns);
    for _ in 0..places {
        assert_eq!(flood.next().status, 422);
    }
    flood.end();
}

#[test]
fn a_flood_of_real_work_is_answered_to_the_last_and_pages_go_on() {
    let app = TestApp::with(Database::with_cast(), Passwords::strong());
    let begun = Instant::now();
    let flood = Flood::of(60, app.address);
    let (mut statuses, mut pages) = (Vec::new(), PAGES.iter().cycle());
    while statuses.len() < 60 {
        assert_eq!(app.visitor().get(pages.next().unwrap()).status, 200);
        statuses.extend(flood.answers.try_iter().map(|page| page.status));
        assert!(begun.elapsed() < PATIENCE, "{} sign-ins hang", 60 - statuses.len());
    }
    flood.end();
    assert!(
        statuses.iter().all(|status| [422, 503].contains(status)),
        "{statuses:?}"
    );
    let compared = statuses.iter().filter(|status| **status == 422).count();
    assert!(compared >= 10 * AT_ONCE, "only {compared} passwords were compared");
}

#[test]
fn a_page_does_not_wait_for_a_password_to_be_hashed() {
    let app = TestApp::with(Database::with_cast(), Passwords::slow(120));
    for path in PAGES {
        app.visitor().get(path);
    }
    let begun = Instant::now();
    let flood = Flood::of(AT_ONCE, app.address);
    let mut slowest = Duration::ZERO;
    for path in PAGES.iter().cycle() {
        let asked = Instant::now();
        assert_eq!(app.visitor().get(path).status, 200);
        slowest = slowest.max(asked.elapsed());
        if flood.answers.try_recv().is_ok() {
            break;
        }
    }
    let hashed = begun.elapsed();
    flood.end();
    assert!(
        slowest * 2 < hashed,
        "a page took {slowest:?} of the {hashed:?} that a password took"
    );
}

#[test]
fn a_busy_server_costs_nobody_a_try() {
    let app = TestApp::spawn();
    let (visitor, ada) = (app.visitor(), app.signed_in("ada"));
    let sign_up = [("name", "Zoe"), ("email", "zoe@example.com"), ("password", PASSWORD)];
    let change = [("current_password", PASSWORD), ("new_password", "another good one")];
    let sign_in = [("email", "bob@example.com"), ("password", PASSWORD)];
    let everybody = || {
        [
            visitor.post("/sign-up", &sign_up).status,
            ada.post("/settings/password", &change).status,
            app.visitor().post("/sign-in", &sign_in).status,
        ]
    };
    let places = app.site.passwords.crowd().expect("nobody hashes yet");
    for _ in 0..7 {
        assert_eq!(everybody(), [503; 3]);
    }
    drop(places);
    assert_eq!(everybody(), [303; 3], "none of them is slowed down");
    app.work();
}

#[test]
fn a_name_that_is_taken_is_said_before_anything_is_hashed() {
    let app = TestApp::spawn();
    let _turns = app.site.passwords.occupy().expect("nobody hashes yet");
    let taken = [("name", "Ada"), ("email", "zoe@example.com"), ("password", PASSWORD)];
    for _ in 0..25 {
        let refused = app.visitor().post("/sign-up", &taken);
        assert!(refused.status == 422 && refused.has("#name-problem"));
    }
}

#[test]
fn a_busy_server_costs_no_try_at_the_set_up() {
    let app = TestApp::spawn_empty();
    let code = app.site.set_up_code.code().unwrap().to_owned();
    let fields = [
        ("code", &*code),
        ("name", "root"),
        ("email", "root@example.com"),
        ("password", PASSWORD),
    ];
    let places = app.site.passwords.crowd().expect("nobody hashes yet");
    for _ in 0..22 {
        assert_eq!(app.visitor().post("/set-up", &fields).status, 503);
    }
    drop(places);
    assert_eq!(app.visitor().post("/set-up", &fields).status, 303);
}

/// Many sign-ins at the same moment, each for another account from another network.
struct Flood {
    answers: Receiver<Page>,
    threads: Vec<JoinHandle<()>>,
}

impl Flood {
    fn of(count: usize, address: SocketAddr) -> Self {
        let (sender, answers) = channel();
        let sign_in = move |number: usize| {
            let email = format!("nobody{number}@example.com");
            let body = encode(&[("email", &*email), ("password", "no such password"), ("back", "")]);
            let network = format!("203.0.113.{number}");
            let headers = [("sec-fetch-site", "same-origin"), ("x-forwarded-for", &*network)];
            let body = Some(("application/x-www-form-urlencoded", body.as_bytes()));
            Client::new(address)
                .send_with("POST", "/sign-in", &headers, body)
                .unwrap()
        };
        let threads = (0..count).map(|number| {
            let sender = sender.clone();
            std::thread::spawn(move || sender.send(sign_in(number)).unwrap())
        });
        let threads = threads.collect();
        Self { answers, threads }
    }

    fn next(&self) -> Page {
        self.answers.recv_timeout(PATIENCE).expect("a sign-in is answered")
    }

    fn end(self) {
        for thread in self.threads {
            thread.join().unwrap();
        }
    }
}
