//! How well questions are resolved, in figures.
//!
//! What belongs here: what a figure means and how it is worked out. What does not: the rows that it is made of (`store`) and
//! how it is shown (`web`).

pub mod statistics;
