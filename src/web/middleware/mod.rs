//! What happens around every request: headers, forgery, the page of a fault, figures.

mod faults;
mod forgery;
mod headers;

pub use faults::faults;
pub use forgery::{forgery, passes};
pub use headers::headers;
