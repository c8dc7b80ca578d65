//! The tests that need a database, and most of them a server.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect should stop with a panic"
)]

mod admin;
mod bad_input;
mod changes;
mod database;
mod imports;
mod jobs;
mod kill;
mod model;
mod old_addresses;
mod people;
mod plans;
mod reading_migrations;
mod routes;
mod support;
