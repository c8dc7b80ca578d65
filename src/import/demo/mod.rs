//! The demo forum as it is written in `assets/demo/`: parsed, examined, and put into a database.
//!
//! Here belong the shape of the files, the reading of them and the rules they keep; only `plant` knows the store.
//!
//! Every time is a distance: a thread is asked so long before "now", and everything that happens
//! to it so long after it was asked. A forum that is made today is thus as fresh as one made next year.

mod content;
mod examine;
mod knowledge;
mod link;
mod offset;
mod plant;
#[cfg(test)]
mod tests;

use std::fmt;

use rust_embed::RustEmbed;
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub use content::{
    Acceptance, Category, Closure, Comment, Edit, Field, Forum, Person, Reopening, Reply, Stamp, Tag, Thread,
};

pub use knowledge::{Article, Knowledge, Section, Tie};
pub use link::{linked_threads, resolve_links};
pub use plant::{Address, Keys, PlantError, plant};

/// As whom whoever tries the demo signs in.
pub const ADMINISTRATOR: &str = "demo-admin";

const FORUM: &str = "forum.toml";
const ARTICLES: &str = "articles.toml";
const THREADS: &str = "threads/";

/// The files of the demo forum, inside the binary.
#[derive(RustEmbed)]
#[folder = "assets/demo/"]
struct Files;

/// A whole demo forum whose every name, date and reference has been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demo {
    /// The site, its categories, tags and people.
    pub forum: Forum,
    /// Every thread, the oldest first.
    pub threads: Vec<Thread>,
    /// Sections and articles.
    pub knowledge: Knowledge,
}

/// Why the demo content cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A file that must be there is not.
    #[error("the demo content has no file {0}")]
    Missing(String),
    /// A file is not text in UTF-8.
    #[error("{0} is not UTF-8")]
    NotText(String),
    /// A file is not TOML, or not of the expected shape.
    #[error("{file}: {source}")]
    Unreadable {
        /// The file below `assets/demo/`.
        file: String,
        /// What the TOML reader found, with line and column.
        source: Box<toml::de::Error>,
    },
    /// The files were read but contradict themselves.
    #[error("the demo content contradicts itself:{}", listed(.0))]
    Contradictory(Vec<Contradiction>),
}

/// One contradiction in the demo content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// Where it stands, in words.
    pub place: String,
    /// What is wrong there.
    pub what: String,
}

impl fmt::Display for Contradiction {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.what)
    }
}

fn listed(contradictions: &[Contradiction]) -> String {
    contradictions
        .iter()
        .map(|contradiction| format!("\n- {contradiction}"))
        .collect()
}

/// One file of threads, all of one category.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThreadFile {
    category: String,
    threads: Vec<Thread>,
}

impl Demo {
    /// Reads the embedded content and checks all of it.
    ///
    /// # Errors
    /// A file is missing or misshapen, or the files contradict themselves: then every contradiction is reported at once.
    pub fn load() -> Result<Self, DemoError> {
        let forum: Forum = parse(FORUM, &text_of(FORUM)?)?;
        let knowledge: Knowledge = parse(ARTICLES, &text_of(ARTICLES)?)?;
        let mut threads = Vec::new();
        for file in Files::iter().filter(|file| file.starts_with(THREADS)) {
            threads.extend(threads_of(&file, &text_of(&file)?)?);
        }
        Self::assemble(forum, threads, knowledge)
    }

    /// Puts the threads in order and checks everything.
    fn assemble(forum: Forum, mut threads: Vec<Thread>, knowledge: Knowledge) -> Result<Self, DemoError> {
        threads.sort_by(|one, other| {
            let by_age = other.asked.cmp(&one.asked);
            by_age.then_with(|| one.id.cmp(&other.id))
        });
        let mut contradictions = examine::examine(&forum, &threads);
        contradictions.extend(knowledge::examine(&knowledge, &forum, &threads));
        if contradictions.is_empty() {
            Ok(Self {
                forum,
                threads,
                knowledge,
            })
        } else {
            Err(DemoError::Contradictory(contradictions))
        }
    }

    /// The person of this name.
    pub fn person(&self, name: &str) -> Option<&Person> {
        self.forum.person(name)
    }

    /// The thread of this id.
    pub fn thread(&self, id: &str) -> Option<&Thread> {
        self.threads.iter().find(|thread| thread.id == id)
    }
}

fn text_of(file: &str) -> Result<String, DemoError> {
    let found = Files::get(file).ok_or_else(|| DemoError::Missing(file.to_owned()))?;
    String::from_utf8(found.data.into_owned()).map_err(|_| DemoError::NotText(file.to_owned()))
}

fn threads_of(file: &str, text: &str) -> Result<Vec<Thread>, DemoError> {
    let ThreadFile { category, mut threads } = parse(file, text)?;
    for thread in &mut threads {
        thread.category.clone_from(&category);
    }
    Ok(threads)
}

fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, DemoError> {
    toml::from_str(text).map_err(|source| DemoError::Unreadable {
        file: file.to_owned(),
        source: Box::new(source),
    })
}
