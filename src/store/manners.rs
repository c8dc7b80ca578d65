//! What the form of a post says of how that was written: what somebody new sends too soon, or with a field that people do not see,
//! waits for a moderator like what looks like advertising.

use chrono::{DateTime, Utc};

use super::{Db, StoreError, holds, settings, signed_links};
use crate::domain::account::User;
use crate::domain::case::{HoldReason, Piece};
use crate::domain::spam::{Manner, OfferedMoment, Writer};

/// Holds a piece that was just posted by such a form, in the transaction in which it was.
pub fn mind(tx: &mut Db, author: &User, piece: Piece, manner: &Manner, now: DateTime<Utc>) -> Result<(), StoreError> {
    if Writer::of(author) != Writer::Newcomer {
        return Ok(());
    }
    match held_for(tx, manner, now)? {
        Some(why) => holds::hold(tx, piece, why, now).map(drop),
        None => Ok(()),
    }
}

fn held_for(tx: &mut Db, manner: &Manner, now: DateTime<Utc>) -> Result<Option<HoldReason>, StoreError> {
    if manner.is_trapped() {
        return Ok(Some(HoldReason::Trapped));
    }
    Ok(is_hasty(tx, manner, now)?.then_some(HoldReason::Hasty))
}

/// Whether a form came back sooner than anybody writes; one that does not say when it was shown did.
pub(super) fn is_hasty(db: &mut Db, manner: &Manner, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let rule = settings::load(db)?.spam.haste;
    if !rule.holds_any() {
        return Ok(false);
    }
    let begun = match OfferedMoment::read(&manner.begun) {
        // A key that was ended meanwhile signed what it signed.
        Some(offered) => signed_links::any_key(db, offered.key())?.and_then(|key| offered.verify(&key)),
        None => None,
    };
    Ok(rule.holds(begun, now))
}
