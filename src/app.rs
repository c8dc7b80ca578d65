//! Builds every part once: the only module that knows everything.

mod beside;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_web::middleware::from_fn;
use actix_web::web::Data;
use actix_web::{App as ActixApp, HttpServer};
use chrono::{DateTime, Utc};
use tokio_util::sync::CancellationToken;

use self::beside::Beside;
use crate::clock::Clock;
use crate::config::{Config, EmbeddingModel, MailRoute};
use crate::domain::signed_link::SigningKey;
use crate::jobs::{self, Workshop};
use crate::mail::mailbox::Door;
use crate::mail::{Dkim, MailError, Pace, Transport};
use crate::meaning::{Model, ModelError, place};
use crate::passwords::Passwords;
use crate::search::Search;
use crate::search::language::Tongue;
use crate::search::meanings::Meanings;
use crate::search::meilisearch::Meilisearch;
use crate::store::{OpenError, Store, StoreError, migrations, settings, signed_links, users};
use crate::text::phrases::{Languages, PhrasesError};
use crate::uploads::fetching::Fetcher;
use crate::uploads::{Depot, DepotError, Turns};
use crate::urls::Urls;
use crate::web::middleware::{cached, compressed, faults, forgery, found, headers, held};
use crate::web::pace::Patience;
use crate::web::site::{SetUpCode, Site, SiteParts};
use crate::web::uploads::Intake;
use crate::web::{cache, routes, upkeep};

/// How long requests in hand may take to finish at a shutdown.
const FAREWELL: Duration = Duration::from_secs(20);

/// The most connections at once; further ones wait at the door until one ends.
const MOST_CONNECTIONS: usize = 8_192;

/// Why the server could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database could not be opened.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// The database could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The phrases could not be loaded.
    #[error(transparent)]
    Phrases(#[from] PhrasesError),
    /// The mail transport could not be made.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The store of uploads could not be opened.
    #[error(transparent)]
    Depot(#[from] DepotError),
    /// The folder of the data could not be made.
    #[error("the data folder {0} cannot be made: {1}")]
    DataDir(String, io::Error),
    /// The address is taken or not ours.
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddr, io::Error),
}

/// What differs between a server for people and one for tests.
pub struct Setting {
    /// The clock.
    pub clock: Clock,
    /// Hashing of passwords.
    pub passwords: Passwords,
    /// Where letters go; what the configuration says when `None`.
    pub transport: Option<Transport>,
    /// Whether the server works jobs, and does what is due between requests, by itself; a test does it when it likes.
    pub works_jobs: bool,
    /// How long is waited for what somebody sends.
    pub patience: Patience,
    /// Bytes that kept pages may take.
    pub room_for_pages: u64,
}

impl Setting {
    /// For people.
    pub fn for_people() -> Self {
        Self {
            clock: Clock::system(),
            passwords: Passwords::strong(),
            transport: None,
            works_jobs: true,
            patience: Patience::for_people(),
            room_for_pages: cache::ROOM,
        }
    }
}

/// A server that listens, and its parts.
pub struct App {
    /// What handlers reach.
    pub site: Data<Site>,
    /// What jobs reach.
    pub workshop: Arc<Workshop>,
    /// The address that it listens on, with the port that the system chose.
    pub address: SocketAddr,
    server: actix_web::dev::Server,
    works_jobs: bool,
    beside: Beside,
}

/// The search of this node: its index is read and written by a follower; the search server, where there is one, is fed by one
/// of the nodes.
pub fn open_search(config: &Config, language: &str) -> Arc<Search> {
    let folder = config.data_dir.join("search");
    let search = Search::new(&folder, Tongue::of_code(language));
    let search = search.with_meanings(meanings(config));
    Arc::new(search.with_server(search_server(config).map(Arc::new)))
}

/// What threads mean, where there is a model that can be used; with any other, words alone decide.
fn meanings(config: &Config) -> Option<Arc<Meanings>> {
    match load_model(config)? {
        Ok(model) => Some(Arc::new(Meanings::new(Arc::new(model)))),
        Err(error) => {
            tracing::warn!("{error}; what is alike is told by words alone");
            None
        }
    }
}

/// The embedding model that is configured, or installed; `None` when there is none.
pub fn load_model(config: &Config) -> Option<Result<Model, ModelError>> {
    let installed = place::installed(&config.data_dir);
    match &config.embedding_model {
        EmbeddingModel::Installed => installed.exists().then(|| Model::load(&installed)),
        EmbeddingModel::Folder(folder) => Some(Model::load(folder)),
        EmbeddingModel::None => None,
    }
}

/// The search server, where one is configured.
pub fn search_server(config: &Config) -> Option<Meilisearch> {
    let said = config.search_server.as_ref()?;
    Some(Meilisearch::new(&said.url, said.key.as_deref(), &said.prefix))
}

/// Opens the database, migrated, for a command, which waits for its turn to write longer than somebody in front of a page would.
pub fn open_store(config: &Config) -> Result<Store, StartError> {
    prepare_database(config)?;
    Ok(Store::open_patiently(&config.database)?)
}

/// Makes the data folder, and brings the database up to date.
fn prepare_database(config: &Config) -> Result<(), StartError> {
    let made = std::fs::create_dir_all(&config.data_dir);
    made.map_err(|error| StartError::DataDir(config.data_dir.display().to_string(), error))?;
    config.database.check_exists()?;
    let count = migrations::migrate(&config.database)?;
    if count > 0 {
        tracing::info!(count, database = config.database.shown(), "migrated");
    }
    Ok(())
}

impl App {
    /// Opens everything and listens; nothing is answered before [`App::run`].
    pub fn start(config: &Config, setting: Setting) -> Result<Self, StartError> {
        prepare_database(config)?;
        let store = Store::open(&config.database)?;
        let languages = Languages::load()?;
        let (listener, address) = listen(config.bind).map_err(|error| StartError::Listen(config.bind, error))?;
        let urls = Urls::new(&config.public_url_at(address));
        let transport = setting.transport.map_or_else(|| transport(config), Ok)?;
        let settings = store.read_now(settings::load)?;
        let signing_key = Some(first_key(&store, setting.clock.now())?);
        let search = open_search(config, &settings.language);
        let (depot, turns) = (Depot::open(&config.uploads)?, Turns::default());
        let site = Data::new(Site::new(SiteParts {
            settings,
            signing_key,
            search: Arc::clone(&search),
            uploads: Intake::new(depot.clone(), turns.clone()),
            set_up_code: set_up_code(&store)?,
            store: store.clone(),
            clock: setting.clock.clone(),
            urls: urls.clone(),
            languages: languages.clone(),
            passwords: setting.passwords,
            trusted_proxies: config.trusted_proxies.clone(),
            metrics_networks: config.metrics_networks.clone(),
            rate_limits: config.rate_limits.clone(),
            letters_go_out: matches!(config.mail, MailRoute::Smtp(_)),
            incoming_secret: config.incoming_secret.clone().map(|secret| secret.0),
            patience: setting.patience,
            room_for_pages: setting.room_for_pages,
        }));
        tell_pages(&store, &site)?;
        let beside = Beside::new(&store, &search, mailbox(config).transpose()?, &setting.clock);
        let workshop = Arc::new(Workshop {
            store,
            transport,
            languages,
            urls,
            clock: setting.clock,
            meanings: search.meanings().cloned(),
            pace: Pace::of(config.post.pace),
            desk: config.desk.clone(),
            depot,
            turns,
            fetcher: Fetcher::new(),
            in_hand: None,
        });
        let server = serve(&site, listener).map_err(|error| StartError::Listen(address, error))?;
        Ok(Self {
            site,
            workshop,
            address,
            server,
            works_jobs: setting.works_jobs,
            beside,
        })
    }

    /// Answers requests and works jobs until told to stop; then finishes what is in hand.
    pub async fn run(self) -> io::Result<()> {
        let stop = CancellationToken::new();
        let by_itself = self.works_jobs;
        if by_itself {
            let site = &self.site;
            site.assets.pack_in_background(&site.urls, site.settings().accent);
        }
        let upkeep = by_itself.then(|| actix_web::rt::spawn(upkeep::run(self.site.clone(), stop.clone())));
        let beside = by_itself.then(|| self.beside.begin(&self.workshop, &stop));
        let worker = by_itself.then(|| actix_web::rt::spawn(jobs::worker::run(self.workshop, stop.clone())));
        let farewell = by_itself.then(|| actix_web::rt::spawn(end_streams(self.site.clone())));
        let outcome = self.server.await;
        farewell.iter().for_each(actix_web::rt::task::JoinHandle::abort);
        stop.cancel();
        for part in [upkeep, worker].into_iter().flatten() {
            if part.await.is_err() {
                tracing::error!("a part of the server ended badly");
            }
        }
        beside.into_iter().for_each(beside::end);
        outcome
    }

    /// A handle by which a test stops the server.
    pub fn handle(&self) -> actix_web::dev::ServerHandle {
        self.server.handle()
    }
}

/// Ends live streams at the first signal to stop: a graceful shutdown waits for whatever is still being answered.
async fn end_streams(site: Data<Site>) {
    use actix_web::rt::signal::unix::{SignalKind, signal};
    let (Ok(mut interrupt), Ok(mut terminate)) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    else {
        return;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    site.live.close();
}

/// What this process writes ends the kept pages that show it, before the write is acknowledged.
fn tell_pages(store: &Store, site: &Data<Site>) -> Result<(), StoreError> {
    let site = Arc::downgrade(&site.clone().into_inner());
    store.tell(move |written| {
        if let Some(site) = site.upgrade() {
            site.pages.hear_written(written);
        }
    })
}

/// How letters travel, as the configuration says.
pub fn transport(config: &Config) -> Result<Transport, StartError> {
    match &config.mail {
        MailRoute::Smtp(url) => {
            let post = &config.post;
            let signing = post.signing.as_ref();
            let dkim = signing.map(|signing| Dkim::load(&signing.key, &signing.domain, &signing.selector));
            let roots = post.roots.as_deref();
            Ok(Transport::smtp(url, &config.mail_from, roots, dkim.transpose()?)?)
        }
        MailRoute::Folder(folder) => {
            tracing::info!(folder = %folder.display(), "letters are written into files, as SMTP_URL is not set");
            Ok(Transport::folder(folder, &config.mail_from)?)
        }
    }
}

/// The mailbox out of which messages come, where one is configured.
pub fn mailbox(config: &Config) -> Option<Result<Door, MailError>> {
    let mailbox = config.mailbox.clone()?;
    Some(Door::new(mailbox, config.post.roots.as_deref()))
}

/// Listens, and says where: the port may have been left to the system.
fn listen(at: SocketAddr) -> io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(at)?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

fn serve(site: &Data<Site>, listener: TcpListener) -> io::Result<actix_web::dev::Server> {
    let (site, patience) = (site.clone(), site.patience);
    let server = HttpServer::new(move || {
        ActixApp::new()
            .app_data(site.clone())
            .configure(routes::configure)
            .wrap(from_fn(forgery))
            .wrap(from_fn(faults))
            .wrap(from_fn(compressed))
            .wrap(from_fn(cached))
            .wrap(from_fn(found))
            .wrap(from_fn(headers))
            .wrap(from_fn(held))
    });
    let workers = std::thread::available_parallelism()
        .map_or(2, std::num::NonZero::get)
        .min(8);
    Ok(server
        .workers(workers)
        .client_request_timeout(patience.head)
        .max_connections(MOST_CONNECTIONS / workers)
        .shutdown_timeout(FAREWELL.as_secs())
        .listen(listener)?
        .run())
}

/// The key that signs the links of letters and what forms carry; made at the first start, so that whatever signs finds one.
fn first_key(store: &Store, now: DateTime<Utc>) -> Result<SigningKey, StoreError> {
    match store.read_now(signed_links::key)? {
        Some(key) => Ok(key),
        None => store.write_now(|tx| signed_links::key_or_new(tx, now)),
    }
}

/// While nobody can administer the forum: a code, printed once, so that the first visitor is not the administrator.
fn set_up_code(store: &Store) -> Result<SetUpCode, StoreError> {
    if !store.read_now(users::needs_set_up)? {
        return Ok(SetUpCode::none());
    }
    let token = crate::domain::token::Token::random();
    Ok(SetUpCode::expect(
        token
            .reveal()
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(12)
            .collect(),
    ))
}
