//! What happened to each question (`facts`), what the other rows say of that (`rows`), and what came of it (`outcomes`), kept up
//! to date behind the change log (`following`).
//!
//! What belongs here: rows. What an outcome is, `domain::question` decides; figures about many questions are `reports`' own.

mod facts;
pub mod following;
mod merging;
mod outcomes;
mod rows;

pub use facts::{complete, recorded};
pub(in crate::store) use facts::{note, note_of};
pub(in crate::store) use merging::{note_merge, note_undoing};
pub use outcomes::{Kept, kept, reckon};
pub use rows::told_by_rows;
