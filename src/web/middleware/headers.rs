//! Headers that tell browsers what a page of this site never does.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::web::Site;

/// Nothing inline, nothing from elsewhere; pictures are of this site, or stand in the page itself; forms post home; nobody frames us.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; \
     base-uri 'none'; manifest-src 'self'";

/// What no page of ours asks of a browser. (`interest-cohort` is gone from all of them, and one that does not know a name complains.)
pub const PERMISSIONS_POLICY: &str = "accelerometer=(), bluetooth=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
     hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), serial=(), usb=(), \
     xr-spatial-tracking=()";

/// Whether other sites may show what is answered; a file that is meant for that says `cross-origin` itself.
pub const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Adds the headers to every answer.
pub async fn headers(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let is_secure = request
        .app_data::<Data<Site>>()
        .is_some_and(|site| site.urls.is_secure());
    let mut response = next.call(request).await?;
    let headers = response.headers_mut();
    // A page behind a letter's link tells nobody where it stands.
    let hides_itself = headers.contains_key(header::REFERRER_POLICY);
    // What is no page of ours, such as a letter that is looked at, says itself what it may do.
    let is_strange = headers.contains_key(header::CONTENT_SECURITY_POLICY);
    let is_for_others = headers.contains_key(RESOURCE_POLICY);
    let mut set = |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    if !is_strange {
        set(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    }
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), PERMISSIONS_POLICY);
    // For browsers that do not know `frame-ancestors`.
    set(header::X_FRAME_OPTIONS, "DENY");
    if !is_for_others {
        set(RESOURCE_POLICY, "same-origin");
    }
    if !hides_itself {
        set(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
    }
    if is_secure {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    Ok(response)
}
