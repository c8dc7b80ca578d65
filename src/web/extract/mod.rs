//! Reading a request at the door: ids, queries and forms become types here, or a clear 4xx.

mod form;
mod id;
mod query;

pub use form::{Form, LARGEST_FORM};
pub use id::Id;
pub use query::Query;
