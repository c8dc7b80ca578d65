//! The sentence-embedding model: which one, if any.

use std::path::PathBuf;

/// Which model tells what texts mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmbeddingModel {
    /// The one that `tanya model add` installed in the data folder, if it is there.
    Installed,
    /// The one in this folder.
    Folder(PathBuf),
    /// None, whatever is installed.
    None,
}

impl EmbeddingModel {
    /// What a variable says; whether there is a model in the folder shows when it is loaded, and is never a reason not to start.
    pub(super) fn said(variable: Option<&str>) -> Self {
        match variable {
            None => Self::Installed,
            Some("none") => Self::None,
            Some(folder) => Self::Folder(folder.into()),
        }
    }
}
