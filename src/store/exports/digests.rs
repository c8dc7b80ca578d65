//! What somebody chose of digests.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::domain::account::Viewer;
use crate::domain::digest::{Frequency, Section, WEEK};
use crate::domain::id::UserId;
use crate::domain::sight::Sight;
use crate::store::{Db, StoreError, subscribers, users};

/// What somebody chose of digests.
#[derive(Debug, Clone, Serialize)]
pub struct OwnDigests {
    /// How often they come.
    pub frequency: Frequency,
    /// On which day, from 1, Monday, when they come each week.
    pub weekday: usize,
    /// At which hour.
    pub hour: u32,
    /// By the clocks of which time zone.
    pub zone: &'static str,
    /// About which categories.
    pub categories: Vec<String>,
    /// About which tags.
    pub tags: Vec<String>,
    /// Without which parts.
    pub left_out: Vec<Section>,
    /// When they asked for them.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// When they stopped them.
    pub ended_at: Option<DateTime<Utc>>,
    /// All that happened before this was told.
    pub covered_to: Option<DateTime<Utc>>,
}

pub(super) fn own_digests(db: &mut Db, user: UserId) -> Result<Option<OwnDigests>, StoreError> {
    let Some(subscriber) = subscribers::of_member(db, user)? else {
        return Ok(None);
    };
    let sight = Sight::of(&Viewer::User(users::find(db, user)?));
    let chosen = subscribers::offered(db, sight, Some(&subscriber.choices))?;
    let rhythm = subscriber.choices.rhythm;
    let place = WEEK.iter().position(|day| *day == rhythm.weekday);
    Ok(Some(OwnDigests {
        frequency: rhythm.frequency,
        weekday: place.unwrap_or_default() + 1,
        hour: rhythm.hour,
        zone: rhythm.zone.name(),
        categories: chosen.slugs,
        tags: chosen.tags,
        left_out: subscriber.choices.left_out,
        confirmed_at: subscriber.confirmed_at,
        ended_at: subscriber.ended_at,
        covered_to: subscriber.course.map(|course| course.covered_to),
    }))
}
