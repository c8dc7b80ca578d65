//! A posted form with a file: everything in memory, within the bounds of any other form.

use std::future::Future;
use std::pin::Pin;

use actix_multipart::Multipart;
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;

use super::form::{Form, LARGEST_FORM};
use crate::web::Fault;

/// The name of the field that carries the file.
const FILE: &str = "file";

/// The fields of a posted form, and its file, when one was chosen. A form without a file may come like any other.
#[derive(Debug, Clone)]
pub struct Upload<W, T> {
    /// Who sent it; whoever may not is turned away before it is read.
    pub who: W,
    /// The fields; `T` denies unknown ones.
    pub form: T,
    /// The bytes of the file.
    pub file: Option<Vec<u8>>,
}

impl<W, T> FromRequest for Upload<W, T>
where
    W: FromRequest<Error = Fault> + 'static,
    T: DeserializeOwned + 'static,
{
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let who = W::from_request(request, &mut Payload::None);
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            let who = who.await?;
            if !is_multipart(&request) {
                let form = Form::<T>::from_request(&request, &mut payload).await?.0;
                return Ok(Upload { who, form, file: None });
            }
            let (fields, file) = read(&request, payload).await?;
            let encoded = serde_urlencoded::to_string(&fields).map_err(|_| malformed())?;
            let form = serde_urlencoded::from_str(&encoded).map_err(|_| malformed())?;
            Ok(Upload { who, form, file })
        })
    }
}

fn is_multipart(request: &HttpRequest) -> bool {
    let content_type = request.headers().get(header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("multipart/form-data")
}

type Parts = (Vec<(String, String)>, Option<Vec<u8>>);

async fn read(request: &HttpRequest, payload: Payload) -> Result<Parts, Fault> {
    let mut parts = Multipart::new(request.headers(), payload);
    let (mut fields, mut file) = (Vec::new(), None);
    let mut room = LARGEST_FORM;
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| malformed())?;
        let name = part.name().ok_or_else(malformed)?.to_owned();
        let bytes = part.bytes(room).await.map_err(|_| Fault::TooLarge)?;
        let bytes = bytes.map_err(|_| malformed())?;
        // What a part costs besides its bytes counts too, so that a thousand empty ones do not pass.
        room = room
            .checked_sub(bytes.len() + name.len() + 100)
            .ok_or(Fault::TooLarge)?;
        if name == FILE {
            // A browser sends an empty file where none was chosen.
            file = Some(bytes.to_vec()).filter(|bytes| !bytes.is_empty());
        } else {
            let text = String::from_utf8(bytes.to_vec()).map_err(|_| Fault::Malformed("malformed-text"))?;
            fields.push((name, text));
        }
    }
    Ok((fields, file))
}

fn malformed() -> Fault {
    Fault::Malformed("malformed-form")
}
