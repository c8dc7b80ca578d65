//! `tanya serve`: the forum, until a signal ends it.

use tanya::app::{App, Setting};
use tanya::config::Config;

use super::Failure;

/// Serves until SIGTERM or SIGINT, then finishes what is in hand.
pub fn run(config: &Config) -> Result<(), Failure> {
    to_its_end(async {
        let app = App::start(config, Setting::for_people())?;
        let address = app.site.urls.absolute("");
        if let Some(code) = app.site.set_up_code.code() {
            println!("This forum has no administrator yet. Open {address}/set-up and give the code {code}");
        }
        println!("Tanya serves {address} (listening on {})", app.address);
        app.run().await?;
        Ok(())
    })
}

/// Does this, and leaves what does not end: a letter that a mail server keeps in hand, which goes again later.
pub(super) fn to_its_end(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    let system = actix_web::rt::System::new();
    let outcome = system.block_on(work);
    // Dropping it would wait for every thread that waits for such a server.
    std::mem::forget(system);
    outcome
}
