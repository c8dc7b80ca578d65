//! What the log says when something fails, and what it keeps to itself.

use std::fs::File;

use diesel::connection::SimpleConnection;
use tanya::store::db::ConnectionPurpose;

use crate::support::{Child, Client, Database};

#[test]
fn the_log_names_the_route_that_failed_and_no_secret() {
    let database = Database::with_cast();
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let child = Child::serve_and_log(folder.path(), &database.address(), File::create(&log).unwrap());
    let mut db = database.url().open(ConnectionPurpose::Write).unwrap();
    db.batch_execute("drop table tokens").unwrap();
    let (client, secret) = (Client::new(child.address), "s".repeat(43));
    for path in ["sign-up/confirm", "reset-password", "claim", "settings/address/confirm"] {
        let head = format!("GET /{path}/{secret} HTTP/1.1\r\nhost: forum.localhost\r\nconnection: close\r\n\r\n");
        assert_eq!(client.send_bytes(head.as_bytes()), Some(500), "{path}");
    }
    let said = std::fs::read_to_string(&log).unwrap();
    for route in ["sign-up/confirm", "reset-password", "claim", "settings/address/confirm"] {
        assert!(said.contains(&format!("/{route}/{{token}}")), "{route}: {said}");
    }
    assert!(!said.contains(&secret), "{said}");
}
