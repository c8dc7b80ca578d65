//! People with an account: who they are, how they come in, and what they may do.
//!
//! What belongs here: rows of `users` and of the groups that they are in. What does not: sessions, tokens and sign-ups,
//! which have files of their own.

mod choices;
pub mod closing;
pub mod directory;
pub mod figures;
pub mod naming;
pub mod passwords;
pub mod profiles;
mod readers;
pub mod roles;
pub mod second_factors;
mod suspending;

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::restraints::{silencing, unread_warnings, untold};
use super::schema::{
    bounces, category_groups, flags, group_members, groups, notifications, sessions, subscriptions, users,
};
use super::sessions::is_due;
use super::time::{row_time, utc};
use super::{Db, StoreError, changes, grants, restraints};
use crate::domain::account::User;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::email::EmailAddress;
use crate::domain::grant::Grants;
use crate::domain::id::{SessionId, UserId};
use crate::domain::language::Language;
use crate::domain::person::{LONGEST_NAME, PersonName};
use crate::domain::role::{Role, Trust};
use crate::domain::slug::fold;

pub use choices::{choose_language, chosen_language, watch_answered, watches_answered};
pub(super) use readers::{reachable, reachable_readers, sights_of};
pub(super) use suspending::{SuspensionColumns, is_let_in, removed, suspension, suspension_of};

/// The built-in group of those who answer for the company.
pub const STAFF: &str = "staff";

/// A person whose browser is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The session that the cookie names.
    pub session: SessionId,
    /// Who it is.
    pub user: User,
    /// Whether the session was last written down more than an hour ago: then [`super::sessions::touch`] it, later.
    pub is_due: bool,
    /// Whether nothing is sent to their address, as letters came back from it.
    pub letters_are_paused: bool,
    /// What there is of theirs.
    pub having: Having,
}

/// What somebody may have and most have not, so that it is only asked for where it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Queryable)]
pub struct Having {
    /// Whether they were told of anything that they have not read; most have not, and need not be asked for it.
    pub has_unread: bool,
    /// Whether they ever said how much they want to hear of anything.
    pub has_wishes: bool,
    /// Whether they ever flagged anything.
    pub has_flagged: bool,
    /// Whether a code is asked for after their password.
    pub has_second_factor: bool,
    /// Whether there is a warning that they have not read.
    pub has_warning: bool,
    /// Whether they may read and not write at present.
    pub is_silenced: bool,
    /// Whether a group of theirs is granted anything in a private category.
    pub has_grants: bool,
    /// Whether moderators said or took back anything about their conduct that they have not read.
    pub has_notice: bool,
}

type SignedInRow = (i64, chrono::NaiveDateTime, UserRow, (bool, bool), Having);
type UserRow = (i64, String, String, String, Option<String>);

/// Whoever is signed in with this cookie; nobody when it ran out or the person is suspended at present.
pub fn find_signed_in(db: &mut Db, token_hash: &str, now: DateTime<Utc>) -> Result<Option<SignedIn>, StoreError> {
    let row: Option<SignedInRow> = sessions::table
        .inner_join(users::table)
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::expires_at.gt(row_time(now)))
        .filter(is_let_in(row_time(now)))
        .select((
            sessions::id,
            sessions::seen_at,
            (users::id, users::name, users::role, users::trust, users::language),
            (exists(staff_membership()), exists(paused_letters())),
            (
                exists(unread()),
                exists(wishes()),
                exists(flagged()),
                exists(second_factors::of_each_user()),
                exists(unread_warnings()),
                exists(silencing(row_time(now))),
                exists(granted()),
                exists(untold()),
            ),
        ))
        .first(db)
        .optional()?;
    row.map(|(session, seen_at, user, (is_staff, letters_are_paused), having)| {
        let mut user = user_of(user, is_staff)?;
        if having.has_grants || user.role == Role::Admin {
            user.grants = grants::of_person(db, user.id.get(), user.role)?;
        }
        Ok(SignedIn {
            session: SessionId::stored(session),
            user: User {
                is_silenced: having.is_silenced,
                ..user
            },
            is_due: is_due(utc(seen_at), now),
            letters_are_paused,
            having,
        })
    })
    .transpose()
}

/// A person by their id who is about to write, signed in or not.
pub fn writer(db: &mut Db, id: UserId, now: DateTime<Utc>) -> Result<User, StoreError> {
    let is_silenced = restraints::is_silenced(db, id, now)?;
    Ok(User {
        is_silenced,
        ..find(db, id)?
    })
}

/// A person by their id, as far as they read: whether they are silenced, [`writer`] asks.
pub fn find(db: &mut Db, id: UserId) -> Result<User, StoreError> {
    let (row, is_staff): (UserRow, bool) = users::table
        .find(id.get())
        .select((
            (users::id, users::name, users::role, users::trust, users::language),
            exists(staff_membership()),
        ))
        .first(db)?;
    let mut user = user_of(row, is_staff)?;
    user.grants = grants::of_person(db, user.id.get(), user.role)?;
    Ok(user)
}

/// The address and the name to write to; `None` when the person has no address.
pub fn letter_box(db: &mut Db, id: UserId) -> Result<Option<(EmailAddress, String)>, StoreError> {
    let row: Option<(Option<String>, String)> = users::table
        .find(id.get())
        .select((users::email, users::name))
        .first(db)
        .optional()?;
    Ok(row.and_then(|(email, name)| Some((EmailAddress::parse(&email?).ok()?, name))))
}

/// The person who has this address, if anybody has.
pub fn with_address(db: &mut Db, email: &EmailAddress) -> Result<Option<UserId>, StoreError> {
    let id = users::table
        .filter(users::email_folded.eq(email.folded()))
        .select(users::id)
        .first(db)
        .optional()?;
    Ok(id.map(UserId::stored))
}

/// Whether somebody has this name, however it is written.
pub fn has_name(db: &mut Db, name: &PersonName) -> Result<bool, StoreError> {
    is_taken(db, &name.folded())
}

/// Whether no administrator can sign in, so that the first one has to be made; members alone run no forum.
pub fn needs_set_up(db: &mut Db) -> Result<bool, StoreError> {
    Ok(!roles::has_able_admin(db, None)?)
}

/// How making the first administrator ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registering {
    /// This is the first administrator.
    Registered(UserId),
    /// Somebody was quicker.
    AlreadySetUp,
    /// The address has an account; the code does not prove that it is its owner who asks.
    AddressTaken,
}

/// Makes the first administrator, unless one can sign in already.
pub fn register_admin(
    tx: &mut Db,
    name: &PersonName,
    email: &EmailAddress,
    password_hash: &str,
    now: DateTime<Utc>,
) -> Result<Registering, StoreError> {
    take_turn(tx)?;
    if !needs_set_up(tx)? {
        return Ok(Registering::AlreadySetUp);
    }
    forget_unproven_address(tx, email)?;
    if with_address(tx, email)?.is_some() {
        return Ok(Registering::AddressTaken);
    }
    let admin = NewUser {
        name: name.as_str(),
        email: Some(email),
        password_hash: Some(password_hash),
        role: Role::Admin,
        trust: Trust::Regular,
    };
    add(tx, &admin, now).map(Registering::Registered)
}

/// A person who is to get an account.
#[derive(Debug, Clone, Copy)]
pub struct NewUser<'a> {
    /// The name; on a clash it gets a number.
    pub name: &'a str,
    /// A confirmed address.
    pub email: Option<&'a EmailAddress>,
    /// The hash of a password.
    pub password_hash: Option<&'a str>,
    /// What they may do.
    pub role: Role,
    /// What conduct has earned.
    pub trust: Trust,
}

/// Gives a person an account, under the first free form of the name: *ada*, *ada 2*, *ada 3* ….
pub fn add(tx: &mut Db, user: &NewUser<'_>, now: DateTime<Utc>) -> Result<UserId, StoreError> {
    let name = free_name(tx, user.name)?;
    let id: i64 = diesel::insert_into(users::table)
        .values((
            users::name_folded.eq(fold(&name)),
            users::name.eq(name),
            users::email.eq(user.email.map(EmailAddress::as_str)),
            users::email_folded.eq(user.email.map(EmailAddress::folded)),
            users::password_hash.eq(user.password_hash),
            users::role.eq(user.role.as_str()),
            users::trust.eq(user.trust.as_str()),
            users::created_at.eq(row_time(now)),
        ))
        .returning(users::id)
        .get_result(tx)?;
    let id = UserId::stored(id);
    changes::record(tx, Noun::User(id), ChangeVerb::Made, now)?;
    Ok(id)
}

/// Lets one transaction at a time decide about names, addresses and the last administrator.
///
/// On SQLite a write transaction is alone anyway.
pub(super) fn take_turn(tx: &mut Db) -> Result<(), StoreError> {
    if tx.is_postgres() {
        diesel::sql_query("select pg_advisory_xact_lock(8417121)").execute(tx)?;
    }
    Ok(())
}

/// Takes an address off an account that nobody can sign in to: it was offered in a claim and never proven.
fn forget_unproven_address(tx: &mut Db, email: &EmailAddress) -> Result<(), StoreError> {
    diesel::update(
        users::table
            .filter(users::email_folded.eq(email.folded()))
            .filter(users::password_hash.is_null()),
    )
    .set((users::email.eq(None::<String>), users::email_folded.eq(None::<String>)))
    .execute(tx)?;
    Ok(())
}

fn free_name(tx: &mut Db, name: &str) -> Result<String, StoreError> {
    if !is_taken(tx, &fold(name))? {
        return Ok(name.to_owned());
    }
    for number in 2..10_000 {
        let ending = format!(" {number}");
        let stem: String = name.chars().take(LONGEST_NAME - ending.len()).collect();
        let candidate = format!("{}{ending}", stem.trim_end());
        if !is_taken(tx, &fold(&candidate))? {
            return Ok(candidate);
        }
    }
    Err(StoreError::Conflict)
}

fn is_taken(db: &mut Db, folded: &str) -> Result<bool, StoreError> {
    Ok(diesel::select(exists(users::table.filter(users::name_folded.eq(folded)))).get_result(db)?)
}

/// The row that makes the user of the outer query a member of the staff.
#[diesel::dsl::auto_type]
pub(super) fn staff_membership() -> _ {
    let staff: &'static str = STAFF;
    group_members::table
        .inner_join(groups::table)
        .filter(group_members::user_id.eq(users::id))
        .filter(groups::name.eq(staff))
}

/// The row that pauses letters to the user of the outer query.
#[diesel::dsl::auto_type]
fn paused_letters() -> _ {
    bounces::table
        .filter(bounces::email_folded.nullable().eq(users::email_folded))
        .filter(bounces::paused_at.is_not_null())
}

/// What the user of the outer query was told and has not read.
#[diesel::dsl::auto_type]
fn unread() -> _ {
    notifications::table
        .filter(notifications::user_id.eq(users::id))
        .filter(notifications::read_at.is_null())
}

/// What the user of the outer query wants to hear of.
#[diesel::dsl::auto_type]
fn wishes() -> _ {
    subscriptions::table.filter(subscriptions::user_id.eq(users::id))
}

/// What the user of the outer query has flagged.
#[diesel::dsl::auto_type]
fn flagged() -> _ {
    flags::table.filter(flags::user_id.eq(users::id))
}

/// What the groups of the user of the outer query are granted.
#[diesel::dsl::auto_type]
fn granted() -> _ {
    category_groups::table
        .inner_join(group_members::table.on(group_members::group_id.eq(category_groups::group_id)))
        .filter(group_members::user_id.eq(users::id))
}

fn user_of((id, name, role, trust, language): UserRow, is_staff: bool) -> Result<User, StoreError> {
    Ok(User {
        id: UserId::stored(id),
        name,
        role: role_of(&role)?,
        trust: trust_of(&trust)?,
        is_staff,
        is_silenced: false,
        language: language.as_deref().and_then(Language::parse),
        grants: Grants::NONE,
    })
}

pub(super) fn role_of(text: &str) -> Result<Role, StoreError> {
    Role::parse(text).ok_or_else(|| StoreError::Unexpected(format!("{text:?} is no role")))
}

pub(super) fn trust_of(text: &str) -> Result<Trust, StoreError> {
    Trust::parse(text).ok_or_else(|| StoreError::Unexpected(format!("{text:?} is no trust")))
}
