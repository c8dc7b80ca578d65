//! `tanya scan`: has the server look through what is here already, such as an import, for what looks like advertising.

use tanya::app;
use tanya::clock::Clock;
use tanya::config::Config;
use tanya::store::StoreError;
use tanya::store::scans::{self, Beginning};

use super::{Failure, refuse_nowhere};

/// Begins a scan, which a server does that runs now or later.
pub fn run(config: &Config) -> Result<(), Failure> {
    refuse_nowhere(config, "")?;
    let store = app::open_store(config)?;
    let now = Clock::system().now();
    let begun = store.write_now::<_, StoreError>(|tx| scans::begin(tx, None, now))?;
    let said = match begun {
        Beginning::Begun => "The scan begins",
        Beginning::Running => "A scan is on its way already, and goes on",
    };
    println!(
        "{said} as soon as the server runs. /admin/watched-words tells how far it is; what it finds comes to the desk."
    );
    Ok(())
}
