//! The command line.

mod command;

use std::process::ExitCode;

use clap::Parser;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    if let Err(error) = dotenvy::dotenv()
        && !error.not_found()
    {
        eprintln!("The file .env cannot be read: {error}");
        return ExitCode::FAILURE;
    }
    command::CommandLine::parse().run()
}
