//! The embedded engine: an index in a folder of this node, written by one process and read by all its threads.

mod asking;
mod collecting;
mod comparing;
mod fields;
mod folder;
pub mod pairing;
mod phrase;
mod spelling;
mod visible;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};

use chrono::{DateTime, Utc};
use tantivy::directory::MmapDirectory;
use tantivy::directory::error::LockError;
use tantivy::indexer::IndexWriterOptions;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, Searcher, TantivyError, Term};

use super::document::Document;
use super::language::Tongue;
use super::likeness::latent::Latent;
use super::query::Query;
use super::ranking::Ranking;
use crate::domain::id::TagId;
use crate::domain::subject::Subject;

pub use asking::{Filters, Strictness};
pub use collecting::{Counts, Hit};
pub use comparing::{Near, Similar};
pub use fields::{ARTICLE, standing_number};
pub use visible::Visible;

use asking::Asking;
use collecting::{Best, Finding, Subjects};
use fields::Fields;
use spelling::Spelling;

/// The version of the fields and of how texts become words; an index of another version is made anew, beside it.
pub const VERSION: u32 = 3;
/// The room in which new documents gather before they are written, in bytes.
const WRITING_ROOM: usize = 20_000_000;
/// How many blocks of what is kept, of 16 kB each, every part of the index holds in memory: the system holds the files already.
const KEPT_BLOCKS: usize = 8;
/// How many languages a query is read in: the most written ones.
const MOST_TONGUES: usize = 8;
/// Where counting ends.
pub const MOST_COUNTED: usize = 1_000;
/// The deepest result that is shown.
pub const DEEPEST: usize = 500;

/// Why the index could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// Another process writes into this folder.
    #[error("another process writes the index in {0}")]
    Taken(PathBuf),
    /// The engine failed.
    #[error("the index: {0}")]
    Engine(#[from] TantivyError),
    /// The folder could not be made, read or put aside.
    #[error("the index in {0}: {1}")]
    Folder(PathBuf, std::io::Error),
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The best, in order, from the wanted one on.
    pub hits: Vec<Hit>,
    /// How many there are.
    pub counts: Counts,
    /// What nobody writes, with what was taken instead.
    pub corrected: BTreeMap<String, String>,
    /// Whether none has all words, so that these have some.
    pub has_some_only: bool,
}

/// The index of this node, to read.
pub struct Embedded {
    fields: Fields,
    index: Index,
    reader: IndexReader,
    folder: PathBuf,
    latent: RwLock<Arc<Latent>>,
}

/// The right to write into an index, which one process has.
pub struct Writing {
    embedded: Arc<Embedded>,
    writer: IndexWriter,
}

impl Embedded {
    /// Opens the index in a folder to read what another process writes there.
    pub fn open(folder: &Path) -> Result<Self, IndexError> {
        let folder = folder::of_version(folder, VERSION);
        Self::with_reader(Self::index(&folder)?, &folder)
    }

    /// Opens the index in a folder to write it, and makes it when there is none. What is broken, which may take a look at every
    /// byte to tell, is set aside and made anew.
    ///
    /// # Errors
    /// [`IndexError::Taken`] when another process writes it.
    pub fn open_to_write(folder: &Path) -> Result<Writing, IndexError> {
        let folder = folder::of_version(folder, VERSION);
        match Self::write(&folder) {
            Err(IndexError::Engine(error)) if folder::is_broken(&error) => {
                folder::set_aside(&folder, &error.to_string())?;
                Self::write(&folder)
            }
            opened => opened,
        }
    }

    /// Takes the right to write, and looks at the files before anything is read from them.
    fn write(folder: &Path) -> Result<Writing, IndexError> {
        let index = Self::index(folder)?;
        let options = IndexWriterOptions::builder()
            .num_worker_threads(1)
            .num_merge_threads(1)
            .memory_budget_per_thread(WRITING_ROOM)
            .build();
        let writer = match index.writer_with_options(options) {
            Err(TantivyError::LockFailure(LockError::LockBusy, _)) => return Err(IndexError::Taken(folder.to_owned())),
            writer => writer?,
        };
        folder::check_files(&index)?;
        // What a crash left would be in the way of what is written again.
        writer.garbage_collect_files().wait()?;
        let embedded = Self::with_reader(index, folder)?;
        folder::check_counts(&embedded.index, &embedded.reader)?;
        Ok(Writing {
            embedded: Arc::new(embedded),
            writer,
        })
    }

    fn index(folder: &Path) -> Result<Index, IndexError> {
        std::fs::create_dir_all(folder).map_err(|error| IndexError::Folder(folder.to_owned(), error))?;
        let directory = MmapDirectory::open(folder).map_err(TantivyError::from)?;
        Ok(Index::open_or_create(directory, Fields::new().schema)?)
    }

    fn with_reader(index: Index, folder: &Path) -> Result<Self, IndexError> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual);
        let reader = reader.doc_store_cache_num_blocks(KEPT_BLOCKS);
        Ok(Self {
            fields: Fields::new(),
            reader: reader.try_into()?,
            index,
            folder: folder.to_owned(),
            latent: RwLock::new(Arc::new(comparing::learnt(folder))),
        })
    }

    /// Whether its folder is still there.
    pub fn is_there(&self) -> bool {
        self.folder.join("meta.json").exists()
    }

    /// How many threads and articles it holds.
    pub fn count(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// What was said at the last commit: where the follower stands.
    pub fn said(&self) -> Result<Option<String>, IndexError> {
        let payload = self.index.load_metas()?.payload;
        Ok(payload.and_then(|payload| folder::unsealed(&payload).map(str::to_owned)))
    }

    /// Reads what was written since, perhaps by another process.
    pub fn reload(&self) -> Result<(), IndexError> {
        Ok(self.reader.reload()?)
    }

    /// What in the index carries a tag.
    pub fn tagged(&self, tag: TagId) -> Result<Vec<Subject>, IndexError> {
        let term = Term::from_field_i64(self.fields.tag_id, tag.get());
        let wanted = TermQuery::new(term, IndexRecordOption::Basic);
        Ok(self.reader.searcher().search(&wanted, &Subjects)?)
    }

    /// Finds threads and articles: `size` of them from the `first` one on, counted from 0.
    pub fn find(
        &self,
        query: &Query,
        filters: &Filters,
        visible: &Visible,
        now: DateTime<Utc>,
        first: usize,
        size: usize,
    ) -> Result<Answer, IndexError> {
        let searcher = self.reader.searcher();
        let tongues = self.tongues(&searcher)?;
        let mut spelling = Spelling::of_query(query, &self.fields, &searcher)?;
        spelling.keep_seen(|word| self.is_seen(word, visible, &searcher, now))?;
        let asking = Asking {
            fields: &self.fields,
            tongues: &tongues,
            spelling: &spelling,
        };
        let last = first.saturating_add(size).min(DEEPEST);
        let finding = Finding {
            best: Best {
                limit: last,
                visible: visible.clone(),
                ranking: Ranking::at(now),
            },
            most_counted: MOST_COUNTED,
        };
        let all = asking.query(query, filters, Strictness::All);
        let (mut found, mut counts) = searcher.search(&*all, &finding)?;
        let has_some_only = counts.all == 0 && query.words.len() > 1;
        if has_some_only {
            let some = asking.query(query, filters, Strictness::Half);
            (found, counts) = searcher.search(&*some, &finding)?;
        }
        Ok(Answer {
            hits: found.into_iter().skip(first).map(|found| found.hit).collect(),
            has_some_only: has_some_only && counts.all > 0,
            counts,
            corrected: spelling.corrected,
        })
    }

    /// Whether a word stands in something that may be shown.
    fn is_seen(&self, word: &str, visible: &Visible, searcher: &Searcher, now: DateTime<Utc>) -> tantivy::Result<bool> {
        let term = Term::from_field_text(self.fields.exact, word);
        let one = Best {
            limit: 1,
            visible: visible.clone(),
            ranking: Ranking::at(now),
        };
        let found = searcher.search(&TermQuery::new(term, IndexRecordOption::Basic), &one)?;
        Ok(!found.is_empty())
    }

    /// The languages that are written here, the most written first.
    fn tongues(&self, searcher: &Searcher) -> Result<Vec<Tongue>, IndexError> {
        let mut written: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(self.fields.language)?;
            let mut stream = index.terms().stream().map_err(TantivyError::from)?;
            while let Some((code, info)) = stream.next() {
                *written.entry(code.to_owned()).or_default() += u64::from(info.doc_freq);
            }
        }
        let mut written: Vec<(Vec<u8>, u64)> = written.into_iter().collect();
        written.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let codes = written.iter().take(MOST_TONGUES);
        Ok(codes
            .map(|(code, _)| Tongue::of_code(std::str::from_utf8(code).unwrap_or("-")))
            .collect())
    }
}

impl Writing {
    /// The index that is written.
    pub fn embedded(&self) -> &Arc<Embedded> {
        &self.embedded
    }

    /// Takes these out, to be put in anew or because they are gone.
    pub fn take_out(&mut self, subjects: impl IntoIterator<Item = Subject>) {
        for subject in subjects {
            self.writer.delete_term(self.embedded.fields.key(subject));
        }
    }

    /// Puts a thread or an article in as it is now.
    pub fn put(&mut self, document: &Document) -> Result<(), IndexError> {
        self.writer.add_document(self.embedded.fields.fill(document))?;
        Ok(())
    }

    /// Has all that was done since the last time be found, and says where the follower stands.
    ///
    /// All of it is there after a crash, or nothing.
    pub fn commit(&mut self, says: &str) -> Result<(), IndexError> {
        let mut commit = self.writer.prepare_commit()?;
        commit.set_payload(&folder::sealed(says));
        commit.commit()?;
        self.embedded.reload()
    }

    /// Removes the indexes of earlier versions: this one holds everything now.
    pub fn replaces_older(&self) {
        if let Some(search) = self.embedded.folder.parent() {
            folder::remove_older(search, VERSION);
        }
    }

    /// Takes out everything.
    pub fn empty(&mut self, says: &str) -> Result<(), IndexError> {
        self.writer.delete_all_documents()?;
        self.commit(says)
    }
}
