//! What texts mean, by a sentence-embedding model that runs in this process: private, and optional.
//!
//! What belongs here: reading a model's folder and refusing what does not fit, running it, installing one, and the vectors of
//! all threads in memory. What does not: which words of a thread are read ([`crate::search::meant`]), and how much meaning counts
//! beside words ([`crate::search::likeness`]).

mod fitting;
pub mod known;
pub mod model;
mod packed;
pub mod place;

pub use known::Known;
pub use model::{Model, ModelError};
