//! Where the bytes of uploads lie: in a folder, or in any store that speaks as S3 does.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, RetryConfig};
use tokio::sync::oneshot;

use super::carrying::Connector;
use crate::domain::upload::{Bucket, Place};

/// How long requests to a store are tried again.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often.
const MOST_RETRIES: usize = 2;
/// What is written to try a store out, and what its name begins with.
const TRIED_OUT: &str = "00-tried-out";

/// Why bytes could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum DepotError {
    /// There are none of this name.
    #[error("the store of uploads has no {0}")]
    Missing(String),
    /// There is no room.
    #[error("the store of uploads is full: {0}")]
    Full(String),
    /// It does not answer, or refuses.
    #[error("the store of uploads: {0}")]
    Failed(String),
}

impl From<object_store::Error> for DepotError {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { path, .. } => DepotError::Missing(path),
            error if is_full(&error) => DepotError::Full(error.to_string()),
            error => DepotError::Failed(error.to_string()),
        }
    }
}

fn is_full(error: &object_store::Error) -> bool {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(one) = cause {
        let kind = one.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        if matches!(
            kind,
            Some(std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded)
        ) {
            return true;
        }
        cause = one.source();
    }
    false
}

/// The name of a smaller width of a picture.
pub fn smaller(key: &str, width: u32) -> String {
    format!("{key}.{width}")
}

/// A store of bytes that is open.
#[derive(Debug, Clone)]
pub struct Depot {
    store: Arc<dyn ObjectStore>,
    folder: Option<PathBuf>,
    runtime: tokio::runtime::Handle,
    _is_needed: Arc<oneshot::Sender<()>>,
}

impl Depot {
    /// Opens a store; a folder is made. A bucket is not asked anything yet.
    pub fn open(place: &Place) -> Result<Self, DepotError> {
        let (store, folder): (Arc<dyn ObjectStore>, _) = match place {
            Place::Folder(folder) => {
                std::fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
                let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
                (Arc::new(store), Some(folder.clone()))
            }
            Place::Bucket(bucket) => (open_bucket(bucket)?, None),
        };
        // For those who wait on a thread of their own, as jobs do. It has a thread that it ends on: whoever lets the depot go last may
        // stand within another runtime, where none may end.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
        let runtime = runtime.map_err(|error| DepotError::Failed(error.to_string()))?;
        let (is_needed, is_left) = oneshot::channel::<()>();
        let handle = runtime.handle().clone();
        std::thread::spawn(move || runtime.block_on(is_left));
        Ok(Self {
            store,
            folder,
            runtime: handle,
            _is_needed: Arc::new(is_needed),
        })
    }

    /// Writes bytes under a name, whole or not at all.
    pub async fn put(&self, key: &str, bytes: Vec<u8>) -> Result<(), DepotError> {
        self.store.put(&path_of(key), PutPayload::from(bytes)).await?;
        Ok(())
    }

    /// A piece of what lies under a name.
    pub async fn piece(&self, key: &str, range: std::ops::Range<u64>) -> Result<Vec<u8>, DepotError> {
        Ok(self.store.get_range(&path_of(key), range).await?.to_vec())
    }

    /// How many bytes lie under a name.
    pub async fn size(&self, key: &str) -> Result<u64, DepotError> {
        Ok(self.store.head(&path_of(key)).await?.size)
    }

    /// Removes what lies under a name; nothing there is as good.
    pub async fn remove(&self, key: &str) -> Result<(), DepotError> {
        match self.store.delete(&path_of(key)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Removes what was begun under a name and its widths and never finished, as the machine stopped meanwhile: in a folder it lies
    /// beside the name, with a number behind it. A bucket shows nothing that is not whole.
    pub fn remove_unfinished(&self, key: &str) -> Result<(), DepotError> {
        let Some(folder) = self.folder.as_ref().map(|folder| folder.join(beginning(key))) else {
            return Ok(());
        };
        let files = match std::fs::read_dir(&folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            files => files.map_err(|error| failed(&folder, &error))?,
        };
        for file in files {
            let file = file.map_err(|error| failed(&folder, &error))?;
            let name = file.file_name();
            let is_unfinished = name
                .to_str()
                .is_some_and(|name| name.starts_with(key) && name.contains('#'));
            if is_unfinished {
                std::fs::remove_file(file.path()).map_err(|error| failed(&folder, &error))?;
            }
        }
        Ok(())
    }

    /// Writes, reads and removes a few bytes, as uploads will be.
    pub async fn try_out(&self) -> Result<(), DepotError> {
        let key = format!("{TRIED_OUT}-{:016x}", rand::random::<u64>());
        self.put(&key, TRIED_OUT.as_bytes().to_vec()).await?;
        let read = self.piece(&key, 0..TRIED_OUT.len() as u64).await;
        self.remove(&key).await?;
        read.map(drop)
    }

    /// Waits for something on a blocking thread, or on one without a runtime.
    pub fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }
}

/// A folder for each of 256 beginnings of hashes, so that none grows beyond measure.
fn path_of(key: &str) -> Path {
    Path::from_iter([beginning(key), key])
}

fn beginning(key: &str) -> &str {
    key.get(..2).unwrap_or("--")
}

fn failed(folder: &std::path::Path, error: &std::io::Error) -> DepotError {
    DepotError::Failed(format!("{}: {error}", folder.display()))
}

fn open_bucket(bucket: &Bucket) -> Result<Arc<dyn ObjectStore>, DepotError> {
    let retries = RetryConfig {
        max_retries: MOST_RETRIES,
        retry_timeout: PATIENCE,
        ..RetryConfig::default()
    };
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(&bucket.name)
        .with_region(&bucket.region)
        .with_access_key_id(&bucket.key_id)
        .with_secret_access_key(&bucket.secret)
        .with_http_connector(Connector)
        .with_retry(retries);
    if let Some(endpoint) = &bucket.endpoint {
        builder = builder
            .with_endpoint(endpoint)
            .with_allow_http(endpoint.starts_with("http:"));
    }
    let store = builder.build()?;
    Ok(if bucket.prefix.is_empty() {
        Arc::new(store)
    } else {
        Arc::new(PrefixStore::new(store, bucket.prefix.as_str()))
    })
}
