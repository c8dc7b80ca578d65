//! Recognising that the same question comes back.
//!
//! What belongs here: which threads ask the same, and how their groups are kept. What does not: how alike two questions are
//! (`search::likeness`), the rows (`store::repeats`), and what a moderator does with a group.

pub mod drafting;
pub mod grouping;
pub mod linkage;
pub mod parts;
mod pool;
pub mod proposing;
pub mod recogniser;
pub mod why;
