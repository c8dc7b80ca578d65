//! Plain SQL for tests that look at rows, or change them behind the program's back. No other code sees this.

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::{Db, StoreError};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The column `a` of a query, as text.
pub(crate) fn lines(db: &mut Db, query: &str) -> Result<Vec<String>, StoreError> {
    let query = format!("select cast(a as text) as line from ({query}) as rows");
    let lines: Vec<Line> = diesel::sql_query(query).load(db)?;
    Ok(lines.into_iter().map(|line| line.line).collect())
}

/// Runs a statement and gives how many rows it changed.
pub(crate) fn run(tx: &mut Db, statement: &str) -> Result<usize, StoreError> {
    Ok(diesel::sql_query(statement).execute(tx)?)
}
