//! The one page of every fault, the one line of its cause, and the count of every request.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap};
use actix_web::http::{ConnectionType, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, dev::Payload};

use crate::web::fault::{FaultKey, GivesBack};
use crate::web::kept::KeptForm;
use crate::web::views::faults::GivenBack;
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

/// How often a busy server says so in its log.
const A_LINE_EVERY: Duration = Duration::from_secs(1);
/// When the last such line was written, and how many were left out since.
static BUSY: Mutex<Option<(Instant, u64)>> = Mutex::new(None);

/// One line for each request that failed; of those that a busy server turns away, one a second: whoever floods it does not flood
/// its log.
fn log(route: &str, fault: &Fault, cause: &str) {
    let mut left_out = 0;
    if matches!(fault, Fault::Busy(_)) {
        let mut busy = BUSY.lock().unwrap_or_else(PoisonError::into_inner);
        match busy.as_mut() {
            Some((last, count)) if last.elapsed() < A_LINE_EVERY => {
                *count += 1;
                return;
            }
            _ => left_out = busy.replace((Instant::now(), 0)).map_or(0, |(_, count)| count),
        }
    }
    if left_out > 0 {
        tracing::error!(route, cause, left_out, "a request failed, and others before it");
    } else {
        tracing::error!(route, cause, "a request failed");
    }
}

/// Puts a page where an answer is a bare fault; anything else passes.
async fn explained(answered: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let failed = answered.response().error().and_then(|error| error.as_error::<Fault>());
    if let Some((fault, cause)) = failed.and_then(|fault| Some((fault, fault.cause()?))) {
        log(&route(answered.request()), fault, &cause);
    }
    let Some(fault) = fault_of(&answered) else {
        return answered;
    };
    let request = answered.request().clone();
    let given_back = given_back(&answered, &fault);
    let status = match answered.status() {
        // Whoever is led elsewhere leaves what they typed behind.
        status if status.is_redirection() && given_back.is_some() => StatusCode::FORBIDDEN,
        status if status.is_redirection() => return answered,
        status => status,
    };
    let headers = kept_headers(answered.headers());
    let page = page_of(&request, &fault, given_back).await;
    let Some(mut page) = page else { return answered };
    *page.status_mut() = status;
    if status == StatusCode::REQUEST_TIMEOUT {
        // What still comes of the body is nobody's.
        page.head_mut().set_connection_type(ConnectionType::Close);
    }
    for (name, value) in headers {
        page.headers_mut().insert(name, value);
    }
    ServiceResponse::new(request, page)
}

/// Which fault an answer stands for; those of the framework count as ours.
fn fault_of(answered: &ServiceResponse<BoxBody>) -> Option<FaultKey> {
    let response = answered.response();
    if let Some(fault) = response.extensions().get::<FaultKey>() {
        return Some(*fault);
    }
    let fault = match answered.status() {
        status if status.is_server_error() => Fault::Broken(String::new()),
        status if status.is_client_error() => Fault::Malformed("malformed-form"),
        _ => return None,
    };
    response.error().map(|_| FaultKey::of(&fault))
}

/// The form that was sent, as the page gives it back.
fn given_back(answered: &ServiceResponse<BoxBody>, fault: &FaultKey) -> Option<GivenBack> {
    let form = answered.request().extensions().get::<KeptForm>().cloned()?;
    let sign_in = answered.headers().get(header::LOCATION).filter(|_| fault.signs_in);
    let sign_in = sign_in.and_then(|address| address.to_str().ok()).map(str::to_owned);
    let gives_back = fault.gives_back;
    (gives_back != GivesBack::Nothing).then_some(GivenBack {
        form,
        may_be_sent: gives_back == GivesBack::Form,
        sign_in,
    })
}

async fn page_of(request: &HttpRequest, fault: &FaultKey, given_back: Option<GivenBack>) -> Option<HttpResponse> {
    let site = request.app_data::<Data<Site>>()?.clone();
    let visit = match Visit::from_request(request, &mut Payload::None).await {
        Ok(visit) => visit,
        Err(_) => Visit::anonymous(request, site),
    };
    Some(views::faults::page(&visit, fault, given_back.as_ref()).response(&visit))
}

fn kept_headers(headers: &HeaderMap) -> Vec<(header::HeaderName, header::HeaderValue)> {
    let keep = |name: &header::HeaderName| headers.get(name).map(|value| (name.clone(), value.clone()));
    [header::RETRY_AFTER, header::ALLOW].iter().filter_map(keep).collect()
}
