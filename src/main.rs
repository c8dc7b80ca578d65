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
        let receives_mail = std::env::args().any(|argument| argument == "receive-mail");
        return if receives_mail {
            command::try_again()
        } else {
            ExitCode::FAILURE
        };
    }
    command::CommandLine::parse().run()
}
