//! `tanya check`: configuration, database and mail, each said plainly.

use tanya::app;
use tanya::config::{Config, MailRoute};
use tanya::store::{Store, jobs, migrations};

use super::Failure;

/// Says how each part stands; fails when one of them would keep the forum from working.
pub fn run(config: &Config) -> Result<(), Failure> {
    println!(
        "Configuration: good. Listens on {}, reached by {}",
        config.bind, config.public_url
    );
    let database = check_database(config);
    let mail = check_mail(config);
    for (part, outcome) in [("Database", &database), ("Mail", &mail)] {
        match outcome {
            Ok(sentence) => println!("{part}: good. {sentence}"),
            Err(failure) => println!("{part}: {failure}"),
        }
    }
    if database.is_ok() && mail.is_ok() {
        Ok(())
    } else {
        Err("Something is to be mended; see above.".into())
    }
}

fn check_database(config: &Config) -> Result<String, Failure> {
    let shown = config.database.shown();
    if let tanya::store::DatabaseUrl::Sqlite { path, may_create } = &config.database
        && *may_create
        && !path.exists()
    {
        return Ok(format!("{shown} is not there yet; `tanya serve` makes it."));
    }
    let store = Store::open(&config.database)?;
    let pending = store.read_now(|db| -> Result<_, tanya::store::StoreError> {
        Ok(migrations::refuse_newer(db).and_then(|()| migrations::pending(db)))
    })??;
    if pending > 0 {
        return Ok(format!(
            "{shown} waits for {pending} migrations; `tanya serve` or `tanya migrate` runs them."
        ));
    }
    let (waiting, dead) = store.read_now(jobs::counts)?;
    Ok(format!("{shown} is migrated; {waiting} jobs wait, {dead} are dead."))
}

fn check_mail(config: &Config) -> Result<String, Failure> {
    app::transport(config)?.check()?;
    Ok(match &config.mail {
        MailRoute::Smtp(_) => "The mail server answers.".to_owned(),
        MailRoute::Folder(folder) => format!("Letters are written into {}, as SMTP_URL is not set.", folder.display()),
    })
}
