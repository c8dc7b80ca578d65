//! A real forum that comes in: how many were asked, answered and accepted is counted from its dump by this test itself.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use diesel::RunQueryDsl;
use diesel::sql_types::BigInt;
use tanya::import::Dump;
use tanya::reports::reckoner::Reckoner;
use tanya::store::{Store, StoreError};

use crate::support::Database;

#[derive(diesel::QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

fn count(store: &Store, which: &str) -> usize {
    let query = format!("select count(*) as count from question_outcomes where {which}");
    let found: Result<Count, StoreError> = store.read_now(|db| Ok(diesel::sql_query(query).get_result(db)?));
    usize::try_from(found.unwrap().count).unwrap()
}

fn attribute<'a>(row: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = row.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0)
}

/// A post of a dump, as far as it matters here.
struct Post {
    owner: Option<String>,
    created_at: String,
    parent: Option<String>,
    accepted: Option<String>,
}

fn posts(dump: &str) -> BTreeMap<String, Post> {
    let rows = dump
        .lines()
        .filter(|row| matches!(attribute(row, "PostTypeId"), Some("1" | "2")));
    rows.map(|row| {
        let text = |name: &str| attribute(row, name).map(str::to_owned);
        let post = Post {
            owner: text("OwnerUserId").or_else(|| text("OwnerDisplayName")),
            created_at: text("CreationDate").unwrap(),
            parent: text("ParentId"),
            accepted: text("AcceptedAnswerId"),
        };
        (text("Id").unwrap(), post)
    })
    .collect()
}

/// The questions that somebody else answered, or that the asker answered and accepted; and of these the ones whose first answer
/// is older than the question.
fn answered(posts: &BTreeMap<String, Post>) -> (BTreeSet<&str>, usize) {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, post) in posts {
        let Some((parent, question)) = post.parent.as_ref().and_then(|parent| posts.get_key_value(parent)) else {
            continue;
        };
        let is_own = post.owner.is_some() && post.owner == question.owner;
        if is_own && question.accepted.as_deref() != Some(id) {
            continue;
        }
        let first = first.entry(parent).or_insert(&post.created_at);
        *first = (*first).min(&post.created_at);
    }
    let early = first
        .iter()
        .filter(|(id, at)| **at < posts[**id].created_at.as_str())
        .count();
    (first.into_keys().collect(), early)
}

#[test]
fn cardano_counts_as_its_dump_does() {
    let folder = std::env::var_os("TANYA_TEST_DATA").map(|data| PathBuf::from(data).join("stackexchange/cardano"));
    let Some(folder) = folder.filter(|folder| folder.exists()) else {
        eprintln!("skipped: TANYA_TEST_DATA names no folder with stackexchange/cardano");
        return;
    };
    let dump = std::fs::read_to_string(folder.join("Posts.xml")).unwrap();
    let posts = posts(&dump);
    let asked = posts.values().filter(|post| post.parent.is_none()).count();
    let accepted = posts.values().filter(|post| post.accepted.is_some()).count();
    let (answered, early) = answered(&posts);

    let database = Database::new();
    let store = database.store();
    let now: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().unwrap();
    let dump = Dump::StackExchange { folder, category: None };
    dump.check(None).unwrap().write(&store, now).unwrap();
    let reckoner = Reckoner::new(store.clone(), tanya::clock::Clock::fixed(now));
    while reckoner.step().unwrap() {}

    assert_eq!(count(&store, "true"), asked);
    assert_eq!(count(&store, "answer_id is not null"), answered.len());
    assert_eq!(count(&store, "accepted_reply_id is not null"), accepted);
    assert_eq!(
        count(&store, "accepted_reply_id is not null and resolution_precision = 'day'"),
        accepted,
        "its acceptances are known to the day, and none is an anomaly for that"
    );
    assert_eq!(count(&store, "answer_id is not null and answered_at is null"), early);
    assert_eq!(count(&store, "anomaly is not null"), early);
    assert_eq!(
        count(&store, "resolved_at < answered_at and answer_id = accepted_reply_id"),
        0
    );
}
