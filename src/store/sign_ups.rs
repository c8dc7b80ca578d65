//! People who have not confirmed their address yet: nobody else sees them, and they hold no name.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::sign_ups;
use super::time::{row_time, utc};
use super::tokens::{self, Errand, Redeemed};
use super::users::{NewUser, add, choose_language, find, has_name, suspension, take_turn, with_address};
use super::{Db, StoreError, consents, doubts, invitations, jobs, settings, subscribers};
use crate::domain::document::Agreed;
use crate::domain::email::EmailAddress;
use crate::domain::id::{InvitationId, SignUpId, UserId};
use crate::domain::job::Job;
use crate::domain::language::Language;
use crate::domain::person::PersonName;
use crate::domain::role::{Role, Trust};
use crate::domain::spam::{BURST, BURST_SPAN, Doubt};
use crate::domain::token::{Purpose, Token};

/// Stands for the password of a sign-up whose address had an account: such a row keeps a question, and makes no account.
const FOR_AN_ACCOUNT: &str = "";

/// What a visitor signs up with.
#[derive(Debug, Clone)]
pub struct NewSignUp {
    /// The name that others will see.
    pub name: PersonName,
    /// The address to confirm.
    pub email: EmailAddress,
    /// The hash of the password.
    pub password_hash: String,
    /// The question that was written first, as JSON, to be posted when the address is confirmed.
    pub question: Option<String>,
    /// The path of this site to lead back to when the address is confirmed.
    pub back: Option<String>,
    /// The language that they chose before, if they did; their account keeps it.
    pub language: Option<Language>,
    /// The documents that the visitor agreed to.
    pub agreed: Option<Agreed>,
    /// The visit to the ask form in which the question was written.
    pub ask_session: Option<String>,
    /// Why a moderator looks at them once their address is confirmed, if one does.
    pub doubt: Option<Doubt>,
    /// The network that they signed up from, as [`crate::domain::network::network_of`] writes it, where that is known.
    pub network: Option<String>,
}

/// How signing up began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begun {
    /// A letter to confirm the address is on its way.
    Started,
    /// The address has an account; its owner is told by letter, which posts the question that was written, if there is
    /// one. The page says the same as for `Started`.
    AlreadyRegistered,
    /// Somebody else has that name, as everybody can see.
    NameTaken,
}

/// Keeps a sign-up until its address is confirmed.
pub fn begin(tx: &mut Db, sign_up: &NewSignUp, now: DateTime<Utc>) -> Result<Begun, StoreError> {
    begin_by(tx, sign_up, None, now)
}

/// The same by an invitation, which is used once the address is confirmed.
pub fn begin_by(
    tx: &mut Db,
    sign_up: &NewSignUp,
    invitation: Option<InvitationId>,
    now: DateTime<Utc>,
) -> Result<Begun, StoreError> {
    if has_name(tx, &sign_up.name)? {
        return Ok(Begun::NameTaken);
    }
    if let Some(user) = with_address(tx, &sign_up.email)? {
        let question = sign_up.question.is_some();
        let sign_up = question.then(|| keep(tx, sign_up, FOR_AN_ACCOUNT, now)).transpose()?;
        jobs::enqueue(tx, &Job::AlreadyRegistered { user, sign_up }, now)?;
        return Ok(Begun::AlreadyRegistered);
    }
    let sign_up = keep(tx, sign_up, &sign_up.password_hash, now)?;
    if let Some(invitation) = invitation {
        invitations::bind(tx, sign_up, invitation)?;
    }
    jobs::enqueue(tx, &Job::ConfirmSignUp { sign_up }, now)?;
    Ok(Begun::Started)
}

/// Keeps a question that came by mail until its sender confirms it; only somebody without an account gets one then.
pub fn begin_by_mail(tx: &mut Db, sign_up: &NewSignUp, now: DateTime<Utc>) -> Result<SignUpId, StoreError> {
    let has_account = with_address(tx, &sign_up.email)?.is_some();
    let password_hash = if has_account {
        FOR_AN_ACCOUNT
    } else {
        &sign_up.password_hash
    };
    let sign_up = keep(tx, sign_up, password_hash, now)?;
    jobs::enqueue(tx, &Job::ConfirmQuestion { sign_up }, now)?;
    Ok(sign_up)
}

fn keep(tx: &mut Db, sign_up: &NewSignUp, password_hash: &str, now: DateTime<Utc>) -> Result<SignUpId, StoreError> {
    let id: i64 = diesel::insert_into(sign_ups::table)
        .values((
            sign_ups::name.eq(sign_up.name.as_str()),
            sign_ups::email.eq(sign_up.email.as_str()),
            sign_ups::email_folded.eq(sign_up.email.folded()),
            sign_ups::password_hash.eq(password_hash),
            sign_ups::question.eq(sign_up.question.as_deref()),
            sign_ups::back.eq(sign_up.back.as_deref()),
            sign_ups::language.eq(sign_up.language.map(Language::code)),
            sign_ups::agreed.eq(sign_up.agreed.as_ref().map(Agreed::to_string)),
            sign_ups::ask_session.eq(sign_up.ask_session.as_deref()),
            sign_ups::doubt.eq(sign_up.doubt.map(Doubt::as_str)),
            sign_ups::network.eq(sign_up.network.as_deref()),
            sign_ups::created_at.eq(row_time(now)),
            sign_ups::expires_at.eq(row_time(now + tokens::lifetime(Purpose::ConfirmSignUp))),
        ))
        .returning(sign_ups::id)
        .get_result(tx)?;
    Ok(SignUpId::stored(id))
}

/// Whether so many signed up from a network lately that one more is a burst.
pub(super) fn is_burst(db: &mut Db, network: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let before: Vec<i64> = sign_ups::table
        .filter(sign_ups::network.eq(network))
        .filter(sign_ups::created_at.gt(row_time(now - BURST_SPAN)))
        .limit(BURST)
        .select(sign_ups::id)
        .load(db)?;
    Ok(i64::try_from(before.len()).unwrap_or(BURST) >= BURST - 1)
}

/// A sign-up that waits for its address to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its id.
    pub id: SignUpId,
    /// The name that was chosen; the account's, when the address has had one all along.
    pub name: String,
    /// The address to confirm.
    pub email: EmailAddress,
    /// The account that the address has had all along: then only a question waits.
    pub account: Option<UserId>,
    /// The question that waits with it, as JSON.
    pub question: Option<String>,
    /// The language that they chose, if they did.
    pub language: Option<Language>,
    /// The documents that they agreed to.
    pub agreed: Option<Agreed>,
    /// The visit to the ask form in which the question was written.
    pub ask_session: Option<String>,
}

type WaitingRow = (
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
);

/// The sign-up to write a letter for; `None` when it ran out or was deleted.
pub fn waiting(db: &mut Db, id: SignUpId, now: DateTime<Utc>) -> Result<Option<Waiting>, StoreError> {
    let row: Option<WaitingRow> = sign_ups::table
        .find(id.get())
        .filter(sign_ups::expires_at.gt(row_time(now)))
        .select((
            sign_ups::name,
            sign_ups::email,
            sign_ups::password_hash,
            sign_ups::question,
            sign_ups::language,
            sign_ups::agreed,
            sign_ups::ask_session,
        ))
        .first(db)
        .optional()?;
    let Some((name, email, password_hash, question, language, agreed, ask_session)) = row else {
        return Ok(None);
    };
    let Ok(email) = EmailAddress::parse(&email) else {
        return Ok(None);
    };
    let (account, name) = if password_hash == FOR_AN_ACCOUNT {
        let Some(owner) = with_address(db, &email)? else {
            return Ok(None);
        };
        (Some(owner), find(db, owner)?.name)
    } else {
        (None, name)
    };
    Ok(Some(Waiting {
        id,
        name,
        email,
        account,
        question,
        language: language.as_deref().and_then(Language::parse),
        agreed: agreed.as_deref().map(Agreed::stored),
        ask_session,
    }))
}

/// The sign-up that this letter's secret confirms, without confirming it.
pub fn peek(db: &mut Db, token: &Token, now: DateTime<Utc>) -> Result<Option<Waiting>, StoreError> {
    match tokens::peek(db, Purpose::ConfirmSignUp, token, now)? {
        Some(Errand::ConfirmSignUp(id)) => waiting(db, id, now),
        _ => Ok(None),
    }
}

/// How confirming an address ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirmation {
    /// The person has an account now.
    Confirmed {
        /// Who it is.
        user: UserId,
        /// The question that waited, as JSON; post it in the same transaction.
        question: Option<String>,
        /// The path of this site to lead back to.
        back: Option<String>,
    },
    /// The address has had an account all along: its owner posts the question, and nobody is signed in.
    Kept {
        /// Whose account it is.
        user: UserId,
    },
    /// This letter was used before.
    AlreadyConfirmed,
    /// The letter is too old, or never was.
    Expired,
}

type SignUpRow = (
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    chrono::NaiveDateTime,
);

/// Makes the account of a sign-up; when its address was confirmed meanwhile, it is that account.
pub fn confirm(tx: &mut Db, token: &Token, now: DateTime<Utc>) -> Result<Confirmation, StoreError> {
    take_turn(tx)?;
    let id = match tokens::redeem(tx, Purpose::ConfirmSignUp, token, now)? {
        Redeemed::Now(Errand::ConfirmSignUp(id)) => id,
        Redeemed::Before => return Ok(Confirmation::AlreadyConfirmed),
        Redeemed::Now(_) | Redeemed::Expired => return Ok(Confirmation::Expired),
    };
    let row: SignUpRow = sign_ups::table
        .find(id.get())
        .select((
            sign_ups::name,
            sign_ups::email,
            sign_ups::password_hash,
            sign_ups::question,
            sign_ups::back,
            sign_ups::language,
            sign_ups::agreed,
            sign_ups::doubt,
            sign_ups::created_at,
        ))
        .first(tx)?;
    let (name, email, password_hash, question, back, language, agreed, doubt, began_at) = row;
    // The row stays until it runs out, so that a second press of the button finds the letter used; its secrets go.
    diesel::update(sign_ups::table.find(id.get()))
        .set((sign_ups::password_hash.eq(""), sign_ups::question.eq(None::<String>)))
        .execute(tx)?;
    let Ok(email) = EmailAddress::parse(&email) else {
        return Ok(Confirmation::Expired);
    };
    let invitation = invitations::of_sign_up(tx, id)?;
    let user = match with_address(tx, &email)? {
        _ if !is_let_in(tx, invitation, now)? => return Ok(Confirmation::Expired),
        Some(user) if is_suspended(tx, user, now)? => return Ok(Confirmation::Expired),
        Some(user) => user,
        None if password_hash == FOR_AN_ACCOUNT => return Ok(Confirmation::Expired),
        None => {
            let language = language.as_deref().and_then(Language::parse);
            let user = add_newcomer(tx, (&name, &email, &password_hash), language, now)?;
            if let Some(why) = doubt.as_deref().and_then(Doubt::parse) {
                doubts::open(tx, user, why, now)?;
            }
            user
        }
    };
    invitation
        .map(|invitation| invitations::use_up(tx, invitation, user, now))
        .transpose()?;
    if let Some(agreed) = agreed {
        consents::record(tx, user, &Agreed::stored(&agreed), utc(began_at))?;
    }
    if password_hash == FOR_AN_ACCOUNT {
        return Ok(Confirmation::Kept { user });
    }
    Ok(Confirmation::Confirmed { user, question, back })
}

/// Whether somebody who was invited still comes in: while the forum takes sign-ups anyway, or their invitation is good.
fn is_let_in(tx: &mut Db, invitation: Option<InvitationId>, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let Some(invitation) = invitation else { return Ok(true) };
    Ok(settings::load(tx)?.sign_up_is_open || invitations::is_good(tx, invitation, now)?)
}

/// Makes the account of somebody whose invitation came by letter, which proves their address; `None` when it has an account
/// already, or the invitation is good for nothing any more.
pub fn come_in(
    tx: &mut Db,
    (invitation, email): (InvitationId, &EmailAddress),
    (name, password_hash): (&PersonName, &str),
    (language, agreed): (Option<Language>, Option<&Agreed>),
    now: DateTime<Utc>,
) -> Result<Option<UserId>, StoreError> {
    take_turn(tx)?;
    if !invitations::is_good(tx, invitation, now)? || with_address(tx, email)?.is_some() {
        return Ok(None);
    }
    let user = add_newcomer(tx, (name.as_str(), email, password_hash), language, now)?;
    if let Some(agreed) = agreed {
        consents::record(tx, user, agreed, now)?;
    }
    invitations::use_up(tx, invitation, user, now)?;
    Ok(Some(user))
}

/// Makes the account of somebody whose address is proved.
fn add_newcomer(
    tx: &mut Db,
    (name, email, password_hash): (&str, &EmailAddress, &str),
    language: Option<Language>,
    now: DateTime<Utc>,
) -> Result<UserId, StoreError> {
    let user = NewUser {
        name,
        email: Some(email),
        password_hash: Some(password_hash),
        role: Role::Member,
        trust: Trust::Newcomer,
    };
    let user = add(tx, &user, now)?;
    choose_language(tx, user, language)?;
    subscribers::adopt(tx, user, email)?;
    Ok(user)
}

fn is_suspended(tx: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    Ok(suspension(tx, user)?.is_some_and(|span| span.holds(now)))
}

/// Deletes sign-ups that ran out; answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    Ok(diesel::delete(sign_ups::table.filter(sign_ups::expires_at.le(row_time(now)))).execute(tx)?)
}
