//! Of `src/domain`.

#[path = "../../src/domain/bounce.rs"]
pub mod bounce;
#[path = "../../src/domain/email.rs"]
pub mod email;
#[path = "../../src/domain/incoming.rs"]
pub mod incoming;
#[path = "../../src/domain/named.rs"]
pub mod named;
#[path = "../../src/domain/problem.rs"]
pub mod problem;
#[path = "trust.rs"]
pub mod trust;
#[path = "upload.rs"]
pub mod upload;
