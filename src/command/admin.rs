//! `tanya admin`: looking after the forum from the command line.

use clap::Subcommand;

use tanya::app;
use tanya::clock::Clock;
use tanya::config::Config;
use tanya::domain::id::UserId;
use tanya::store::StoreError;
use tanya::store::users::passwords::{self, ClaimLink};
use tanya::urls::Urls;

use super::{Failure, refuse_nowhere};

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum Errand {
    /// Print a link by which an imported person takes over their account.
    ClaimLink {
        /// The person's id, as in the address of their page.
        id: String,
    },
}

/// Does it, on a forum that is there: elsewhere it would make an empty one.
pub fn run(config: &Config, errand: &Errand) -> Result<(), Failure> {
    refuse_nowhere(config, "")?;
    let store = app::open_store(config)?;
    let now = Clock::system().now();
    match errand {
        Errand::ClaimLink { id } => {
            let id: UserId = id.parse().map_err(|_| format!("{id} is not a person's id"))?;
            match store.write_now::<_, StoreError>(|tx| passwords::issue_claim(tx, id, now)) {
                Ok(ClaimLink::Issued(token)) => println!("{}", Urls::new(&config.public_url).claim_account(&token)),
                Ok(_) => return Err("That person has an address already; they sign in with it.".into()),
                Err(StoreError::NotFound) => return Err("There is no such person.".into()),
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(())
}
