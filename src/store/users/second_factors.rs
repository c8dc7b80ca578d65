//! Second factors: the secret that an app shares, recovery codes, and the step between password and code.
//!
//! What belongs here: every query of these tables. What does not: how often somebody may try (`throttle`).

use chrono::{DateTime, Duration, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use crate::domain::id::{SessionId, UserId};
use crate::domain::job::Job;
use crate::domain::second_factor::{OfferedCode, OtpCode, OtpSecret, RECOVERY_CODES, RecoveryCode};
use crate::domain::token::Token;
use crate::store::native::NativeDsl;
use crate::store::schema::{recovery_codes, second_factors, second_steps, users};
use crate::store::throttle::{self, Subject};
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError, jobs, sessions};

/// How long a set-up that was begun may be finished.
const BEGUN: Duration = Duration::hours(1);
/// How long a code may follow its password.
const STEP: Duration = Duration::minutes(10);

/// How somebody's second factor stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecondFactor {
    /// They have none.
    Off,
    /// They have a secret, and have yet to show that their app has it.
    Begun(OtpSecret),
    /// It is asked for.
    On {
        /// Since when.
        since: DateTime<Utc>,
        /// How many recovery codes are left.
        codes: i64,
    },
}

/// How somebody's second factor stands.
pub fn find(db: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<SecondFactor, StoreError> {
    type Row = (String, chrono::NaiveDateTime, Option<chrono::NaiveDateTime>);
    let row: Option<Row> = second_factors::table
        .find(user.get())
        .select((
            second_factors::secret,
            second_factors::begun_at,
            second_factors::confirmed_at,
        ))
        .first(db)
        .optional()?;
    Ok(match row {
        Some((_, _, Some(since))) => SecondFactor::On {
            since: utc(since),
            codes: recovery_codes::table
                .filter(recovery_codes::user_id.eq(user.get()))
                .count()
                .get_result(db)?,
        },
        Some((secret, begun_at, None)) if utc(begun_at) + BEGUN > now => {
            OtpSecret::stored(&secret).map_or(SecondFactor::Off, SecondFactor::Begun)
        }
        _ => SecondFactor::Off,
    })
}

/// Whether somebody is asked for a code after their password.
pub fn is_on(db: &mut Db, user: UserId) -> Result<bool, StoreError> {
    Ok(diesel::select(exists(confirmed(user))).get_result(db)?)
}

#[diesel::dsl::auto_type]
fn confirmed(user: UserId) -> _ {
    let id: i64 = user.get();
    second_factors::table
        .find(id)
        .filter(second_factors::confirmed_at.is_not_null())
}

/// The row of the user of the outer query, when a code is asked for after their password.
#[diesel::dsl::auto_type]
pub(super) fn of_each_user() -> _ {
    second_factors::table
        .filter(second_factors::user_id.eq(users::id))
        .filter(second_factors::confirmed_at.is_not_null())
}

/// Begins to set one up, anew if one was begun; `false`, and no change, when it is there already.
pub fn begin(tx: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    if is_on(tx, user)? {
        return Ok(false);
    }
    let unfinished = second_factors::table
        .find(user.get())
        .filter(second_factors::confirmed_at.is_null());
    diesel::delete(unfinished).execute(tx)?;
    diesel::insert_into(second_factors::table)
        .values((
            second_factors::user_id.eq(user.get()),
            second_factors::secret.eq(OtpSecret::random().to_row()),
            second_factors::begun_at.eq(row_time(now)),
        ))
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    Ok(true)
}

/// How showing that the app has the secret ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirming {
    /// A code is asked for from now on; these codes are told once.
    On(Vec<String>),
    /// It was not the app's code.
    Wrong,
    /// Nothing was begun, or it is too long ago.
    NotBegun,
}

/// Has a code be asked for from now on, if this is one; every other session ends, and a letter tells it.
pub fn confirm(
    tx: &mut Db,
    user: UserId,
    session: Option<SessionId>,
    code: OtpCode,
    now: DateTime<Utc>,
) -> Result<Confirming, StoreError> {
    let SecondFactor::Begun(secret) = find(tx, user, now)? else {
        return Ok(Confirming::NotBegun);
    };
    let Some(step) = secret.step_of(code, 0, now) else {
        return Ok(Confirming::Wrong);
    };
    let unfinished = second_factors::table
        .find(user.get())
        .filter(second_factors::confirmed_at.is_null());
    let confirmed = diesel::update(unfinished)
        .set((
            second_factors::confirmed_at.eq(Some(row_time(now))),
            second_factors::used_step.eq(step),
        ))
        .execute(tx)?;
    if confirmed == 0 {
        return Ok(Confirming::NotBegun);
    }
    let codes = make_codes(tx, user)?;
    sessions::end_others(tx, user, session)?;
    jobs::enqueue(tx, &Job::SecondFactorChanged { user, is_on: true }, now)?;
    Ok(Confirming::On(codes))
}

/// Makes other recovery codes; those from before are good for nothing. `None` where no code is asked for.
pub fn renew_codes(tx: &mut Db, user: UserId) -> Result<Option<Vec<String>>, StoreError> {
    if !is_on(tx, user)? {
        return Ok(None);
    }
    diesel::delete(recovery_codes::table.filter(recovery_codes::user_id.eq(user.get()))).execute(tx)?;
    make_codes(tx, user).map(Some)
}

fn make_codes(tx: &mut Db, user: UserId) -> Result<Vec<String>, StoreError> {
    let codes: Vec<RecoveryCode> = (0..RECOVERY_CODES).map(|_| RecoveryCode::random()).collect();
    for code in &codes {
        diesel::insert_into(recovery_codes::table)
            .values((
                recovery_codes::code_hash.eq(code.hash()),
                recovery_codes::user_id.eq(user.get()),
            ))
            .execute(tx)?;
    }
    Ok(codes.iter().map(RecoveryCode::reveal).collect())
}

/// Has no code be asked for any more, and tells it by letter; `false` where none was.
pub fn end(tx: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let was_on = is_on(tx, user)?;
    forget(tx, user)?;
    if was_on {
        jobs::enqueue(tx, &Job::SecondFactorChanged { user, is_on: false }, now)?;
    }
    Ok(was_on)
}

/// Removes everything of somebody's second factor, for an account that is closed.
pub(super) fn forget(tx: &mut Db, user: UserId) -> Result<(), StoreError> {
    let id = user.get();
    diesel::delete(second_steps::table.filter(second_steps::user_id.eq(id))).execute(tx)?;
    diesel::delete(recovery_codes::table.filter(recovery_codes::user_id.eq(id))).execute(tx)?;
    diesel::delete(second_factors::table.find(id)).execute(tx)?;
    throttle::clear(tx, &Subject::SecondFactor(user))
}

/// Remembers that somebody gave their password; what the browser keeps lets it give the code.
pub fn open_step(tx: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<Token, StoreError> {
    let token = Token::random();
    diesel::insert_into(second_steps::table)
        .values((
            second_steps::token_hash.eq(token.hash()),
            second_steps::user_id.eq(user.get()),
            second_steps::expires_at.eq(row_time(now + STEP)),
        ))
        .execute(tx)?;
    Ok(token)
}

/// Who gave their password in this browser; nobody once it is too long ago, or done.
pub fn step(db: &mut Db, token: &Token, now: DateTime<Utc>) -> Result<Option<UserId>, StoreError> {
    let user: Option<i64> = second_steps::table
        .find(token.hash())
        .filter(second_steps::expires_at.gt(row_time(now)))
        .select(second_steps::user_id)
        .first(db)
        .optional()?;
    Ok(user.map(UserId::stored))
}

/// Whether this code completes a step, which is done then; neither it nor the code is good again.
pub fn complete(
    tx: &mut Db,
    token: &Token,
    user: UserId,
    code: &OfferedCode,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let is_good = match code {
        OfferedCode::Otp(code) => use_step(tx, user, *code, now)?,
        OfferedCode::Recovery(code) => {
            let theirs = recovery_codes::table
                .find(code.hash())
                .filter(recovery_codes::user_id.eq(user.get()));
            diesel::delete(theirs).execute(tx)? == 1
        }
    };
    Ok(is_good && diesel::delete(second_steps::table.find(token.hash())).execute(tx)? == 1)
}

fn use_step(tx: &mut Db, user: UserId, code: OtpCode, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let row: Option<(String, i64)> = confirmed(user)
        .select((second_factors::secret, second_factors::used_step))
        .first(tx)
        .optional()?;
    let secret = row.and_then(|(secret, used)| Some((OtpSecret::stored(&secret)?, used)));
    let Some(step) = secret.and_then(|(secret, used)| secret.step_of(code, used, now)) else {
        return Ok(false);
    };
    // Of two with the same code at the same moment, one is late.
    let unused = second_factors::table
        .find(user.get())
        .filter(second_factors::used_step.lt(step));
    Ok(diesel::update(unused)
        .set(second_factors::used_step.eq(step))
        .execute(tx)?
        == 1)
}

/// Forgets passwords that no code followed; answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    Ok(diesel::delete(second_steps::table.filter(second_steps::expires_at.le(row_time(now)))).execute(tx)?)
}
