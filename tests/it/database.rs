//! A database of a test's own: SQLite in a folder that goes away, or one made on the PostgreSQL that tests are given.

use diesel::{Connection, PgConnection, RunQueryDsl};
use tanya::store::DatabaseUrl;
use tanya::store::migrations::migrate;

/// A migrated, empty database, gone when this is dropped.
pub struct Database {
    url: DatabaseUrl,
    kept: Kept,
}

enum Kept {
    Folder(#[expect(dead_code, reason = "the folder goes away when this is dropped")] tempfile::TempDir),
    Server { server: String, name: String },
}

impl Database {
    /// Makes one on the database that `TANYA_TEST_DATABASE` names: `sqlite`, or `postgres` at `TANYA_TEST_POSTGRES`.
    pub fn new() -> Self {
        let database = match std::env::var("TANYA_TEST_DATABASE").as_deref() {
            Ok("postgres") => Self::on_postgres(),
            _ => Self::on_sqlite(),
        };
        migrate(&database.url).unwrap();
        database
    }

    fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self {
            url: DatabaseUrl::of_data_dir(folder.path()),
            kept: Kept::Folder(folder),
        }
    }

    fn on_postgres() -> Self {
        let server = std::env::var("TANYA_TEST_POSTGRES").expect("TANYA_TEST_POSTGRES names a server");
        let name = format!("tanya_it_{:016x}", rand::random::<u64>());
        run(&server, &format!("create database {name}"));
        let mut address = url::Url::parse(&server).unwrap();
        address.set_path(&name);
        Self {
            url: DatabaseUrl::parse(address.as_str()).unwrap(),
            kept: Kept::Server { server, name },
        }
    }

    /// Where it is.
    pub fn url(&self) -> &DatabaseUrl {
        &self.url
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Kept::Server { server, name } = &self.kept {
            run(server, &format!("drop database {name} with (force)"));
        }
    }
}

fn run(server: &str, statement: &str) {
    let mut server = PgConnection::establish(server).unwrap();
    diesel::sql_query(statement).execute(&mut server).unwrap();
}
