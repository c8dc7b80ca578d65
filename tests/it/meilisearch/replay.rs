//! Stands in for a search server: gives the answers that a real one once gave, to just the requests that it got then.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use super::wire::{Request, Wire};

/// What was asked, and what a real server answered.
#[derive(Debug, Clone, Deserialize)]
struct Exchange {
    method: String,
    path: String,
    asked: Value,
    status: u16,
    answered: Value,
}

#[derive(Default)]
struct Tape {
    ahead: VecDeque<Exchange>,
    /// What was asked already, the latest last.
    behind: Vec<Exchange>,
    faults: Vec<String>,
}

/// A recording that answers; dropping it fails the test when a request was another one, or is missing.
pub struct Replay {
    wire: Wire,
    tape: Arc<Mutex<Tape>>,
    delay: Arc<AtomicU64>,
}

impl Replay {
    pub fn of(recording: &str) -> Self {
        let tape = Tape {
            ahead: serde_json::from_str(recording).unwrap(),
            ..Tape::default()
        };
        let (tape, delay) = (Arc::new(Mutex::new(tape)), Arc::new(AtomicU64::new(0)));
        let (reads, waits) = (Arc::clone(&tape), Arc::clone(&delay));
        let wire = Wire::listen(move |request| {
            let answer = reads.lock().unwrap().answer(&request);
            std::thread::sleep(Duration::from_millis(waits.load(Ordering::SeqCst)));
            Some(answer)
        });
        Self { wire, tape, delay }
    }

    pub fn url(&self) -> String {
        self.wire.url()
    }

    /// Has each answer wait from now on.
    pub fn wait(&self, milliseconds: u64) {
        self.delay.store(milliseconds, Ordering::SeqCst);
    }
}

impl Tape {
    fn answer(&mut self, request: &Request) -> (u16, String) {
        if self.ahead.front().is_some_and(|next| next.is_for(request)) {
            let next = self.ahead.pop_front().unwrap();
            let answer = next.answer();
            self.behind.push(next);
            return answer;
        }
        // On a machine that is busy a search may give up and be asked once more, and what is only looked at, looked at again.
        let again = self.behind.iter().rev().find(|known| known.is_for(request));
        match again.filter(|known| known.method == "GET" || known.path == "/multi-search") {
            Some(known) => known.answer(),
            None => {
                let body = String::from_utf8_lossy(&request.body);
                let next = self.ahead.front();
                self.faults
                    .push(format!("{} {} {body}, not {next:#?}", request.method, request.path));
                (500, "{}".to_owned())
            }
        }
    }
}

impl Exchange {
    fn is_for(&self, request: &Request) -> bool {
        let body = serde_json::from_slice(&request.body).unwrap_or(Value::Null);
        self.method == request.method && self.path == request.path && self.asked == body
    }

    fn answer(&self) -> (u16, String) {
        (self.status, self.answered.to_string())
    }
}

impl Drop for Replay {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let tape = self.tape.lock().unwrap();
            assert!(tape.faults.is_empty(), "{}", tape.faults.join("\n"));
            assert!(tape.ahead.is_empty(), "not asked: {:#?}", tape.ahead);
        }
    }
}
