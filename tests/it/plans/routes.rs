//! What the server asks for each address that only reads, as every kind of viewer.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use tanya::store::db::ConnectionPurpose;
use tanya::web::routes::TABLE;

use super::{explain, seed};
use crate::routes::{World, example};
use crate::support::{Database, TestApp};

/// A visitor, a member, a moderator and an administrator.
const VIEWERS: &[&str] = &["", "ada", "cat", "root"];

/// Addresses with more behind them than an example has, or with a query.
const MORE: &[&str] = &[
    "/threads/7/question-7",
    "/threads/7/question-7?order=oldest",
    "/threads/9/question-9",
    "/threads/10/question-10",
    "/threads/12/question-12",
    "/threads?is=open&sort=votes",
    "/categories/help?is=unanswered",
    "/tags?q=tag-1",
    "/tags/tag-1?sort=new",
    "/tags/complete?q=tag-1",
    "/users/complete?q=person&thread=12",
    "/users/complete?q=person",
    "/users/2/bob",
    "/u/person%207",
    "/admin/people?q=person%207",
    "/admin/people?q=p7@example.org",
    "/admin/tags?q=tag-1",
    "/admin/incoming?outcome=refused",
    "/admin/jobs?show=dead",
    "/reports/searches?days=90",
    "/reports?category=1&tag=tag-1&field=Version&answer=2&askers=1",
    "/reports/questions.csv?category=1",
    "/reports/figures.json?tag=tag-1",
];

#[test]
fn every_query_of_every_route_finds_its_rows_by_an_index() {
    let database = Database::with_cast();
    let url = database.url().clone();
    seed::fill(&mut url.open(ConnectionPurpose::Write).unwrap());
    let world = World::on(TestApp::on(database));
    // What is asked, by its text, with the address that asked first.
    let asked: Arc<Mutex<BTreeMap<String, (String, explain::Query)>>> = Arc::default();
    let address = Arc::new(Mutex::new("the start".to_owned()));
    let (hears, at) = (Arc::clone(&asked), Arc::clone(&address));
    world.app.store().overhear(move |heard| {
        if let Some(query) = explain::Query::of(heard) {
            let at = at.lock().unwrap().clone();
            let text = query.text().to_owned();
            hears.lock().unwrap().entry(text).or_insert((at, query));
        }
    });
    let ask = |name: &str, path: &str| {
        name.clone_into(&mut address.lock().unwrap());
        for viewer in VIEWERS {
            world.send(viewer, "GET", path, "same-origin");
        }
    };
    for route in TABLE.iter().filter(|route| route.method == "GET") {
        ask(route.path, &example(&world, route.path));
    }
    MORE.iter().for_each(|path| ask(path, path));
    let asked = std::mem::take(&mut *asked.lock().unwrap());
    let mut plain = url.open(ConnectionPurpose::Write).unwrap();
    let faults: Vec<String> = asked
        .values()
        .flat_map(|(path, query)| explain::faults(&mut plain, path, query))
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
