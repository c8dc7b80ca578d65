//! What a person's answers did for others: asked for their page, each figure from one index.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::domain::id::{ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::store::schema::{acceptances, categories, threads};
use crate::store::threads::hidden_categories;
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

#[derive(QueryableByName)]
struct Three {
    #[diesel(sql_type = BigInt)]
    first: i64,
    #[diesel(sql_type = BigInt)]
    second: i64,
    #[diesel(sql_type = BigInt)]
    third: i64,
}

/// What of a person's stands in categories that a viewer does not see: it is taken off what their row counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Unseen {
    /// Those categories, as a statement lists them; empty when nothing is out of sight.
    categories: String,
    /// How many threads they started there.
    pub(super) thread_count: i64,
    /// How many replies they wrote there.
    pub(super) reply_count: i64,
    /// How many of those were accepted.
    pub(super) accepted_count: i64,
    votes: i64,
    thanks: i64,
}

/// What of this person's is out of sight. Each row's category is asked for by the row itself, so that no database reads all threads of
/// a large category for it.
pub(super) fn unseen(db: &mut Db, sight: Sight, user: UserId) -> Result<Unseen, StoreError> {
    let hidden: Vec<String> = hidden_categories(db, sight)?.iter().map(i64::to_string).collect();
    if hidden.is_empty() {
        return Ok(Unseen::default());
    }
    let hidden = hidden.join(", ");
    let replies = three(
        db,
        user,
        &format!(
            "select count(*) as first, cast(coalesce(sum(up_count), 0) as bigint) as second, \
             cast(coalesce(sum(thanks_count), 0) as bigint) as third from replies \
             where author_id = $1 and deleted_at is null \
             and (select threads.category_id from threads where threads.id = replies.thread_id) in ({hidden})"
        ),
    )?;
    let rest = two(
        db,
        user,
        &format!(
            "select (select count(*) from threads where threads.author_id = $1 and threads.deleted_at is null \
                 and threads.category_id in ({hidden})) as first, \
             (select count(*) from acceptances where acceptances.answerer_id = $1 and acceptances.ended_at is null \
                 and (select threads.category_id from threads where threads.id = acceptances.thread_id) in ({hidden})) \
             as second"
        ),
    )?;
    Ok(Unseen {
        categories: hidden,
        thread_count: rest.first,
        reply_count: replies.first,
        accepted_count: rest.second,
        votes: replies.second,
        thanks: replies.third,
    })
}

/// What this person's answers did for others, as far as it is in sight.
pub(super) fn of(db: &mut Db, sight: Sight, unseen: &Unseen, user: UserId) -> Result<Figures, StoreError> {
    let in_sight = match unseen.categories.as_str() {
        "" => String::new(),
        hidden => format!(" and threads.category_id not in ({hidden})"),
    };
    let settled = two(
        db,
        user,
        &format!(
            "select count(*) as first, cast(coalesce(sum(1 + threads.me_too_count), 0) as bigint) as second \
         from acceptances inner join threads on threads.id = acceptances.thread_id \
         where acceptances.answerer_id = $1 and acceptances.ended_at is null and threads.deleted_at is null \
         and (threads.author_id is null or threads.author_id <> acceptances.answerer_id){in_sight}"
        ),
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
        votes: received.first - unseen.votes,
        thanks: received.second - unseen.thanks,
        recent: recent(db, sight, user)?,
    })
}

fn two(db: &mut Db, user: UserId, query: &str) -> Result<Two, StoreError> {
    Ok(diesel::sql_query(query).bind::<BigInt, _>(user.get()).get_result(db)?)
}

fn three(db: &mut Db, user: UserId, query: &str) -> Result<Three, StoreError> {
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
