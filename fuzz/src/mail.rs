//! Of `src/mail`.

#[path = "../../src/mail/incoming/mod.rs"]
pub mod incoming;
#[path = "../../src/mail/report/mod.rs"]
pub mod report;
