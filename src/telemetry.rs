//! The log.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Starts the log on standard error: lines, in colour only on a terminal, or JSON when asked for; `filter` as in `RUST_LOG`.
pub fn start(filter: &str, json: bool) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    let started = if json {
        log.json().try_init()
    } else {
        log.with_target(false).try_init()
    };
    if started.is_err() {
        tracing::debug!("the log was started already");
    }
}
