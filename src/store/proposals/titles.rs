//! What proposals are called by whoever reads of them. Their title is that of a question, which may have gone out of sight since they
//! were weighed: with its category, or into another one.

use std::collections::{BTreeMap, HashMap};

use diesel::dsl::{min, sql};
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::domain::sight::Sight;
use crate::store::native::among;
use crate::store::schema::{proposal_members, threads};
use crate::store::threads::hidden_categories;
use crate::store::{Db, StoreError};

/// Whether a member is not deleted.
const IS_THERE: &str = "(select threads.deleted_at from threads where threads.id = proposal_members.thread_id) is null";

/// What each of these proposals of groups is called: as it is, or, where one of its questions is out of sight, as the oldest of those in
/// sight. Absent are those without any.
pub(in crate::store) fn seen_titles(
    db: &mut Db,
    sight: Sight,
    titles: Vec<(i64, String)>,
) -> Result<HashMap<i64, String>, StoreError> {
    let mut called: HashMap<i64, String> = titles.into_iter().collect();
    let hidden: Vec<String> = hidden_categories(db, sight)?.iter().map(i64::to_string).collect();
    if hidden.is_empty() || called.is_empty() {
        return Ok(called);
    }
    let hidden = hidden.join(", ");
    let veiled: Vec<i64> = proposal_members::table
        .filter(among(proposal_members::proposal_id, called.keys().copied()))
        .filter(stands(&hidden, "in"))
        .select(proposal_members::proposal_id)
        .distinct()
        .load(db)?;
    if veiled.is_empty() {
        return Ok(called);
    }
    called.retain(|id, _| !veiled.contains(id));
    called.extend(oldest(db, &hidden, &veiled)?);
    Ok(called)
}

/// Whether a member stands in one of these categories; each is asked for its own, so that no database reads all threads of one.
fn stands(categories: &str, how: &str) -> SqlLiteral<Bool> {
    sql(&format!(
        "(select threads.category_id from threads where threads.id = proposal_members.thread_id) {how} ({categories})"
    ))
}

/// The title of the oldest question in sight of each of these proposals.
fn oldest(db: &mut Db, hidden: &str, proposals: &[i64]) -> Result<Vec<(i64, String)>, StoreError> {
    let first: Vec<(i64, Option<i64>)> = proposal_members::table
        .filter(among(proposal_members::proposal_id, proposals.iter().copied()))
        .filter(stands(hidden, "not in"))
        .filter(sql::<Bool>(IS_THERE))
        .group_by(proposal_members::proposal_id)
        .select((proposal_members::proposal_id, min(proposal_members::thread_id)))
        .load(db)?;
    let titles: Vec<(i64, String)> = threads::table
        .filter(among(threads::id, first.iter().filter_map(|(_, thread)| *thread)))
        .select((threads::id, threads::title))
        .load(db)?;
    let titles: BTreeMap<i64, String> = titles.into_iter().collect();
    let called = |(proposal, thread): (i64, Option<i64>)| Some((proposal, titles.get(&thread?)?.clone()));
    Ok(first.into_iter().filter_map(called).collect())
}
