//! How far long work is: a bar on a terminal, a line a minute elsewhere.

use std::cell::Cell;
use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// How often a line is written where there is no terminal.
const A_LINE_EVERY: Duration = Duration::from_secs(60);

/// How far one pass is, in bytes of a dump or in threads.
pub struct Progress {
    what: String,
    total: u64,
    done: Cell<u64>,
    shown_as: Option<Shown>,
}

enum Shown {
    Bar(ProgressBar),
    Lines(Cell<Instant>),
}

impl Progress {
    /// A pass over `total` bytes, shown on standard error: as a bar when that is a terminal.
    #[must_use]
    pub fn new(what: &str, total: u64) -> Self {
        Self::shown(what, total, "{msg:10} {wide_bar} {bytes}/{total_bytes} {eta}")
    }

    /// A pass over `total` threads, shown alike.
    #[must_use]
    pub fn over_threads(what: &str, total: u64) -> Self {
        Self::shown(what, total, "{msg:10} {wide_bar} {pos}/{len} {eta}")
    }

    fn shown(what: &str, total: u64, template: &str) -> Self {
        let shown_as = if std::io::stderr().is_terminal() {
            let bar = ProgressBar::new(total);
            if let Ok(style) = ProgressStyle::with_template(template) {
                bar.set_style(style);
            }
            bar.set_message(what.to_owned());
            Shown::Bar(bar)
        } else {
            Shown::Lines(Cell::new(Instant::now()))
        };
        Self {
            what: what.to_owned(),
            total,
            done: Cell::new(0),
            shown_as: Some(shown_as),
        }
    }

    /// A pass that nobody watches.
    #[cfg(test)]
    pub fn unseen() -> Self {
        Self {
            what: String::new(),
            total: 0,
            done: Cell::new(0),
            shown_as: None,
        }
    }

    /// Says that so many more are done.
    pub fn advance(&self, more: u64) {
        let done = self.done.get() + more;
        self.done.set(done);
        match &self.shown_as {
            None => {}
            Some(Shown::Bar(bar)) => bar.set_position(done),
            Some(Shown::Lines(since)) if since.get().elapsed() >= A_LINE_EVERY => {
                since.set(Instant::now());
                eprintln!("{}: {} %", self.what, percent(done, self.total));
            }
            Some(Shown::Lines(_)) => {}
        }
    }

    /// Ends the pass.
    pub fn finish(&self) {
        if let Some(Shown::Bar(bar)) = &self.shown_as {
            bar.finish_and_clear();
        }
    }
}

fn percent(done: u64, total: u64) -> u64 {
    (done * 100).checked_div(total).unwrap_or(100).min(100)
}
