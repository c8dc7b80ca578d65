//! What subscribers do: ask for digests, confirm it, choose, stop; and what the clock forgets.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::{Subscriber, find, of_member, one, rows, with_address};
use crate::domain::digest::{CONFIRM_WITHIN, Choices, Course, Rhythm, WEEK};
use crate::domain::email::EmailAddress;
use crate::domain::id::{SubscriberId, TagId, UserId};
use crate::domain::job::Job;
use crate::domain::language::Language;
use crate::store::native::each;
use crate::store::schema::{subscriber_categories, subscriber_tags, subscribers};
use crate::store::time::row_time;
use crate::store::{Db, StoreError, jobs, users};

/// How long whoever stopped is remembered, so that the pages behind their letters' links know them.
const REMEMBERED_FOR: Duration = Duration::days(30);

/// Somebody wants digests at an address: a letter to it asks whether its owner does.
///
/// Whoever gets digests there already is sent a letter as well, which leads to their choices; nothing of these changes.
pub fn ask(
    tx: &mut Db,
    email: &EmailAddress,
    choices: &Choices,
    now: DateTime<Utc>,
) -> Result<SubscriberId, StoreError> {
    take_turn(tx)?;
    let member = users::with_address(tx, email)?;
    let subscriber = match with_address(tx, email)? {
        Some(known) if known.is_in_force() => known.id,
        Some(known) => {
            begin_anew(tx, known.id, now)?;
            write(tx, known.id, choices)?;
            known.id
        }
        None => insert(tx, member, email, choices, now)?,
    };
    jobs::enqueue(tx, &Job::ConfirmDigests { subscriber }, now)?;
    Ok(subscriber)
}

pub(super) fn of_address(db: &mut Db, email: &EmailAddress) -> Result<Option<Subscriber>, StoreError> {
    let row = rows()
        .filter(subscribers::email_folded.eq(Some(email.folded())))
        .first(db)
        .optional()?;
    one(db, row)
}

/// Lets one transaction at a time decide who is a subscriber: of two at once each would find nobody.
fn take_turn(tx: &mut Db) -> Result<(), StoreError> {
    if tx.is_postgres() {
        diesel::sql_query("select pg_advisory_xact_lock(8417131)").execute(tx)?;
    }
    Ok(())
}

fn begin_anew(tx: &mut Db, id: SubscriberId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(subscribers::table.find(id.get()))
        .set((
            subscribers::asked_at.eq(row_time(now)),
            subscribers::confirmed_at.eq(None::<chrono::NaiveDateTime>),
            subscribers::ended_at.eq(None::<chrono::NaiveDateTime>),
        ))
        .execute(tx)?;
    Ok(())
}

fn insert(
    tx: &mut Db,
    member: Option<UserId>,
    email: &EmailAddress,
    choices: &Choices,
    now: DateTime<Utc>,
) -> Result<SubscriberId, StoreError> {
    let address = member.is_none().then_some(email);
    let id: i64 = diesel::insert_into(subscribers::table)
        .values((
            subscribers::user_id.eq(member.map(UserId::get)),
            subscribers::email.eq(address.map(|email| email.as_str().to_owned())),
            subscribers::email_folded.eq(address.map(EmailAddress::folded)),
            subscribers::language.eq(choices.language.map(Language::code)),
            rhythm_row(&choices.rhythm),
            subscribers::is_about_all.eq(true),
            subscribers::left_out.eq(""),
            subscribers::asked_at.eq(row_time(now)),
        ))
        .returning(subscribers::id)
        .get_result(tx)?;
    let id = SubscriberId::stored(id);
    write(tx, id, choices)?;
    Ok(id)
}

type RhythmRow = (
    diesel::dsl::Eq<subscribers::frequency, &'static str>,
    diesel::dsl::Eq<subscribers::weekday, i64>,
    diesel::dsl::Eq<subscribers::hour, i64>,
    diesel::dsl::Eq<subscribers::zone, &'static str>,
);

fn rhythm_row(rhythm: &Rhythm) -> RhythmRow {
    let place = WEEK.iter().position(|day| *day == rhythm.weekday);
    (
        subscribers::frequency.eq(rhythm.frequency.as_str()),
        subscribers::weekday.eq(place.and_then(|place| i64::try_from(place + 1).ok()).unwrap_or(1)),
        subscribers::hour.eq(i64::from(rhythm.hour)),
        subscribers::zone.eq(rhythm.zone.name()),
    )
}

/// Writes down what was chosen.
fn write(tx: &mut Db, id: SubscriberId, choices: &Choices) -> Result<(), StoreError> {
    let left_out: Vec<&str> = choices.left_out.iter().map(|section| section.as_str()).collect();
    diesel::update(subscribers::table.find(id.get()))
        .set((
            rhythm_row(&choices.rhythm),
            subscribers::language.eq(choices.language.map(Language::code)),
            subscribers::is_about_all.eq(choices.categories.is_empty() && choices.tags.is_empty()),
            subscribers::left_out.eq(left_out.join(" ")),
        ))
        .execute(tx)?;
    let id = id.get();
    diesel::delete(subscriber_categories::table.filter(subscriber_categories::subscriber_id.eq(id))).execute(tx)?;
    diesel::delete(subscriber_tags::table.filter(subscriber_tags::subscriber_id.eq(id))).execute(tx)?;
    let categories: Vec<_> = choices
        .categories
        .iter()
        .map(|category| {
            (
                subscriber_categories::subscriber_id.eq(id),
                subscriber_categories::category_id.eq(category.get()),
            )
        })
        .collect();
    let tags: Vec<_> = choices
        .tags
        .iter()
        .map(|tag| {
            (
                subscriber_tags::subscriber_id.eq(id),
                subscriber_tags::tag_id.eq(tag.get()),
            )
        })
        .collect();
    if !categories.is_empty() {
        each!(tx => diesel::insert_into(subscriber_categories::table).values(categories).execute(tx))?;
    }
    if !tags.is_empty() {
        each!(tx => diesel::insert_into(subscriber_tags::table).values(tags).execute(tx))?;
    }
    Ok(())
}

/// How confirming ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirming {
    /// Digests go to them from now on.
    Confirmed,
    /// They did all along.
    Before,
    /// Too late: it was asked for too long ago, or was stopped.
    Gone,
}

/// The owner of the address wants digests.
pub fn confirm(tx: &mut Db, id: SubscriberId, now: DateTime<Utc>) -> Result<Confirming, StoreError> {
    let Some(subscriber) = find(tx, id)? else {
        return Ok(Confirming::Gone);
    };
    if subscriber.is_in_force() {
        return Ok(Confirming::Before);
    }
    if subscriber.ended_at.is_some() {
        return Ok(Confirming::Gone);
    }
    start(tx, id, &subscriber.choices.rhythm, now)?;
    Ok(Confirming::Confirmed)
}

fn start(tx: &mut Db, id: SubscriberId, rhythm: &Rhythm, now: DateTime<Utc>) -> Result<(), StoreError> {
    let course = Course::begin(rhythm, now);
    diesel::update(subscribers::table.find(id.get()))
        .set((
            subscribers::confirmed_at.eq(Some(row_time(now))),
            subscribers::ended_at.eq(None::<chrono::NaiveDateTime>),
            subscribers::covered_at.eq(Some(row_time(course.covered_to))),
            subscribers::due_at.eq(Some(row_time(course.due_at))),
        ))
        .execute(tx)?;
    Ok(())
}

fn go_on(tx: &mut Db, id: SubscriberId, course: Course) -> Result<(), StoreError> {
    diesel::update(subscribers::table.find(id.get()))
        .set((
            subscribers::covered_at.eq(Some(row_time(course.covered_to))),
            subscribers::due_at.eq(Some(row_time(course.due_at))),
        ))
        .execute(tx)?;
    Ok(())
}

/// A member, whose address is proven, wants digests like this.
pub fn subscribe(tx: &mut Db, user: UserId, choices: &Choices, now: DateTime<Utc>) -> Result<(), StoreError> {
    take_turn(tx)?;
    if let Some(known) = of_member(tx, user)? {
        if known.is_in_force() {
            return choose(tx, known.id, choices, now);
        }
        write(tx, known.id, choices)?;
        return start(tx, known.id, &choices.rhythm, now);
    }
    let Some((email, _)) = users::letter_box(tx, user)? else {
        return Ok(());
    };
    let id = insert(tx, Some(user), &email, choices, now)?;
    start(tx, id, &choices.rhythm, now)
}

/// Changes what a subscriber chose. In another rhythm the next window begins where the last one ended, so that nothing is told
/// twice or left out.
pub fn choose(tx: &mut Db, id: SubscriberId, choices: &Choices, now: DateTime<Utc>) -> Result<(), StoreError> {
    let Some(before) = find(tx, id)? else {
        return Ok(());
    };
    write(tx, id, choices)?;
    match before.course {
        Some(course) if before.choices.rhythm != choices.rhythm => {
            go_on(tx, id, course.in_rhythm(&choices.rhythm, now))
        }
        _ => Ok(()),
    }
}

/// How stopping ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopping {
    /// No digest goes to them any more.
    Stopped,
    /// None did.
    Before,
}

/// Stops a subscriber's digests. Whoever never confirmed is forgotten at once.
pub fn stop(tx: &mut Db, id: SubscriberId, now: DateTime<Utc>) -> Result<Stopping, StoreError> {
    let unconfirmed = subscribers::table
        .filter(subscribers::id.eq(id.get()))
        .filter(subscribers::confirmed_at.is_null());
    diesel::delete(unconfirmed).execute(tx)?;
    let in_force = subscribers::table
        .filter(subscribers::id.eq(id.get()))
        .filter(subscribers::ended_at.is_null());
    let stopped = diesel::update(in_force)
        .set((
            subscribers::ended_at.eq(Some(row_time(now))),
            subscribers::due_at.eq(None::<chrono::NaiveDateTime>),
        ))
        .execute(tx)?;
    Ok(if stopped == 1 {
        Stopping::Stopped
    } else {
        Stopping::Before
    })
}

/// Somebody's address is an account's from now on: their digests come to the account, and see what it sees.
pub fn adopt(tx: &mut Db, user: UserId, email: &EmailAddress) -> Result<(), StoreError> {
    let Some(known) = of_address(tx, email)? else {
        return Ok(());
    };
    if of_member(tx, user)?.is_some() {
        diesel::delete(subscribers::table.find(known.id.get())).execute(tx)?;
        return Ok(());
    }
    diesel::update(subscribers::table.find(known.id.get()))
        .set((
            subscribers::user_id.eq(Some(user.get())),
            subscribers::email.eq(None::<String>),
            subscribers::email_folded.eq(None::<String>),
        ))
        .execute(tx)?;
    Ok(())
}

/// Forgets a member's digests, with their account.
pub fn forget(tx: &mut Db, user: UserId) -> Result<(), StoreError> {
    diesel::delete(subscribers::table.filter(subscribers::user_id.eq(Some(user.get())))).execute(tx)?;
    Ok(())
}

/// A tag became another one: whoever chose it chose that.
pub(in crate::store) fn merge_tags(tx: &mut Db, tag: i64, twin: i64) -> Result<(), StoreError> {
    let both: Vec<i64> = subscriber_tags::table
        .filter(subscriber_tags::tag_id.eq(twin))
        .select(subscriber_tags::subscriber_id)
        .load(tx)?;
    let chosen = || subscriber_tags::table.filter(subscriber_tags::tag_id.eq(tag));
    for part in both.chunks(500) {
        diesel::delete(chosen().filter(subscriber_tags::subscriber_id.eq_any(part))).execute(tx)?;
    }
    diesel::update(chosen())
        .set(subscriber_tags::tag_id.eq(twin))
        .execute(tx)?;
    Ok(())
}

/// A tag is no more. Whoever chose nothing else hears of no question by it, rather than of all.
pub(in crate::store) fn forget_tag(tx: &mut Db, tag: TagId) -> Result<(), StoreError> {
    diesel::delete(subscriber_tags::table.filter(subscriber_tags::tag_id.eq(tag.get()))).execute(tx)?;
    Ok(())
}

/// Forgets who stopped long ago, and who never confirmed; answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let stopped = subscribers::table.filter(subscribers::ended_at.lt(row_time(now - REMEMBERED_FOR)));
    let stopped = diesel::delete(stopped).execute(tx)?;
    let unconfirmed = subscribers::table
        .filter(subscribers::confirmed_at.is_null())
        .filter(subscribers::asked_at.lt(row_time(now - CONFIRM_WITHIN)));
    Ok(stopped + diesel::delete(unconfirmed).execute(tx)?)
}
