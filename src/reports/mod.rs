//! How well questions are resolved, in figures.
//!
//! What belongs here: what a figure means and how it is worked out, and keeping up to date what it is made of. What does not: what
//! came of one question (`domain::question`), its rows (`store::questions`), and how a figure is shown (`web`).

mod answerers;
pub mod cohort;
pub mod desk;
pub mod knowledge;
pub mod opening_hours;
pub mod outline;
pub mod reckoner;
pub mod report;
pub mod rows;
pub mod self_service;
pub mod statistics;

pub use answerers::{LEAST_ANSWERS, Ranked};
