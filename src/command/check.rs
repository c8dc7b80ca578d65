//! `tanya check`: configuration, database, search and mail, each said plainly.

use tanya::app;
use tanya::clock::Clock;
use tanya::config::{Config, MailRoute};
use tanya::domain::upload::Place;
use tanya::mail::mailbox::Door;
use tanya::mail::{Dkim, Transport};
use tanya::search::inspection;
use tanya::search::meilisearch::Meilisearch;
use tanya::store::{Store, StoreError, articles, changes, jobs, migrations, overview};
use tanya::uploads::Depot;

use super::{Failure, model};

/// Says how each part stands; fails when one of them would keep the forum from working.
pub fn run(config: &Config) -> Result<(), Failure> {
    println!(
        "Configuration: good. Listens on {}, reached by {}",
        config.bind, config.public_url
    );
    let (database, store) = match check_database(config) {
        Ok((sentence, store)) => (Ok(sentence), store),
        Err(failure) => (Err(failure), None),
    };
    let mut parts = vec![("Database", database)];
    if let Some(store) = &store {
        parts.push(("Search index", check_index(config, store)));
        let server = app::search_server(config);
        parts.extend(server.map(|server| ("Search server", check_server(&server, store))));
    }
    parts.extend(check_model(config, store.as_ref()).map(|outcome| ("Embedding model", outcome)));
    parts.push(("Mail", check_mail(config)));
    parts.extend(app::mailbox(config).map(|door| ("Mailbox", door.map_err(Failure::from).and_then(check_mailbox))));
    parts.extend(check_desk(config).map(|sentence| ("Incoming mail", Ok(sentence))));
    parts.push(("Uploads", check_uploads(&config.uploads)));
    for (part, outcome) in &parts {
        match outcome {
            Ok(sentence) => println!("{part}: good. {sentence}"),
            Err(failure) => println!("{part}: {failure}"),
        }
    }
    if parts.iter().all(|(_, outcome)| outcome.is_ok()) {
        Ok(())
    } else {
        Err("Something is to be mended; see above.".into())
    }
}

/// A sentence, and the store when there is a forum to look into.
fn check_database(config: &Config) -> Result<(String, Option<Store>), Failure> {
    let shown = config.database.shown();
    if let tanya::store::DatabaseUrl::Sqlite { path, may_create } = &config.database
        && *may_create
        && !path.exists()
    {
        return Ok((format!("{shown} is not there yet; `tanya serve` makes it."), None));
    }
    let store = Store::open(&config.database)?;
    let pending = store.read_now(|db| -> Result<_, StoreError> {
        Ok(migrations::refuse_newer(db).and_then(|()| migrations::pending(db)))
    })??;
    if pending > 0 {
        let sentence = format!("{shown} waits for {pending} migrations; `tanya serve` or `tanya migrate` runs them.");
        return Ok((sentence, None));
    }
    let (waiting, dead) = store.read_now(jobs::counts)?;
    let sentence = format!("{shown} is migrated; {waiting} jobs wait, {dead} are dead.");
    Ok((sentence, Some(store)))
}

/// The index of this node: one that is late catches up by itself, so it is never a failure.
fn check_index(config: &Config, store: &Store) -> Result<String, Failure> {
    let all = searchable(store)?;
    let Some(found) = inspection::index(&config.data_dir.join("search"))? else {
        return Ok("It is not there yet; `tanya serve` makes it.".to_owned());
    };
    let end = store.read_now(changes::end)?;
    let change = found.position.unwrap_or_default().change();
    let filling = if found.is_filling { " It is being filled." } else { "" };
    Ok(format!(
        "{} of {all} threads and articles are in it; it stands at change {change} of {}.{filling}",
        found.count,
        end.change()
    ))
}

/// How many threads and articles there are to be found.
fn searchable(store: &Store) -> Result<i64, StoreError> {
    store.read_now(|db| Ok(overview::load(db)?.thread_count + articles::published_count(db)?))
}

/// The search server; while it is away the index of each node answers, but whoever set it up wants to know.
fn check_server(server: &Meilisearch, store: &Store) -> Result<String, Failure> {
    let url = server.server().url();
    let found = inspection::server(store, server).map_err(|error| format!("{url} cannot be asked: {error}"))?;
    let all = searchable(store)?;
    let end = store.read_now(changes::end)?;
    let seconds = found.seen.behind(Clock::system().now()).num_seconds();
    let is_filled = match (found.is_filled(), &found.seen.feed.filling) {
        (true, None) => "",
        (_, Some(_)) => " It is being filled; the index of each node answers meanwhile.",
        (false, None) => " It is not filled yet; `tanya serve` does it.",
    };
    Ok(format!(
        "{url} answers (Meilisearch {}). {} of {all} threads and articles are in it; it stands at change {} of {}, {seconds} s behind.{is_filled}",
        found.version,
        found.count.unwrap_or_default(),
        found.seen.feed.position.change(),
        end.change(),
    ))
}

/// The embedding model, where there is one; one that cannot be used keeps nothing from working, but whoever named it wants to know.
fn check_model(config: &Config, store: Option<&Store>) -> Option<Result<String, Failure>> {
    let model = match app::load_model(config)? {
        Ok(model) => model,
        Err(error) => return Some(Err(format!("{error}. What is alike is told by words alone.").into())),
    };
    let told = || -> Result<String, Failure> {
        let figures = model::figures(&model)?;
        let read = store.map(|store| model::reading(store, &model)).transpose()?;
        Ok(format!("{figures} {}", read.unwrap_or_default()).trim().to_owned())
    };
    Some(told())
}

fn check_mail(config: &Config) -> Result<String, Failure> {
    let transport = app::transport(config)?;
    transport.check()?;
    Ok(match &config.mail {
        MailRoute::Smtp(_) => format!("The mail server answers. {}", signing(&transport)),
        MailRoute::Folder(folder) => format!("Letters are written into {}, as SMTP_URL is not set.", folder.display()),
    })
}

fn check_mailbox(door: Door) -> Result<String, Failure> {
    door.check()?;
    Ok("Its folder opens; messages in it are taken once a minute.".to_owned())
}

/// Whose word about senders is believed, where people may write by mail.
fn check_desk(config: &Config) -> Option<String> {
    let desk = &config.desk;
    if desk.answers.is_none() && desk.questions.is_none() {
        return None;
    }
    Some(match &desk.mail_server {
        Some(name) => format!("Messages are from whom {name} says that they are."),
        None => "Anybody can write any sender into a message, as TANYA_MAIL_AUTHSERV_ID is not set: what this forum \
                 answers may go to strangers."
            .to_owned(),
    })
}

/// Writes, reads and removes a few bytes where uploads lie.
fn check_uploads(place: &Place) -> Result<String, Failure> {
    match place {
        Place::Folder(folder) if !folder.exists() => {
            return Ok(format!(
                "{} is not there yet; `tanya serve` makes it.",
                folder.display()
            ));
        }
        _ => {}
    }
    let depot = Depot::open(place)?;
    depot.wait(depot.try_out())?;
    Ok(match place {
        Place::Folder(folder) => format!("They lie in {}.", folder.display()),
        Place::Bucket(bucket) => format!("The bucket {} takes, gives and removes them.", bucket.name),
    })
}

/// Whether letters are signed, and what the domain must publish for it.
fn signing(transport: &Transport) -> String {
    match transport.dkim().map(Dkim::record) {
        None => "Letters are not signed, as TANYA_DKIM_KEY is not set; many receivers take unsigned ones for junk."
            .to_owned(),
        Some((name, text)) => format!(
            "Letters are signed. The DNS must have this record:\n  {name}. IN TXT ( {} )",
            in_strings(&text)
        ),
    }
}

/// A text of the DNS in strings of at most 255 bytes, as zone files hold it.
fn in_strings(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let quoted = |part: &[char]| format!("\"{}\"", part.iter().collect::<String>());
    letters.chunks(200).map(quoted).collect::<Vec<_>>().join(" ")
}
