//! Acts on groups and invitations: the log names these in words, as they may be gone when it is read.

use diesel::prelude::*;

use crate::domain::id::UserId;
use crate::domain::moderation::{Act, Changed, Occasion};
use crate::store::schema::moderations;
use crate::store::time::row_time;
use crate::store::{Db, StoreError};

/// What was done to a group or an invitation.
pub(in crate::store) struct Named {
    /// What.
    pub(in crate::store) act: Act,
    /// To what, in words; nothing for an invitation into no group.
    pub(in crate::store) about: String,
    /// Who came into the group or left it.
    pub(in crate::store) user: Option<UserId>,
    /// What was so before, and is so since.
    pub(in crate::store) changed: Changed,
    /// Whether it names a private category, or a group that one is open to: then it is for administrators.
    pub(in crate::store) is_for_admins: bool,
}

/// Writes down an act on a group or an invitation, in the transaction that does it.
pub(in crate::store) fn record_named(tx: &mut Db, on: &Occasion, named: &Named) -> Result<(), StoreError> {
    diesel::insert_into(moderations::table)
        .values((
            moderations::moderator_id.eq(on.by.map(UserId::get)),
            moderations::act.eq(named.act.as_str()),
            moderations::user_id.eq(named.user.map(UserId::get)),
            moderations::reason.eq(on.reason.as_str()),
            moderations::acted_at.eq(row_time(on.now)),
            moderations::was.eq(&named.changed.was),
            moderations::became.eq(&named.changed.became),
            moderations::about.eq(Some(named.about.as_str())),
            moderations::is_for_admins.eq(named.is_for_admins),
        ))
        .execute(tx)?;
    Ok(())
}
