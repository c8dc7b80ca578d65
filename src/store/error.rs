//! What can go wrong between the program and its database, in kinds that a page can explain.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// Why the store could not answer.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such row in sight.
    #[error("there is no such row")]
    NotFound,
    /// The database is locked or overloaded; trying again will help.
    #[error("the database is busy")]
    Busy(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The database can be read but not written.
    #[error("the database is read-only: check the permissions of its file and folder")]
    ReadOnly,
    /// There is no room left to write.
    #[error("the disk of the database is full: make room, nothing that was acknowledged is lost")]
    Full,
    /// The database cannot be reached.
    #[error("the database cannot be reached")]
    Unreachable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A row like it is there already.
    #[error("a row like it is there already")]
    Conflict,
    /// Something that should not happen.
    #[error("the database refused: {0}")]
    Unexpected(String),
}

impl From<DieselError> for StoreError {
    fn from(error: DieselError) -> Self {
        match error {
            DieselError::NotFound => StoreError::NotFound,
            DieselError::DatabaseError(kind, information) => from_message(kind, information.message()),
            DieselError::BrokenTransactionManager => StoreError::Unreachable(Box::new(error)),
            other => StoreError::Unexpected(other.to_string()),
        }
    }
}

fn from_message(kind: DatabaseErrorKind, message: &str) -> StoreError {
    match kind {
        DatabaseErrorKind::UniqueViolation => StoreError::Conflict,
        DatabaseErrorKind::ReadOnlyTransaction => StoreError::ReadOnly,
        DatabaseErrorKind::ClosedConnection => StoreError::Unreachable(message.into()),
        DatabaseErrorKind::SerializationFailure => StoreError::Busy(message.into()),
        _ if message.contains("database is locked") || message.contains("deadlock") => StoreError::Busy(message.into()),
        _ if message.contains("readonly database") => StoreError::ReadOnly,
        // PostgreSQL keeps no null character, so nothing is found by a text that has one.
        _ if message.contains("invalid byte sequence") => StoreError::NotFound,
        _ if message.contains("disk is full") || message.contains("No space left") => StoreError::Full,
        _ if message.contains("unable to open") || message.contains("disk I/O error") => {
            StoreError::Unreachable(message.into())
        }
        _ => StoreError::Unexpected(message.to_owned()),
    }
}

/// Why a database could not be opened, said so that the reader knows what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address is of no kind that we know.
    #[error("DATABASE_URL is neither sqlite:PATH nor postgres://USER@HOST/NAME")]
    UnknownScheme,
    /// The address of PostgreSQL cannot be read.
    #[error("DATABASE_URL starts like PostgreSQL's but is no such address; it looks like postgres://USER@HOST/NAME")]
    MalformedUrl,
    /// There is no such file, and it was named by hand.
    #[error("there is no database at {0}; correct DATABASE_URL, or make a new one there with `tanya migrate --create`")]
    NoSuchFile(String),
    /// The database was migrated by a newer program.
    #[error(
        "the database is newer than this program (it knows migration {0}); run the newer program, or restore a backup from before the upgrade"
    )]
    Newer(String),
    /// A migration failed.
    #[error("the database could not be migrated: {0}")]
    Migration(String),
    /// It is there and answers with an error.
    #[error("the database could not be opened: {0}")]
    Refused(String),
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unreachable(cause) if cause.to_string().to_lowercase().contains("unable to open") => {
                OpenError::Refused(format!("{cause}: check the permissions of the file and of its folder"))
            }
            StoreError::Unreachable(cause) => OpenError::Refused(format!("it cannot be reached: {cause}")),
            other => OpenError::Refused(other.to_string()),
        }
    }
}
