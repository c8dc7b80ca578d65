//! `tanya model`: the sentence-embedding model of this data folder.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Subcommand;

use tanya::app;
use tanya::config::{Config, EmbeddingModel};
use tanya::meaning::{Model, place};
use tanya::store::{DatabaseUrl, Store, StoreError, thread_vectors};

use super::Failure;

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum Errand {
    /// Install a model from a folder, or from a wheel or another ZIP file.
    Add {
        /// The folder with config.json, tokenizer.json and model.safetensors, or the file that they are packed in.
        source: PathBuf,
    },
    /// Say which model is used, and how far it has read.
    Show,
    /// Remove the installed model, and what it made of the threads.
    Remove,
}

/// How many texts the speed is told by.
const TEXTS: usize = 32;
/// One of them: as many words as questions usually have.
const TEXT: &str = "The parcel tracker stopped telling where my parcel is after the last update of the app on my phone. \
    I have tried to sign out and in again, to install it anew and to clear its memory, and the list of my parcels is there, \
    but each of them says that it has just been handed over, although two of them came last week. What else can I try?";

/// Does it.
pub fn run(config: &Config, errand: &Errand) -> Result<(), Failure> {
    match errand {
        Errand::Add { source } => add(config, source),
        Errand::Show => show(config),
        Errand::Remove => remove(config),
    }
}

fn add(config: &Config, source: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(&config.data_dir)?;
    let model = place::install(source, &config.data_dir)?;
    println!("The model is in {}.", place::installed(&config.data_dir).display());
    println!("{}", figures(&model)?);
    match &config.embedding_model {
        EmbeddingModel::Installed => println!(
            "A server of this data folder uses it from its next start on, and reads all threads with it beside its other work."
        ),
        _ => println!("TANYA_EMBEDDING_MODEL names something else, so it is not used; unset that variable to use it."),
    }
    Ok(())
}

fn show(config: &Config) -> Result<(), Failure> {
    let Some(model) = app::load_model(config) else {
        println!("There is no model: what is alike is told by words alone.");
        return Ok(());
    };
    let model = model?;
    println!("{}", figures(&model)?);
    if let Some(store) = forum(config)? {
        println!("{}", reading(&store, &model)?);
    }
    Ok(())
}

fn remove(config: &Config) -> Result<(), Failure> {
    let was_there = place::remove(&config.data_dir)?;
    if let Some(store) = forum(config)? {
        while store.write_now::<_, StoreError>(|tx| thread_vectors::remove(tx, None))? > 0 {}
    }
    println!(
        "{}",
        if was_there {
            "The model is removed."
        } else {
            "There was no model."
        }
    );
    Ok(())
}

/// The forum, if there is one already.
fn forum(config: &Config) -> Result<Option<Store>, Failure> {
    match &config.database {
        DatabaseUrl::Sqlite { path, .. } if !path.is_file() => Ok(None),
        _ => Ok(Some(app::open_store(config)?)),
    }
}

/// Its size and its speed.
pub fn figures(model: &Model) -> Result<String, Failure> {
    let begun = Instant::now();
    model.meanings(&[TEXT; TEXTS])?;
    let seconds = begun.elapsed().as_secs_f64().max(f64::EPSILON);
    #[expect(clippy::cast_precision_loss, reason = "a few dozen")]
    let speed = TEXTS as f64 / seconds;
    let (dimensions, tokens) = (model.dimensions(), model.tokens());
    let megabytes = model.bytes() / 1_000_000;
    Ok(format!(
        "It loads: {megabytes} MB of weights, vectors of {dimensions} numbers, {tokens} tokens of a text are read, {speed:.0} texts a second."
    ))
}

/// How far it has read the forum's threads.
pub fn reading(store: &Store, model: &Model) -> Result<String, StoreError> {
    store.read_now(|db| {
        let Some(progress) = thread_vectors::progress(db, model.fingerprint())? else {
            return Ok("It has read no thread yet; a running server reads them all.".to_owned());
        };
        let count = thread_vectors::count(db, progress.model)?;
        let more = if progress.is_filled {
            ""
        } else {
            " It has not read all of them yet."
        };
        Ok(format!("{count} threads have a vector.{more}"))
    })
}
