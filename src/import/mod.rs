//! Brings other forums in: reads their dumps (`stackexchange`, `discourse`), makes their HTML into Markdown (`conversion`),
//! writes what is kept (`writer`), and reports what was read, kept and skipped.
//!
//! A first pass checks a whole dump and writes nothing; a second gives [`record::Record`]s to the writer, which commits in
//! short transactions, resumes after an interruption and changes nothing when run again. Nothing here speaks to a person:
//! `src/main.rs` does, with what is returned from here.

pub mod discourse;
pub mod error;
pub mod progress;
pub mod record;
pub mod report;
pub mod stackexchange;

use error::ImportError;
use progress::Progress;
use record::Record;
use report::Report;

/// What takes the records of a dump, one after the other.
pub type Take<'a> = dyn FnMut(Record) -> Result<(), ImportError> + 'a;

/// A dump that was checked and can be read again, record by record.
pub trait Reader: Sync {
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
