//! Of `src/uploads`.

#[path = "../../src/uploads/picture.rs"]
mod picture;
#[path = "../../src/uploads/prepared.rs"]
mod prepared;
#[path = "../../src/uploads/recognising.rs"]
#[expect(dead_code, reason = "the program asks more of it than the targets")]
mod recognising;

pub use prepared::Prepared;
