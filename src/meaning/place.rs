//! Where an installed model lives: the folder `model` of the data folder.

use std::path::{Path, PathBuf};

use super::fitting::{ModelError, NEEDED, TELLING, most_bytes};
use super::{Model, packed};

/// The folder of the model that is installed.
pub fn installed(data_dir: &Path) -> PathBuf {
    data_dir.join("model")
}

/// Installs a model from a folder, or from a wheel or another ZIP file, in the place of the one that was; it is loaded first, and
/// one that does not fit changes nothing.
pub fn install(source: &Path, data_dir: &Path) -> Result<Model, ModelError> {
    let (new, place) = (data_dir.join("model.new"), installed(data_dir));
    clear(&new)?;
    let made = fill(source, &new).and_then(|()| Model::load(&new));
    if made.is_err() {
        clear(&new)?;
    }
    let model = made?;
    clear(&place)?;
    std::fs::rename(&new, &place).map_err(|error| ModelError::File(place, error))?;
    Ok(model)
}

/// Removes the model that is installed; answers whether there was one.
pub fn remove(data_dir: &Path) -> Result<bool, ModelError> {
    let place = installed(data_dir);
    let was_there = place.exists();
    clear(&place)?;
    Ok(was_there)
}

fn fill(source: &Path, new: &Path) -> Result<(), ModelError> {
    for folder in [new.to_owned(), new.join("1_Pooling")] {
        std::fs::create_dir_all(&folder).map_err(|error| ModelError::File(folder, error))?;
    }
    if source.is_dir() {
        return copy(source, new);
    }
    packed::unpack(source, new)
}

fn copy(source: &Path, new: &Path) -> Result<(), ModelError> {
    for file in NEEDED.into_iter().chain(TELLING) {
        let from = source.join(file);
        match std::fs::metadata(&from) {
            Err(_) if TELLING.contains(&file) => {}
            Err(_) => return Err(ModelError::Missing(source.to_owned(), file)),
            Ok(found) if found.len() > most_bytes(file) => {
                let (size, most) = (found.len() / 1_000_000, most_bytes(file) / 1_000_000);
                return Err(ModelError::TooLarge(from, size, most));
            }
            Ok(_) => {
                let copied = std::fs::copy(&from, new.join(file));
                copied.map_err(|error| ModelError::File(from, error))?;
            }
        }
    }
    Ok(())
}

fn clear(folder: &Path) -> Result<(), ModelError> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(ModelError::File(folder.to_owned(), error)),
        _ => Ok(()),
    }
}
