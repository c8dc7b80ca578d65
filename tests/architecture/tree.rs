//! The project's files as the rules see them, and what a rule says about one.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// One text file of the project.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path from the project's root, with forward slashes.
    pub path: String,
    /// What it holds.
    pub text: String,
}

impl SourceFile {
    /// A file that a rule is tried on.
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// Whether a module keeps its tests in this file of their own.
    pub fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }

    /// Something to say about one of its lines.
    pub fn finding(&self, line: usize, says: impl Into<String>) -> Finding {
        Finding {
            path: self.path.clone(),
            line,
            says: says.into(),
        }
    }

    /// Whether it is one of these files or lies under one of these folders, which end with a slash.
    pub fn is_among(&self, places: &[&str]) -> bool {
        places.iter().any(|place| {
            if place.ends_with('/') {
                self.path.starts_with(place)
            } else {
                self.path == *place
            }
        })
    }
}

/// What a rule found, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it, in a sentence.
    pub says: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.says)
    }
}

/// Findings as lines, to compare with what was expected.
pub fn says(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}

/// Every file with this ending under a folder of the project, in order; none when the folder is missing.
pub fn files(folder: &str, ending: &str) -> Vec<SourceFile> {
    // Asked at run time, so that a checkout that was moved checks itself and not what stood there before.
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    let root = Path::new(&root);
    let mut paths = Vec::new();
    collect(&root.join(folder), &mut paths);
    paths.sort();
    paths
        .iter()
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .map(|path| {
            let inside = path.strip_prefix(root).unwrap_or(path);
            let text = fs::read(path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
            SourceFile::new(
                &inside.to_string_lossy().replace('\\', "/"),
                &String::from_utf8_lossy(&text),
            )
        })
        .collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() && entry.file_name() != "node_modules" {
            collect(&path, paths);
        } else if path.is_file() {
            paths.push(path);
        }
    }
}
