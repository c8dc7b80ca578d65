//! The tests that need a database, and most of them a server.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect should stop with a panic"
)]

mod admin;
mod appearance;
mod articles;
mod asking;
mod asking_back;
mod bad_input;
mod changes;
mod comforts;
mod conduct;
mod curating;
mod database;
mod desk;
mod digests;
mod flood;
mod fuzzing;
mod given_back;
mod imports;
mod incoming;
mod jobs;
mod kill;
mod known_problems;
mod languages;
mod letters;
mod lists;
mod live;
mod locks;
mod machines;
mod meaning;
mod meilisearch;
mod merging;
mod model;
mod notifications;
mod old_addresses;
mod page_cache;
mod people;

mod plans;
mod private;
mod proposals;
mod rates;
mod reading_migrations;
mod readings;
mod repeats;
mod reports;
mod resolution;
mod routes;
mod screening;
mod search;
mod search_faults;
mod searches;
mod self_service;
mod similar;
mod slow;
mod support;
mod tags;
mod template;
mod trust;
mod uploads;
