//! Tells a moderator that a question is suddenly asked far more often than usual.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::account::Viewer;
use crate::domain::id::{OutbreakId, UserId};
use crate::domain::sight::Sight;
use crate::letters;
use crate::store::{StoreError, outbreaks, users};

pub(super) fn run(workshop: &Workshop, outbreak: OutbreakId, user: UserId, now: DateTime<Utc>) -> Result<(), JobError> {
    let told = workshop.store.read_now::<_, StoreError>(|db| {
        let sight = Sight::of(&Viewer::User(users::find(db, user)?));
        let outbreak = outbreaks::find(db, sight, outbreak)?;
        Ok(outbreak.zip(users::letter_box(db, user)?))
    })?;
    let Some((outbreak, (to, name))) = told else {
        return Ok(());
    };
    workshop.post_to(user, now, |stationery| {
        letters::outbreak(stationery, to, &name, &outbreak)
    })
}
