//! The query of an address; fields that nobody knows are left alone, since links gather them on their way.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;

use super::form::is_utf8;
use crate::web::Fault;

/// The fields after the question mark.
#[derive(Debug, Clone)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Query<T> {
    type Error = Fault;
    type Future = Ready<Result<Self, Fault>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let text = request.query_string();
        // PostgreSQL keeps no null character, so no search finds one.
        let parsed = if is_utf8(text.as_bytes()) && !text.contains("%00") {
            serde_urlencoded::from_str(text).ok()
        } else {
            None
        };
        ready(parsed.map(Query).ok_or(Fault::Malformed("malformed-query")))
    }
}
