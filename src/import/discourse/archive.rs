//! Gives the files of an archive one at a time: a folder with JSON files at any depth, or the same packed as `.tar.zst`
//! (also `.tar`), inside a folder or by itself. Knows nothing of what is in a file.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use crate::import::error::ImportError;
use crate::import::progress::Progress;

/// The largest file that is read, in bytes; the largest topics of real forums have some megabytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Where an archive's files are.
pub struct Archive {
    plain: Vec<PathBuf>,
    packed: Vec<PathBuf>,
}

/// What takes a file: its name and its bytes.
pub type TakeFile<'a> = dyn FnMut(&Path, &[u8]) -> Result<(), ImportError> + 'a;

impl Archive {
    /// Finds the files of an archive.
    ///
    /// # Errors
    /// There is no such folder or file, it cannot be read, or it holds neither JSON nor a packed archive.
    pub fn open(path: &Path) -> Result<Self, ImportError> {
        let mut archive = Self {
            plain: Vec::new(),
            packed: Vec::new(),
        };
        let found = std::fs::metadata(path).map_err(|error| ImportError::unreadable(path, error))?;
        if found.is_dir() {
            archive.find(path)?;
        } else {
            archive.add(path);
        }
        archive.plain.sort();
        archive.packed.sort();
        match archive.plain.is_empty() && archive.packed.is_empty() {
            true => Err(ImportError::unreadable(path, "no .json file and no .tar.zst in it")),
            false => Ok(archive),
        }
    }

    fn find(&mut self, folder: &Path) -> Result<(), ImportError> {
        let unreadable = |error| ImportError::unreadable(folder, error);
        for entry in std::fs::read_dir(folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let path = entry.path();
            // A link is followed only to a file: a link to a folder could lead round in a circle.
            if entry.file_type().map_err(unreadable)?.is_dir() {
                self.find(&path)?;
            } else {
                self.add(&path);
            }
        }
        Ok(())
    }

    fn add(&mut self, path: &Path) {
        if is_json(path) {
            self.plain.push(path.to_owned());
        } else if is_packed(path) {
            self.packed.push(path.to_owned());
        }
    }

    /// How many bytes one pass reads.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.plain
            .iter()
            .chain(&self.packed)
            .filter_map(|path| path.metadata().ok())
            .map(|found| found.len())
            .sum()
    }

    /// Gives every JSON file to `take`, always in the same order, one in memory at a time.
    ///
    /// # Errors
    /// A file cannot be read or unpacked, is too large, or `take` stopped.
    pub fn each_file(&self, progress: &Progress, take: &mut TakeFile<'_>) -> Result<(), ImportError> {
        let mut bytes = Vec::new();
        for path in &self.plain {
            let opened = File::open(path).map_err(|error| ImportError::unreadable(path, error))?;
            read_whole(path, opened, &mut bytes)?;
            progress.advance(bytes.len() as u64);
            take(path, &bytes)?;
        }
        self.packed
            .iter()
            .try_for_each(|path| each_packed(path, progress, &mut bytes, take))
    }
}

fn each_packed(
    path: &Path,
    progress: &Progress,
    bytes: &mut Vec<u8>,
    take: &mut TakeFile<'_>,
) -> Result<(), ImportError> {
    let unreadable = |error: std::io::Error| ImportError::unreadable(path, format!("cannot be unpacked: {error}"));
    let opened = Counting {
        inner: File::open(path).map_err(|error| ImportError::unreadable(path, error))?,
        progress,
    };
    let unpacked: Box<dyn Read + '_> = match path.extension().is_some_and(|ending| ending == "tar") {
        true => Box::new(BufReader::new(opened)),
        false => Box::new(zstd::Decoder::new(opened).map_err(unreadable)?),
    };
    let mut tar = tar::Archive::new(unpacked);
    for entry in tar.entries().map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.path().map_err(unreadable)?.into_owned();
        if entry.header().entry_type().is_file() && is_json(&name) {
            let name = path.join(name);
            read_whole(&name, entry, bytes)?;
            take(&name, bytes)?;
        }
    }
    Ok(())
}

fn read_whole(path: &Path, from: impl Read, bytes: &mut Vec<u8>) -> Result<(), ImportError> {
    bytes.clear();
    from.take(LARGEST + 1)
        .read_to_end(bytes)
        .map_err(|error| ImportError::unreadable(path, error))?;
    match bytes.len() as u64 > LARGEST {
        true => Err(ImportError::unreadable(
            path,
            format!("larger than {} MB", LARGEST / 1024 / 1024),
        )),
        false => Ok(()),
    }
}

/// A name that starts with a dot is a Mac's or an editor's own.
fn is_json(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.ends_with(".json") && !name.starts_with('.')
}

fn is_packed(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.ends_with(".tar.zst") || name.ends_with(".tar")
}

/// Tells the progress how much of a packed file was read.
struct Counting<'a> {
    inner: File,
    progress: &'a Progress,
}

impl Read for Counting<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(into)?;
        self.progress.advance(count as u64);
        Ok(count)
    }
}
