//! Live updates: a stream that tells of new answers, to those who may see them.

use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use tanya::domain::id::ThreadId;
use tanya::web::upkeep::Following;

use crate::support::{Client, Content, TestApp};

/// How long a stream is read before the log is read on: PostgreSQL holds changes back while a transaction is open anywhere
/// on the server, and other tests have theirs.
const ROUND: Duration = Duration::from_millis(50);
const PATIENCE: Duration = Duration::from_secs(30);

struct Stream {
    lines: BufReader<TcpStream>,
    begun: Vec<u8>,
}

impl Stream {
    fn open(app: &TestApp, cookie: &str) -> Self {
        let mut stream = TcpStream::connect(app.address).unwrap();
        stream.set_read_timeout(Some(ROUND)).unwrap();
        write!(
            stream,
            "GET /live HTTP/1.1\r\nhost: forum.localhost\r\ncookie: {cookie}\r\naccept-encoding: gzip, br\r\n\r\n"
        )
        .unwrap();
        let mut lines = Self {
            lines: BufReader::new(stream),
            begun: Vec::new(),
        };
        assert_eq!(lines.next(|| {}), "HTTP/1.1 200 OK");
        // The first words come at once, so that the browser knows that it is heard.
        while lines.next(|| {}) != "retry: 5000" {}
        lines
    }

    /// The next line; does something whenever none has come for a while.
    fn next(&mut self, mut meanwhile: impl FnMut()) -> String {
        let until = Instant::now() + PATIENCE;
        while let Err(error) = self.lines.read_until(b'\n', &mut self.begun) {
            assert!(
                error.kind() == ErrorKind::WouldBlock && Instant::now() < until,
                "{error}"
            );
            meanwhile();
        }
        let line = String::from_utf8(std::mem::take(&mut self.begun)).unwrap();
        assert!(line.ends_with('\n'), "the stream ended");
        line.trim_end().to_owned()
    }
}

struct Listening {
    app: TestApp,
    following: Following,
}

impl Listening {
    fn spawn() -> Self {
        let app = TestApp::spawn();
        app.site.live.open();
        let mut listening = Self {
            app,
            following: Following::default(),
        };
        listening.follow();
        listening
    }

    fn follow(&mut self) {
        actix_web::rt::System::new().block_on(self.following.follow(&self.app.site));
    }

    fn next_event(&mut self, stream: &mut Stream) -> String {
        loop {
            let line = stream.next(|| self.follow());
            if let Some(told) = line.strip_prefix("data: ") {
                return told.to_owned();
            }
        }
    }

    fn ask(&self, category: &str) -> ThreadId {
        let (author, now) = (self.app.user("dan"), self.app.now());
        self.app
            .write(|tx| Content { tx, author, now }.ask(category, "Why does the light blink?", "light"))
    }

    fn reply(&mut self, thread: ThreadId) -> i64 {
        let (author, now) = (self.app.user("dan"), self.app.now());
        let reply = self
            .app
            .write(|tx| Content { tx, author, now }.reply(thread, "It waits for the network."))
            .get();
        self.follow();
        reply
    }

    fn session(&self, client: &Client) -> String {
        format!("session={}", client.cookie("session").unwrap())
    }
}

#[test]
fn a_new_answer_is_told_to_those_who_may_see_it() {
    let mut listening = Listening::spawn();
    let (open, inner) = (listening.ask("help"), listening.ask("back-office"));
    let session = listening.session(&listening.app.signed_in("dan"));
    let mut visitor = Stream::open(&listening.app, "none=1");
    let mut staff = Stream::open(&listening.app, &session);
    let hidden = listening.reply(inner);
    let told = listening.reply(open);
    assert_eq!(
        listening.next_event(&mut staff),
        format!("{{\"reply\":{hidden},\"thread\":{inner}}}")
    );
    assert_eq!(
        listening.next_event(&mut staff),
        format!("{{\"reply\":{told},\"thread\":{open}}}")
    );
    assert_eq!(
        listening.next_event(&mut visitor),
        format!("{{\"reply\":{told},\"thread\":{open}}}")
    );
    listening.app.site.live.close();
}

#[test]
fn a_stream_ends_when_the_server_does() {
    let listening = Listening::spawn();
    let mut stream = Stream::open(&listening.app, "none=1");
    listening.app.site.live.close();
    let mut rest = Vec::new();
    while rest.last().is_none_or(|line| line != "0") {
        rest.push(stream.next(|| {}));
    }
    assert!(rest.iter().all(|line| !line.starts_with("data:")), "{rest:?}");
    assert_eq!(
        listening.app.visitor().get("/live").status,
        204,
        "nobody is let in any more"
    );
}

#[test]
fn a_tab_that_was_hidden_asks_what_it_missed() {
    let mut listening = Listening::spawn();
    let thread = listening.ask("help");
    let newest = |listening: &Listening, known: i64| {
        let page = listening
            .app
            .visitor()
            .get(&format!("/threads/{thread}/-/newest?known={known}"));
        serde_json::from_str::<serde_json::Value>(&page.body).unwrap()["reply"].as_i64()
    };
    assert_eq!(newest(&listening, 0), None);
    let reply = listening.reply(thread);
    assert_eq!(newest(&listening, 0), Some(reply));
    assert_eq!(newest(&listening, 1), None);
    let inner = listening.ask("back-office");
    let path = format!("/threads/{inner}/-/newest?known=0");
    assert_eq!(listening.app.visitor().get(&path).status, 404);
    let page = listening.app.visitor().visit(&format!("/threads/{thread}"));
    assert_eq!(
        page.attributes("[data-live-thread]", "data-live-newest"),
        [format!("/threads/{thread}/-/newest?known=1")]
    );
}
