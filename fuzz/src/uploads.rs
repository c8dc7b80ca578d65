//! Of `src/uploads`.

#[path = "../../src/uploads/picture.rs"]
mod picture;
#[path = "../../src/uploads/prepared.rs"]
mod prepared;
#[path = "../../src/uploads/recognising.rs"]
mod recognising;

pub use prepared::Prepared;
