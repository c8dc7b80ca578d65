//! `tanya import`: another forum's dump, checked first, then written.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use tanya::app;
use tanya::clock::Clock;
use tanya::config::Config;
use tanya::import::Dump;

use super::{Failure, make_file, refuse_nowhere};

/// What is imported, and how.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    source: Source,
    /// Only check the dump, and say what would be written.
    #[arg(long, global = true)]
    dry_run: bool,
    /// Begin a new forum with this dump, where there is none yet.
    #[arg(long, global = true, conflicts_with = "dry_run")]
    create: bool,
    /// Write the report as JSON into this file too.
    #[arg(long, global = true, value_name = "FILE")]
    report: Option<PathBuf>,
    /// The name by which the forum remembers this dump; by default its kind and the folder's name.
    #[arg(long, global = true, value_name = "NAME")]
    source_name: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Source {
    /// A Stack Exchange dump: a folder with Posts.xml, Users.xml and their like.
    #[command(name = "stackexchange")]
    StackExchange {
        /// The folder.
        dir: PathBuf,
        /// The category that the questions will live in; by default one named after the folder.
        #[arg(long)]
        category: Option<String>,
    },
    /// A Discourse archive: a folder of /t/<id>.json, or the same packed as .tar.zst.
    Discourse {
        /// The folder or the packed file.
        dir: PathBuf,
        /// A file that names the categories: JSON {"id": "name"}, or a line `id name` for each.
        #[arg(long, value_name = "FILE")]
        categories: Option<PathBuf>,
        /// The categories whose threads are questions; by default those with accepted answers.
        #[arg(long, value_name = "ID,…", value_delimiter = ',')]
        questions: Option<Vec<i64>>,
    },
}

/// What somebody on a fresh machine meant.
const BEGIN: &str = " To begin a new forum there with this dump, say the same with --create.";

/// What may be done next.
const SCAN: &str = "It may hold advertising: `tanya scan`, or /admin/watched-words, looks through it and brings what is found to \
                    the desk of the moderators.";

/// Checks the dump, and writes it unless this is a dry run.
pub fn run(config: &Config, arguments: &Arguments) -> Result<(), Failure> {
    // Before the dump is read, which may take minutes.
    if !arguments.dry_run && !arguments.create {
        refuse_nowhere(config, BEGIN)?;
    }
    let dump = match &arguments.source {
        Source::StackExchange { dir, category } => Dump::StackExchange {
            folder: dir.clone(),
            category: category.clone(),
        },
        Source::Discourse {
            dir,
            categories,
            questions,
        } => Dump::Discourse {
            path: dir.clone(),
            categories: categories.clone(),
            questions: questions.clone(),
        },
    };
    let checked = dump.check(arguments.source_name.as_deref())?;
    let report = if arguments.dry_run {
        checked.dry_run()
    } else {
        if arguments.create {
            make_file(config)?;
        }
        let store = app::open_store(config)?;
        checked.write(&store, Clock::system().now())?
    };
    // Whoever closed the terminal meanwhile has seen enough; the import is done all the same.
    drop(writeln!(std::io::stdout(), "{report}"));
    if !arguments.dry_run {
        drop(writeln!(std::io::stdout(), "\n{SCAN}"));
    }
    if let Some(file) = &arguments.report {
        std::fs::write(file, serde_json::to_string_pretty(&report)?)?;
    }
    Ok(())
}
