//! Whatever stands in a forum, a merge leaves every count true, and undoing it puts every row back.

use std::collections::BTreeMap;

use diesel::RunQueryDsl;
use diesel::sql_types::Text;
use tanya::domain::body::Reason;
use tanya::domain::id::ThreadId;
use tanya::domain::sight::Sight;
use tanya::store::merges::{self, Merging, Undoing};
use tanya::store::{Db, StoreError, imports, readings};

use crate::model::real::{Real, at};
use crate::model::verbs::{Chance, sequence};
use crate::support::{Database, is_long};

/// Tables that a merge writes to for good: what moderators did, what followers read, what happened, who was told, and when
/// their letter is due.
const GROWING: [&str; 7] = [
    "moderations",
    "changes",
    "merges",
    "question_facts",
    "tidings",
    "notifications",
    "thread_letters",
];

#[derive(diesel::QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

type Rows = BTreeMap<String, Vec<String>>;

fn lines(tx: &mut Db, query: &str) -> Vec<String> {
    let lines: Vec<Line> = diesel::sql_query(query)
        .load(tx)
        .unwrap_or_else(|error| panic!("{error}\n{query}"));
    lines.into_iter().map(|line| line.line).collect()
}

/// The tables with their columns.
fn tables(tx: &mut Db) -> BTreeMap<String, Vec<String>> {
    let query = if tx.is_postgres() {
        "select table_name || ' ' || column_name as line from information_schema.columns where table_schema = 'public'"
    } else {
        "select t.name || ' ' || c.name as line from sqlite_schema t join pragma_table_info(t.name) c \
         where t.type = 'table' and t.name not like 'sqlite!_%' escape '!'"
    };
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in lines(tx, query) {
        let (table, column) = line.split_once(' ').unwrap();
        tables.entry(table.to_owned()).or_default().push(column.to_owned());
    }
    tables
}

/// Every row of every table but those that grow.
fn rows(tx: &mut Db) -> Rows {
    let kept = |table: &String| !GROWING.contains(&table.as_str()) && !table.starts_with("__");
    let tables = tables(tx).into_iter().filter(|(table, _)| kept(table));
    let mut rows = Rows::new();
    for (table, columns) in tables.collect::<Vec<_>>() {
        let written = columns
            .iter()
            .map(|column| format!("'{column}=' || coalesce(cast({column} as text), 'null')"));
        let query = format!(
            "select {} as line from {table} order by 1",
            written.collect::<Vec<_>>().join(" || ', ' || ")
        );
        rows.insert(table, lines(tx, &query));
    }
    rows
}

/// What differs, table by table.
fn difference(before: &Rows, after: &Rows) -> String {
    let mut said = String::new();
    for (table, rows) in before {
        let now = &after[table];
        let missing = rows
            .iter()
            .filter(|row| !now.contains(row))
            .map(|row| format!("\n- {table}: {row}"));
        let new = now
            .iter()
            .filter(|row| !rows.contains(row))
            .map(|row| format!("\n+ {table}: {row}"));
        said.extend(missing.chain(new));
    }
    said
}

/// Counts everything anew: nothing may change.
pub fn counted(tx: &mut Db) -> Result<String, StoreError> {
    let before = rows(tx);
    let ids = |tx: &mut Db, table: &str| -> Vec<i64> {
        let ids = lines(tx, &format!("select cast(id as text) as line from {table}"));
        ids.iter().map(|id| id.parse().unwrap()).collect()
    };
    let (threads, replies, people) = (ids(tx, "threads"), ids(tx, "replies"), ids(tx, "users"));
    imports::count_threads(tx, &threads)?;
    imports::count_replies(tx, &replies)?;
    imports::count_people(tx, &people)?;
    imports::count_tags(tx)?;
    imports::count_categories(tx)?;
    Ok(difference(&before, &rows(tx)))
}

/// A forum of this seed, in which somebody has read something.
fn play<'a>(tx: &'a mut Db, seed: u64, chance: &mut Chance) -> Result<Real<'a>, StoreError> {
    let mut real = Real::new(tx)?;
    for (place, verb) in sequence(seed).iter().enumerate() {
        real.act(verb, i64::try_from(place).unwrap()).unwrap();
    }
    // Nobody reads two threads at the same moment, by which a reading is known again.
    for nth in 0..if real.threads.is_empty() { 0 } else { 6 } {
        let (user, thread) = (
            real.users[chance.below(6)].id,
            real.threads[chance.below(real.threads.len())],
        );
        let reading = readings::Reading {
            at: at(i64::try_from(6 * chance.below(7) + nth).unwrap()),
            seen_count: i64::try_from(chance.below(4)).unwrap(),
        };
        readings::put(real.tx, &[(user, thread, reading)])?;
    }
    Ok(real)
}

/// Two threads at random, merged by root if that is allowed.
fn merge(real: &mut Real<'_>, chance: &mut Chance) -> Result<Option<ThreadId>, StoreError> {
    let count = real.threads.len();
    if count == 0 {
        return Ok(None);
    }
    let (one, other) = (real.threads[chance.below(count)], real.threads[chance.below(count)]);
    let (root, reason) = (real.users[5].clone(), Reason::default());
    let merged = merges::merge(real.tx, &root, Sight::everything(), one, other, &reason, at(100))?;
    let Merging::Merged(opening) = merged else {
        return Ok(None);
    };
    real.replies.push(opening);
    Ok(Some(one))
}

fn undo(real: &mut Real<'_>, id: ThreadId) -> Result<Undoing, StoreError> {
    let root = real.users[5].clone();
    merges::undo(real.tx, &root, Sight::everything(), id, at(200))
}

/// Ends a transaction that is never to be kept.
enum Stop {
    Store(StoreError),
    Said(String),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Stop::Store(error)
    }
}

/// Plays in forums of many seeds until something is said; answers how often there was something to play.
pub fn each_forum(check: impl Fn(&mut Db, u64) -> Result<Option<String>, StoreError>) -> usize {
    let database = Database::with_cast();
    let store = database.store();
    let mut played = 0;
    for seed in 0..if is_long() { 3_000 } else { 200 } {
        let ended = store.write_now(|tx| match check(tx, seed)? {
            Some(said) => Err::<(), _>(Stop::Said(said)),
            None => Err(Stop::Said("nothing".to_owned())),
        });
        match ended {
            Err(Stop::Said(said)) if said == "nothing" => {}
            Err(Stop::Said(said)) if said.is_empty() => played += 1,
            Err(Stop::Said(said)) => panic!("seed {seed}:{said}"),
            Err(Stop::Store(error)) => panic!("seed {seed}: {error}"),
            Ok(()) => unreachable!("it is always rolled back"),
        }
    }
    played
}

#[test]
fn undoing_a_merge_puts_every_row_back() {
    let played = each_forum(|tx, seed| {
        let mut chance = Chance::new(!seed);
        let mut real = play(tx, seed, &mut chance)?;
        let before = rows(real.tx);
        let mut merged = Vec::new();
        // One after another, perhaps into each other; taken back in the other order.
        for _ in 0..3 {
            merged.extend(merge(&mut real, &mut chance)?);
        }
        if merged.is_empty() {
            return Ok(None);
        }
        let miscounted = counted(real.tx)?;
        if !miscounted.is_empty() {
            return Ok(Some(format!(" counts after a merge{miscounted}")));
        }
        for thread in merged.into_iter().rev() {
            assert_eq!(undo(&mut real, thread)?, Undoing::Undone);
        }
        Ok(Some(difference(&before, &rows(real.tx))))
    });
    assert!(played > 15, "only {played} merges were allowed");
}

#[test]
fn whatever_is_done_to_a_merged_thread_counts_stay_true_and_nothing_that_was_posted_is_lost() {
    let played = each_forum(|tx, seed| {
        let mut chance = Chance::new(seed);
        let mut real = play(tx, seed, &mut chance)?;
        let Some(merged) = merge(&mut real, &mut chance)? else {
            return Ok(None);
        };
        for (place, verb) in sequence(seed + 100_000).iter().enumerate() {
            real.act(verb, 101 + i64::try_from(place).unwrap()).unwrap();
        }
        let miscounted = counted(real.tx)?;
        if !miscounted.is_empty() {
            return Ok(Some(format!(" counts while merged{miscounted}")));
        }
        let posts = |tx: &mut Db| {
            let replies = lines(
                tx,
                "select cast(id as text) as line from replies where opens_id is null order by id",
            );
            let comments = lines(tx, "select cast(id as text) as line from comments order by id");
            (replies, comments)
        };
        let before = posts(real.tx);
        // Somebody may have done that already, or merged the target on.
        undo(&mut real, merged)?;
        assert_eq!(posts(real.tx), before, "seed {seed}");
        Ok(Some(counted(real.tx)?))
    });
    assert!(played > 10, "only {played} merges were allowed");
}
