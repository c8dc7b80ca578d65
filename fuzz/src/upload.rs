//! Of `src/domain/upload`.

#[path = "../../src/domain/upload/kind.rs"]
mod kind;
#[path = "../../src/domain/upload/name.rs"]
mod name;

pub use kind::{Pixels, UploadKind};
pub use name::FileName;
