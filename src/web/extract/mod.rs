//! Reading a request at the door: ids, queries and forms become types here, or a clear 4xx.

mod after;
mod form;
mod id;
mod named;
mod query;
mod upload;

pub use after::After;
pub use form::{Form, LARGEST_FORM, NoFields, Sent, Unpacked, is_form, is_utf8};
pub use id::Id;
pub use named::Named;
pub use query::Query;
pub use upload::Upload;
