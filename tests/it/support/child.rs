//! The real program in a process of its own.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::client::ORIGIN;

/// A program that serves; it is killed when this is dropped.
pub struct Child {
    process: std::process::Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Child {
    /// The program with these arguments, in this folder, with nothing of our environment that could lead it elsewhere.
    pub fn command(folder: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tanya"));
        Self::prepare(&mut command, folder);
        command.args(arguments);
        command
    }

    /// Gives a command the surroundings of [`Child::command`].
    pub fn prepare(command: &mut Command, folder: &Path) {
        for name in tanya::config::VARIABLES {
            command.env_remove(name);
        }
        command
            .current_dir(folder)
            .env("TANYA_BIND", "127.0.0.1:0")
            .env("TANYA_PUBLIC_URL", ORIGIN)
            .env("TANYA_LOG", "warn")
            .stdin(Stdio::null());
    }

    /// Runs the program to its end.
    pub fn run(folder: &Path, arguments: &[&str]) -> Output {
        Self::command(folder, arguments).output().unwrap()
    }

    /// Serves until this is dropped or killed; answers when the program says that it listens.
    pub fn serve(folder: &Path, database: &str) -> Self {
        Self::serve_and_log(folder, database, Stdio::piped())
    }

    /// [`Child::serve`] with the log written elsewhere.
    pub fn serve_and_log(folder: &Path, database: &str, log: impl Into<Stdio>) -> Self {
        Self::spawn(Self::serving(folder, database), log)
    }

    /// [`Child::serve`] with these variables.
    pub fn serve_with(folder: &Path, database: &str, variables: &[(&str, &str)]) -> Self {
        let mut command = Self::serving(folder, database);
        command.envs(variables.iter().copied());
        Self::spawn(command, Stdio::piped())
    }

    fn serving(folder: &Path, database: &str) -> Command {
        Self::command(folder, &["--database-url", database, "--data-dir", "data", "serve"])
    }

    fn spawn(mut command: Command, log: impl Into<Stdio>) -> Self {
        let mut process = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        let address = loop {
            line.clear();
            if output.read_line(&mut line).unwrap() == 0 {
                let mut said = String::new();
                if let Some(mut errors) = process.stderr.take() {
                    errors.read_to_string(&mut said).unwrap();
                }
                panic!("the program did not serve: {said}");
            }
            if let Some((_, rest)) = line.split_once("listening on ") {
                break rest.trim_end().trim_end_matches(')').parse().unwrap();
            }
        };
        // Whatever it says later is read, so that it never waits for us.
        std::thread::spawn(move || output.read_to_end(&mut Vec::new()));
        if let Some(mut errors) = process.stderr.take() {
            std::thread::spawn(move || std::io::copy(&mut errors, &mut std::io::stderr()));
        }
        Self { process, address }
    }

    /// Ends it as a power cut would, as far as a process can feel it.
    pub fn kill(&mut self) {
        let _gone = self.process.kill();
        self.process.wait().unwrap();
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.kill();
    }
}
