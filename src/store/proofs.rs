//! Proofs of work that were used: whoever brings one a second time has proved nothing.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::NativeDsl;
use super::schema::spent_proofs;
use super::time::row_time;
use super::{Db, StoreError, signed_links};
use crate::domain::spam::OfferedProof;

/// Uses a proof; answers whether it was one that nobody used before. Of two at once one waits for the other.
pub fn spend(tx: &mut Db, offered: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let Some(offered) = OfferedProof::read(offered) else {
        return Ok(false);
    };
    // A key that was ended meanwhile signed what it signed.
    let key = signed_links::any_key(tx, offered.key())?;
    let Some(solved) = key.and_then(|key| offered.verify(&key, now)) else {
        return Ok(false);
    };
    let spent = diesel::insert_into(spent_proofs::table)
        .values((
            spent_proofs::nonce.eq(&solved.nonce),
            spent_proofs::expires_at.eq(row_time(solved.expires_at)),
        ))
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    Ok(spent == 1)
}

/// Forgets proofs that are too old to be brought again; answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = spent_proofs::table.filter(spent_proofs::expires_at.le(row_time(now)));
    Ok(diesel::delete(old).execute(tx)?)
}
