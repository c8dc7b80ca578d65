//! Trust: what somebody did here, read from what is known anyway; weighing those who did something since, and what comes of it.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::moderations::{Subject, record_change};
use super::native::among;
use super::schema::{cases, helpers, moderations, users};
use super::time::{row_time, utc};
use super::users::roles::{Governance, change_role};
use super::users::{role_of, staff_membership, trust_of};
use super::{Db, StoreError, changes, newcomers};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::case::{Decision, FlagOutcome};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::UserId;
use crate::domain::moderation::{Act, Changed};
use crate::domain::role::{Role, Trust};
use crate::domain::trust::{History, Limit, MOST_OF_A_KIND, MOST_TO_FALL, Merits, TrustRules};

/// How many people are weighed at once.
pub const AT_ONCE: i64 = 100;

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// What somebody did here, and what moderators had to take away of it.
pub fn history(db: &mut Db, user: UserId, rules: &TrustRules, now: DateTime<Utc>) -> Result<History, StoreError> {
    let (created_at, visits, fell_at): (NaiveDateTime, i64, Option<NaiveDateTime>) = users::table
        .find(user.get())
        .select((users::created_at, users::visited_day_count, users::fell_at))
        .first(db)?;
    let merits = Merits {
        days: (now - utc(created_at)).num_days().max(0),
        visits,
        threads: threads_read(db, user)?,
        helpful: helpful(db, user)?,
    };
    Ok(History {
        merits,
        upheld: upheld(db, user, now - Duration::days(rules.clean_days))?,
        fell_at: fell_at.map(utc),
    })
}

/// How many threads somebody has read, up to what any site asks for.
fn threads_read(db: &mut Db, user: UserId) -> Result<i64, StoreError> {
    counted(
        db,
        user,
        "select count(*) as count from (select thread_id from readings where user_id = $1 limit $2) as read",
    )
}

/// How many posts of theirs were accepted, voted for or thanked for, up to what any site asks for; nobody helps themselves.
fn helpful(db: &mut Db, user: UserId) -> Result<i64, StoreError> {
    counted(
        db,
        user,
        "select count(*) as count from (\
             select id from (select id from replies where author_id = $1 and deleted_at is null \
                 and (up_count > 0 or thanks_count > 0) limit $2) as liked \
             union \
             select id from (select acceptances.reply_id as id from acceptances \
                 inner join threads on threads.id = acceptances.thread_id \
                 where acceptances.answerer_id = $1 and acceptances.ended_at is null and threads.deleted_at is null \
                 and (threads.author_id is null or threads.author_id <> acceptances.answerer_id) limit $2) as accepted\
         ) as helpful",
    )
}

fn counted(db: &mut Db, user: UserId, query: &str) -> Result<i64, StoreError> {
    let counted: Counted = diesel::sql_query(query)
        .bind::<BigInt, _>(user.get())
        .bind::<BigInt, _>(MOST_OF_A_KIND)
        .get_result(db)?;
    Ok(counted.count)
}

/// When flags of somebody's posts were upheld since then, the newest first.
fn upheld(db: &mut Db, user: UserId, since: DateTime<Utc>) -> Result<Vec<DateTime<Utc>>, StoreError> {
    let upheld = Decision::ALL
        .iter()
        .filter(|decision| decision.outcome() == Some(FlagOutcome::Upheld));
    let rows: Vec<Option<NaiveDateTime>> = cases::table
        .filter(cases::author_id.eq(user.get()))
        .filter(cases::decided_at.gt(row_time(since)))
        .filter(cases::decided_at.is_not_null())
        .filter(among(
            cases::decision.assume_not_null(),
            upheld.map(|decision| decision.as_str()),
        ))
        .order(cases::decided_at.desc())
        .limit(MOST_TO_FALL)
        .select(cases::decided_at)
        .load(db)?;
    Ok(rows.into_iter().flatten().map(utc).collect())
}

/// What a person's own page of what they may shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTrust {
    /// What they did.
    pub history: History,
    /// What their first day keeps them from at present.
    pub limits: Vec<Limit>,
}

/// What a person did here, and what their first day keeps them from.
pub fn own(db: &mut Db, user: &User, rules: &TrustRules, now: DateTime<Utc>) -> Result<OwnTrust, StoreError> {
    let mut limits = Vec::new();
    if user.is_newcomer() {
        limits.extend(newcomers::thread_limit(db, user.id, rules.newcomer, now)?);
        limits.extend(newcomers::reply_limit(db, user.id, rules.newcomer, now)?);
    }
    let history = history(db, user.id, rules, now)?;
    Ok(OwnTrust { history, limits })
}

/// Notes that there is something to weigh of somebody: they were here, or a flag of theirs was upheld.
pub(super) fn unweigh(tx: &mut Db, user: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(users::table.find(user))
        .set(users::unweighed_at.eq(Some(row_time(now))))
        .execute(tx)?;
    Ok(())
}

/// Somebody who was weighed, and what came of it; nothing is written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    user: UserId,
    unweighed_at: NaiveDateTime,
    was: Trust,
    becomes: Trust,
    is_to_help: bool,
}

type Row = (i64, NaiveDateTime, String, String, bool, bool);

/// Weighs the next ones who did something since they were weighed last: whoever has a role or is gone stays as they are.
pub fn weigh_next(db: &mut Db, rules: &TrustRules, now: DateTime<Utc>) -> Result<Vec<Weighed>, StoreError> {
    let rows: Vec<(Row, bool)> = users::table
        .filter(users::unweighed_at.is_not_null())
        .order((users::unweighed_at, users::id))
        .limit(AT_ONCE)
        .select((
            (
                users::id,
                users::unweighed_at.assume_not_null(),
                users::trust,
                users::role,
                users::closed_at.is_not_null().or(users::removed_at.is_not_null()),
                exists(staff_membership()),
            ),
            exists(helpers::table.filter(helpers::user_id.eq(users::id))),
        ))
        .load(db)?;
    let mut weighed = Vec::with_capacity(rows.len());
    for ((id, unweighed_at, trust, role, is_gone, is_staff), helps) in rows {
        let (user, was, role) = (UserId::stored(id), trust_of(&trust)?, role_of(&role)?);
        let becomes = match is_gone || is_staff || role > Role::Helper {
            true => was,
            false => rules.weigh(was, &history(db, user, rules, now)?, now),
        };
        let is_to_help = rules.grants_helper && helps && !is_gone && role == Role::Member && !is_staff;
        weighed.push(Weighed {
            user,
            unweighed_at,
            was,
            becomes,
            is_to_help: is_to_help && becomes == Trust::Regular,
        });
    }
    Ok(weighed)
}

/// Writes down what came of weighing; who did something meanwhile is weighed again.
pub fn settle(tx: &mut Db, weighed: &[Weighed], now: DateTime<Utc>) -> Result<(), StoreError> {
    for one in weighed {
        diesel::update(
            users::table
                .find(one.user.get())
                .filter(users::unweighed_at.eq(one.unweighed_at)),
        )
        .set(users::unweighed_at.eq(None::<NaiveDateTime>))
        .execute(tx)?;
        if one.becomes != one.was {
            change(tx, None, one.user, (one.was, one.becomes), now)?;
        }
        // Somebody whose role people have decided about keeps it.
        if one.is_to_help && !had_a_role(tx, one.user)? {
            let by_conduct = Governance {
                admin: None,
                user: one.user,
                reason: Reason::default(),
                now,
            };
            change_role(tx, &by_conduct, Role::Helper)?;
        }
    }
    Ok(())
}

fn had_a_role(db: &mut Db, user: UserId) -> Result<bool, StoreError> {
    let changes = moderations::table
        .filter(moderations::user_id.eq(user.get()))
        .filter(moderations::user_id.is_not_null())
        .filter(moderations::act.eq(Act::ChangeRole.as_str()));
    Ok(diesel::select(exists(changes)).get_result(db)?)
}

/// Changes somebody's trust, if it still was so, and writes it into the log; answers whether it did.
pub fn change(
    tx: &mut Db,
    by: Option<UserId>,
    user: UserId,
    (was, becomes): (Trust, Trust),
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let row = users::table
        .find(user.get())
        .filter(users::trust.eq(was.as_str()))
        .filter(users::closed_at.is_null());
    let fell_at = (becomes < was).then(|| row_time(now));
    let changed = match fell_at {
        Some(at) => diesel::update(row)
            .set((users::trust.eq(becomes.as_str()), users::fell_at.eq(Some(at))))
            .execute(tx)?,
        None => diesel::update(row).set(users::trust.eq(becomes.as_str())).execute(tx)?,
    };
    if changed == 0 {
        return Ok(false);
    }
    let subject = Subject {
        user: Some(user),
        ..Subject::default()
    };
    let changed = Changed::of(Some(was), Some(becomes));
    record_change(tx, by, Act::ChangeTrust, (subject, &changed), "", now)?;
    changes::record(tx, Noun::User(user), ChangeVerb::Changed, now)?;
    Ok(true)
}
