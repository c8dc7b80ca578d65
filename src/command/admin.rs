//! `tanya admin`: looking after the forum from the command line.

use chrono::{DateTime, Utc};
use clap::Subcommand;

use tanya::app;
use tanya::clock::Clock;
use tanya::config::Config;
use tanya::domain::body::Reason;
use tanya::domain::change::{ChangeVerb, Noun};
use tanya::domain::email::EmailAddress;
use tanya::domain::id::UserId;
use tanya::domain::role::Role;
use tanya::store::users::passwords::{self, ClaimLink};
use tanya::store::users::roles::{self, Governance, Governing};
use tanya::store::{Store, StoreError, changes, signed_links};
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
    /// Make every link that letters carry good for nothing, as after a copy of the database was lost; new letters are signed anew.
    /// Links that stop letters go on working.
    EndLinks {
        /// Make those that stop letters good for nothing too.
        #[arg(long)]
        all: bool,
    },
    /// Ask the person with this address for no code after their password any more, as when their phone and recovery codes are lost.
    EndSecondFactor {
        /// The address that they sign in with.
        email: String,
    },
    /// Make the person with this address an administrator.
    Promote {
        /// The address that they sign in with.
        email: String,
    },
}

/// Does it, on a forum that is there: elsewhere it would make an empty one.
pub fn run(config: &Config, errand: &Errand) -> Result<(), Failure> {
    refuse_nowhere(config, "")?;
    let store = app::open_store(config)?;
    let now = Clock::system().now();
    let said = match errand {
        Errand::ClaimLink { id } => claim_link(&store, &Urls::new(&config.public_url), id, now)?,
        Errand::EndLinks { all } => end_links(&store, *all, now)?,
        Errand::EndSecondFactor { email } => end_second_factor(&store, email, now)?,
        Errand::Promote { email } => promote(&store, email, now)?,
    };
    println!("{said}");
    Ok(())
}

fn claim_link(store: &Store, urls: &Urls, id: &str, now: DateTime<Utc>) -> Result<String, Failure> {
    let id: UserId = id.parse().map_err(|_| format!("{id} is not a person's id"))?;
    match store.write_now::<_, StoreError>(|tx| passwords::issue_claim(tx, id, now)) {
        Ok(ClaimLink::Issued(token)) => Ok(urls.claim_account(&token)),
        Ok(_) => Err("That person has an address already; they sign in with it.".into()),
        Err(StoreError::NotFound) => Err("There is no such person.".into()),
        Err(error) => Err(error.into()),
    }
}

fn end_links(store: &Store, all: bool, now: DateTime<Utc>) -> Result<String, Failure> {
    store.write_now::<_, StoreError>(|tx| {
        signed_links::end_key(tx, now)?;
        if all {
            signed_links::forget_ended_keys(tx)?;
        }
        // Nodes that run take the new key over with the settings.
        changes::record(tx, Noun::Settings, ChangeVerb::Changed, now)
    })?;
    let but = if all { "" } else { ", but for those that stop letters" };
    Ok(format!(
        "Links that letters carried so far are good for nothing now{but}."
    ))
}

fn end_second_factor(store: &Store, email: &str, now: DateTime<Utc>) -> Result<String, Failure> {
    let address = EmailAddress::parse(email).map_err(|_| format!("{email} is not an e-mail address."))?;
    let found = store.read_now::<_, StoreError>(|db| passwords::credentials(db, &address))?;
    let Some(owner) = found else {
        return Err(format!("No account has the address {email}.").into());
    };
    let governance = Governance {
        admin: None,
        user: owner.user,
        reason: Reason::default(),
        now,
    };
    match store.write_now::<_, StoreError>(|tx| roles::end_second_factor(tx, &governance))? {
        Governing::Unchanged => Ok(format!("{email} has no second factor.")),
        Governing::Done | Governing::LastAdmin => Ok(format!("{email} signs in with the password alone now.")),
    }
}

/// An account that nobody can sign in to would be an administrator for nobody, so it is refused.
fn promote(store: &Store, email: &str, now: DateTime<Utc>) -> Result<String, Failure> {
    let address = EmailAddress::parse(email).map_err(|_| format!("{email} is not an e-mail address."))?;
    let found = store.read_now::<_, StoreError>(|db| passwords::credentials(db, &address))?;
    let owner = match found {
        None => return Err(format!("No account has the address {email}.").into()),
        Some(owner) if owner.password_hash.is_none() => {
            return Err(format!("Nobody can sign in with {email} yet: its account waits to be claimed.").into());
        }
        Some(owner) if owner.is_suspended(now) => {
            return Err(format!("The account of {email} is suspended; another administrator can end that.").into());
        }
        Some(owner) => owner.user,
    };
    let governance = Governance {
        admin: None,
        user: owner,
        reason: Reason::default(),
        now,
    };
    match store.write_now::<_, StoreError>(|tx| roles::change_role(tx, &governance, Role::Admin))? {
        Governing::Unchanged => Ok(format!("{email} is an administrator already.")),
        Governing::Done | Governing::LastAdmin => Ok(format!("{email} is an administrator now.")),
    }
}
