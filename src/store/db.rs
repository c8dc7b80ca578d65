//! One open connection, how it is opened, and how a transaction begins on it.

use std::path::{Path, PathBuf};

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sqlite::SqliteConnection;

use super::error::{OpenError, StoreError};

/// One open connection to either database.
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// A file of this machine.
    Sqlite(SqliteConnection),
    /// A server.
    Postgres(PgConnection),
}

/// Where the database is.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file of this machine.
    Sqlite {
        /// The file.
        path: PathBuf,
        /// Whether a file that is missing may be made: only where nobody typed its name.
        may_create: bool,
    },
    /// A server's address; may carry a password and is never printed.
    Postgres(String),
}

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.shown())
    }
}

impl DatabaseUrl {
    /// Reads an address by its scheme: `sqlite:PATH`, `postgres://…`, `postgresql://…`.
    pub fn parse(text: &str) -> Result<Self, OpenError> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            return Ok(DatabaseUrl::Sqlite {
                path: PathBuf::from(path),
                may_create: false,
            });
        }
        if !text.starts_with("postgres:") && !text.starts_with("postgresql:") {
            return Err(OpenError::UnknownScheme);
        }
        let has_authority = text.split_once("://").is_some_and(|(_, rest)| !rest.is_empty());
        if has_authority && url::Url::parse(text).is_ok() {
            Ok(DatabaseUrl::Postgres(text.to_owned()))
        } else {
            Err(OpenError::MalformedUrl)
        }
    }

    /// The database of a data folder, which may be made.
    pub fn of_data_dir(data_dir: &Path) -> Self {
        DatabaseUrl::Sqlite {
            path: data_dir.join("tanya.db"),
            may_create: true,
        }
    }

    /// The address without its password, for people.
    pub fn shown(&self) -> String {
        match self {
            DatabaseUrl::Sqlite { path, .. } => format!("sqlite:{}", path.display()),
            DatabaseUrl::Postgres(text) => match url::Url::parse(text) {
                Ok(url) => format!("postgres://{}{}", url.host_str().unwrap_or("localhost"), url.path()),
                Err(_) => "postgres://…".to_owned(),
            },
        }
    }

    /// Refuses a file that was named by hand and is not there.
    pub fn check_exists(&self) -> Result<(), OpenError> {
        match self {
            DatabaseUrl::Sqlite { path, may_create } if !may_create && !path.is_file() => {
                Err(OpenError::NoSuchFile(path.display().to_string()))
            }
            _ => Ok(()),
        }
    }

    /// Opens one connection; makes no file that was named by hand.
    pub fn open(&self, purpose: ConnectionPurpose) -> Result<Db, StoreError> {
        self.check_exists()
            .map_err(|error| StoreError::Unreachable(Box::new(error)))?;
        match self {
            DatabaseUrl::Sqlite { path, .. } => {
                let unreachable = |error| StoreError::Unreachable(Box::new(error));
                let mut connection = SqliteConnection::establish(&path.to_string_lossy()).map_err(unreachable)?;
                connection.batch_execute(purpose.sqlite_pragmas())?;
                Ok(Db::Sqlite(connection))
            }
            DatabaseUrl::Postgres(text) => {
                let unreachable = |error| StoreError::Unreachable(Box::new(error));
                Ok(Db::Postgres(PgConnection::establish(text).map_err(unreachable)?))
            }
        }
    }
}

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConnectionPurpose {
    /// Only to read.
    Read,
    /// To write; on SQLite there is one of these.
    Write,
    /// To write beside a server that writes all the time: nobody waits in front of a page.
    WritePatiently,
}

impl ConnectionPurpose {
    /// Write-ahead log, and a sync before a commit is acknowledged: an acknowledged post survives a power cut.
    fn sqlite_pragmas(self) -> &'static str {
        match self {
            ConnectionPurpose::Read => {
                "pragma busy_timeout = 5000; pragma journal_mode = wal; pragma foreign_keys = on; \
                 pragma cache_size = -8000; pragma query_only = on;"
            }
            ConnectionPurpose::Write => {
                "pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full; \
                 pragma foreign_keys = on; pragma cache_size = -16000; pragma temp_store = memory;"
            }
            ConnectionPurpose::WritePatiently => {
                "pragma busy_timeout = 60000; pragma journal_mode = wal; pragma synchronous = full; \
                 pragma foreign_keys = on; pragma cache_size = -16000; pragma temp_store = memory;"
            }
        }
    }
}

impl Db {
    /// Runs `work` in a transaction that may write; on SQLite it takes the write lock at once.
    pub fn write<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        self.transact("begin immediate", "begin", work)
    }

    /// Runs `work` in a transaction that sees one state of the database and only reads.
    pub fn read<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        self.transact(
            "begin deferred",
            "begin isolation level repeatable read read only",
            work,
        )
    }

    /// Asks for nothing, to know that the database answers.
    pub fn answers(&mut self) -> Result<(), StoreError> {
        Ok(self.batch_execute("select 1")?)
    }

    /// Whether this is PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        matches!(self, Db::Postgres(_))
    }

    fn transact<T, E: From<StoreError>>(
        &mut self,
        on_sqlite: &str,
        on_postgres: &str,
        work: impl FnOnce(&mut Db) -> Result<T, E>,
    ) -> Result<T, E> {
        match self {
            Db::Sqlite(db) => AnsiTransactionManager::begin_transaction_sql(db, on_sqlite),
            Db::Postgres(db) => AnsiTransactionManager::begin_transaction_sql(db, on_postgres),
        }
        .map_err(StoreError::from)?;
        match work(self) {
            Ok(value) => {
                self.finish(true).map_err(StoreError::from)?;
                Ok(value)
            }
            Err(error) => {
                if let Err(cause) = self.finish(false) {
                    tracing::warn!(%cause, "a transaction could not be rolled back");
                }
                Err(error)
            }
        }
    }

    fn finish(&mut self, commit: bool) -> QueryResult<()> {
        match (self, commit) {
            (Db::Sqlite(db), true) => AnsiTransactionManager::commit_transaction(db),
            (Db::Postgres(db), true) => AnsiTransactionManager::commit_transaction(db),
            (Db::Sqlite(db), false) => AnsiTransactionManager::rollback_transaction(db),
            (Db::Postgres(db), false) => AnsiTransactionManager::rollback_transaction(db),
        }
    }
}

/// Opens connections for a pool.
#[derive(Debug)]
pub(super) struct Manager {
    pub(super) url: DatabaseUrl,
    pub(super) purpose: ConnectionPurpose,
    pub(super) queries: super::query_count::QueryCount,
}

impl r2d2::ManageConnection for Manager {
    type Connection = Db;
    type Error = StoreError;

    fn connect(&self) -> Result<Db, StoreError> {
        let mut db = self.url.open(self.purpose)?;
        db.set_instrumentation(self.queries.clone());
        Ok(db)
    }

    fn is_valid(&self, db: &mut Db) -> Result<(), StoreError> {
        db.answers()
    }

    fn has_broken(&self, db: &mut Db) -> bool {
        use diesel::connection::TransactionManager as _;
        match db {
            Db::Sqlite(db) => AnsiTransactionManager::is_broken_transaction_manager(db),
            Db::Postgres(db) => AnsiTransactionManager::is_broken_transaction_manager(db),
        }
    }
}
