//! Of `src/domain/trust`.

#[path = "../../src/domain/trust/limit.rs"]
mod limit;

pub use limit::Limit;
