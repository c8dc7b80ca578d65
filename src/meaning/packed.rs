//! A model in a wheel or another ZIP file.
//!
//! Only files of the names that a model has are written, under these names and no others, and none grows beyond its bound: what
//! else the archive holds, however it calls it and however large it says it is, is never looked at.

use std::borrow::Cow;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use zip::ZipArchive;

use super::fitting::{ModelError, NEEDED, TELLING, most_bytes};

/// How many files an archive may list.
const MOST_FILES: usize = 10_000;

/// Unpacks the model of an archive into a folder that is there.
pub fn unpack(archive: &Path, into: &Path) -> Result<(), ModelError> {
    let unfit = |said: String| ModelError::Packed(archive.to_owned(), said);
    let file = File::open(archive).map_err(|error| ModelError::File(archive.to_owned(), error))?;
    let mut packed = ZipArchive::new(file).map_err(|error| unfit(error.to_string()))?;
    if packed.len() > MOST_FILES {
        return Err(unfit("it lists too many files".to_owned()));
    }
    let names: Vec<String> = packed.file_names().flatten().map(Cow::into_owned).collect();
    let folder = folder_of_model(&names).ok_or_else(|| unfit(format!("no folder in it has {}", NEEDED.join(", "))))?;
    for wanted in NEEDED.into_iter().chain(TELLING) {
        let name = format!("{folder}{wanted}");
        if names.contains(&name) {
            let mut from = packed.by_name(&name).map_err(|error| unfit(error.to_string()))?;
            write(&mut from, &into.join(wanted), most_bytes(wanted))?;
        }
    }
    Ok(())
}

/// The folder in which all that a model needs lies, with its slash; the shortest where there are several.
fn folder_of_model(names: &[String]) -> Option<String> {
    let has = |name: &String| names.contains(name);
    let folders = names.iter().filter_map(|name| name.strip_suffix(NEEDED[0]));
    let folders = folders.filter(|folder| folder.is_empty() || folder.ends_with('/'));
    let whole = folders.filter(|folder| NEEDED.iter().all(|needed| has(&format!("{folder}{needed}"))));
    whole.min_by_key(|folder| folder.len()).map(str::to_owned)
}

/// Writes at most so many bytes, whatever the archive says of its size.
fn write(from: &mut impl Read, to: &Path, most: u64) -> Result<(), ModelError> {
    let failed = |error| ModelError::File(to.to_owned(), error);
    let mut file = File::create(to).map_err(failed)?;
    let written = std::io::copy(&mut from.take(most + 1), &mut file).map_err(failed)?;
    if written > most {
        return Err(ModelError::TooLarge(
            to.to_owned(),
            written / 1_000_000,
            most / 1_000_000,
        ));
    }
    file.flush().map_err(failed)
}
