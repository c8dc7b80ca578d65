//! Sends a specimen of a letter to whoever wants to see it in their own mail program; its links lead nowhere.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::UserId;
use crate::letters::Heading;
use crate::letters::specimens::{Example, of_kind};
use crate::store::{StoreError, users};

pub(super) fn run(workshop: &Workshop, kind: &str, user: UserId, now: DateTime<Utc>) -> Result<(), JobError> {
    let Some(specimen) = of_kind(kind) else {
        return Ok(());
    };
    let told = workshop.store.read_now::<_, StoreError>(|db| {
        let language = users::chosen_language(db, user)?;
        Ok(users::letter_box(db, user)?.map(|owner| (owner, language)))
    })?;
    let Some(((to, name), language)) = told else {
        return Ok(());
    };
    let phrases = workshop.phrases(language)?;
    let example = workshop
        .store
        .read_now(|db| Example::of_forum(db, &phrases, to, &name, now))?;
    let mut letter = workshop.write_in(language, |stationery| (specimen.compose)(stationery, &example))?;
    // It follows no letter, and stops none.
    letter.heading = Heading {
        list: letter.heading.list,
        ..Heading::asked_for()
    };
    workshop.send(&letter, now)
}
