//! What every test here stands on: a server of its own, browsers, databases, people, and things to read.
//!
//! What belongs here: what more than one test uses. What does not: anything that asserts what one feature does.

mod app;
mod articles;
mod cast;
mod child;
mod client;
mod content;
mod database;
mod everybody;
mod form;
mod page;
mod repeats;

use tanya::domain::browser::Place;

pub use app::TestApp;
pub use cast::{CAST, PASSWORD, beginning, email_of, user};
pub use child::Child;
pub use client::{Client, ORIGIN, encode};
pub use content::{Content, give_up};
pub use database::Database;
pub use form::FilledForm;
pub use page::Page;

/// The place of a browser of this name on this machine, where the tests' browsers are too.
pub fn place(agent: &str) -> Place {
    Place::of(agent, std::net::Ipv4Addr::LOCALHOST.into())
}

/// Whether the long forms of tests are wanted.
pub fn is_long() -> bool {
    std::env::var_os("TANYA_TEST_LONG").is_some()
}
