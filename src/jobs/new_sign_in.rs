//! Tells of a sign-in from a browser and a network that were not seen before.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::KnownBrowserId;
use crate::letters;
use crate::store::{Db, StoreError, known_browsers, users};

pub(super) fn run(workshop: &Workshop, id: KnownBrowserId, now: DateTime<Utc>) -> Result<(), JobError> {
    let found = workshop.store.read_now(|db: &mut Db| {
        let Some(known) = known_browsers::find(db, id)? else {
            return Ok::<_, StoreError>(None);
        };
        Ok(users::letter_box(db, known.user)?.map(|owner| (known, owner)))
    })?;
    let Some((known, (to, name))) = found else {
        return Ok(());
    };
    workshop.post_to(known.user, now, |stationery| {
        letters::new_sign_in(stationery, to, &name, &known.place, known.first_seen_at)
    })
}
