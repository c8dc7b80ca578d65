//! The tests that need a database, and most of them a server.

mod database;
mod imports;
mod people;
