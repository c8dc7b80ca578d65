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

/// Of `src/domain/upload`.
pub mod upload {
    #[path = "../../../../src/domain/upload/kind.rs"]
    mod kind;
    #[path = "../../../../src/domain/upload/name.rs"]
    mod name;

    pub use kind::{Pixels, UploadKind};
    pub use name::FileName;
}
