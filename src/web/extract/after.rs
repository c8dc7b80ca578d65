//! Where a page of a list begins; a position that was tampered with is refused.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use crate::domain::cursor::Cursor;
use crate::web::Fault;

/// The `after` of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct After(pub Option<Cursor>);

impl FromRequest for After {
    type Error = Fault;
    type Future = Ready<Result<Self, Fault>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut pairs = url::form_urlencoded::parse(request.query_string().as_bytes());
        let read = match pairs.find(|(name, _)| name == "after") {
            Some((_, text)) => Cursor::decode(&text).map(|cursor| After(Some(cursor))),
            None => Ok(After(None)),
        };
        ready(read.map_err(|_| Fault::Malformed("malformed-query")))
    }
}
