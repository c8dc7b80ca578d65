//! What a person's answers did for others: asked for their page, each figure from one index.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::domain::id::{ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::store::schema::{acceptances, categories, threads};
use crate::store::{Db, StoreError};

/// How many solved questions a person's page names.
const RECENT: i64 = 5;

/// What a person's answers did for others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// How many questions of others their answers settled.
    pub solved: i64,
    /// How many people that helped: the askers, and those who had the same problem.
    pub helped: i64,
    /// Votes for their answers and replies.
    pub votes: i64,
    /// Thanks for them.
    pub thanks: i64,
    /// The questions that they settled lately and that are in sight, with their titles.
    pub recent: Vec<(ThreadId, String)>,
}

#[derive(QueryableByName)]
struct Two {
    #[diesel(sql_type = BigInt)]
    first: i64,
    #[diesel(sql_type = BigInt)]
    second: i64,
}

/// What this person's answers did for others.
pub(super) fn of(db: &mut Db, sight: Sight, user: UserId) -> Result<Figures, StoreError> {
    let settled = two(
        db,
        user,
        "select count(*) as first, cast(coalesce(sum(1 + threads.me_too_count), 0) as bigint) as second \
         from acceptances inner join threads on threads.id = acceptances.thread_id \
         where acceptances.answerer_id = $1 and acceptances.ended_at is null and threads.deleted_at is null \
         and (threads.author_id is null or threads.author_id <> acceptances.answerer_id)",
    )?;
    let received = two(
        db,
        user,
        "select cast(coalesce(sum(up_count), 0) as bigint) as first, \
         cast(coalesce(sum(thanks_count), 0) as bigint) as second \
         from replies where author_id = $1 and deleted_at is null",
    )?;
    Ok(Figures {
        solved: settled.first,
        helped: settled.second,
        votes: received.first,
        thanks: received.second,
        recent: recent(db, sight, user)?,
    })
}

fn two(db: &mut Db, user: UserId, query: &str) -> Result<Two, StoreError> {
    Ok(diesel::sql_query(query).bind::<BigInt, _>(user.get()).get_result(db)?)
}

fn recent(db: &mut Db, sight: Sight, user: UserId) -> Result<Vec<(ThreadId, String)>, StoreError> {
    let rows: Vec<(i64, String)> = acceptances::table
        .inner_join(threads::table.inner_join(categories::table))
        .filter(acceptances::answerer_id.eq(Some(user.get())))
        .filter(acceptances::ended_at.is_null())
        .filter(threads::deleted_at.is_null())
        .filter(threads::author_id.is_null().or(threads::author_id.ne(Some(user.get()))))
        .filter(categories::audience.eq_any(sight.audience_names()))
        .order(acceptances::id.desc())
        .limit(RECENT)
        .select((threads::id, threads::title))
        .load(db)?;
    let thread = |(id, title)| (ThreadId::stored(id), title);
    Ok(rows.into_iter().map(thread).collect())
}
