//! What a machine needs to start, read once from the environment; every problem is reported at once.
//!
//! What a running community changes lives in the database (`domain::setting`), not here.

mod embedding_model;
mod incoming;
mod post;
mod rates;
mod search_server;
mod uploads;

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use ipnet::IpNet;

use crate::domain::incoming::{Desk, Mailbox};
use crate::domain::rate::RateLimits;
use crate::domain::upload::Place;
use crate::store::DatabaseUrl;

pub use embedding_model::EmbeddingModel;
pub use incoming::Secret;
pub use post::{Post, Signing};
pub use search_server::SearchServer;

/// What the program was told at its start.
#[derive(Clone)]
pub struct Config {
    /// The address to listen on (`TANYA_BIND`).
    pub bind: SocketAddr,
    /// The address by which browsers reach the site (`TANYA_PUBLIC_URL`).
    pub public_url: url::Url,
    /// The database (`DATABASE_URL`).
    pub database: DatabaseUrl,
    /// The folder of the embedded database, letters and indexes (`TANYA_DATA_DIR`).
    pub data_dir: PathBuf,
    /// Where letters go (`SMTP_URL`).
    pub mail: MailRoute,
    /// Who letters are from (`TANYA_MAIL_FROM`).
    pub mail_from: String,
    /// How letters go there.
    pub post: Post,
    /// Where people write to by mail (`TANYA_MAIL_INCOMING`, `TANYA_MAIL_ASK`, `TANYA_MAIL_AUTHSERV_ID`).
    pub desk: Desk,
    /// What whoever posts messages to the webhook has to know (`TANYA_INCOMING_SECRET`); without it there is none.
    pub incoming_secret: Option<Secret>,
    /// The mailbox out of which messages come (`TANYA_IMAP_URL`).
    pub mailbox: Option<Mailbox>,
    /// The search server, where there is one (`MEILISEARCH_URL`).
    pub search_server: Option<SearchServer>,
    /// The sentence-embedding model (`TANYA_EMBEDDING_MODEL`).
    pub embedding_model: EmbeddingModel,
    /// Where the bytes of uploads lie (`TANYA_UPLOADS`).
    pub uploads: Place,
    /// Proxies whose word about the client's address is believed (`TANYA_TRUSTED_PROXIES`).
    pub trusted_proxies: Vec<IpNet>,
    /// Networks besides loopback that may read `/metrics` (`TANYA_METRICS_NETWORKS`).
    pub metrics_networks: Vec<IpNet>,
    /// How often an account may ask for what (`TANYA_RATE_LIMITS`); without limits as often as it likes.
    pub rate_limits: Option<RateLimits>,
    /// What is logged (`TANYA_LOG`), as in `RUST_LOG`.
    pub log_filter: String,
    /// Whether log lines are JSON (`TANYA_LOG_FORMAT=json`).
    pub log_is_json: bool,
}

/// Where letters go.
#[derive(Clone, PartialEq, Eq)]
pub enum MailRoute {
    /// Into files of this folder.
    Folder(PathBuf),
    /// To a mail server; the address may carry a password and is never printed.
    Smtp(String),
}

impl std::fmt::Debug for MailRoute {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            MailRoute::Folder(path) => write!(f, "Folder({})", path.display()),
            MailRoute::Smtp(_) => f.write_str("Smtp(…)"),
        }
    }
}

/// All that is wrong with the configuration, a sentence each.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct ConfigProblems(pub Vec<String>);

/// What the command line says over the environment.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// `--database-url`
    pub database_url: Option<String>,
    /// `--data-dir`
    pub data_dir: Option<PathBuf>,
}

/// The name of every variable that is read; a test looks for each in docs/OPERATIONS.md and .env.sample.
pub const VARIABLES: &[&str] = &[
    "TANYA_BIND",
    "TANYA_PUBLIC_URL",
    "DATABASE_URL",
    "TANYA_DATA_DIR",
    "SMTP_URL",
    "TANYA_MAIL_FROM",
    "TANYA_DKIM_KEY",
    "TANYA_DKIM_DOMAIN",
    "TANYA_DKIM_SELECTOR",
    "TANYA_MAIL_PACE",
    "SSL_CERT_FILE",
    "TANYA_MAIL_INCOMING",
    "TANYA_MAIL_ASK",
    "TANYA_MAIL_AUTHSERV_ID",
    "TANYA_INCOMING_SECRET",
    "TANYA_IMAP_URL",
    "MEILISEARCH_URL",
    "MEILISEARCH_KEY",
    "MEILISEARCH_PREFIX",
    "TANYA_EMBEDDING_MODEL",
    "TANYA_UPLOADS",
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_REGION",
    "AWS_ENDPOINT_URL",
    "TANYA_TRUSTED_PROXIES",
    "TANYA_METRICS_NETWORKS",
    "TANYA_RATE_LIMITS",
    "TANYA_LOG",
    "TANYA_LOG_FORMAT",
];

impl Config {
    /// The public address of a server that listens here: where the port was left to the system, the one that it chose.
    pub fn public_url_at(&self, address: SocketAddr) -> url::Url {
        let mut url = self.public_url.clone();
        if url.port() == Some(0) {
            // What has a host takes any port, and an address without one is no public address.
            url.set_port(Some(address.port())).ok();
        }
        url
    }

    /// Reads the environment of the process.
    pub fn from_env(overrides: &Overrides) -> Result<Self, ConfigProblems> {
        let read = |name: &&str| std::env::var_os(name).map(|value| ((*name).to_owned(), value));
        let mut problems = Vec::new();
        let mut variables = HashMap::new();
        for (name, value) in VARIABLES.iter().filter_map(read) {
            match value.into_string() {
                Ok(value) if value.trim().is_empty() => {}
                Ok(value) => drop(variables.insert(name, value)),
                Err(_) => problems.push(format!("{name} is not valid UTF-8.")),
            }
        }
        match Self::read(&variables, overrides) {
            Ok(config) if problems.is_empty() => Ok(config),
            Ok(_) => Err(ConfigProblems(problems)),
            Err(more) => {
                problems.extend(more.0);
                Err(ConfigProblems(problems))
            }
        }
    }

    /// Reads variables given by name.
    pub fn read(variables: &HashMap<String, String>, overrides: &Overrides) -> Result<Self, ConfigProblems> {
        let mut reader = Reader {
            variables,
            problems: Vec::new(),
        };
        let bind = reader.bind();
        let public_url = reader.public_url(bind);
        let data_dir = overrides
            .data_dir
            .clone()
            .unwrap_or_else(|| reader.get("TANYA_DATA_DIR").unwrap_or("data").into());
        let database = reader.database(overrides.database_url.as_deref(), &data_dir);
        let trusted_proxies = reader.networks("TANYA_TRUSTED_PROXIES");
        let metrics_networks = reader.networks("TANYA_METRICS_NETWORKS");
        reader.refuse_plain_http(&public_url, bind, &trusted_proxies);
        let mail = reader.mail(&data_dir);
        let mail_from = reader.mail_from(&public_url, &mail);
        let post = reader.post(&mail_from);
        let desk = reader.desk();
        let incoming_secret = reader.incoming_secret();
        let mailbox = reader.mailbox();
        let search_server = reader.search_server(&public_url);
        let embedding_model = EmbeddingModel::said(reader.get("TANYA_EMBEDDING_MODEL"));
        let rate_limits = reader.rate_limits();
        let uploads = reader.uploads(&data_dir);
        let log_is_json = reader.log_format();
        let log_filter = reader.log_filter();
        if !reader.problems.is_empty() {
            return Err(ConfigProblems(reader.problems));
        }
        Ok(Self {
            bind,
            public_url,
            database,
            data_dir,
            mail,
            mail_from,
            post,
            desk,
            incoming_secret,
            mailbox,
            search_server,
            embedding_model,
            uploads,
            trusted_proxies,
            metrics_networks,
            rate_limits,
            log_filter,
            log_is_json,
        })
    }
}

struct Reader<'a> {
    variables: &'a HashMap<String, String>,
    problems: Vec<String>,
}

const DEFAULT_BIND: SocketAddr = SocketAddr::new(IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);

impl Reader<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.variables.get(name).map(|value| value.trim())
    }

    fn problem(&mut self, sentence: impl Into<String>) {
        self.problems.push(sentence.into());
    }

    fn bind(&mut self) -> SocketAddr {
        match self.get("TANYA_BIND").map(str::parse) {
            None => DEFAULT_BIND,
            Some(Ok(bind)) => bind,
            Some(Err(_)) => {
                self.problem("TANYA_BIND is not an address with a port, such as 127.0.0.1:8080 or [::]:8080.");
                DEFAULT_BIND
            }
        }
    }

    fn public_url(&mut self, bind: SocketAddr) -> url::Url {
        let fallback = format!("http://127.0.0.1:{}", bind.port());
        let text = self.get("TANYA_PUBLIC_URL").unwrap_or(&fallback).to_owned();
        let is_good = |url: &url::Url| {
            matches!(url.scheme(), "http" | "https")
                && url.host_str().is_some()
                && url.path() == "/"
                && url.query().is_none()
                && url.username().is_empty()
        };
        match url::Url::parse(&text) {
            Ok(url) if is_good(&url) => url,
            _ => {
                self.problem("TANYA_PUBLIC_URL is not an address such as https://forum.example.com, without a path.");
                placeholder()
            }
        }
    }

    fn database(&mut self, typed: Option<&str>, data_dir: &Path) -> DatabaseUrl {
        let default = DatabaseUrl::of_data_dir(data_dir);
        match typed.or_else(|| self.get("DATABASE_URL")).map(DatabaseUrl::parse) {
            None => default,
            Some(Ok(url)) => url,
            Some(Err(error)) => {
                self.problem(format!("{error}."));
                default
            }
        }
    }

    fn networks(&mut self, name: &str) -> Vec<IpNet> {
        let parts: Vec<String> = self
            .get(name)
            .unwrap_or_default()
            .split(',')
            .map(|part| part.trim().to_owned())
            .collect();
        let mut networks = Vec::new();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            match part
                .parse::<IpNet>()
                .or_else(|_| part.parse::<IpAddr>().map(IpNet::from))
            {
                Ok(network) => networks.push(network),
                Err(_) => self.problem(format!("{name}: \"{part}\" is not a network such as 10.0.0.0/8.")),
            }
        }
        networks
    }

    /// A public address without TLS is refused, unless a proxy is declared that brings it.
    fn refuse_plain_http(&mut self, public_url: &url::Url, bind: SocketAddr, proxies: &[IpNet]) {
        let is_public = !is_loopback(public_url);
        if is_public && public_url.scheme() == "http" {
            self.problem(
                "TANYA_PUBLIC_URL is public but not https: passwords would travel in the clear. \
                 Put a TLS proxy in front, give its https address here, and declare it in TANYA_TRUSTED_PROXIES.",
            );
        } else if is_public && proxies.is_empty() {
            self.problem(
                "TANYA_PUBLIC_URL is https, which this program leaves to a proxy: declare the proxy's network in \
                 TANYA_TRUSTED_PROXIES (127.0.0.1 when it runs on this machine).",
            );
        } else if !is_public && !bind.ip().is_loopback() && proxies.is_empty() {
            self.problem(
                "TANYA_BIND listens on every network, but TANYA_PUBLIC_URL is this machine's own: \
                 set TANYA_PUBLIC_URL to the address that browsers use.",
            );
        }
    }

    fn mail(&mut self, data_dir: &Path) -> MailRoute {
        match self.get("SMTP_URL") {
            None => MailRoute::Folder(data_dir.join("letters")),
            Some(text) if text.starts_with("smtp://") || text.starts_with("smtps://") => {
                MailRoute::Smtp(text.to_owned())
            }
            Some(_) => {
                self.problem("SMTP_URL is not an address such as smtps://user:password@mail.example.com.");
                MailRoute::Folder(data_dir.join("letters"))
            }
        }
    }

    fn mail_from(&mut self, public_url: &url::Url, mail: &MailRoute) -> String {
        if let Some(from) = self.get("TANYA_MAIL_FROM").map(str::to_owned) {
            if from.parse::<lettre::message::Mailbox>().is_err() {
                self.problem("TANYA_MAIL_FROM is not an address such as Support forum <forum@example.com>.");
            }
            return from;
        }
        if matches!(mail, MailRoute::Smtp(_)) {
            self.problem("TANYA_MAIL_FROM is missing: a mail server wants to know who letters are from.");
        }
        let host = public_url.domain().unwrap_or("localhost.localdomain");
        format!(
            "forum@{}",
            if host.contains('.') {
                host
            } else {
                "localhost.localdomain"
            }
        )
    }

    fn log_filter(&mut self) -> String {
        let filter = self.get("TANYA_LOG").unwrap_or("info,actix_server=warn").to_owned();
        if tracing_subscriber::EnvFilter::try_new(&filter).is_err() {
            self.problem("TANYA_LOG is not a filter such as info or info,tanya=debug.");
        }
        filter
    }

    fn log_format(&mut self) -> bool {
        match self.get("TANYA_LOG_FORMAT") {
            None | Some("text") => false,
            Some("json") => true,
            Some(_) => {
                self.problem("TANYA_LOG_FORMAT is neither text nor json.");
                false
            }
        }
    }
}

fn is_loopback(url: &url::Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Stands in where the configured address cannot be read; the problem that was noted stops the start.
fn placeholder() -> url::Url {
    #[expect(clippy::expect_used, reason = "a constant that a test parses")]
    url::Url::parse("http://127.0.0.1:8080").expect("a constant address")
}

#[cfg(test)]
mod tests;
