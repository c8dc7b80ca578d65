//! Agreeing to the terms and the like: by people who have an account, when a newer version asks for it.
//!
//! What belongs here: the answer to the notice on every page, and the question before something is posted. What does not:
//! agreeing at sign-up, which is a field of the form there.

use actix_web::dev::Payload;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse};
use serde::Deserialize;

use super::extract::{Form, Sent};
use super::routing::POSTING;
use super::visit::way_back;
use super::{Fault, Reply, SignedIn, Visit, see_other, see_other_with, views};
use crate::domain::document::Agreed;
use crate::domain::id::UserId;
use crate::store::{StoreError, consents};
use crate::urls::is_local_path;

/// The field that the question before posting adds to a form.
pub const FIELD: &str = "consent";

/// The answer to the notice.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentForm {
    agreed: String,
}

/// `POST /consent`: back to where the notice stood; a notice of an older version has been replaced there.
pub async fn agree(request: HttpRequest, Sent(signed_in, form): Sent<SignedIn, ConsentForm>) -> Reply {
    let visit = signed_in.visit;
    let back = way_back(&request);
    let back = if is_local_path(&back) {
        back
    } else {
        visit.site.urls.home()
    };
    match visit.site.settings().documents.parse_agreed(&form.agreed) {
        Ok(Some(agreed)) => {
            record(&visit, signed_in.user.id, agreed).await?;
            see_other_with(&back, "agreed")
        }
        Ok(None) | Err(_) => see_other(&back),
    }
}

/// How a request goes on.
pub enum Asked {
    /// To its handler, with this body.
    GoOn(Payload),
    /// It is answered with the question.
    Answered(HttpResponse),
}

/// Asks whoever owes a consent before they post: the question carries the whole form along, so nothing is lost.
pub async fn ask_before(request: &HttpRequest, mut payload: Payload) -> Result<Asked, Fault> {
    let posts = request.method() == actix_web::http::Method::POST;
    let pattern = request.match_pattern().unwrap_or_default();
    if !posts || !POSTING.contains(&pattern.as_str()) {
        return Ok(Asked::GoOn(payload));
    }
    let visit = Visit::from_request(request, &mut Payload::None).await?;
    let Some(user) = visit.viewer.id().filter(|_| visit.owes_consent) else {
        return Ok(Asked::GoOn(payload));
    };
    let mut fields = Form::<Vec<(String, String)>>::from_request(request, &mut payload)
        .await?
        .0;
    let offered = fields
        .iter()
        .position(|(name, _)| name == FIELD)
        .map(|place| fields.remove(place).1);
    let agreement = visit
        .site
        .settings()
        .documents
        .parse_agreed(&offered.unwrap_or_default());
    let Ok(Some(agreed)) = agreement else {
        let page = views::consent::before_posting(&visit, &fields);
        return Ok(Asked::Answered(super::unprocessable(&visit, page)?));
    };
    record(&visit, user, agreed).await?;
    let settled = Visit {
        owes_consent: false,
        ..visit
    };
    request.extensions_mut().insert(settled);
    let body = serde_urlencoded::to_string(&fields).map_err(|error| Fault::Broken(error.to_string()))?;
    Ok(Asked::GoOn(Payload::from(Bytes::from(body))))
}

async fn record(visit: &Visit, user: UserId, agreed: Agreed) -> Result<(), Fault> {
    let now = visit.now;
    let recorded = visit
        .site
        .store
        .write(move |tx| consents::record(tx, user, &agreed, now));
    Ok(recorded.await.map_err(|error: StoreError| error)?)
}
