//! Figures of resolution and self-service.
//!
//! What belongs here: what is computed of many questions, and keeping up to date what that is computed from. What does not: what
//! came of one question (`domain::question`), its rows (`store::questions`), pages.

pub mod reckoner;
