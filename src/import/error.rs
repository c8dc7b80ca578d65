//! Why an import stops, in a sentence that says where to look.

use std::path::{Path, PathBuf};

use crate::store::StoreError;

/// What stops an import.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file says something that cannot be right.
    #[error("{}, line {line}: {reason}", file.display())]
    Malformed {
        /// The file, or its name inside an archive.
        file: PathBuf,
        /// The line, counted from 1.
        line: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// A file or folder cannot be read.
    #[error("{}: {reason}", file.display())]
    Unreadable {
        /// The file or folder.
        file: PathBuf,
        /// Why it cannot be read.
        reason: String,
    },
    /// The dump changed between the first pass and the second.
    #[error("the dump changed while it was read: {0}")]
    Changed(String),
    /// What was asked for cannot be done on this forum.
    #[error("{0}")]
    Refused(String),
    /// Part of the import stopped without saying why.
    #[error("a part of the import stopped early")]
    Stopped,
    /// The database refused.
    #[error("the database: {0}")]
    Store(String),
}

impl ImportError {
    /// A file or folder that cannot be read.
    #[must_use]
    pub fn unreadable(file: &Path, cause: impl std::fmt::Display) -> Self {
        Self::Unreadable {
            file: file.to_owned(),
            reason: cause.to_string(),
        }
    }
}

/// What is wrong with one row, before anybody said which row it is.
#[derive(Debug)]
pub enum Fault {
    /// The row itself is wrong.
    Row(String),
    /// Something else stopped the import.
    Import(ImportError),
}

impl From<ImportError> for Fault {
    fn from(error: ImportError) -> Self {
        Self::Import(error)
    }
}

impl Fault {
    /// The error of this fault, at this place.
    #[must_use]
    pub fn at(self, file: &Path, line: impl FnOnce() -> u64) -> ImportError {
        match self {
            Self::Row(reason) => ImportError::Malformed {
                file: file.to_owned(),
                line: line(),
                reason,
            },
            Self::Import(error) => error,
        }
    }
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        Self::Store(said(&error))
    }
}

/// The error with its causes, for an operator.
fn said(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
