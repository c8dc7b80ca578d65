//! A person's page.

use actix_web::HttpResponse;
use actix_web::http::header;

use super::extract::Id;
use super::{Reply, Visit, views};
use crate::domain::id::UserId;
use crate::store::StoreError;
use crate::store::users::profiles;

/// `GET /users/{id}/{name}` and `GET /users/{id}`: a wrong name, or none, leads to the right address.
pub async fn show(visit: Visit, id: Id<UserId>) -> Reply {
    let (sight, id) = (visit.sight(), id.0);
    let profile = visit.site.store.read(move |db| profiles::profile(db, sight, id));
    let profile = profile.await.map_err(|error: StoreError| error)?;
    let address = visit.site.urls.user(id, &profile.card.name);
    if visit.path.split('?').next() != Some(address.as_str()) {
        return Ok(HttpResponse::MovedPermanently()
            .insert_header((header::LOCATION, address))
            .finish());
    }
    views::users::page(&visit, &profile)
        .canonical(&visit, &address)
        .show(&visit)
}
