//! `tanya specimens`: one letter of every kind, in each language, to see how they arrive; their links lead nowhere.

use tanya::app;
use tanya::clock::Clock;
use tanya::config::Config;
use tanya::domain::email::EmailAddress;
use tanya::domain::language::Language;
use tanya::domain::signed_link::SigningKey;
use tanya::letters::Stationery;
use tanya::letters::specimens::{self, Example};
use tanya::mail::Postmark;
use tanya::text::phrases::Languages;
use tanya::urls::Urls;

use super::Failure;

/// What the forum is called in them: nothing is read from a database.
const SITE_NAME: &str = "Tanya";

/// Sends them the way that letters go.
pub fn run(config: &Config, to: &str) -> Result<(), Failure> {
    let to = EmailAddress::parse(to).map_err(|_| format!("{to} is not an e-mail address."))?;
    let transport = app::transport(config)?;
    let (languages, urls) = (Languages::load()?, Urls::new(&config.public_url));
    let now = Clock::system().now();
    // A key that nobody keeps: no report about these letters is believed.
    let key = SigningKey::stored(0, &SigningKey::random_secret()).ok_or("No key could be made.")?;
    let mut count = 0;
    for language in Language::ALL {
        let phrases = languages.speak(language);
        let stationery = Stationery {
            phrases: &phrases,
            urls: &urls,
            site_name: SITE_NAME,
        };
        let example = Example::of_nothing(&phrases, to.clone(), "Ada", now);
        for specimen in specimens::all() {
            let letter = (specimen.compose)(&stationery, &example);
            let name = format!("specimen-{count}");
            transport.send(&letter, &Postmark::on(&letter, &name, &key, urls.host(), now)?)?;
            println!("{} {}: {}", specimen.kind, language.code(), letter.subject);
            count += 1;
        }
    }
    Ok(())
}
