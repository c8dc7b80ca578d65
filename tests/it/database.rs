//! The database as a machine gives it: its shape on both kinds, how it is opened, and what happens when it cannot be
//! written. Nothing that was acknowledged is ever lost, and every failure is a sentence that says what to do.

mod failing;
mod opening;
mod shape;
