//! Migrations: the same tables and columns on both databases, equal to what the program was compiled with.

use std::collections::BTreeMap;
use std::path::Path;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text};
use tanya::store::db::ConnectionPurpose;
use tanya::store::migrations::{migrate, pending, revert_all};
use tanya::store::{Db, OpenError};

use crate::support::Database;

/// A table's columns with their types, as diesel writes them.
type Shape = BTreeMap<String, BTreeMap<String, String>>;

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    in_table: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Bool)]
    is_nullable: bool,
}

/// What SQLite knows, without its own tables and diesel's.
const OF_SQLITE: &str = "select t.name as in_table, c.name as name, lower(c.type) as kind, \
     (c.\"notnull\" = 0 and c.pk = 0) as is_nullable \
     from sqlite_schema t join pragma_table_info(t.name) c \
     where t.type = 'table' and t.name not like 'sqlite!_%' escape '!' and t.name not like '!_!_diesel%' escape '!'";
/// What PostgreSQL knows.
const OF_POSTGRES: &str = "select table_name::text as in_table, column_name::text as name, data_type::text as kind, \
     (is_nullable = 'YES') as is_nullable from information_schema.columns \
     where table_schema = 'public' and table_name not like '!_!_diesel%' escape '!'";

fn shape_of(database: &Database) -> Shape {
    let mut db = database.url().open(ConnectionPurpose::Write).unwrap();
    let query = if db.is_postgres() { OF_POSTGRES } else { OF_SQLITE };
    let columns: Vec<Column> = diesel::sql_query(query).load(&mut db).unwrap();
    let mut shape = Shape::new();
    for column in columns {
        let kind = match column.kind.as_str() {
            "integer" | "bigint" => "BigInt",
            "smallint" => "SmallInt",
            "text" => "Text",
            "blob" | "bytea" => "Binary",
            "boolean" => "Bool",
            "timestamp" | "timestamp without time zone" => "Timestamp",
            other => panic!(
                "{}.{} is {other}, which the two databases do not share",
                column.in_table, column.name
            ),
        };
        let kind = if column.is_nullable {
            format!("Nullable<{kind}>")
        } else {
            kind.to_owned()
        };
        shape.entry(column.in_table).or_default().insert(column.name, kind);
    }
    shape
}

/// The tables that the program was compiled with.
fn shape_of_program() -> Shape {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/schema.rs");
    let text = std::fs::read_to_string(path).unwrap();
    let mut shape = Shape::new();
    for table in text.split("diesel::table! {").skip(1) {
        let table = table.split("\n}").next().unwrap();
        let name = table.split_whitespace().next().unwrap();
        let columns = table
            .lines()
            .filter_map(|line| line.trim().strip_suffix(',')?.split_once(" -> "));
        let columns = columns.map(|(name, kind)| (name.to_owned(), kind.to_owned()));
        shape.insert(name.to_owned(), columns.collect());
    }
    shape
}

fn up_down_up(database: &Database) {
    let up = migrate(database.url()).unwrap();
    let shape = shape_of(database);
    assert_eq!(shape, shape_of_program());
    assert_eq!(migrate(database.url()).unwrap(), 0, "nothing is left to do");
    assert_eq!(revert_all(database.url()).unwrap(), up);
    assert_eq!(
        shape_of(database),
        Shape::new(),
        "taking everything back leaves nothing"
    );
    assert_eq!(migrate(database.url()).unwrap(), up);
    assert_eq!(shape_of(database), shape);
}

#[test]
fn migrations_go_up_and_down_and_up_again_to_what_the_program_knows() {
    assert!(shape_of_program().len() > 20, "the schema was read");
    let database = Database::bare();
    up_down_up(&database);
}

#[test]
fn both_kinds_of_database_have_the_same_migrations() {
    let names = |kind: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(kind);
        let mut names: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

#[test]
fn a_column_may_be_missing_or_not_on_both_kinds_of_database_alike() {
    if !Database::is_postgres() {
        return; // Both are at hand only where there is a PostgreSQL.
    }
    let (file, server) = (Database::bare_sqlite(), Database::bare_postgres());
    migrate(file.url()).unwrap();
    migrate(server.url()).unwrap();
    assert_eq!(shape_of(&file), shape_of(&server));
    assert_eq!(indexes_of(&file), indexes_of(&server));
}

#[derive(QueryableByName)]
struct Index {
    #[diesel(sql_type = Text)]
    name: String,
}

/// The names of the indexes that migrations made by name.
fn indexes_of(database: &Database) -> Vec<String> {
    let mut db = database.url().open(ConnectionPurpose::Write).unwrap();
    let query = if db.is_postgres() {
        "select indexname::text as name from pg_indexes where schemaname = 'public' \
         and indexname !~ '_(pkey|key)$' order by 1"
    } else {
        "select name from sqlite_schema where type = 'index' and sql is not null order by 1"
    };
    let found: Vec<Index> = diesel::sql_query(query).load(&mut db).unwrap();
    let mut names: Vec<String> = found.into_iter().map(|index| index.name).collect();
    names.sort();
    names
}

#[test]
fn six_nodes_that_start_together_migrate_once() {
    let database = Database::bare();
    let counts: Vec<Result<usize, OpenError>> = std::thread::scope(|scope| {
        let nodes: Vec<_> = (0..6).map(|_| scope.spawn(|| migrate(database.url()))).collect();
        nodes.into_iter().map(|node| node.join().unwrap()).collect()
    });
    let counts: Vec<usize> = counts.into_iter().map(|count| count.unwrap()).collect();
    let all = counts.iter().sum::<usize>();
    assert_eq!(
        counts.iter().filter(|count| **count == 0).count(),
        5,
        "one node did it: {counts:?}"
    );
    assert_eq!(revert_all(database.url()).unwrap(), all);
}

#[derive(QueryableByName)]
struct Pragma {
    #[diesel(sql_type = BigInt)]
    synchronous: i64,
    #[diesel(sql_type = Text)]
    journal_mode: String,
    #[diesel(sql_type = BigInt)]
    foreign_keys: i64,
}

#[derive(QueryableByName)]
struct Setting {
    #[diesel(sql_type = Text)]
    value: String,
}

fn pragmas(db: &mut Db) -> Pragma {
    let query = "select synchronous, journal_mode, foreign_keys \
         from pragma_synchronous, pragma_journal_mode, pragma_foreign_keys";
    diesel::sql_query(query).get_result(db).unwrap()
}

#[test]
fn the_connection_that_writes_posts_waits_for_the_disk() {
    let database = Database::new();
    let store = database.store();
    if Database::is_postgres() {
        // The server of the tests is told not to; what counts is that the program does not turn it off by itself.
        let query = "select source as value from pg_settings where name = 'synchronous_commit'";
        let setting: Setting = store
            .write_now(|tx| diesel::sql_query(query).get_result(tx).map_err(into))
            .unwrap();
        assert_ne!(setting.value, "session");
        return;
    }
    let writes = store
        .write_now(|tx| Ok::<_, tanya::store::StoreError>(pragmas(tx)))
        .unwrap();
    assert_eq!(
        (writes.synchronous, writes.journal_mode.as_str(), writes.foreign_keys),
        (2, "wal", 1)
    );
    let reads = store
        .read_now(|db| Ok::<_, tanya::store::StoreError>(pragmas(db)))
        .unwrap();
    assert_eq!((reads.journal_mode.as_str(), reads.foreign_keys), ("wal", 1));
}

fn into(error: diesel::result::Error) -> tanya::store::StoreError {
    error.into()
}

#[test]
fn a_migrated_database_waits_for_nothing() {
    let database = Database::new();
    let mut db = database.url().open(ConnectionPurpose::Write).unwrap();
    assert_eq!(pending(&mut db).unwrap(), 0);
}
