//! What a database lacks can be asked by a connection that only reads, as `tanya check` does.

use tanya::store::{OpenError, Store, StoreError, migrations};

use crate::support::Database;

fn pending(database: &Database) -> usize {
    let store = Store::open(database.url()).unwrap();
    let asked = store.read_now(|db| -> Result<Result<usize, OpenError>, StoreError> {
        Ok(migrations::refuse_newer(db).and_then(|()| migrations::pending(db)))
    });
    asked.unwrap().unwrap()
}

#[test]
fn a_reader_knows_what_is_missing() {
    assert_eq!(pending(&Database::new()), 0);
    let bare = Database::bare();
    if !Database::is_postgres() {
        std::fs::write(bare.url().shown().trim_start_matches("sqlite:"), "").unwrap();
    }
    let missing = pending(&bare);
    assert_eq!(migrations::migrate(bare.url()).unwrap(), missing);
    assert_eq!(pending(&bare), 0);
}
