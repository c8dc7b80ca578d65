//! A person's page, and the completion of names.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use serde::Deserialize;

use super::cache::Shows;
use super::extract::{Id, Query};
use super::{Fault, Reply, SignedIn, Visit, moved, views};
use crate::domain::id::{ThreadId, UserId};
use crate::domain::role::Role;
use crate::store::users::naming::{self, Named};
use crate::store::users::profiles;
use crate::store::{StoreError, staff_notes};
use crate::text::quotation::mention;

/// How many people a completion proposes.
const PROPOSED: i64 = 8;
/// The shortest beginning of a name that is completed, in characters.
const SHORTEST: usize = 2;

/// The fields of a completion's address.
#[derive(Debug, Deserialize)]
pub struct CompleteQuery {
    #[serde(default)]
    q: String,
    thread: Option<String>,
}

/// `GET /users/complete`: people whose name begins so, as JSON; those of the thread first.
pub async fn complete(SignedIn { visit, .. }: SignedIn, query: Query<CompleteQuery>) -> Reply {
    let thread = query.0.thread.as_deref().map(str::parse::<ThreadId>).transpose();
    let thread = thread.map_err(|_| Fault::Malformed("malformed-query"))?;
    let beginning: String = query.0.q.trim().chars().take(40).collect();
    let sight = visit.sight();
    let mut found = Vec::new();
    if beginning.chars().count() >= SHORTEST {
        let people = visit
            .site
            .store
            .read(move |db| naming::beginning(db, sight, thread, &beginning, PROPOSED));
        found = people.await.map_err(|error: StoreError| error)?;
    }
    let proposed: Vec<_> = found.iter().map(|person| proposal(&visit, person)).collect();
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .json(proposed))
}

/// What the script shows of a person, and the Markdown that names them for good.
fn proposal(visit: &Visit, person: &Named) -> serde_json::Value {
    let role = match person.role {
        _ if person.is_staff => visit.say("role-staff"),
        Role::Member => String::new(),
        Role::Helper => visit.say("role-helper"),
        Role::Moderator => visit.say("role-moderator"),
        Role::Admin => visit.say("role-admin"),
    };
    let link = mention(&person.name, &visit.site.urls.user(person.id, &person.name));
    serde_json::json!({ "name": person.name, "role": role, "link": link })
}

/// `GET /users/{id}/{name}` and `GET /users/{id}`: a wrong name, or none, leads to the right address; a closed account says so.
pub async fn show(visit: Visit, id: Id<UserId>) -> Reply {
    let (sight, id) = (visit.sight(), id.0);
    let reads_notes = visit
        .viewer
        .user()
        .is_some_and(|user| user.reads_reports() && user.id != id);
    let profile = visit.site.store.read(move |db| {
        let notes = match reads_notes {
            true => staff_notes::about(db, id)?,
            false => Vec::new(),
        };
        Ok((profiles::profile(db, sight, id)?, notes))
    });
    let (profile, notes) = profile.await.map_err(|error: StoreError| error)?;
    if profile.card.is_removed && !reads_notes {
        return views::users::removed(&visit)
            .status(StatusCode::GONE)
            .unlisted()
            .show(&visit);
    }
    if profile.card.is_closed {
        return views::users::closed(&visit)
            .status(StatusCode::GONE)
            .unlisted()
            .show(&visit);
    }
    let address = visit.site.urls.user(id, &profile.card.name);
    if visit.path.split('?').next() != Some(address.as_str()) {
        return Ok(moved(&address));
    }
    views::users::page(&visit, &profile, &notes)
        .canonical(&visit, &address)
        .kept(Shows::Lists)
        .show(&visit)
}
