//! What is uploaded: telling what a file is, writing pictures anew, and the store in which bytes lie.
//!
//! What belongs here: all that is done to the bytes of a file before it is kept, and keeping them. What does not: rows
//! (`store::uploads`), forms and answers (`web::uploads`).

mod carrying;
pub mod depot;
pub mod fetching;
mod picture;
mod prepared;
mod recognising;
mod turns;

use sha2::{Digest, Sha256};

use crate::domain::problem::Fault;
use crate::domain::upload::Upload;
use crate::store::uploads::{self, Begun, NewUpload, Whose};
use crate::store::{Store, StoreError};

pub use depot::{Depot, DepotError};
pub use picture::{MOST_KEPT_PIXELS, MOST_PIXELS};
pub use prepared::Prepared;
pub use turns::Turns;

impl Prepared {
    /// The name of these bytes: a hash of them.
    pub fn hash(&self) -> String {
        let digest = Sha256::digest(&self.bytes);
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Why a file was not kept.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// It is none that is kept, or its sender may bring no more: what the form says.
    #[error("{}", .0.key)]
    Refused(Fault),
    /// The database did not take its row.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The store of bytes did not take them.
    #[error(transparent)]
    Depot(#[from] DepotError),
}

/// Keeps a file: its row first, then its bytes, then the word that they are there; whatever fails in between leaves a row that is
/// swept away. The same bytes lie there once.
pub async fn keep(
    store: &Store,
    depot: &Depot,
    whose: Whose,
    file: Prepared,
    alt: String,
) -> Result<Upload, KeepError> {
    let new = NewUpload {
        hash: file.hash(),
        name: file.name.clone(),
        kind: file.kind,
        bytes: i64::try_from(file.bytes.len()).unwrap_or(i64::MAX),
        pixels: file.pixels,
        alt,
    };
    let owner = whose.clone();
    let begun = store.write(move |tx| uploads::begin(tx, &owner, &new));
    let upload = match begun.await.map_err(|error: StoreError| error)? {
        Begun::Kept(upload) => return Ok(upload),
        Begun::TooMany(most) => return Err(KeepError::Refused(Fault::with_limit("problem-upload-many", most))),
        Begun::Wanted(upload) => upload,
    };
    let (id, now) = (upload.id, whose.now);
    if let Err(error) = put(depot, &upload.key, file).await {
        let unkept = upload.clone();
        let dropped = store.write(move |tx| uploads::drop_unkept(tx, &unkept, now));
        if let Err(cause) = dropped.await.map_err(|error: StoreError| error) {
            tracing::warn!(%cause, "the row of a file that was not kept stays until it is swept away");
        }
        return Err(error.into());
    }
    let kept = store.write(move |tx| uploads::is_kept(tx, id, now));
    kept.await.map_err(|error: StoreError| error)?;
    Ok(upload)
}

async fn put(depot: &Depot, key: &str, file: Prepared) -> Result<(), DepotError> {
    for (width, bytes) in file.smaller {
        depot.put(&depot::smaller(key, width), bytes).await?;
    }
    depot.put(key, file.bytes).await
}

#[cfg(test)]
mod tests;
