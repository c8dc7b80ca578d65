//! What befalls an index: whatever it is, afterwards every thread is found, and none twice.

mod damage;
mod disk;
mod folders;
mod killed;

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tanya::clock::Clock;
use tanya::domain::body::Reason;
use tanya::domain::id::ThreadId;
use tanya::domain::sight::Sight;
use tanya::search::embedded::{Embedded, Filters, Hit, VERSION, Visible};
use tanya::search::language::Tongue;
use tanya::search::query::Query;
use tanya::search::{Asked, Search};
use tanya::store::outcome::Deed;
use tanya::store::{Store, threads};

use crate::support::{Child, Client, Content, Database, Page};

/// How long something may take before it counts as never.
const PATIENCE: Duration = Duration::from_secs(120);
/// How many threads are alike in one word, by which they are counted: fewer than a search counts to.
const IN_A_HALL: usize = 100;

/// A forum whose program runs in processes of their own, and whose threads stand in halls of a hundred.
struct Forum {
    store: Store,
    database: Database,
    folder: tempfile::TempDir,
    halls: Vec<Vec<ThreadId>>,
}

impl Forum {
    fn with_halls(count: usize) -> Self {
        let database = Database::with_cast();
        let mut forum = Self {
            store: database.store(),
            database,
            folder: tempfile::tempdir().unwrap(),
            halls: Vec::new(),
        };
        for _ in 0..count {
            forum.add_hall();
        }
        forum
    }

    fn add_hall(&mut self) {
        let hall = self.halls.len();
        let titles = (0..IN_A_HALL).map(|number| format!("Why does lamp {number} of {} blink?", word_of(hall)));
        let threads = self.by_ada(|ada| titles.map(|title| ada.ask("help", &title, "light").unwrap()).collect());
        self.halls.push(threads);
    }

    /// One more thread in the last hall.
    fn add_thread(&mut self) {
        let hall = self.halls.len() - 1;
        let title = format!("Why does one more lamp of {} blink?", word_of(hall));
        let thread = self.by_ada(|ada| ada.ask("help", &title, "light").unwrap());
        self.halls[hall].push(thread);
    }

    /// Deletes a thread of a hall, and has another of it change.
    fn stir(&mut self, hall: usize) {
        let gone = self.halls[hall].pop().unwrap();
        let changed = self.halls[hall][0];
        let now = Clock::system().now();
        self.by("cat", |cat| {
            let deed = threads::delete(cat.tx, &cat.author, Sight::everything(), gone, &Reason::default(), now);
            assert_eq!(deed.unwrap(), Deed::Done(()));
        });
        self.by_ada(|ada| ada.reply(changed, "It blinks still.").unwrap());
    }

    fn by_ada<T>(&self, write: impl FnOnce(&mut Content<'_>) -> T) -> T {
        self.by("ada", write)
    }

    /// Has one of the cast write something, by the clock that the program has: it forgets changes that are old.
    fn by<T>(&self, name: &str, write: impl FnOnce(&mut Content<'_>) -> T) -> T {
        let written = self.store.write_now(|tx| {
            let author = crate::support::user(tx, name)?;
            let now = Clock::system().now();
            Ok::<_, tanya::store::StoreError>(write(&mut Content { tx, author, now }))
        });
        written.unwrap()
    }

    fn serve(&self) -> Child {
        Child::serve(self.folder.path(), &self.database.address())
    }

    /// Serves, and writes what it has to say into a file.
    fn serve_and_log(&self, log: &str) -> Child {
        let log = std::fs::File::create(self.folder.path().join(log)).unwrap();
        Child::serve_and_log(self.folder.path(), &self.database.address(), Stdio::from(log))
    }

    fn log(&self, log: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(log)).unwrap()
    }

    /// Where indexes are.
    fn search_folder(&self) -> PathBuf {
        self.folder.path().join("data/search")
    }

    /// Where the index is that this program writes.
    fn index_folder(&self) -> PathBuf {
        self.search_folder().join(format!("threads-{VERSION}"))
    }

    /// Waits until every thread is found, and none twice.
    fn wait_until_whole(&self, server: &Child) {
        let visitor = Client::new(server.address);
        let mut wrong = String::new();
        wait_until(|| {
            wrong = self.what_is_wrong(&visitor).unwrap_or_default();
            wrong.is_empty()
        })
        .unwrap_or_else(|()| panic!("{wrong}; {}", self.what_the_index_holds()));
    }

    /// The threads that the index holds though it should not, or holds twice, for whoever looks into a failure.
    fn what_the_index_holds(&self) -> String {
        let search = Search::new(&self.search_folder(), Tongue::Plain);
        search.serve(&Arc::new(Embedded::open(&self.search_folder()).unwrap()));
        let (mut said, now) = (String::new(), Clock::system().now());
        for (hall, threads) in self.halls.iter().enumerate() {
            let asked = Asked {
                query: &Query::parse(&word_of(hall)),
                filters: &Filters::default(),
                visible: &Visible::default(),
                now,
            };
            let mut left: Vec<ThreadId> = threads.clone();
            let hits = search.find(&asked, 0, 500).unwrap().unwrap().hits;
            for found in hits.iter().filter_map(Hit::thread) {
                match left.iter().position(|id| *id == found) {
                    Some(place) => drop(left.remove(place)),
                    None if threads.contains(&found) => said += &format!("{found} twice, "),
                    None => said += &format!("{found} though it is gone, "),
                }
            }
            said.extend(left.iter().map(|id| format!("{id} not, ")));
        }
        said
    }

    /// The first hall whose threads are not found each once.
    fn what_is_wrong(&self, visitor: &Client) -> Option<String> {
        let mut halls = self.halls.iter().enumerate();
        halls.find_map(|(hall, threads)| {
            let page = visitor.get(&format!("/search?q={}", word_of(hall)));
            assert_eq!(page.status, 200, "{}", page.body);
            let found = counted(&page);
            (found != threads.len()).then(|| format!("{found} of {} found in hall {hall}", threads.len()))
        })
    }
}

fn word_of(hall: usize) -> String {
    format!("hall{hall:03}")
}

/// How many threads a page says that it found.
fn counted(page: &Page) -> usize {
    let said = page.texts(".search-count");
    let first = said.first().and_then(|said| said.split(' ').next()?.parse().ok());
    first.unwrap_or(0)
}

/// Looks again and again, without a pause that would have to be right.
fn wait_until(mut is_so: impl FnMut() -> bool) -> Result<(), ()> {
    let until = Instant::now() + PATIENCE;
    while !is_so() {
        if Instant::now() > until {
            return Err(());
        }
        std::thread::yield_now();
    }
    Ok(())
}

/// What somebody sees in a folder who looks at it often: how many times it looks otherwise.
struct Watched {
    folder: PathBuf,
    seen: Vec<String>,
    turns: usize,
}

impl Watched {
    fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            seen: Vec::new(),
            turns: 0,
        }
    }

    /// Looks, and tells how often it looked otherwise so far.
    fn look(&mut self) -> usize {
        let mut names: Vec<String> = std::fs::read_dir(&self.folder)
            .map(|inside| {
                inside
                    .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
                    .collect()
            })
            .unwrap_or_default();
        names.sort();
        if names != self.seen {
            self.seen = names;
            self.turns += 1;
        }
        self.turns
    }
}
