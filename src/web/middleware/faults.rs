//! The one page of every fault, the one line of its cause, and the count of every request.

use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload};

use crate::web::fault::FaultKey;
use crate::web::{Fault, Site, Visit, views};

/// Writes the page of a fault, logs its cause once, and counts the request.
pub async fn faults(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let started = Instant::now();
    let answered = match next.call(request).await {
        Ok(response) => response.map_into_boxed_body(),
        Err(error) => return Err(error),
    };
    let request = answered.request().clone();
    let answered = explained(answered).await;
    if let Some(site) = request.app_data::<Data<Site>>() {
        let status = answered.status().as_u16();
        let seconds = started.elapsed().as_secs_f64();
        site.metrics.count(request.method(), &route(&request), status, seconds);
    }
    Ok(answered)
}

/// Where a request went, as the table of routes has it: the address itself may hold a letter's secret.
fn route(request: &HttpRequest) -> String {
    request.match_pattern().unwrap_or_else(|| "none".to_owned())
}

/// Puts a page where an answer is a bare fault; anything else passes.
async fn explained(answered: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    if let Some(cause) = answered
        .response()
        .error()
        .and_then(|error| error.as_error::<Fault>())
        .and_then(Fault::cause)
    {
        tracing::error!(route = route(answered.request()), cause, "a request failed");
    }
    let key = answered
        .response()
        .extensions()
        .get::<FaultKey>()
        .map(|fault| fault.key);
    let status = answered.status();
    let key = match key {
        Some(key) => key,
        None if status.is_server_error() && answered.response().error().is_some() => "broken",
        None if status.is_client_error() && answered.response().error().is_some() => "malformed-form",
        None => return answered,
    };
    if status.is_redirection() {
        return answered;
    }
    let request = answered.request().clone();
    let kept = kept_headers(answered.headers());
    let page = page_of(&request, key).await;
    let Some(mut page) = page else { return answered };
    *page.status_mut() = status;
    for (name, value) in kept {
        page.headers_mut().insert(name, value);
    }
    ServiceResponse::new(request, page)
}

async fn page_of(request: &HttpRequest, key: &'static str) -> Option<HttpResponse> {
    let site = request.app_data::<Data<Site>>()?.clone();
    let visit = match Visit::from_request(request, &mut Payload::None).await {
        Ok(visit) => visit,
        Err(_) => Visit::anonymous(request, site),
    };
    Some(views::faults::page(&visit, key).response(&visit))
}

fn kept_headers(headers: &HeaderMap) -> Vec<(header::HeaderName, header::HeaderValue)> {
    let keep = |name: &header::HeaderName| headers.get(name).map(|value| (name.clone(), value.clone()));
    [header::RETRY_AFTER, header::ALLOW].iter().filter_map(keep).collect()
}
