//! Whoever sends slowly is cut off, and holds nobody else up.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use tanya::web::pace::Patience;

use crate::support::TestApp;

/// How long a cut may take before it counts as none; far longer than any machine needs.
const ENOUGH: Duration = Duration::from_secs(50);

/// As long as a busy machine may take for what does not drip.
const PATIENT: Duration = Duration::from_secs(30);
const IMPATIENT: Duration = Duration::from_millis(300);

fn impatient(head: Duration, body: Duration) -> TestApp {
    TestApp::impatient(Patience { head, body })
}

/// A connection that sends its beginning at once and then a byte at a time, never the end.
struct Drip {
    stream: TcpStream,
    heard: Vec<u8>,
}

impl Drip {
    fn begin(address: SocketAddr, beginning: &str) -> Self {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_millis(20))).unwrap();
        stream.write_all(beginning.as_bytes()).unwrap();
        Self {
            stream,
            heard: Vec::new(),
        }
    }

    /// Drips on until the server closes; its whole answer.
    fn go_on(mut self) -> String {
        let (begun, mut chunk) = (Instant::now(), [0_u8; 4096]);
        loop {
            // It may be closed already, which the next reading tells.
            let _sent = self.stream.write_all(b"a");
            match self.stream.read(&mut chunk) {
                Ok(0) => break,
                Ok(count) => self.heard.extend_from_slice(&chunk[..count]),
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
                Err(_) => break,
            }
            assert!(begun.elapsed() < ENOUGH, "nobody cuts it");
        }
        String::from_utf8_lossy(&self.heard).into_owned()
    }
}

/// The lengths of a body, as the head says them; what drips is always within.
const LENGTHS: [(&str, &str); 2] = [
    ("content-length: 200000", ""),
    ("transfer-encoding: chunked", "fffff\r\n"),
];

fn body_of(path: &str, content_type: &str, (length, begin): (&str, &str)) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nhost: forum.localhost\r\nsec-fetch-site: same-origin\r\ncontent-type: {content_type}\r\n\
         {length}\r\n\r\n{begin}email="
    )
}

#[test]
fn a_form_that_drips_is_cut_with_a_page_that_says_so() {
    let app = impatient(PATIENT, IMPATIENT);
    let form = "application/x-www-form-urlencoded";
    let paths = [
        ("/sign-in", form),
        ("/language", form),
        ("/threads/new", "multipart/form-data; boundary=b"),
    ];
    for (path, content_type) in paths {
        for length in LENGTHS {
            let answer = Drip::begin(app.address, &body_of(path, content_type, length)).go_on();
            let is_refused = answer.starts_with("HTTP/1.1 408 ") || answer.starts_with("HTTP/1.1 415 ");
            assert!(is_refused && answer.contains("<!DOCTYPE html>"), "{path}: {answer}");
            assert!(
                content_type != form || answer.contains("came so slowly"),
                "{path}: {answer}"
            );
        }
    }
}

#[test]
fn a_head_that_drips_is_cut() {
    let app = impatient(IMPATIENT, PATIENT);
    for beginning in ["", "GET /", "GET / HTTP/1.1\r\nhost: forum.localhost\r\nx-slow: "] {
        let answer = Drip::begin(app.address, beginning).go_on();
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
    }
}

#[test]
fn many_that_drip_hold_nobody_up() {
    let app = TestApp::spawn();
    let form = body_of("/sign-in", "application/x-www-form-urlencoded", LENGTHS[0]);
    let heads = (0..50).map(|_| Drip::begin(app.address, "GET / HTTP/1.1\r\nx-slow: "));
    let bodies = (0..50).map(|_| Drip::begin(app.address, &form));
    let dripping: Vec<Drip> = heads.chain(bodies).collect();
    for path in ["/", "/threads", "/sign-in"] {
        assert_eq!(app.visitor().get(path).status, 200);
    }
    app.signed_in("bob");
    drop(dripping);
    app.work();
}
