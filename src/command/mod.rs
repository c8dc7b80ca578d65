//! What the command line asks for, one file for each command that is more than a few lines.

mod admin;
mod check;
mod demo;
mod digest;
mod import;
mod model;
mod receive_mail;
mod repeats;
mod report;
mod scan;
mod search;
mod serve;
mod specimens;
mod viewer;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use tanya::clock::Clock;
use tanya::config::{Config, Overrides};
use tanya::import::generated;
use tanya::store::{DatabaseUrl, migrations};
use tanya::{app, telemetry};

/// A community support forum server.
#[derive(Debug, Parser)]
#[command(name = "tanya", version, about)]
pub struct CommandLine {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Where the data is.
#[derive(Debug, Clone, Args)]
struct Place {
    /// The database: sqlite:PATH or postgres://USER@HOST/NAME (also DATABASE_URL); by default a file in the data folder.
    #[arg(long, global = true, value_name = "URL")]
    database_url: Option<String>,
    /// The folder of the embedded database, letters and indexes (also TANYA_DATA_DIR).
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the forum (the default).
    Serve,
    /// Serve a throw-away forum with demo content.
    Demo,
    /// Bring the database to the shape that this program knows.
    Migrate {
        /// Make the database file when it is not there.
        #[arg(long)]
        create: bool,
    },
    /// Bring another forum in.
    Import(import::Arguments),
    /// Fill an empty forum with made-up threads, to measure on.
    Generate {
        /// How many threads.
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=100_000_000))]
        threads: i64,
    },
    /// Find what probably asks the same: JSON lines {"title", "body"} in, ranked threads out.
    Suggest {
        /// How many for each.
        #[arg(long, value_name = "N", default_value_t = 10)]
        limit: usize,
        /// Only what this viewer sees: `public`, or the address of somebody with an account.
        #[arg(long = "as", value_name = "VIEWER")]
        viewer: Option<String>,
    },
    /// Print the groups of threads that ask the same, as JSON.
    Repeats {
        /// Only groups of so many threads at least.
        #[arg(long, value_name = "N", default_value_t = 2)]
        min_size: usize,
        /// Compare all threads anew first; what people decided stays.
        #[arg(long)]
        rescan: bool,
        /// Only what this viewer sees: `public`, or the address of somebody with an account.
        #[arg(long = "as", value_name = "VIEWER")]
        viewer: Option<String>,
    },
    /// Print the figures of reports, or the questions behind them.
    Report(report::Arguments),
    /// Compose the digests that are due; the server does so by itself.
    Digest(digest::Arguments),
    /// Look through what is here already for watched words and advertising, which then come to the desk; the server does it.
    Scan,
    /// Fill the search index anew.
    Reindex,
    /// Install, show or remove the sentence-embedding model that tells what questions mean.
    #[command(subcommand)]
    Model(model::Errand),
    /// Keep the message on standard input: for the pipe of a mail server.
    ReceiveMail(receive_mail::Arguments),
    /// Look after the forum from the command line.
    #[command(subcommand)]
    Admin(admin::Errand),
    /// Check configuration, database, search and mail, each said plainly.
    Check,
    /// Send one letter of every kind, in each language, to an address, to see how they arrive.
    Specimens {
        /// Whose.
        address: String,
    },
}

/// The code that has a mail server bring a message again.
pub fn try_again() -> ExitCode {
    ExitCode::from(receive_mail::TRY_AGAIN)
}

/// Why a command failed: a sentence for the person who typed it.
type Failure = Box<dyn std::error::Error>;

impl CommandLine {
    /// Does what was asked; a failure is one sentence on the terminal and a code that is not 0.
    pub fn run(self) -> ExitCode {
        // A mail server keeps a message that it is told to bring again; any other failure would lose it.
        let failed = match &self.command {
            Some(Command::ReceiveMail(_)) => ExitCode::from(receive_mail::TRY_AGAIN),
            _ => ExitCode::FAILURE,
        };
        match self.attempt() {
            Ok(code) => code,
            Err(failure) => {
                eprintln!("{failure}");
                failed
            }
        }
    }

    fn attempt(self) -> Result<ExitCode, Failure> {
        let overrides = Overrides {
            database_url: self.place.database_url,
            data_dir: self.place.data_dir,
        };
        let config = Config::from_env(&overrides)?;
        telemetry::start(&config.log_filter, config.log_is_json);
        match self.command.unwrap_or(Command::Serve) {
            Command::ReceiveMail(arguments) => return receive_mail::run(&config, &arguments),
            Command::Serve => serve::run(&config),
            Command::Demo => demo::run(&config),
            Command::Migrate { create } => migrate(&config, create),
            Command::Import(arguments) => import::run(&config, &arguments),
            Command::Generate { threads } => generate(&config, threads),
            Command::Suggest { limit, viewer } => search::run(&config, limit, viewer.as_deref()),
            Command::Repeats {
                min_size,
                rescan,
                viewer,
            } => repeats::run(&config, min_size, rescan, viewer.as_deref()),
            Command::Report(arguments) => report::run(&config, &arguments),
            Command::Digest(arguments) => digest::run(&config, &arguments),
            Command::Scan => scan::run(&config),
            Command::Reindex => search::reindex(&config),
            Command::Model(errand) => model::run(&config, &errand),
            Command::Admin(errand) => admin::run(&config, &errand),
            Command::Check => check::run(&config),
            Command::Specimens { address } => specimens::run(&config, &address),
        }?;
        Ok(ExitCode::SUCCESS)
    }
}

fn migrate(config: &Config, create: bool) -> Result<(), Failure> {
    if create && matches!(config.database, DatabaseUrl::Sqlite { .. }) {
        let count = make_file(config)?;
        println!("{} is ready; {count} migrations ran.", config.database.shown());
        return Ok(());
    }
    app::open_store(config)?;
    println!("{} is ready.", config.database.shown());
    Ok(())
}

/// Makes the file of a SQLite database where it is not there, also one that was named by hand, and migrates it; gives how
/// many migrations ran.
fn make_file(config: &Config) -> Result<usize, Failure> {
    let DatabaseUrl::Sqlite { path, .. } = &config.database else {
        return Ok(0);
    };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    Ok(migrations::migrate(&DatabaseUrl::Sqlite {
        path: path.clone(),
        may_create: true,
    })?)
}

/// For what is done to a forum that is there: from another folder it would make an empty one, and nobody would see. `or` is
/// what else somebody may have meant.
fn refuse_nowhere(config: &Config, or: &str) -> Result<(), Failure> {
    let DatabaseUrl::Sqlite { path, .. } = &config.database else {
        return Ok(());
    };
    if path.is_file() {
        return Ok(());
    }
    let place = std::path::absolute(path).unwrap_or_else(|_| path.clone());
    Err(format!(
        "There is no forum at {}. Run this in the forum's own folder, or name its data folder with --data-dir DIR, \
         or its database with --database-url URL.{or}",
        place.display()
    )
    .into())
}

fn generate(config: &Config, threads: i64) -> Result<(), Failure> {
    let store = app::open_store(config)?;
    generated::generate(&store, threads, Clock::system().now())?;
    println!("{threads} threads are in {}.", config.database.shown());
    Ok(())
}
