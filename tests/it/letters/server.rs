//! A mail server of a test's own, which behaves as it is told.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// How a server behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// It takes everything.
    Takes,
    /// It greets with this, and hangs up.
    Greets(&'static str),
    /// It says this of a sender.
    OfSenders(&'static str),
    /// It says this of every reader whose address begins with `bob`.
    OfBob(&'static str),
    /// It says this of every content.
    OfContents(&'static str),
    /// It takes a letter, and hangs up without a word.
    HangsUp,
}

/// A mail server on a port of its own.
#[derive(Clone)]
pub struct Server {
    port: u16,
    seen: Arc<Mutex<Seen>>,
}

struct Seen {
    manner: Manner,
    connection_count: usize,
    messages: Vec<String>,
}

impl Server {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let seen = Seen {
            manner: Manner::Takes,
            connection_count: 0,
            messages: Vec::new(),
        };
        let server = Self {
            port: listener.local_addr().unwrap().port(),
            seen: Arc::new(Mutex::new(seen)),
        };
        let mine = server.clone();
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                mine.seen.lock().unwrap().connection_count += 1;
                let server = mine.clone();
                thread::spawn(move || server.talk(&stream));
            }
        });
        server
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// Has it behave like this from now on.
    pub fn behave(&self, manner: Manner) {
        self.seen.lock().unwrap().manner = manner;
    }

    /// How often somebody connected.
    pub fn connection_count(&self) -> usize {
        self.seen.lock().unwrap().connection_count
    }

    /// What it got, the oldest first.
    pub fn messages(&self) -> Vec<String> {
        self.seen.lock().unwrap().messages.clone()
    }

    fn manner(&self) -> Manner {
        self.seen.lock().unwrap().manner
    }

    /// One conversation; it ends when the other side goes.
    fn talk(&self, stream: &TcpStream) {
        let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
        let say = |text: &str| write!(&mut &*stream, "{text}\r\n").is_ok();
        if let Manner::Greets(greeting) = self.manner() {
            say(greeting);
            return;
        }
        say("220 ready");
        while let Some(line) = lines.next() {
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
            let answer = match (verb.as_str(), self.manner()) {
                ("MAIL", Manner::OfSenders(answer)) => answer,
                ("RCPT", Manner::OfBob(answer)) if line.contains("<bob") => answer,
                ("DATA", _) => {
                    say("354 go on");
                    let taken = lines.by_ref().take_while(|line| line != ".");
                    let message = taken.map(|line| line + "\r\n").collect::<String>();
                    let manner = self.manner();
                    if let Manner::OfContents(answer) = manner {
                        answer
                    } else {
                        self.seen.lock().unwrap().messages.push(message);
                        if manner == Manner::HangsUp {
                            return;
                        }
                        "250 taken"
                    }
                }
                ("QUIT", _) => {
                    say("221 good-bye");
                    return;
                }
                _ => "250 fine",
            };
            if !say(answer) {
                return;
            }
        }
    }
}
