//! Each category's helpers of the month: counted by a job, so that the category's page reads a handful of rows.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Timestamp};

use super::schema::{helpers, users};
use super::time::row_time;
use super::{Db, StoreError, changes};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{CategoryId, UserId};

/// How many people a category names.
const MOST: i64 = 5;
/// How far back answers count.
const MONTH: Duration = Duration::days(30);

/// Somebody whose answers were accepted lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helper {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// How many of their answers in the category were accepted within thirty days.
    pub accepted_count: i64,
}

/// The helpers of the month of a category, the most helpful first.
pub fn of_category(db: &mut Db, category: CategoryId) -> Result<Vec<Helper>, StoreError> {
    let rows: Vec<(i64, String, i64)> = helpers::table
        .inner_join(users::table)
        .filter(helpers::category_id.eq(category.get()))
        .filter(users::closed_at.is_null())
        .order(helpers::place)
        .limit(MOST)
        .select((users::id, users::name, helpers::accepted_count))
        .load(db)?;
    let helper = |(id, name, accepted_count)| Helper {
        id: UserId::stored(id),
        name,
        accepted_count,
    };
    Ok(rows.into_iter().map(helper).collect())
}

/// Counts them all anew; categories whose helpers are others now are recorded as changed.
///
/// Only acceptances whose time is known exactly count, and nobody is a helper for answering themselves.
pub fn count_anew(tx: &mut Db, now: DateTime<Utc>) -> Result<(), StoreError> {
    let before = all(tx)?;
    diesel::delete(helpers::table).execute(tx)?;
    diesel::sql_query(
        "insert into helpers (category_id, place, user_id, accepted_count) \
         select category_id, place, user_id, accepted_count from (\
             select threads.category_id as category_id, acceptances.answerer_id as user_id, count(*) as accepted_count, \
                 row_number() over (partition by threads.category_id \
                     order by count(*) desc, acceptances.answerer_id) as place \
             from acceptances \
             inner join threads on threads.id = acceptances.thread_id \
             inner join users on users.id = acceptances.answerer_id \
             where acceptances.ended_at is null and acceptances.accepted_at is not null \
                 and acceptances.accepted_at > $1 and acceptances.precision = 'exact' \
                 and threads.deleted_at is null \
                 and (threads.author_id is null or threads.author_id <> acceptances.answerer_id) \
                 and users.closed_at is null and users.suspended_at is null \
             group by threads.category_id, acceptances.answerer_id\
         ) as counted where place <= $2",
    )
    .bind::<Timestamp, _>(row_time(now - MONTH))
    .bind::<BigInt, _>(MOST)
    .execute(tx)?;
    let after = all(tx)?;
    let categories = before
        .keys()
        .chain(after.keys().filter(|key| !before.contains_key(key)));
    for category in categories.filter(|category| before.get(category) != after.get(category)) {
        let category = CategoryId::stored(*category);
        changes::record(tx, Noun::Category(category), ChangeVerb::Changed, now)?;
    }
    Ok(())
}

fn all(db: &mut Db) -> Result<BTreeMap<i64, Vec<(i64, i64)>>, StoreError> {
    let rows: Vec<(i64, i64, i64)> = helpers::table
        .order((helpers::category_id, helpers::place))
        .select((helpers::category_id, helpers::user_id, helpers::accepted_count))
        .load(db)?;
    let mut all: BTreeMap<i64, Vec<(i64, i64)>> = BTreeMap::new();
    for (category, user, count) in rows {
        all.entry(category).or_default().push((user, count));
    }
    Ok(all)
}
