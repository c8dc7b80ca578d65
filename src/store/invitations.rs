//! Invitations: who was given a way in, how often it was used, and what it opens.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::authors::{Author, Authors};
use super::groups::Group;
use super::moderations::{Named, record_named};
use super::native::{NativeDsl, among};
use super::outcome::Deed;
use super::schema::{group_members, groups, invitation_groups, invitations, invited_sign_ups};
use super::time::{row_time, utc};
use super::{Db, StoreError, changes, grants, jobs, settings};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::email::EmailAddress;
use crate::domain::id::{GroupId, InvitationId, SignUpId, UserId};
use crate::domain::invitation::{InvitationDraft, may_invite};
use crate::domain::job::Job;
use crate::domain::moderation::{Act, Changed, Occasion};
use crate::domain::role::Role;
use crate::domain::token::Token;

/// An invitation in the list of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The address that got a letter; nobody's for a link.
    pub email: Option<String>,
    /// How often it was used, and may be.
    pub uses: (i64, i64),
    /// Who gave it.
    pub invited_by: Author,
    /// When.
    pub invited_at: DateTime<Utc>,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
    /// When it was taken back.
    pub ended_at: Option<DateTime<Utc>>,
    /// The groups that people join by it.
    pub groups: Vec<String>,
}

type Row = (
    i64,
    Option<String>,
    (i64, i64),
    Option<i64>,
    (
        chrono::NaiveDateTime,
        chrono::NaiveDateTime,
        Option<chrono::NaiveDateTime>,
    ),
);

/// The invitations from the newest; who is no administrator reads their own.
pub fn page(db: &mut Db, by: &User, after: Option<Cursor>, size: i64) -> Result<PageOf<Invitation>, StoreError> {
    let mut query = invitations::table
        .order((invitations::invited_at.desc(), invitations::id.desc()))
        .limit(size + 1)
        .select((
            invitations::id,
            invitations::email,
            (invitations::use_count, invitations::most_uses),
            invitations::invited_by_id,
            (invitations::invited_at, invitations::expires_at, invitations::ended_at),
        ))
        .into_boxed();
    if by.role < Role::Admin {
        query = query.filter(invitations::invited_by_id.eq(by.id.get()));
    }
    if let Some(after) = after {
        let (at, id) = (after.moment().unwrap_or_default().naive_utc(), after.id);
        query = query
            .filter(invitations::invited_at.le(at))
            .filter(invitations::invited_at.lt(at).or(invitations::id.lt(id)));
    }
    let rows: Vec<Row> = query.load(db)?;
    let authors = Authors::load(db, rows.iter().map(|row| row.3))?;
    let mut named = group_names(db, rows.iter().map(|row| row.0))?;
    let rows = rows
        .into_iter()
        .map(|(id, email, uses, by, (invited_at, expires_at, ended_at))| Invitation {
            id: InvitationId::stored(id),
            email,
            uses,
            invited_by: authors.of(by, None),
            invited_at: utc(invited_at),
            expires_at: utc(expires_at),
            ended_at: ended_at.map(utc),
            groups: named.remove(&id).unwrap_or_default(),
        });
    let position = |row: &Invitation| Cursor::at(row.invited_at, row.id.get());
    Ok(PageOf::cut(
        rows.collect(),
        usize::try_from(size).unwrap_or_default(),
        position,
    ))
}

fn group_names(db: &mut Db, ids: impl Iterator<Item = i64>) -> Result<HashMap<i64, Vec<String>>, StoreError> {
    let rows: Vec<(i64, String)> = invitation_groups::table
        .inner_join(groups::table)
        .filter(among(invitation_groups::invitation_id, ids))
        .order(groups::name)
        .select((invitation_groups::invitation_id, groups::name))
        .load(db)?;
    let mut named: HashMap<i64, Vec<String>> = HashMap::new();
    for (id, name) in rows {
        named.entry(id).or_default().push(name);
    }
    Ok(named)
}

/// Gives an invitation. The secret of a link is answered, and kept only as a hash; that of a letter is made when the letter goes.
pub fn give(
    tx: &mut Db,
    by: &User,
    draft: &InvitationDraft,
    now: DateTime<Utc>,
) -> Result<Deed<Option<Token>>, StoreError> {
    if !may_give(tx, by, draft)? {
        return Ok(Deed::NotYours);
    }
    let token = draft.email.is_none().then(Token::random);
    let id: i64 = diesel::insert_into(invitations::table)
        .values((
            invitations::token_hash.eq(token.as_ref().map(Token::hash)),
            invitations::email.eq(draft.email.as_ref().map(EmailAddress::as_str)),
            invitations::most_uses.eq(draft.most_uses),
            invitations::invited_by_id.eq(Some(by.id.get())),
            invitations::invited_at.eq(row_time(now)),
            invitations::expires_at.eq(row_time(now + Duration::days(draft.days))),
        ))
        .returning(invitations::id)
        .get_result(tx)?;
    for group in &draft.groups {
        // The staff is joined on the page of a person, where it stands in the log.
        let group: i64 = groups::table
            .find(group.get())
            .filter(groups::built_in.eq(false))
            .select(groups::id)
            .first(tx)?;
        diesel::insert_into(invitation_groups::table)
            .values((
                invitation_groups::invitation_id.eq(id),
                invitation_groups::group_id.eq(group),
            ))
            .execute(tx)?;
    }
    let invitation = InvitationId::stored(id);
    let on = Occasion {
        reason: draft.reason.clone(),
        ..Occasion::of(by.id, now)
    };
    log(tx, &on, invitation, Act::Invite)?;
    if draft.email.is_some() {
        jobs::enqueue(tx, &Job::Invite { invitation }, now)?;
    }
    Ok(Deed::Done(token))
}

/// Whether somebody may give this: administrators anything, others who may invite what leads into groups that they are in.
fn may_give(db: &mut Db, by: &User, draft: &InvitationDraft) -> Result<bool, StoreError> {
    if by.role == Role::Admin {
        return Ok(true);
    }
    if !may_invite(by, settings::load(db)?.moderators_invite) {
        return Ok(false);
    }
    let own: BTreeSet<GroupId> = super::groups::of_user(db, by.id)?.into_iter().collect();
    Ok(draft.groups.is_subset(&own))
}

/// The groups into which somebody may invite, by their names.
pub fn groups_to_offer(db: &mut Db, by: &User) -> Result<Vec<Group>, StoreError> {
    let mut offered = super::groups::list(db)?;
    offered.retain(|group| !group.is_built_in);
    if by.role < Role::Admin {
        let own = super::groups::of_user(db, by.id)?;
        offered.retain(|group| own.contains(&group.id));
    }
    Ok(offered)
}

/// Takes an invitation back: nobody comes in by it any more. Whether it was good until then; absent when it is another's, for who is
/// no administrator.
pub fn end(tx: &mut Db, by: &User, id: InvitationId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let giver: Option<i64> = invitations::table
        .find(id.get())
        .select(invitations::invited_by_id)
        .first(tx)?;
    let is_theirs =
        by.role == Role::Admin || (giver == Some(by.id.get()) && may_invite(by, settings::load(tx)?.moderators_invite));
    if !is_theirs {
        return Err(StoreError::NotFound);
    }
    let open = invitations::table
        .find(id.get())
        .filter(invitations::ended_at.is_null());
    let count = diesel::update(open)
        .set(invitations::ended_at.eq(Some(row_time(now))))
        .execute(tx)?;
    if count > 0 {
        log(tx, &Occasion::of(by.id, now), id, Act::EndInvitation)?;
    }
    Ok(count > 0)
}

/// Writes an act on an invitation into the log: into which groups it leads, never to whom it went.
fn log(tx: &mut Db, on: &Occasion, id: InvitationId, act: Act) -> Result<(), StoreError> {
    let into: Vec<(i64, String)> = invitation_groups::table
        .inner_join(groups::table)
        .filter(invitation_groups::invitation_id.eq(id.get()))
        .order(groups::name)
        .select((groups::id, groups::name))
        .load(tx)?;
    let (ids, names): (Vec<i64>, Vec<String>) = into.into_iter().unzip();
    let ids: Vec<GroupId> = ids.into_iter().map(GroupId::stored).collect();
    let named = Named {
        act,
        about: names.join(", "),
        user: None,
        changed: Changed::default(),
        is_for_admins: grants::opens_private(tx, &ids)?,
    };
    record_named(tx, on, &named)
}

/// What the letter of an invitation says.
#[derive(Debug, Clone)]
pub struct Invited {
    /// Whom it goes to.
    pub to: EmailAddress,
    /// Who invites them.
    pub by: String,
    /// The secret of its link; one that went before is worth nothing from now on.
    pub token: Token,
}

/// Makes the secret of a letter that is to go; `None` when the invitation is good for nothing any more.
pub fn prepare(tx: &mut Db, id: InvitationId, now: DateTime<Utc>) -> Result<Option<Invited>, StoreError> {
    let row: Option<(Option<String>, Option<i64>)> = good(now)
        .filter(invitations::id.eq(id.get()))
        .select((invitations::email, invitations::invited_by_id))
        .first(tx)
        .optional()?;
    let Some((Some(email), by)) = row else { return Ok(None) };
    let Ok(to) = EmailAddress::parse(&email) else {
        return Ok(None);
    };
    let token = Token::random();
    diesel::update(invitations::table.find(id.get()))
        .set(invitations::token_hash.eq(Some(token.hash())))
        .execute(tx)?;
    // Nobody is invited in the name of somebody who is gone.
    let by = Authors::load(tx, [by])?.of(by, None).name;
    Ok(by.map(|by| Invited { to, by, token }))
}

/// Invitations that somebody may still come in by.
#[diesel::dsl::auto_type]
fn good(now: DateTime<Utc>) -> _ {
    let now: chrono::NaiveDateTime = row_time(now);
    invitations::table
        .filter(invitations::ended_at.is_null())
        .filter(invitations::expires_at.gt(now))
        .filter(invitations::use_count.lt(invitations::most_uses))
}

/// What a link opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The invitation.
    pub id: InvitationId,
    /// The address that the link was sent to, which it proves.
    pub email: Option<EmailAddress>,
    /// The groups that whoever comes in joins.
    pub groups: Vec<String>,
}

/// What this link opens; `None` when that is nothing (any more).
pub fn opened(db: &mut Db, token: &Token, now: DateTime<Utc>) -> Result<Option<Open>, StoreError> {
    let row: Option<(i64, Option<String>)> = good(now)
        .filter(invitations::token_hash.eq(Some(token.hash())))
        .select((invitations::id, invitations::email))
        .first(db)
        .optional()?;
    let Some((id, email)) = row else { return Ok(None) };
    Ok(Some(Open {
        id: InvitationId::stored(id),
        email: email.and_then(|email| EmailAddress::parse(&email).ok()),
        groups: group_names(db, [id].into_iter())?.remove(&id).unwrap_or_default(),
    }))
}

/// Remembers by which invitation somebody signs up, until their address is confirmed.
pub(super) fn bind(tx: &mut Db, sign_up: SignUpId, invitation: InvitationId) -> Result<(), StoreError> {
    diesel::insert_into(invited_sign_ups::table)
        .values((
            invited_sign_ups::sign_up_id.eq(sign_up.get()),
            invited_sign_ups::invitation_id.eq(invitation.get()),
        ))
        .execute(tx)?;
    Ok(())
}

/// The invitation by which somebody signed up.
pub(super) fn of_sign_up(db: &mut Db, sign_up: SignUpId) -> Result<Option<InvitationId>, StoreError> {
    let id: Option<i64> = invited_sign_ups::table
        .find(sign_up.get())
        .select(invited_sign_ups::invitation_id)
        .first(db)
        .optional()?;
    Ok(id.map(InvitationId::stored))
}

/// Whether somebody can still come in by it.
pub(super) fn is_good(db: &mut Db, id: InvitationId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let one = good(now).filter(invitations::id.eq(id.get()));
    Ok(diesel::select(diesel::dsl::exists(one)).get_result(db)?)
}

/// Uses an invitation for somebody with an account, who joins its groups; false when it is good for nothing any more.
pub fn use_up(tx: &mut Db, id: InvitationId, user: UserId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let still_good = invitations::table
        .find(id.get())
        .filter(invitations::ended_at.is_null())
        .filter(invitations::expires_at.gt(row_time(now)))
        .filter(invitations::use_count.lt(invitations::most_uses));
    let used = diesel::update(still_good)
        .set(invitations::use_count.eq(invitations::use_count + 1))
        .execute(tx)?;
    if used == 0 {
        return Ok(false);
    }
    let by: Option<i64> = invitations::table
        .find(id.get())
        .select(invitations::invited_by_id)
        .first(tx)?;
    let on = Occasion {
        by: by.map(UserId::stored),
        reason: Reason::default(),
        now,
    };
    let joined: Vec<(i64, String)> = invitation_groups::table
        .inner_join(groups::table)
        .filter(invitation_groups::invitation_id.eq(id.get()))
        .select((groups::id, groups::name))
        .load(tx)?;
    for (group, name) in joined {
        let count = diesel::insert_into(group_members::table)
            .values((
                group_members::group_id.eq(group),
                group_members::user_id.eq(user.get()),
                group_members::joined_at.eq(row_time(now)),
            ))
            .on_conflict_do_nothing()
            .native()
            .execute(tx)?;
        if count > 0 {
            log_joining(tx, &on, (GroupId::stored(group), name), user)?;
        }
    }
    changes::record(tx, Noun::User(user), ChangeVerb::Changed, now)?;
    Ok(true)
}

/// Writes into the log that whoever gave an invitation put somebody into a group by it.
fn log_joining(tx: &mut Db, on: &Occasion, (group, name): (GroupId, String), user: UserId) -> Result<(), StoreError> {
    let named = Named {
        act: Act::JoinGroup,
        about: name,
        user: Some(user),
        changed: Changed::default(),
        is_for_admins: grants::opens_private(tx, &[group])?,
    };
    record_named(tx, on, &named)
}
