//! Asks the owner of an address whether they want digests; a second run sends a second letter, and either works.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::digest::CONFIRM_WITHIN;
use crate::domain::email::EmailAddress;
use crate::domain::id::{SubscriberId, UserId};
use crate::domain::signed_link::{LinkPurpose, SignedLink};
use crate::letters::{self, SubscriberWays};
use crate::store::subscribers::{self, stop_address};
use crate::store::{StoreError, users};

pub(super) fn run(workshop: &Workshop, id: SubscriberId, now: DateTime<Utc>) -> Result<(), JobError> {
    let found = workshop.store.read_now::<_, StoreError>(|db| {
        let Some(subscriber) = subscribers::find(db, id)?.filter(|one| one.ended_at.is_none()) else {
            return Ok(None);
        };
        let language = match subscriber.reader {
            subscribers::Reader::Member(user) => users::chosen_language(db, user)?,
            subscribers::Reader::Address(_) => subscriber.choices.language,
        };
        Ok(subscribers::letter_box(db, id)?.map(|(to, _)| (subscriber.is_in_force(), to, language)))
    })?;
    let Some((is_in_force, to, language)) = found else {
        return Ok(());
    };
    if is_in_force {
        let Some(ways) = workshop.ways_of(id, &to, now)? else {
            return Ok(());
        };
        return workshop.post_in(language, now, |stationery| {
            letters::already_subscribed(stationery, to, &ways)
        });
    }
    let link = SignedLink {
        user: UserId::stored(id.get()),
        about: Vec::new(),
        expires_at: now + CONFIRM_WITHIN,
    };
    let signing = workshop.signing(now)?;
    let Some(way) = signing.way(&link, LinkPurpose::ConfirmDigests, &to) else {
        return Ok(());
    };
    workshop.post_in(language, now, |stationery| {
        letters::confirm_digests(stationery, to, way)
    })
}

impl Workshop {
    /// Where the letters of a subscriber lead who reads this address.
    pub(super) fn ways_of(
        &self,
        subscriber: SubscriberId,
        to: &EmailAddress,
        now: DateTime<Utc>,
    ) -> Result<Option<SubscriberWays>, JobError> {
        let signing = self.signing(now)?;
        let link = SignedLink {
            user: UserId::stored(subscriber.get()),
            about: Vec::new(),
            expires_at: now,
        };
        let choices = signing.way(&link, LinkPurpose::Choices, to);
        let stop = stop_address(subscriber).and_then(|address| signing.way(&link, LinkPurpose::StopDigests, &address));
        Ok(choices
            .zip(stop)
            .map(|(choices, stop)| SubscriberWays { choices, stop }))
    }
}
