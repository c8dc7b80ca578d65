//! `tanya demo`: a throw-away forum with demo content, in a folder of its own that every start makes anew.

use std::path::Path;

use tanya::app::{self, App, Setting};
use tanya::clock::Clock;
use tanya::config::{Config, MailRoute};
use tanya::domain::account::Password;
use tanya::domain::email::EmailAddress;
use tanya::domain::token::FormKey;
use tanya::import::demo::{ADMINISTRATOR, Demo, Keys, plant};
use tanya::passwords::Passwords;
use tanya::store::{DatabaseUrl, Store};
use tanya::urls::Urls;

use super::Failure;

/// The administrator of the demo.
const EMAIL: &str = "admin@example.com";

/// Fills a forum in the folder `demo` of the data folder, and serves it.
pub fn run(config: &Config) -> Result<(), Failure> {
    let folder = config.data_dir.join("demo");
    clear(&folder)?;
    let config = Config {
        database: DatabaseUrl::of_data_dir(&folder),
        mail: MailRoute::Folder(folder.join("letters")),
        // What it wrote there would stand beside a real forum's, or in its place.
        search_server: None,
        data_dir: folder,
        ..config.clone()
    };
    let store = app::open_store(&config)?;
    let urls = Urls::new(&config.public_url);
    let password = fill(&store, &urls)?;
    drop(store);
    super::serve::to_its_end(async {
        let app = App::start(&config, Setting::for_people())?;
        println!("Tanya's demo: {}", app.site.urls.absolute(""));
        println!("Sign in as {EMAIL}, password: {password}");
        app.run().await?;
        Ok(())
    })
}

/// Takes the last demo away; a folder that holds anything else is left alone.
fn clear(folder: &Path) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    if !folder.join("tanya.db").is_file() && std::fs::read_dir(folder)?.next().is_some() {
        return Err(format!("{} is not an earlier demo; move it away first.", folder.display()).into());
    }
    Ok(std::fs::remove_dir_all(folder)?)
}

/// Plants the demo with its administrator; answers the password.
fn fill(store: &Store, urls: &Urls) -> Result<String, Failure> {
    let password = FormKey::random().as_str().to_owned();
    let wrong = |_| "the demo administrator is malformed";
    let email = EmailAddress::parse(EMAIL).map_err(wrong)?;
    let hash = Passwords::strong().hash_now(&Password::choose(&password).map_err(wrong)?)?;
    let keys = Keys {
        name: ADMINISTRATOR,
        email: &email,
        password_hash: &hash,
    };
    let now = Clock::system().now();
    plant(
        &Demo::load()?,
        store,
        &|id, title| urls.thread(id, title),
        Some(keys),
        now,
    )?;
    Ok(password)
}
