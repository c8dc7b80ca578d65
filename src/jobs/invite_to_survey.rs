//! Invites to a survey, once.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::SurveyId;
use crate::domain::signed_link::LinkPurpose;
use crate::letters;
use crate::store::{StoreError, surveys, users};

pub(super) fn run(workshop: &Workshop, survey: SurveyId, now: DateTime<Utc>) -> Result<(), JobError> {
    let told = workshop.store.read_now::<_, StoreError>(|db| {
        let Some(told) = surveys::invitation(db, survey)? else {
            return Ok(None);
        };
        Ok(users::letter_box(db, told.asker)?.map(|owner| (told, owner)))
    })?;
    let Some((told, (to, name))) = told else {
        return Ok(());
    };
    let signing = workshop.signing(now)?;
    let Some(way) = signing.way(&told.link, LinkPurpose::Survey, &to) else {
        return Ok(());
    };
    workshop.post_to(told.asker, now, |stationery| {
        letters::survey(stationery, to, &name, &told.title, way)
    })?;
    // A crash before this sends it again: that is better than a letter that nobody got.
    Ok(workshop.store.write_now(|tx| surveys::note_posted(tx, survey, now))?)
}
