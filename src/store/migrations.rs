//! Bringing a database to the shape that this program knows.

use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::db::{ConnectionPurpose, DatabaseUrl, Db};
use super::error::{OpenError, StoreError};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Any number: the lock under which one node migrates while others wait.
const LOCK: &str = "select pg_advisory_lock(8417120)";
const UNLOCK: &str = "select pg_advisory_unlock(8417120)";
/// On SQLite nodes wait for the right to write; of a large forum that may take minutes.
const PATIENCE: &str = "pragma busy_timeout = 600000";

/// Runs the migrations that are missing; answers how many there were.
///
/// Refuses a database that knows a migration which this program does not.
pub fn migrate(url: &DatabaseUrl) -> Result<usize, OpenError> {
    let mut db = url.open(ConnectionPurpose::Write)?;
    db.batch_execute(if db.is_postgres() { LOCK } else { PATIENCE })
        .map_err(|error| OpenError::Refused(error.to_string()))?;
    let work = |db: &mut Db| refuse_newer(db).and_then(|()| run_pending(db));
    let outcome = match db {
        // One process at a time holds the right to write, and with it all migrations commit together.
        Db::Sqlite(_) => db.write(work),
        Db::Postgres(_) => work(&mut db),
    };
    if db.is_postgres() {
        db.batch_execute(UNLOCK)
            .map_err(|error| OpenError::Refused(error.to_string()))?;
    }
    outcome
}

/// Takes every migration back, newest first: for tests.
pub fn revert_all(url: &DatabaseUrl) -> Result<usize, OpenError> {
    let mut db = url.open(ConnectionPurpose::Write)?;
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| OpenError::Migration(error.to_string());
    let reverted = match &mut db {
        Db::Sqlite(db) => db.revert_all_migrations(SQLITE),
        Db::Postgres(db) => db.revert_all_migrations(POSTGRES),
    };
    Ok(reverted.map_err(failed)?.len())
}

/// How many migrations are missing.
pub fn pending(db: &mut Db) -> Result<usize, OpenError> {
    let applied = applied(db)?;
    let missing = known(db)?.into_iter().filter(|version| !applied.contains(version));
    Ok(missing.count())
}

/// Refuses a database that was migrated by a newer program.
pub fn refuse_newer(db: &mut Db) -> Result<(), OpenError> {
    let known = known(db)?;
    match applied(db)?.into_iter().find(|version| !known.contains(version)) {
        Some(version) => Err(OpenError::Newer(version)),
        None => Ok(()),
    }
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Bool)]
    is_there: bool,
}

#[derive(QueryableByName)]
struct Applied {
    #[diesel(sql_type = Text)]
    version: String,
}

/// The migrations that the database has had; asked by hand, as diesel would make its table first, which a reader may not.
fn applied(db: &mut Db) -> Result<Vec<String>, StoreError> {
    let table = if db.is_postgres() {
        "select to_regclass('__diesel_schema_migrations') is not null as is_there"
    } else {
        "select count(*) > 0 as is_there from sqlite_master where name = '__diesel_schema_migrations'"
    };
    let found: Found = diesel::sql_query(table).get_result(db)?;
    if !found.is_there {
        return Ok(Vec::new());
    }
    let rows: Vec<Applied> = diesel::sql_query("select version from __diesel_schema_migrations").load(db)?;
    Ok(rows.into_iter().map(|row| row.version).collect())
}

/// The migrations that this program knows.
fn known(db: &Db) -> Result<Vec<String>, OpenError> {
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| OpenError::Migration(error.to_string());
    Ok(match db {
        Db::Sqlite(_) => versions::<diesel::sqlite::Sqlite>(SQLITE.migrations().map_err(failed)?),
        Db::Postgres(_) => versions::<diesel::pg::Pg>(POSTGRES.migrations().map_err(failed)?),
    })
}

fn versions<B: diesel::backend::Backend>(migrations: Vec<Box<dyn Migration<B>>>) -> Vec<String> {
    migrations
        .into_iter()
        .map(|migration| migration.name().version().to_string())
        .collect()
}

fn run_pending(db: &mut Db) -> Result<usize, OpenError> {
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| OpenError::Migration(explain(&error.to_string()));
    let count = match db {
        Db::Sqlite(db) => db.run_pending_migrations(SQLITE).map_err(failed)?.len(),
        Db::Postgres(db) => db.run_pending_migrations(POSTGRES).map_err(failed)?.len(),
    };
    Ok(count)
}

/// Says what to do where the database's own words do not.
fn explain(message: &str) -> String {
    let kind = diesel::result::DatabaseErrorKind::Unknown;
    let error = StoreError::from(diesel::result::Error::DatabaseError(kind, Box::new(message.to_owned())));
    match error {
        StoreError::Unexpected(message) => message,
        other => other.to_string(),
    }
}
