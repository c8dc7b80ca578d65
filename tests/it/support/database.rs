//! A database of a test's own: a file in a folder that goes away, or one made on the PostgreSQL that tests are given.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use tanya::store::migrations::migrate;
use tanya::store::{DatabaseUrl, Store};

use super::cast;

/// A database that is gone when this is dropped.
pub struct Database {
    url: DatabaseUrl,
    kept: Kept,
}

enum Kept {
    Folder(tempfile::TempDir),
    Server { server: Server, name: String },
}

/// What a new database holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filling {
    Tables,
    Cast,
}

impl Database {
    /// A migrated one without anybody in it, on the database that `TANYA_TEST_DATABASE` names.
    pub fn new() -> Self {
        Self::filled(Filling::Tables)
    }

    /// A migrated one with the cast and its categories.
    pub fn with_cast() -> Self {
        Self::filled(Filling::Cast)
    }

    /// One without a table; on SQLite not even the file is there.
    pub fn bare() -> Self {
        if Self::is_postgres() {
            Self::bare_postgres()
        } else {
            Self::bare_sqlite()
        }
    }

    /// Whether tests run on PostgreSQL: `TANYA_TEST_DATABASE=postgres`, at `TANYA_TEST_POSTGRES`.
    pub fn is_postgres() -> bool {
        std::env::var("TANYA_TEST_DATABASE").as_deref() == Ok("postgres")
    }

    /// A file that is not there yet.
    pub fn bare_sqlite() -> Self {
        let folder = tempfile::tempdir_in(quick_folder()).unwrap();
        Self {
            url: DatabaseUrl::of_data_dir(folder.path()),
            kept: Kept::Folder(folder),
        }
    }

    /// An empty database of the server.
    pub fn bare_postgres() -> Self {
        Self::on_server("")
    }

    fn filled(filling: Filling) -> Self {
        if Self::is_postgres() {
            return Self::on_server(&format!("template {} {}", server_template(filling), quick_copy()));
        }
        let database = Self::bare_sqlite();
        std::fs::write(database.file(), file_template(filling)).unwrap();
        database
    }

    fn on_server(template: &str) -> Self {
        let server = Server::of_tests();
        let name = format!("tanya_it_{:016x}", rand::random::<u64>());
        server.run(&format!("create database {name} {template}"));
        let url = server.database(&name);
        Self {
            url,
            kept: Kept::Server { server, name },
        }
    }

    /// Where it is.
    pub fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    /// Where it is, as `DATABASE_URL` says it.
    pub fn address(&self) -> String {
        match &self.url {
            DatabaseUrl::Sqlite { path, .. } => format!("sqlite:{}", path.display()),
            DatabaseUrl::Postgres(address) => address.clone(),
        }
    }

    /// Its file; SQLite only.
    pub fn file(&self) -> PathBuf {
        match &self.url {
            DatabaseUrl::Sqlite { path, .. } => path.clone(),
            DatabaseUrl::Postgres(_) => panic!("PostgreSQL has no file"),
        }
    }

    /// The pools of it.
    pub fn store(&self) -> Store {
        Store::open(&self.url).unwrap()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Kept::Server { server, name } = &self.kept {
            server.run(&format!("drop database if exists {name} with (force)"));
        }
        if let Kept::Folder(folder) = &self.kept {
            let _gone = std::fs::remove_dir_all(folder.path());
        }
    }
}

/// The PostgreSQL that tests are given.
pub struct Server(String);

#[derive(QueryableByName)]
struct There {
    #[diesel(sql_type = Bool)]
    there: bool,
}

impl Server {
    /// The one that `TANYA_TEST_POSTGRES` names.
    pub fn of_tests() -> Self {
        Self(std::env::var("TANYA_TEST_POSTGRES").expect("TANYA_TEST_POSTGRES names a server"))
    }

    /// Runs a statement outside of any test's database.
    pub fn run(&self, statement: &str) {
        diesel::sql_query(statement).execute(&mut self.connect()).unwrap();
    }

    fn connect(&self) -> PgConnection {
        PgConnection::establish(&self.0).unwrap()
    }

    fn database(&self, name: &str) -> DatabaseUrl {
        let mut address = url::Url::parse(&self.0).unwrap();
        address.set_path(name);
        DatabaseUrl::parse(address.as_str()).unwrap()
    }
}

/// How the server copies a template five times as fast as by its log, where it lets one choose: since PostgreSQL 15.
fn quick_copy() -> &'static str {
    static WAY: OnceLock<&str> = OnceLock::new();
    WAY.get_or_init(|| {
        let chosen: There = diesel::sql_query("select current_setting('server_version_num')::int >= 150000 as there")
            .get_result(&mut Server::of_tests().connect())
            .unwrap();
        if chosen.there { "strategy file_copy" } else { "" }
    })
}

/// Where files are written quickest: memory, if there is plenty, as no test waits for a power cut.
fn quick_folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let memory = Path::new("/dev/shm");
        let df = std::process::Command::new("df")
            .args(["-k", "--output=avail"])
            .arg(memory)
            .output();
        let free = df.ok().and_then(|df| {
            let text = String::from_utf8_lossy(&df.stdout).into_owned();
            text.lines().nth(1)?.trim().parse::<u64>().ok()
        });
        if free > Some(2 << 20) {
            memory.to_owned()
        } else {
            std::env::temp_dir()
        }
    })
}

/// The bytes of a filled file, made once and copied for each test.
fn file_template(filling: Filling) -> &'static [u8] {
    static TABLES: OnceLock<Vec<u8>> = OnceLock::new();
    static CAST: OnceLock<Vec<u8>> = OnceLock::new();
    let made = match filling {
        Filling::Tables => &TABLES,
        Filling::Cast => &CAST,
    };
    made.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::of_data_dir(folder.path());
        fill(&url, filling);
        std::fs::read(folder.path().join("tanya.db")).unwrap()
    })
}

fn fill(url: &DatabaseUrl, filling: Filling) {
    migrate(url).unwrap();
    // One connection, so that nothing is left in the log beside the file when it is closed.
    let mut db = url.open(tanya::store::db::ConnectionPurpose::Write).unwrap();
    db.write(cast::trust_everybody).unwrap();
    if filling == Filling::Cast {
        db.write(cast::move_in).unwrap();
    }
}

/// The name of a filled database on the server, made once for these migrations and this cast, whoever comes first.
fn server_template(filling: Filling) -> String {
    static TABLES: OnceLock<String> = OnceLock::new();
    static CAST: OnceLock<String> = OnceLock::new();
    let made = match filling {
        Filling::Tables => &TABLES,
        Filling::Cast => &CAST,
    };
    let make = || {
        let server = Server::of_tests();
        let name = format!("tanya_template_{:016x}_{filling:?}", version()).to_lowercase();
        let mut lock = server.connect();
        diesel::sql_query("select pg_advisory_lock(8417199)")
            .execute(&mut lock)
            .unwrap();
        let found: There = diesel::sql_query("select exists(select 1 from pg_database where datname = $1) as there")
            .bind::<Text, _>(&name)
            .get_result(&mut lock)
            .unwrap();
        if !found.there {
            let half_made = format!("{name}_half");
            server.run(&format!("drop database if exists {half_made} with (force)"));
            server.run(&format!("create database {half_made}"));
            fill(&server.database(&half_made), filling);
            server.run(&format!("alter database {half_made} rename to {name}"));
        }
        name
    };
    made.get_or_init(make).clone()
}

/// Changes with everything that a template is made from.
fn version() -> u64 {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in std::fs::read_dir(root.join("migrations/postgres")).unwrap() {
        files.push(folder.unwrap().path().join("up.sql"));
    }
    files.push(root.join("tests/it/support/cast.rs"));
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        std::fs::read(&file).unwrap().hash(&mut hasher);
    }
    hasher.finish()
}
