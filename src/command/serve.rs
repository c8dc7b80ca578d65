//! `tanya serve`: the forum, until a signal ends it.

use tanya::app::{App, Setting};
use tanya::config::Config;

use super::Failure;

/// Serves until SIGTERM or SIGINT, then finishes what is in hand.
pub fn run(config: &Config) -> Result<(), Failure> {
    actix_web::rt::System::new().block_on(async {
        let app = App::start(config, Setting::for_people())?;
        let address = config.public_url.as_str().trim_end_matches('/');
        if let Some(code) = app.site.set_up_code.code() {
            println!("This forum has no administrator yet. Open {address}/set-up and give the code {code}");
        }
        println!("Tanya serves {address} (listening on {})", app.address);
        app.run().await?;
        Ok(())
    })
}
