//! The log.

use std::fmt;
use std::io::IsTerminal;

use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

/// Starts the log on standard error: lines, in colour only on a terminal, or JSON when asked for; `filter` as in `RUST_LOG`.
pub fn start(filter: &str, json: bool) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    let started = if json {
        log.json().finish().with(WithoutStrangeRequests).try_init()
    } else {
        log.with_target(false).finish().with(WithoutStrangeRequests).try_init()
    };
    if started.is_err() {
        tracing::debug!("the log was started already");
    }
}

/// Leaves out what the server calls an error of its own when somebody sends what is no request, or goes away: anybody could fill the
/// log with it. What breaks while we answer it tells in a line of its own.
struct WithoutStrangeRequests;

impl<S: Subscriber> Layer<S> for WithoutStrangeRequests {
    fn event_enabled(&self, event: &Event<'_>, _context: Context<'_, S>) -> bool {
        if event.metadata().target() != "actix_http::h1::dispatcher" {
            return true;
        }
        let mut message = Message(String::new());
        event.record(&mut message);
        !message.0.starts_with("stream error: ")
    }
}

struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_is_no_request_is_not_logged_and_what_breaks_is() {
        let lines = Lines::default();
        let writer = lines.clone();
        let log = tracing_subscriber::fmt().with_writer(move || writer.clone()).finish();
        tracing::subscriber::with_default(log.with(WithoutStrangeRequests), || {
            tracing::error!(target: "actix_http::h1::dispatcher", "stream error: {}", "request parse error");
            tracing::error!(target: "actix_http::h1::dispatcher", "Response payload stream error: {:?}", "gone");
            tracing::error!("stream error: {}", "ours");
        });
        let written = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
        assert!(!written.contains("parse error"), "{written}");
        assert!(written.contains("gone") && written.contains("ours"), "{written}");
    }
}
