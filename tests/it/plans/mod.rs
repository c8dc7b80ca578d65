//! How pages ask the database: every query finds its rows by an index on both databases, and no page asks more often
//! because more stands on it.

mod articles;
mod asking;
mod asking_back;
mod conduct;
mod counts;
mod curating;
mod desk;
mod digests;
mod excused;
mod explain;
mod incoming;
mod letters;
mod merging;
mod notifications;
mod pages;
mod proposals;
mod routes;
mod screening;
mod searching;
mod seed;
mod self_service;
mod signing_in;
mod uploads;

use std::collections::BTreeSet;

use tanya::store::db::ConnectionPurpose;

use crate::support::Database;

#[test]
fn every_query_of_every_page_finds_its_rows_by_an_index() {
    let database = Database::with_cast();
    let mut db = database.url().open(ConnectionPurpose::Write).unwrap();
    seed::fill(&mut db);
    let mut asked = BTreeSet::new();
    for (page, ask) in pages::all().into_iter().chain(signing_in::all()) {
        let queries = explain::record(&mut db, |db| ask(db).unwrap_or_else(|error| panic!("{page}: {error}")));
        assert!(!queries.is_empty(), "{page} asks nothing");
        asked.extend(queries.into_iter().map(|query| (page.clone(), query)));
    }
    let mut plain = database.url().open(ConnectionPurpose::Write).unwrap();
    let faults: Vec<String> = asked
        .iter()
        .flat_map(|(page, query)| explain::faults(&mut plain, page, query))
        .collect();
    assert!(asked.len() > 100, "only {} queries were recorded", asked.len());
    assert!(
        faults.is_empty(),
        "{} of {} queries:\n\n{}",
        faults.len(),
        asked.len(),
        faults.join("\n\n")
    );
}
