//! `tanya digest`: composes the digests that are due, or prints what one would say.

use clap::Args;

use tanya::app;
use tanya::clock::Clock;
use tanya::config::Config;
use tanya::domain::digest::Window;
use tanya::domain::email::EmailAddress;
use tanya::domain::language::Language;
use tanya::jobs::compose_digests::{Composer, compose_due};
use tanya::letters::{self, Stationery, SubscriberWays};
use tanya::store::digests::{self, Told};
use tanya::store::{Store, StoreError, settings, subscribers};
use tanya::text::phrases::Languages;
use tanya::urls::Urls;

use super::{Failure, refuse_nowhere};

/// What is composed.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Write nothing; print what the next digest of --reader would say by now.
    #[arg(long, requires = "reader")]
    dry_run: bool,
    /// The address of a subscriber, with --dry-run.
    #[arg(long, value_name = "ADDRESS", requires = "dry_run")]
    reader: Option<String>,
}

/// Composes what is due, which the server sends; or prints one digest.
pub fn run(config: &Config, arguments: &Arguments) -> Result<(), Failure> {
    refuse_nowhere(config, "")?;
    let store = app::open_store(config)?;
    if let Some(reader) = &arguments.reader {
        return print(config, &store, reader);
    }
    let done = compose_due(&store, Clock::system().now())?;
    println!(
        "{} windows are closed, {} letters wait to be sent.",
        done.windows, done.letters
    );
    Ok(())
}

fn print(config: &Config, store: &Store, reader: &str) -> Result<(), Failure> {
    let Ok(email) = EmailAddress::parse(reader) else {
        return Err("--reader is no address.".into());
    };
    let Some(told) = told(store, &email)? else {
        println!("There is nothing to tell them.");
        return Ok(());
    };
    let settings = store.read_now::<_, StoreError>(settings::load)?;
    let language = told.language.or_else(|| Language::parse(&settings.language));
    let phrases = Languages::load()?.speak(language.unwrap_or(Language::English));
    let urls = Urls::new(&config.public_url);
    let stationery = Stationery {
        phrases: &phrases,
        urls: &urls,
        site_name: &settings.site_name,
    };
    // Nobody gets it: links that act are not signed.
    let ways = SubscriberWays {
        choices: urls.absolute(&urls.own_digests()),
        stop: urls.absolute(&urls.own_digests()),
    };
    let letter = letters::digest(&stationery, &told, ways);
    println!("{}\n\n{}", letter.subject, letter.text);
    Ok(())
}

/// What the next digest of a subscriber would say if it came now.
fn told(store: &Store, email: &EmailAddress) -> Result<Option<Told>, Failure> {
    let now = Clock::system().now();
    let mut composer = Composer::new(store, now)?;
    let found = store.read_now(|db| subscribers::with_address(db, email))?;
    let Some((subscriber, course)) = found.and_then(|one| one.course.map(|course| (one, course))) else {
        return Err("Nobody with this address gets digests.".into());
    };
    let window = Window {
        from: course.covered_to,
        to: composer.settled().max(course.covered_to),
    };
    Ok(store.read_now::<_, StoreError>(|db| {
        let due = digests::as_due(db, subscriber.clone())?;
        let composed = composer.compose(db, &[(due, window)])?;
        let Some(composed) = composed.into_iter().next() else {
            return Ok(None);
        };
        digests::telling(db, subscriber, window, &composed.contents)
    })?)
}
