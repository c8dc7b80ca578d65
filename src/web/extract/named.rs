//! A name in the path, such as a category's slug; what no row can hold is a page that does not exist.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::web::Path;
use actix_web::{FromRequest, HttpRequest};

use crate::web::Fault;

/// The only name of the path, decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named(pub String);

impl FromRequest for Named {
    type Error = Fault;
    type Future = Ready<Result<Self, Fault>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let name = Path::<String>::from_request(request, payload).into_inner();
        let name = name.ok().map(Path::into_inner).filter(|name| !name.contains('\0'));
        ready(name.map(Named).ok_or(Fault::NotFound))
    }
}
