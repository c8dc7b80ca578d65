//! The folder of an index on the disk: whether its files are what was written, what becomes of a broken one, and what an older
//! program left.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tantivy::directory::error::{LockError, OpenReadError};
use tantivy::directory::{Directory, INDEX_WRITER_LOCK, MmapDirectory};
use tantivy::error::DataCorruption;
use tantivy::index::SegmentComponent;
use tantivy::{Index, IndexReader, SegmentMeta, SegmentReader, TantivyError};

use super::IndexError;

/// What each folder of an index begins with; its version follows.
const NAME: &str = "threads-";
/// The engine's list of segments.
const LIST: &str = "meta.json";
/// The files of a segment that hold something, besides that of deleted threads.
const FILES: [SegmentComponent; 6] = [
    SegmentComponent::Terms,
    SegmentComponent::Postings,
    SegmentComponent::Positions,
    SegmentComponent::FastFields,
    SegmentComponent::FieldNorms,
    SegmentComponent::Store,
];

/// The folder of the index of this version.
pub fn of_version(search: &Path, version: u32) -> PathBuf {
    search.join(format!("{NAME}{version}"))
}

/// Reads every file of an index.
///
/// The engine believes what it reads: a flipped bit gives wrong answers, or ends the whole process when the engine stumbles over
/// it while it writes. So this comes before both.
///
/// # Errors
/// One that [`is_broken`] when something is not as it was written.
pub fn check_files(index: &Index) -> Result<(), TantivyError> {
    let meta = index.load_metas()?;
    // A key of the list that is not known is passed over: what was deleted would be there again.
    let list: Option<serde_json::Value> = serde_json::from_slice(&index.directory().atomic_read(Path::new(LIST))?).ok();
    if list != serde_json::to_value(&meta).ok() {
        return Err(broken("the list of segments is not what was written"));
    }
    if meta
        .payload
        .as_deref()
        .is_some_and(|payload| unsealed(payload).is_none())
    {
        return Err(broken("where it stands cannot be read"));
    }
    for segment in &meta.segments {
        for component in files_of(segment) {
            let path = segment.relative_path(component);
            if !index.directory().validate_checksum(&path)? {
                return Err(broken(&format!("{} is not what was written", path.display())));
            }
        }
    }
    Ok(())
}

/// Compares the counts in the list of segments, which has no checksum, with those in the files, which have one.
///
/// # Errors
/// One that [`is_broken`] when they disagree.
pub fn check_counts(index: &Index, reader: &IndexReader) -> Result<(), TantivyError> {
    let metas = index.load_metas()?.segments;
    for segment in reader.searcher().segment_readers() {
        let meta = metas.iter().find(|meta| meta.id() == segment.segment_id());
        if meta.is_some_and(|meta| !counts_agree(meta, segment)) {
            return Err(broken(&format!("segment {} has another size", segment.segment_id())));
        }
    }
    Ok(())
}

/// Whether an error means that the index is not what was written, and not that the machine would not read or write it.
pub fn is_broken(error: &TantivyError) -> bool {
    let is_of_content = |error: &std::io::Error| {
        matches!(
            error.kind(),
            ErrorKind::InvalidData | ErrorKind::UnexpectedEof | ErrorKind::InvalidInput | ErrorKind::Other
        )
    };
    match error {
        TantivyError::LockFailure(..)
        | TantivyError::OpenWriteError(_)
        | TantivyError::OpenDirectoryError(_)
        | TantivyError::ErrorInThread(_)
        | TantivyError::SystemError(_) => false,
        TantivyError::IoError(error) => is_of_content(error),
        TantivyError::OpenReadError(OpenReadError::IoError { io_error, .. }) => is_of_content(io_error),
        _ => true,
    }
}

fn broken(why: &str) -> TantivyError {
    TantivyError::DataCorruption(DataCorruption::comment_only(why.to_owned()))
}

fn files_of(segment: &SegmentMeta) -> impl Iterator<Item = SegmentComponent> {
    let deleted = segment.has_deletes().then_some(SegmentComponent::Delete);
    FILES.into_iter().chain(deleted)
}

fn counts_agree(meta: &SegmentMeta, segment: &SegmentReader) -> bool {
    let columns = segment.fast_fields().i64("subject");
    let deleted = segment.max_doc().saturating_sub(segment.num_docs());
    columns.is_ok_and(|column| column.num_docs() == meta.max_doc())
        && deleted == meta.num_deleted_docs()
        && meta.has_deletes() == meta.delete_opstamp().is_some()
}

/// What is said with a commit, with a check figure: the engine has none for it.
pub fn sealed(says: &str) -> String {
    format!("{:016x} {says}", figure(says.as_bytes()))
}

/// What was said, if it is as it was.
pub fn unsealed(payload: &str) -> Option<&str> {
    let (seal, says) = payload.split_once(' ')?;
    (u64::from_str_radix(seal, 16) == Ok(figure(says.as_bytes()))).then_some(says)
}

/// What a file beside the engine's is to hold, with a check figure at its end.
pub fn sealed_file(mut bytes: Vec<u8>) -> Vec<u8> {
    let figure = figure(&bytes);
    bytes.extend(figure.to_le_bytes());
    bytes
}

/// What such a file held, if it is as it was.
pub fn unsealed_file(bytes: &[u8]) -> Option<&[u8]> {
    let (bytes, seal) = bytes.split_last_chunk::<8>()?;
    (u64::from_le_bytes(*seal) == figure(bytes)).then_some(bytes)
}

/// FNV-1a of 64 bits (Fowler, Noll, Vo): against accidents, not against people.
fn figure(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |figure, byte| {
        (figure ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Keeps a broken index under another name, for whoever wants to know why; an older one makes room.
///
/// # Errors
/// [`IndexError::Taken`] when another process writes it: it is that one's to mend.
pub fn set_aside(folder: &Path, why: &str) -> Result<(), IndexError> {
    let right = MmapDirectory::open(folder).map_err(TantivyError::from)?;
    let _right = match right.acquire_lock(&INDEX_WRITER_LOCK) {
        Err(LockError::LockBusy) => return Err(IndexError::Taken(folder.to_owned())),
        right => right.ok(),
    };
    tracing::error!(why, folder = %folder.display(), "the index is broken: it is set aside and made anew");
    let aside = folder.with_extension("broken");
    let failed = |error| IndexError::Folder(folder.to_owned(), error);
    if aside.exists() {
        std::fs::remove_dir_all(&aside).map_err(failed)?;
    }
    std::fs::rename(folder, &aside).map_err(failed)
}

/// Removes indexes of earlier versions, which nobody reads any more.
pub fn remove_older(search: &Path, version: u32) {
    let Ok(inside) = std::fs::read_dir(search) else { return };
    for path in inside.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        let name = path.file_name().and_then(|name| name.to_str());
        let found = name.and_then(|name| name.strip_prefix(NAME)?.parse::<u32>().ok());
        if found.is_some_and(|found| found < version) {
            match std::fs::remove_dir_all(&path) {
                Ok(()) => tracing::info!(folder = %path.display(), "an index of an earlier version is removed"),
                Err(error) => tracing::warn!(%error, folder = %path.display(), "an index of an earlier version stays"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_read_only_as_it_was() {
        let says = r#"{"position":{"transaction_id":12}}"#;
        let payload = sealed(says);
        assert_eq!(unsealed(&payload), Some(says));
        assert_eq!(unsealed(&payload.replace("12", "13")), None);
        assert_eq!(unsealed(says), None);
        let mut file = sealed_file(b"learnt".to_vec());
        assert_eq!(unsealed_file(&file), Some(&b"learnt"[..]));
        file[2] ^= 1;
        assert_eq!(unsealed_file(&file), None);
        assert_eq!(unsealed_file(b""), None);
    }

    #[test]
    fn only_indexes_of_earlier_versions_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "threads-0",
            "threads-1",
            "threads-2",
            "threads-0.broken",
            "threads-x",
            "else",
        ] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        remove_older(folder.path(), 1);
        let left = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name());
        let mut left: Vec<String> = left.map(|name| name.into_string().unwrap()).collect();
        left.sort();
        assert_eq!(
            left,
            ["else", "threads-0.broken", "threads-1", "threads-2", "threads-x"]
        );
    }
}
