//! What happened to each question (`facts`), what the other rows say of that (`rows`), and what came of it (`outcomes`), kept up
//! to date behind the change log (`following`). What many of them have in common is read by `cohort` and `backlog`.
//!
//! What belongs here: rows. What an outcome is, `domain::question` decides; figures about many questions are `reports`' own.

pub mod anomalies;
pub mod backlog;
mod choices;
pub mod cohort;
mod facts;
mod fields;
mod figures;
pub mod following;
mod merging;
mod outcomes;
mod rows;

pub use choices::{Choices, choices};
pub use facts::{complete, recorded};
pub(in crate::store) use facts::{note, note_of};
pub(in crate::store) use merging::{note_merge, note_undoing};
pub use outcomes::{Kept, kept, reckon};
pub use rows::told_by_rows;
