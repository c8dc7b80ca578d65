//! Where the bytes of uploads lie, as the configuration says.

use std::path::PathBuf;

/// Which store.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// A folder of this machine.
    Folder(PathBuf),
    /// A bucket of an S3-compatible store.
    Bucket(Bucket),
}

/// A bucket, and what it wants to hear.
#[derive(Clone, PartialEq, Eq)]
pub struct Bucket {
    /// Its name.
    pub name: String,
    /// What the names of objects begin with; may be empty.
    pub prefix: String,
    /// The address of the store, where it is not Amazon's.
    pub endpoint: Option<String>,
    /// The region.
    pub region: String,
    /// The name of the key.
    pub key_id: String,
    /// The key, which is never printed.
    pub secret: String,
}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Place::Folder(path) => write!(f, "Folder({})", path.display()),
            Place::Bucket(bucket) => write!(f, "Bucket({}/{})", bucket.name, bucket.prefix),
        }
    }
}
