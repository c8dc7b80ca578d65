//! Brings other forums in: reads their dumps (`stackexchange`, `discourse`), makes their HTML into Markdown (`conversion`),
//! writes what is kept (`writer`), and reports what was read, kept and skipped.
//!
//! A first pass checks a whole dump and writes nothing; a second gives [`record::Record`]s to the writer, which commits in
//! short transactions, resumes after an interruption and changes nothing when run again. Nothing here speaks to a person:
//! `src/main.rs` does, with what is returned from here.

mod conversion;
pub mod demo;
mod discourse;
pub mod error;
pub mod generated;
mod known;
pub mod progress;
mod record;
pub mod report;
mod stackexchange;
mod writer;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::store::Store;
use error::ImportError;
use progress::Progress;
use record::Record;
use report::Report;

/// A dump, and how it is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dump {
    /// A folder with `Posts.xml` and its like.
    StackExchange {
        /// The folder.
        folder: PathBuf,
        /// The category that the questions will live in; without it, one named after the folder.
        category: Option<String>,
    },
    /// A folder of topics as JSON, or the same packed.
    Discourse {
        /// The folder or the packed file.
        path: PathBuf,
        /// A file with the names of the categories.
        categories: Option<PathBuf>,
        /// The categories whose threads are questions; without it, those with accepted answers.
        questions: Option<Vec<i64>>,
    },
}

/// A dump that passed its first pass.
pub struct Checked {
    reader: Box<dyn Reader>,
    source: String,
}

impl Dump {
    /// The first pass: checks the whole dump, and writes nothing. `source` is the name under which the forum will remember
    /// it; without one, the kind of forum and the name of the folder are taken.
    ///
    /// # Errors
    /// A file is malformed or cannot be read: with file, line and reason.
    pub fn check(&self, source: Option<&str>) -> Result<Checked, ImportError> {
        let reader: Box<dyn Reader> = match self {
            Self::StackExchange { folder, category } => {
                let category = category.clone().unwrap_or_else(|| capitalized(&name_of(folder)));
                Box::new(stackexchange::Dump::check(folder, &category)?)
            }
            Self::Discourse {
                path,
                categories,
                questions,
            } => Box::new(discourse::Topics::check(
                path,
                categories.as_deref(),
                questions.as_deref(),
            )?),
        };
        let source = match source {
            Some(source) => source.to_owned(),
            None => format!("{}/{}", reader.family(), name_of(self.path())),
        };
        Ok(Checked { reader, source })
    }

    fn path(&self) -> &Path {
        match self {
            Self::StackExchange { folder, .. } => folder,
            Self::Discourse { path, .. } => path,
        }
    }
}

impl Checked {
    /// What would be written: the report of a dry run.
    #[must_use]
    pub fn dry_run(&self) -> Report {
        Report {
            source: self.source.clone(),
            dry_run: true,
            ..self.reader.report().clone()
        }
    }

    /// The second pass: writes what is not in the forum yet, in short transactions.
    ///
    /// # Errors
    /// The dump changed meanwhile, the database refused, or the same dump was imported under another name. What was
    /// written until then stays, and another run goes on from there.
    pub fn write(&self, store: &Store, now: DateTime<Utc>) -> Result<Report, ImportError> {
        writer::write(&*self.reader, store, &self.source, now)
    }
}

/// The last name of a path, without the endings of a packed file.
fn name_of(path: &Path) -> String {
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let name = whole
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let name = [".tar.zst", ".tar", ".json"]
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .unwrap_or(&name);
    name.to_owned()
}

fn capitalized(name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "Questions".to_owned(),
    }
}

/// What takes the records of a dump, one after the other.
type Take<'a> = dyn FnMut(Record) -> Result<(), ImportError> + 'a;

/// Which records are worth converting and writing: those that are not in the forum yet.
type Skim<'a> = dyn Fn(&Record) -> bool + Sync + 'a;

/// A dump that was checked and can be read again, record by record.
trait Reader: Sync {
    /// Which kind of forum it comes from, as `origins.family` has it.
    fn family(&self) -> &'static str;

    /// What was read, and what is kept and skipped.
    fn report(&self) -> &Report;

    /// How many bytes the second pass reads.
    fn size(&self) -> u64;

    /// The second pass: gives every record, each after those that it refers to.
    ///
    /// # Errors
    /// The dump changed meanwhile, or `take` stopped.
    fn each_record(&self, progress: &Progress, take: &mut Take<'_>) -> Result<(), ImportError>;
}
