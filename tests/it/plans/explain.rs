//! Recording queries, and what the database says about how it would answer them.

use std::sync::{Arc, Mutex};

use diesel::connection::InstrumentationEvent;
use diesel::prelude::*;
use diesel::sql_types::Text;
use tanya::store::Db;

use super::excused::{BIG, EXCUSED, EXCUSED_QUERIES};

/// A query as it was sent: its text, and its values as diesel shows them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Query {
    text: String,
    values: String,
}

/// The queries that `work` sends.
pub fn record(db: &mut Db, work: impl FnOnce(&mut Db)) -> Vec<Query> {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let hear = Arc::clone(&heard);
    db.set_instrumentation(move |event: InstrumentationEvent<'_>| {
        if let InstrumentationEvent::StartQuery { query, .. } = event {
            hear.lock().unwrap().push(query.to_string());
        }
    });
    work(db);
    db.set_instrumentation(|_: InstrumentationEvent<'_>| {});
    let heard = heard.lock().unwrap();
    heard.iter().filter_map(|heard| Query::of(heard)).collect()
}

impl Query {
    /// A query as diesel shows it, unless it is none of rows.
    pub fn of(heard: &str) -> Option<Self> {
        let (text, values) = heard.split_once(" -- binds: ").unwrap_or((heard, "[]"));
        let verb = text.trim_start().split(' ').next().unwrap_or_default().to_lowercase();
        let is_of_rows = matches!(verb.as_str(), "select" | "update" | "delete" | "insert" | "with");
        is_of_rows.then(|| Self {
            text: text.trim().to_owned(),
            values: values.trim().to_owned(),
        })
    }

    /// What is asked, whatever the values.
    pub fn text(&self) -> &str {
        &self.text
    }
}

#[derive(QueryableByName)]
struct OfSqlite {
    #[diesel(sql_type = Text)]
    detail: String,
}

#[derive(QueryableByName)]
struct OfPostgres {
    #[diesel(sql_type = Text)]
    #[diesel(column_name = "QUERY PLAN")]
    line: String,
}

/// What is wrong with how a query would be answered.
pub fn faults(db: &mut Db, page: &str, query: &Query) -> Vec<String> {
    let words = query.text.to_lowercase();
    // What SQLite says of a plain insert is what a deletion would do; and what is always false reads nothing.
    if words.contains("(1=0)") || (words.starts_with("insert") && !words.contains("select")) {
        return Vec::new();
    }
    let plan = if db.is_postgres() {
        plan_of_postgres(db, query)
    } else {
        plan_of_sqlite(db, query)
    };
    let is_bounded = words.contains(" limit ");
    let wrong = |line: &&String| {
        if plan.is_postgres {
            is_wrong_of_postgres(line)
        } else {
            is_wrong_of_sqlite(line, is_bounded, &words)
        }
    };
    let excused = |line: &&String| {
        let of_page = EXCUSED.iter().filter(|(of, ..)| page.contains(of));
        let of_query = EXCUSED_QUERIES.iter().filter(|(of, ..)| query.text.contains(of));
        of_page.chain(of_query).any(|(_, piece, _)| line.contains(piece))
    };
    let lines = plan.lines.iter().filter(wrong).filter(|line| !excused(line));
    lines
        .map(|line| {
            format!(
                "{page}: {}\n  {}\n  {}\n  in {}",
                line.trim(),
                query.text,
                query.values,
                plan.lines.join("\n     ")
            )
        })
        .collect()
}

struct Plan {
    is_postgres: bool,
    lines: Vec<String>,
}

fn plan_of_sqlite(db: &mut Db, query: &Query) -> Plan {
    let rows: Vec<OfSqlite> = diesel::sql_query(format!("explain query plan {}", query.text))
        .load(db)
        .unwrap();
    Plan {
        is_postgres: false,
        lines: rows.into_iter().map(|row| row.detail).collect(),
    }
}

/// Conditions that nearly every row meets, or that the words of a partial index repeat: what is read in the order of the
/// list until a page is full is little more than the page. Another filter may read everything for a rare match.
const HARMLESS: &[&str] = &[
    "true",
    "threads.deleted_at is null",
    "users.closed_at is null",
    "jobs.dead_at is null",
    // Of few categories.
    "threads.category_id not in",
    "moderations.thread_id is null or threads.category_id not in",
    // But for what was done in private categories.
    "moderations.is_for_admins",
    "standing not in 'talk', 'resolved', 'closed'",
];

/// The conditions of a query itself, without those of the queries within it.
fn conditions(words: &str) -> Vec<String> {
    let (mut depth, mut outermost) = (0_usize, String::new());
    let mut rest = words;
    while let Some(character) = rest.chars().next() {
        if depth == 0 && rest.starts_with(" where ") {
            outermost = rest[" where ".len()..].to_owned();
            break;
        }
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        rest = &rest[character.len_utf8()..];
    }
    let outermost = outermost.split(" order by ").next().unwrap_or_default();
    let outermost = outermost.split(" limit ").next().unwrap_or_default();
    let plain: String = outermost
        .chars()
        .filter(|c| !matches!(c, '(' | ')' | '`' | '"'))
        .collect();
    let parts = plain.split(" and ").map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

fn shows_what_it_reads(words: &str) -> bool {
    let is_harmless = |condition: &String| HARMLESS.iter().any(|known| condition.starts_with(known));
    conditions(words).iter().all(is_harmless)
}

/// A whole table, a whole index without a bound, or a sort of whatever was found.
fn is_wrong_of_sqlite(line: &str, is_bounded: bool, words: &str) -> bool {
    let scanned = line.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next());
    let is_big = scanned.is_some_and(|table| BIG.contains(&table));
    let by_index = line.contains("USING INDEX")
        || line.contains("USING COVERING INDEX")
        // The rows themselves stand in the order of their ids.
        || scanned.is_some_and(|table| words.contains(&format!("order by `{table}`.`id`")));
    (is_big && !(by_index && is_bounded && shows_what_it_reads(words)))
        || (is_bounded && line.contains("USE TEMP B-TREE FOR ORDER BY"))
        || line.contains("AUTOMATIC")
}

fn plan_of_postgres(db: &mut Db, query: &Query) -> Plan {
    let values: Vec<String> = split(inside(&query.values))
        .iter()
        .map(|value| literal(value))
        .collect();
    let arguments = if values.is_empty() {
        String::new()
    } else {
        format!("({})", values.join(", "))
    };
    let run = |db: &mut Db, statement: &str| {
        diesel::sql_query(statement)
            .execute(db)
            .unwrap_or_else(|error| panic!("{error}\n{statement}"))
    };
    run(db, "set plan_cache_mode = force_custom_plan");
    run(db, &format!("prepare asked as {}", query.text));
    let explain = format!("explain execute asked{arguments}");
    let rows: Vec<OfPostgres> = diesel::sql_query(&explain)
        .load(db)
        .unwrap_or_else(|error| panic!("{error}\n{explain}\n{query:?}"));
    run(db, "deallocate asked");
    Plan {
        is_postgres: true,
        lines: rows.into_iter().map(|row| row.line).collect(),
    }
}

fn is_wrong_of_postgres(line: &str) -> bool {
    let scanned = line
        .split_once("Seq Scan on ")
        .and_then(|(_, rest)| rest.split(' ').next());
    scanned.is_some_and(|table| BIG.contains(&table))
}

/// What stands between the outermost brackets.
fn inside(values: &str) -> &str {
    values
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(values)
}

/// Splits the values that diesel shows at the commas between them.
fn split(values: &str) -> Vec<String> {
    let (mut parts, mut part, mut depth, mut in_text, mut escaped) = (Vec::new(), String::new(), 0, false, false);
    for character in values.chars() {
        match character {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            '[' | '(' if !in_text => depth += 1,
            ']' | ')' if !in_text => depth -= 1,
            ',' if !in_text && depth == 0 => {
                parts.push(std::mem::take(&mut part).trim().to_owned());
                continue;
            }
            _ => {}
        }
        part.push(character);
    }
    if !part.trim().is_empty() {
        parts.push(part.trim().to_owned());
    }
    parts
}

/// A value as diesel shows it, as PostgreSQL reads it.
fn literal(value: &str) -> String {
    if let Some(inner) = value.strip_prefix("Some(").and_then(|rest| rest.strip_suffix(')')) {
        return literal(inner);
    }
    if value == "None" {
        return "null".to_owned();
    }
    if let Some(inner) = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let elements: Vec<String> = split(inner)
            .iter()
            .map(|element| element_of(&literal(element)))
            .collect();
        return format!("'{{{}}}'", elements.join(","));
    }
    let text = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let text = text.map_or(value.to_owned(), |text| {
        text.replace("\\\"", "\"").replace("\\\\", "\\")
    });
    format!("'{}'", text.replace('\'', "''"))
}

/// A literal as an element of an array, in quotes, as it may be empty or hold a comma.
fn element_of(literal: &str) -> String {
    let text = literal.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
    let quoted = text.map(|text| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")));
    quoted.unwrap_or_else(|| literal.to_owned())
}

#[test]
fn values_are_read_as_diesel_shows_them() {
    assert_eq!(
        split("1, \"a, b\", [1, 2], Some(3)"),
        ["1", "\"a, b\"", "[1, 2]", "Some(3)"]
    );
    assert_eq!(literal("Some(3)"), "'3'");
    assert_eq!(literal("[\"a\", \"\"]"), "'{\"a\",\"\"}'");
    assert_eq!(literal("[1, 2]"), "'{\"1\",\"2\"}'");
    assert_eq!(literal("\"it's\""), "'it''s'");
    assert_eq!(literal("None"), "null");
}

#[test]
fn a_plan_that_reads_everything_is_found() {
    assert!(is_wrong_of_sqlite("SCAN threads", true, ""));
    assert!(is_wrong_of_sqlite(
        "SCAN threads USING INDEX threads_by_activity",
        false,
        ""
    ));
    assert!(!is_wrong_of_sqlite(
        "SCAN threads USING INDEX threads_by_activity",
        true,
        ""
    ));
    let people = "select `users`.`id`, exists (select 1 from `group_members` where `user_id` = `users`.`id`) from `users` \
                  where (`users`.`closed_at` is null) order by `users`.`id` desc limit ?";
    assert!(!is_wrong_of_sqlite("SCAN users", true, people));
    let filtered = people.replace("is null)", "is null) and (`users`.`name_folded` like ?)");
    assert!(is_wrong_of_sqlite("SCAN users", true, &filtered));
    assert!(!is_wrong_of_sqlite("SCAN categories", false, ""));
    assert!(is_wrong_of_sqlite("USE TEMP B-TREE FOR ORDER BY", true, ""));
    assert!(is_wrong_of_postgres(
        "  ->  Seq Scan on replies  (cost=0.00..1 rows=1 width=1)"
    ));
    assert!(!is_wrong_of_postgres(
        "  ->  Seq Scan on categories  (cost=0.00..1 rows=1 width=1)"
    ));
}
