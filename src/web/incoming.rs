//! Mail that comes in over HTTP: whoever receives mail for the forum posts each message, raw, with a secret.
//!
//! The answer comes after the message is kept: `200` means that it cannot be lost any more, `503` that it should come again.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap};
use actix_web::web::{BytesMut, Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures_util::StreamExt;

use super::{Fault, Reply, Site};
use crate::domain::incoming::{LARGEST, Source};
use crate::domain::token::is_same_secret;
use crate::store::StoreError;
use crate::store::incoming::{self, Taken};

/// The field for those who cannot send a name and a password.
const SECRET: &str = "x-tanya-secret";

/// `POST /incoming/mail`
pub async fn receive(site: Data<Site>, request: HttpRequest, payload: Payload) -> Reply {
    let Some(secret) = &site.incoming_secret else {
        return Err(Fault::NotFound);
    };
    if !offers(request.headers(), secret) {
        let mut refused = said(StatusCode::UNAUTHORIZED, "the secret is missing or wrong\n");
        let basic = header::HeaderValue::from_static("basic realm=\"incoming mail\"");
        refused.headers_mut().insert(header::WWW_AUTHENTICATE, basic);
        return Ok(refused);
    }
    let Some(raw) = read(payload).await? else {
        return Ok(said(
            StatusCode::PAYLOAD_TOO_LARGE,
            "the message is larger than 25 MB\n",
        ));
    };
    if raw.trim_ascii().is_empty() {
        return Ok(said(StatusCode::UNPROCESSABLE_ENTITY, "the body is to be a message\n"));
    }
    let now = site.clock.now();
    let taken = site
        .store
        .write(move |tx| incoming::take(tx, Source::Webhook, &raw, now));
    Ok(match taken.await.map_err(|error: StoreError| error)? {
        Taken::Kept(_) => said(StatusCode::OK, "kept\n"),
        Taken::Full => said(
            StatusCode::SERVICE_UNAVAILABLE,
            "too many messages wait; try again later\n",
        ),
    })
}

/// Reads a body up to the largest message; `None` when it is larger.
async fn read(mut payload: Payload) -> Result<Option<BytesMut>, Fault> {
    let mut raw = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Fault::Malformed("fault-malformed"))?;
        if raw.len() + chunk.len() > LARGEST {
            return Ok(None);
        }
        raw.extend_from_slice(&chunk);
    }
    Ok(Some(raw))
}

/// Whether the secret comes along: in a field of its own, as a bearer, or as the password of any name.
fn offers(headers: &HeaderMap, secret: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let authorization = text("authorization").and_then(|value| value.split_once(' '));
    let offered = match authorization {
        Some((scheme, bearer)) if scheme.eq_ignore_ascii_case("bearer") => Some(bearer.trim().to_owned()),
        Some((scheme, pair)) if scheme.eq_ignore_ascii_case("basic") => password_of(pair.trim()),
        _ => text(SECRET).map(str::to_owned),
    };
    offered.is_some_and(|offered| is_same_secret(offered.as_bytes(), secret.as_bytes()))
}

fn password_of(pair: &str) -> Option<String> {
    let pair = String::from_utf8(STANDARD.decode(pair).ok()?).ok()?;
    pair.split_once(':').map(|(_, password)| password.to_owned())
}

fn said(status: StatusCode, sentence: &'static str) -> HttpResponse {
    HttpResponse::build(status)
        .content_type("text/plain; charset=utf-8")
        .body(sentence)
}
