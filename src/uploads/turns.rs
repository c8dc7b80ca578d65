//! How much is decoded at once: two pictures at most, and no more pixels together than one of the largest has.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::recognising::size_of;
use super::{MOST_PIXELS, Prepared};
use crate::domain::problem::Fault;

/// A million pixels is one permit.
const PERMIT: u32 = 1_000_000;
/// All permits.
const ALL: u32 = MOST_PIXELS / PERMIT;
/// How long somebody waits for a turn.
const PATIENCE: Duration = Duration::from_secs(20);

/// The turns to decode pictures.
#[derive(Debug, Clone)]
pub struct Turns(Arc<Semaphore>);

impl Default for Turns {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(ALL as usize)))
    }
}

impl Turns {
    /// Reads a file on a blocking thread, when its turn has come. The turn belongs to the work: whoever asked may be gone.
    pub async fn prepare(&self, file: Vec<u8>, sent_name: String) -> Result<Prepared, Fault> {
        let turn = self.turn(&file).await?;
        let work = move || {
            let _turn = turn;
            Prepared::read(file, &sent_name)
        };
        let prepared = tokio::task::spawn_blocking(work).await;
        prepared.unwrap_or(Err(Fault::new("problem-upload-broken")))
    }

    async fn turn(&self, file: &[u8]) -> Result<Option<OwnedSemaphorePermit>, Fault> {
        let Some(pixels) = size_of(file) else {
            return Ok(None);
        };
        // What is larger than all permits is refused before it is decoded.
        let wanted = pixels
            .div_ceil(u64::from(PERMIT))
            .clamp(u64::from(ALL / 2), u64::from(ALL));
        let wanted = u32::try_from(wanted).unwrap_or(ALL);
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.0).acquire_many_owned(wanted)).await;
        let busy = Fault::new("problem-upload-busy");
        turn.map_err(|_| busy)?.map(Some).map_err(|_| busy)
    }
}
