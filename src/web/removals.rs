//! Removing a spammer with everything that they wrote, and bringing everything back.

use serde::Deserialize;

use super::extract::{Form, Id, NoFields};
use super::restraints::{again, taken_back};
use super::{Fault, Moderator, Reply, SignedIn, Visit, see_other_with};
use crate::domain::body::Reason;
use crate::domain::id::{RemovalId, UserId};
use crate::domain::problem::Problems;
use crate::store::restraints::Restraining;
use crate::store::{StoreError, removals};
use crate::web::views::restraints::Typed;

/// The form that removes.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemovalForm {
    removal_reason: String,
}

/// `POST /moderation/people/{id}/remove`
pub async fn remove(Moderator(by): Moderator, id: Id<UserId>, form: Form<RemovalForm>) -> Reply {
    let (id, now, user) = (id.0, by.visit.now, by.user.clone());
    let typed = Typed {
        removal_reason: form.0.removal_reason,
        ..Typed::default()
    };
    let mut problems = Problems::none();
    let Some(reason) = problems.keep("removal_reason", Reason::parse(&typed.removal_reason)) else {
        return again(&by, id, &typed, &problems).await;
    };
    let removed = by
        .visit
        .site
        .store
        .write(move |tx| removals::remove(tx, &user, id, &reason, now));
    let page = by.visit.site.urls.conduct(id);
    match removed.await.map_err(|error: StoreError| error)? {
        Restraining::Done => see_other_with(&page, "person-removed"),
        Restraining::Unchanged => see_other_with(&page, "unchanged"),
        Restraining::NotYours => Err(Fault::Forbidden),
        Restraining::LastAdmin => again(&by, id, &typed, &Problems::one("removal_reason", "problem-last-admin")).await,
    }
}

/// To the page of whoever is removed, after one thing of theirs was to come back by itself.
pub(super) fn comes_back_whole(visit: &Visit, author: UserId) -> Reply {
    see_other_with(&visit.site.urls.conduct(author), "comes-back-whole")
}

/// `POST /moderation/removals/{id}/bring-back`
pub async fn bring_back(Moderator(SignedIn { visit, user }): Moderator, id: Id<RemovalId>, _: Form<NoFields>) -> Reply {
    let (id, now) = (id.0, visit.now);
    let brought = visit.site.store.write(move |tx| {
        let person = removals::person(tx, id)?;
        Ok((person, removals::bring_back(tx, &user, id, now)?))
    });
    let (person, outcome) = brought.await.map_err(|error: StoreError| error)?;
    taken_back(&visit, person, outcome, "person-brought-back")
}
