//! Real dumps come in with exactly the counts that they must have, on either database, twice in a row.
//!
//! Skipped, with a message, where `TANYA_TEST_DATA` names no folder with the dumps.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use diesel::RunQueryDsl;
use diesel::sql_types::BigInt;
use tanya::import::Dump;
use tanya::import::report::{Noun, Report};
use tanya::store::{Store, StoreError};

#[derive(diesel::QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

#[derive(diesel::QueryableByName)]
struct Score {
    #[diesel(sql_type = BigInt)]
    source_id: i64,
    #[diesel(sql_type = BigInt)]
    score: i64,
}

/// The folder with real data, or nothing and a message.
fn data(below: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("TANYA_TEST_DATA").map(|data| PathBuf::from(data).join(below));
    match folder {
        Some(folder) if folder.exists() => Some(folder),
        _ => {
            eprintln!("skipped: TANYA_TEST_DATA names no folder with {below}");
            None
        }
    }
}

fn now() -> DateTime<Utc> {
    "2026-01-01T00:00:00Z".parse().unwrap()
}

fn count(store: &Store, from: &str) -> i64 {
    let query = format!("select cast(count(*) as bigint) as count from {from}");
    number(store, &query)
}

fn sum(store: &Store, what: &str, from: &str) -> i64 {
    number(
        store,
        &format!("select cast(coalesce(sum({what}), 0) as bigint) as count from {from}"),
    )
}

fn number(store: &Store, query: &str) -> i64 {
    let found: Result<Count, StoreError> = store.read_now(|db| Ok(diesel::sql_query(query).get_result(db)?));
    found.unwrap().count
}

fn import(dump: &Dump, store: &Store) -> Report {
    dump.check(None).unwrap().write(store, now()).unwrap()
}

/// Imports a dump twice; the second run must add nothing.
fn import_twice(dump: &Dump, store: &Store) -> Report {
    let report = import(dump, store);
    let again = import(dump, store);
    assert_eq!(again.written_in_all(), 0, "a second run writes nothing:\n{again}");
    assert_eq!(count(store, "jobs"), 0, "an import sends no letter");
    report
}

/// What a Stack Exchange dump must give, in the order of the columns in the table of the data.
#[derive(Debug, PartialEq, Eq)]
struct Expected {
    questions: i64,
    answers: i64,
    accepted: i64,
    users: i64,
    comments: i64,
    votes: (i64, i64),
    tags: i64,
    tags_in_use: i64,
    closed: i64,
    duplicate_links: i64,
}

fn stackexchange_counts(store: &Store) -> Expected {
    Expected {
        questions: count(store, "threads where kind = 'question'"),
        answers: count(store, "replies"),
        accepted: count(store, "acceptances where ended_at is null"),
        users: count(store, "users"),
        comments: count(store, "comments"),
        votes: (
            sum(store, "up_count", "threads") + sum(store, "up_count", "replies"),
            sum(store, "down_count", "threads") + sum(store, "down_count", "replies"),
        ),
        tags: count(store, "tags"),
        tags_in_use: count(store, "tags where thread_count > 0"),
        closed: count(store, "closures where ended_at is null"),
        duplicate_links: count(store, "duplicate_links"),
    }
}

/// The value of an attribute of a row, for numbers only.
fn attribute(row: &str, name: &str) -> Option<i64> {
    let (_, rest) = row.split_once(&format!(" {name}=\""))?;
    rest.split_once('"')?.0.parse().ok()
}

/// The `Score` of every question and answer of a dump.
fn scores_of_dump(folder: &Path) -> BTreeMap<i64, i64> {
    let posts = std::fs::read_to_string(folder.join("Posts.xml")).unwrap();
    posts
        .lines()
        .filter(|row| matches!(attribute(row, "PostTypeId"), Some(1 | 2)))
        .map(|row| (attribute(row, "Id").unwrap(), attribute(row, "Score").unwrap()))
        .collect()
}

fn scores_of_forum(store: &Store) -> BTreeMap<i64, i64> {
    let of = |noun: &str, table: &str| -> Vec<Score> {
        let query = format!(
            "select source_id, score from origins inner join {table} on {table}.id = origins.noun_id \
             where origins.noun = '{noun}'"
        );
        let found: Result<Vec<Score>, StoreError> = store.read_now(|db| Ok(diesel::sql_query(query).load(db)?));
        found.unwrap()
    };
    let rows = of("thread", "threads").into_iter().chain(of("reply", "replies"));
    rows.map(|row| (row.source_id, row.score)).collect()
}

fn check_stackexchange(name: &str, expected: &Expected) -> Option<(Report, crate::support::Database)> {
    let folder = data(&format!("stackexchange/{name}"))?;
    let database = crate::support::Database::new();
    let store = Store::open(database.url()).unwrap();
    let dump = Dump::StackExchange {
        folder: folder.clone(),
        category: None,
    };
    let report = import_twice(&dump, &store);
    assert_eq!(&stackexchange_counts(&store), expected, "{report}");
    assert_eq!(scores_of_forum(&store), scores_of_dump(&folder));
    check_counts_that_are_kept(&store);
    Some((report, database))
}

/// What is kept beside the rows agrees with them.
fn check_counts_that_are_kept(store: &Store) {
    let wrong = [
        "threads where reply_count <> (select count(*) from replies where thread_id = threads.id and deleted_at is null)",
        "threads where comment_count <> (select count(*) from comments where thread_id = threads.id and reply_id is null)",
        "replies where comment_count <> (select count(*) from comments where reply_id = replies.id)",
        "threads where (standing = 'resolved') <> exists (select 1 from acceptances where thread_id = threads.id)",
        "threads where active_at < created_at",
        "tags where thread_count <> (select count(*) from thread_tags where tag_id = tags.id)",
        "tags where thread_count <> public_count or thread_count <> signed_in_count",
        "categories where thread_count <> (select count(*) from threads where category_id = categories.id)",
        "users where reply_count <> (select count(*) from replies where author_id = users.id and deleted_at is null)",
        "users where thread_count <> (select count(*) from threads where author_id = users.id)",
        "acceptances inner join replies on replies.id = reply_id where accepted_at < replies.created_at",
        "acceptances inner join replies on replies.id = reply_id where acceptances.thread_id <> replies.thread_id",
    ];
    for rows in wrong {
        assert_eq!(count(store, rows), 0, "{rows}");
    }
    let threads = count(store, "threads");
    assert_eq!(
        number(
            store,
            "select count(distinct noun_id) as count from changes where noun = 'thread'"
        ),
        threads
    );
}

#[test]
fn cardano_comes_in_exactly() {
    let expected = Expected {
        questions: 1_042,
        answers: 1_496,
        accepted: 459,
        users: 3_988,
        comments: 1_828,
        votes: (7_551, 160),
        tags: 224,
        tags_in_use: 224,
        closed: 37,
        duplicate_links: 5,
    };
    let Some((report, _database)) = check_stackexchange("cardano", &expected) else {
        return;
    };
    assert_eq!(
        (report.read(Noun::Comments), report.kept(Noun::Comments)),
        (1_829, 1_828)
    );
    assert_eq!(
        (report.read(Noun::DuplicateLinks), report.kept(Noun::DuplicateLinks)),
        (10, 5)
    );
    assert_eq!(report.kept(Noun::UpVotes), 7_551);
}

#[test]
fn conlang_meta_comes_in_exactly() {
    let expected = Expected {
        questions: 54,
        answers: 115,
        accepted: 11,
        users: 272,
        comments: 230,
        votes: (948, 117),
        tags: 71,
        tags_in_use: 20,
        closed: 1,
        duplicate_links: 1,
    };
    let Some((_, database)) = check_stackexchange("conlang-meta", &expected) else {
        return;
    };
    let store = Store::open(database.url()).unwrap();
    assert_eq!(
        count(
            &store,
            "closures where reason = 'duplicate' and original_id is not null"
        ),
        1
    );
}

#[test]
fn urho3d_comes_in_exactly() {
    let Some(path) = data("discourse/urho3d.tar.zst") else {
        return;
    };
    let database = crate::support::Database::new();
    let store = Store::open(database.url()).unwrap();
    let report = import_twice(
        &Dump::Discourse {
            path,
            categories: None,
            questions: None,
        },
        &store,
    );
    assert_eq!(count(&store, "threads"), 5_046, "{report}");
    assert_eq!(count(&store, "users"), 999);
    assert_eq!(count(&store, "replies"), 36_990 - 5_046 - 92);
    assert_eq!(count(&store, "moderations"), 92);
    assert_eq!(
        sum(&store, "up_count", "threads") + sum(&store, "up_count", "replies"),
        11_199
    );
    assert_eq!(
        count(
            &store,
            "acceptances where precision = 'unknown' and accepted_at is null"
        ),
        670
    );
    assert_eq!(count(&store, "closures where ended_at is null"), 39);
    // Of the 22 hidden posts one begins a thread, which stays with the placeholder that was served for it.
    assert_eq!(report.kept(Noun::HiddenPosts), 22);
    assert_eq!(count(&store, "replies where deleted_at is not null"), 21);
    assert_eq!(count(&store, "categories where takes_questions"), 4);
    check_counts_that_are_kept(&store);
}
