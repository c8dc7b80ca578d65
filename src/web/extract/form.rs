//! A posted form: of the right type and size, valid UTF-8, no field that the form does not have.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::web::BytesMut;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;

use crate::web::Fault;

/// The largest form, in bytes: a body of 64 kB may grow threefold when it is percent-encoded.
pub const LARGEST_FORM: usize = 256 * 1024;

/// The fields of a posted form; `T` denies unknown fields.
#[derive(Debug, Clone)]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Form<T> {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move {
            let bytes = read(&request, payload).await?;
            if !is_utf8(&bytes) {
                return Err(Fault::Malformed("malformed-text"));
            }
            serde_urlencoded::from_bytes(&bytes)
                .map(Form)
                .map_err(|_| Fault::Malformed("malformed-form"))
        })
    }
}

/// A posted form and who sent it; whoever may not send it is turned away before it is read.
#[derive(Debug, Clone)]
pub struct Sent<W, T>(pub W, pub T);

/// A form of nothing but its button.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoFields {}

impl<W, T> FromRequest for Sent<W, T>
where
    W: FromRequest<Error = Fault> + 'static,
    T: DeserializeOwned + 'static,
{
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let who = W::from_request(request, &mut Payload::None);
        let form = Form::<T>::from_request(request, payload);
        Box::pin(async move {
            let who = who.await?;
            Ok(Sent(who, form.await?.0))
        })
    }
}

/// A form of several parts, of which plain fields were made, with the file in their text.
#[derive(Debug, Clone, Copy)]
pub struct Unpacked;

/// Whether a request says that it brings a form.
pub fn is_form(request: &HttpRequest) -> bool {
    if request.extensions().get::<Unpacked>().is_some() {
        return true;
    }
    let content_type = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let kind = content_type
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default()
        .trim();
    kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

async fn read(request: &HttpRequest, mut payload: Payload) -> Result<BytesMut, Fault> {
    if !is_form(request) {
        return Err(Fault::WrongType);
    }
    let mut bytes = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Fault::Malformed("malformed-form"))?;
        if bytes.len() + chunk.len() > LARGEST_FORM {
            return Err(Fault::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// Whether percent-decoding gives valid UTF-8: the decoder below would put replacement characters in silently.
pub fn is_utf8(encoded: &[u8]) -> bool {
    let mut decoded = Vec::with_capacity(encoded.len());
    let mut rest = encoded;
    while let Some((first, after)) = rest.split_first() {
        let hex = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
        match (first, hex(after.first()), hex(after.get(1))) {
            (b'%', Some(high), Some(low)) => {
                decoded.push(u8::try_from(high * 16 + low).unwrap_or_default());
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                decoded.push(*first);
                rest = after;
            }
        }
    }
    std::str::from_utf8(&decoded).is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_utf8;

    #[test]
    fn percent_encoded_text_must_be_utf8() {
        assert!(is_utf8(b"a=%C3%A9&b=+%"));
        assert!(!is_utf8(b"a=%C3"));
        assert!(!is_utf8(b"a=%FF"));
    }
}
