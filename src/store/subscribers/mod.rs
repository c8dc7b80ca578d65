//! Subscribers: who gets digests, members and people without an account alike, and what they chose.
//!
//! `mod` reads them, `verbs` is what they do: ask, confirm, choose, stop. Nobody is one who did not ask. Which digests they got is
//! `digests`' business.

mod verbs;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::native::among;
use super::schema::{categories, subscriber_categories, subscriber_tags, subscribers, tags};
use super::signed_links::{self, Verified};
use super::time::utc;
use super::users as people;
use super::{Db, StoreError, tag_synonyms};
use crate::domain::digest::{Choices, Course, Frequency, Rhythm, Section, WEEK};
use crate::domain::email::EmailAddress;
use crate::domain::id::{CategoryId, SubscriberId, TagId, UserId};
use crate::domain::language::Language;
use crate::domain::sight::Sight;
use crate::domain::signed_link::LinkPurpose;

pub use verbs::{Confirming, Stopping, adopt, ask, choose, confirm, forget, stop, subscribe, sweep};
pub(super) use verbs::{forget_tag, merge_tags};

/// Who reads a subscriber's digests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reader {
    /// Somebody with an account.
    Member(UserId),
    /// Somebody who only left an address.
    Address(EmailAddress),
}

/// A subscriber.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscriber {
    /// Their id.
    pub id: SubscriberId,
    /// Who they are.
    pub reader: Reader,
    /// What they chose.
    pub choices: Choices,
    /// Whether they chose neither a category nor a tag; what became of those meanwhile.
    pub is_about_all: bool,
    /// Whether the owner of the address said yes.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// When they stopped it.
    pub ended_at: Option<DateTime<Utc>>,
    /// How far their windows have come, while digests go to them.
    pub course: Option<Course>,
}

impl Subscriber {
    /// Whether digests go to them.
    pub fn is_in_force(&self) -> bool {
        self.course.is_some()
    }
}

#[derive(Debug, Clone, Queryable)]
pub(super) struct Row {
    id: i64,
    user: Option<i64>,
    email: Option<String>,
    language: Option<String>,
    rhythm: (String, i64, i64, String),
    is_about_all: bool,
    left_out: String,
    confirmed_at: Option<NaiveDateTime>,
    ended_at: Option<NaiveDateTime>,
    course: (Option<NaiveDateTime>, Option<NaiveDateTime>),
}

#[diesel::dsl::auto_type]
pub(super) fn rows() -> _ {
    subscribers::table.select((
        subscribers::id,
        subscribers::user_id,
        subscribers::email,
        subscribers::language,
        (
            subscribers::frequency,
            subscribers::weekday,
            subscribers::hour,
            subscribers::zone,
        ),
        subscribers::is_about_all,
        subscribers::left_out,
        subscribers::confirmed_at,
        subscribers::ended_at,
        (subscribers::covered_at, subscribers::due_at),
    ))
}

/// A subscriber; absent when they are forgotten.
pub fn find(db: &mut Db, id: SubscriberId) -> Result<Option<Subscriber>, StoreError> {
    let row: Option<Row> = rows().filter(subscribers::id.eq(id.get())).first(db).optional()?;
    one(db, row)
}

/// What a member chose, also when digests do not go to them.
pub fn of_member(db: &mut Db, user: UserId) -> Result<Option<Subscriber>, StoreError> {
    let row: Option<Row> = rows()
        .filter(subscribers::user_id.eq(Some(user.get())))
        .first(db)
        .optional()?;
    one(db, row)
}

fn one(db: &mut Db, row: Option<Row>) -> Result<Option<Subscriber>, StoreError> {
    Ok(read(db, row.into_iter().collect())?.pop())
}

/// Puts rows together with what they chose, in their order.
pub(super) fn read(db: &mut Db, rows: Vec<Row>) -> Result<Vec<Subscriber>, StoreError> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids = || rows.iter().map(|row| row.id);
    let categories: Vec<(i64, i64)> = subscriber_categories::table
        .filter(among(subscriber_categories::subscriber_id, ids()))
        .order((subscriber_categories::subscriber_id, subscriber_categories::category_id))
        .select((subscriber_categories::subscriber_id, subscriber_categories::category_id))
        .load(db)?;
    let tags: Vec<(i64, i64)> = subscriber_tags::table
        .filter(among(subscriber_tags::subscriber_id, ids()))
        .order((subscriber_tags::subscriber_id, subscriber_tags::tag_id))
        .select((subscriber_tags::subscriber_id, subscriber_tags::tag_id))
        .load(db)?;
    let (mut categories, mut tags) = (by_subscriber(categories), by_subscriber(tags));
    rows.into_iter()
        .map(|row| {
            let chosen = (categories.remove(&row.id), tags.remove(&row.id));
            subscriber(row, chosen.0.unwrap_or_default(), chosen.1.unwrap_or_default())
        })
        .collect()
}

fn by_subscriber(pairs: Vec<(i64, i64)>) -> HashMap<i64, Vec<i64>> {
    let mut lists: HashMap<i64, Vec<i64>> = HashMap::new();
    for (subscriber, chosen) in pairs {
        lists.entry(subscriber).or_default().push(chosen);
    }
    lists
}

fn subscriber(row: Row, categories: Vec<i64>, tags: Vec<i64>) -> Result<Subscriber, StoreError> {
    let strange = || StoreError::Unexpected(format!("subscriber {}", row.id));
    let reader = match (row.user, &row.email) {
        (Some(user), _) => Reader::Member(UserId::stored(user)),
        (None, Some(email)) => Reader::Address(EmailAddress::parse(email).map_err(|_| strange())?),
        (None, None) => return Err(strange()),
    };
    let (frequency, weekday, hour, zone) = &row.rhythm;
    let weekday = usize::try_from(*weekday - 1).ok().and_then(|place| WEEK.get(place));
    let rhythm = Rhythm {
        frequency: Frequency::parse(frequency).ok_or_else(strange)?,
        weekday: *weekday.ok_or_else(strange)?,
        hour: u32::try_from(*hour).map_err(|_| strange())?,
        zone: zone.parse().map_err(|_| strange())?,
    };
    let course = row.course.0.zip(row.course.1).map(|(covered_to, due_at)| Course {
        covered_to: utc(covered_to),
        due_at: utc(due_at),
    });
    Ok(Subscriber {
        id: SubscriberId::stored(row.id),
        reader,
        choices: Choices {
            rhythm,
            language: row.language.as_deref().and_then(Language::parse),
            categories: categories.into_iter().map(CategoryId::stored).collect(),
            tags: tags.into_iter().map(TagId::stored).collect(),
            left_out: row.left_out.split(' ').filter_map(Section::parse).collect(),
        },
        is_about_all: row.is_about_all,
        confirmed_at: row.confirmed_at.map(utc),
        ended_at: row.ended_at.map(utc),
        course,
    })
}

/// Where a subscriber's letters go, and the name of whoever has one; `None` when nobody may be written to any more.
pub fn letter_box(db: &mut Db, id: SubscriberId) -> Result<Option<(EmailAddress, Option<String>)>, StoreError> {
    let row: Option<(Option<i64>, Option<String>)> = subscribers::table
        .find(id.get())
        .select((subscribers::user_id, subscribers::email))
        .first(db)
        .optional()?;
    Ok(match row {
        Some((Some(user), _)) if people::reachable(db, [user])?.contains(&user) => {
            people::letter_box(db, UserId::stored(user))?.map(|(email, name)| (email, Some(name)))
        }
        Some((None, Some(email))) => EmailAddress::parse(&email).ok().map(|email| (email, None)),
        _ => None,
    })
}

/// The subscriber with this address, a member or not.
pub fn with_address(db: &mut Db, email: &EmailAddress) -> Result<Option<Subscriber>, StoreError> {
    match people::with_address(db, email)? {
        Some(user) => of_member(db, user),
        None => verbs::of_address(db, email),
    }
}

/// What stands in the place of an address in links that stop a subscriber's digests: they work from any old letter, whatever became
/// of the address since, and say nothing of it.
pub fn stop_address(id: SubscriberId) -> Option<EmailAddress> {
    EmailAddress::parse(&format!("subscriber-{id}@stop.invalid")).ok()
}

/// Whom a link of a letter is for that somebody brought; changes nothing. `None` when it is good for nothing (any more).
pub fn holder(
    db: &mut Db,
    purpose: LinkPurpose,
    text: &str,
    now: DateTime<Utc>,
) -> Result<Option<SubscriberId>, StoreError> {
    let verified = signed_links::verify(db, purpose, text, now, |db, number| {
        let id = SubscriberId::stored(number);
        if purpose == LinkPurpose::StopDigests {
            return Ok(stop_address(id));
        }
        Ok(letter_box(db, id)?.map(|(email, _)| email))
    })?;
    Ok(match verified {
        Verified::Good(link) => Some(SubscriberId::stored(link.user.get())),
        Verified::Expired(_) | Verified::Void => None,
    })
}

/// What can be chosen in a sight, and what of it is chosen, as a form says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The slugs and names of the categories.
    pub categories: Vec<(String, String)>,
    /// The slugs of those that are chosen.
    pub slugs: Vec<String>,
    /// The names of the tags that are chosen.
    pub tags: Vec<String>,
}

/// What can be chosen in a sight; `chosen` is nothing for whoever has chosen nothing yet.
pub fn offered(db: &mut Db, sight: Sight, chosen: Option<&Choices>) -> Result<Offered, StoreError> {
    let list = super::categories::list(db, sight)?;
    let is_chosen = |id: &CategoryId| chosen.is_some_and(|chosen| chosen.categories.contains(id));
    let ids = chosen
        .into_iter()
        .flat_map(|chosen| chosen.tags.iter().map(|tag| tag.get()));
    let names = tags::table
        .filter(among(tags::id, ids))
        .order(tags::name)
        .select(tags::name)
        .load(db)?;
    let open = list.iter().filter(|category| category.archived_at.is_none());
    Ok(Offered {
        slugs: open
            .clone()
            .filter(|one| is_chosen(&one.id))
            .map(|one| one.slug.clone())
            .collect(),
        categories: open.map(|one| (one.slug.clone(), one.name.clone())).collect(),
        tags: names,
    })
}

/// The categories with these slugs that are in sight; others are left out.
pub fn categories_named(db: &mut Db, sight: Sight, slugs: &[String]) -> Result<Vec<CategoryId>, StoreError> {
    let ids: Vec<i64> = categories::table
        .filter(among(categories::slug, slugs.iter().cloned()))
        .filter(among(categories::audience, sight.audience_names()))
        .order(categories::id)
        .select(categories::id)
        .load(db)?;
    Ok(ids.into_iter().map(CategoryId::stored).collect())
}

/// The tags with these names; `None` when there is none behind one of them.
pub fn tags_named(db: &mut Db, names: &[String]) -> Result<Option<Vec<TagId>>, StoreError> {
    let names = tag_synonyms::meant(db, names)?;
    let ids: Vec<i64> = tags::table
        .filter(among(tags::name, names.iter().cloned()))
        .order(tags::id)
        .select(tags::id)
        .load(db)?;
    Ok((ids.len() == names.len()).then(|| ids.into_iter().map(TagId::stored).collect()))
}
