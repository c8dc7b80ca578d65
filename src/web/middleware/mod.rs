//! What happens around every request: headers, kept pages, compression, the page of a fault, forgery, figures, what was found.

mod cached;
mod compressed;
mod faults;
mod forgery;
mod found;
mod headers;
mod held;

pub use cached::cached;
pub use compressed::compressed;
pub use faults::faults;
pub use forgery::{forgery, passes};
pub use found::found;
pub use headers::{RESOURCE_POLICY, headers};
pub use held::held;
